// What a credential is before anything of it is known: a JSON object.

export type JsonObject = Readonly<Record<string, unknown>>;
