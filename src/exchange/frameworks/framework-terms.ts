// What whoever imports a framework says of it, since most files do not say it themselves.

export type FrameworkTerms = {
  /** Names the framework through all its versions. */
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly published: string;
  /** Id of a source of the pack. */
  readonly source: string;
};

/** A name as an id: lower case, letters and digits, dashes between words. */
export function idOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 120);
}
