// The blueprint of a pack, resolved for a month and confined to a place and what lies below it.
import { lapsesAhead, resolveBlueprint, type LapsesAhead, type ResolvedBlueprint } from '#blueprint';
import { fail, ok, type Month, type Result } from '#kernel';
import { placeTree, subtreeOf, type Place } from '#workforce';
import type { Pack } from '../ports.ts';

export type BlueprintOptions = {
  /** Code of the place to confine the answer to; null for all. */
  readonly place: string | null;
  /** Month for which departures, statements and evidence are in force. */
  readonly month: Month;
};

export type BlueprintView = {
  readonly pack: Pack;
  readonly place: Place | null;
  readonly month: Month;
  /** What applies in the place and below it. */
  readonly resolved: ResolvedBlueprint;
  /** What applies anywhere: a body outside the place may answer for it, and money may come from there. */
  readonly resolvedWhole: ResolvedBlueprint;
  /** Codes of the place and of those below it. */
  readonly codes: ReadonlySet<string>;
  /** What becomes of the departures in force in the place and below it. */
  readonly ahead: LapsesAhead;
  readonly nameOf: NameLookup;
};

/** Names by code or id; what is not known stands for itself. */
export type NameLookup = {
  readonly place: (code: string) => string;
  readonly requirement: (id: string) => string;
  readonly role: (id: string) => string;
};

export function viewBlueprint(pack: Pack, options: BlueprintOptions): Result<BlueprintView> {
  const { system, blueprint } = pack;
  const place = system.places.find(({ code }) => code === options.place) ?? null;
  if (options.place !== null && place === null) return fail(unknownPlace(options.place, system.places));
  const whole = resolveBlueprint(blueprint, system.places, options.month);
  if (!whole.ok) return whole;
  const tree = placeTree(system.places);
  const within = place === null ? system.places : subtreeOf(tree, place.code);
  const codes = new Set(within.map(({ code }) => code));
  const requirements = whole.value.requirements.filter((each) => codes.has(each.place));
  const resolved = { ...whole.value, requirements };
  return ok({
    pack,
    place,
    month: options.month,
    resolved,
    resolvedWhole: whole.value,
    codes,
    ahead: lapsesAhead(blueprint, system.places, resolved),
    nameOf: namesIn(pack, whole.value),
  });
}

/** A sentence of a finding, in which places stand by their codes in quotation marks, with their names instead. */
export function inNames({ nameOf }: Pick<BlueprintView, 'nameOf'>, sentence: string): string {
  return sentence.replaceAll(/'([^' ]+)'/g, (quoted, code: string) => {
    const name = nameOf.place(code);
    return name === code ? quoted : name;
  });
}

/** A sentence for pages that show what has been recorded; none where any of it is more than a judgement.
 *  @param records what the page shows, each with the id of its source */
export function illustrationNote({ system }: Pack, records: readonly { readonly source: string }[]): readonly string[] {
  const kinds = new Map(system.sources.map(({ id, kind }) => [id, kind]));
  if (records.length === 0 || records.some(({ source }) => kinds.get(source) !== 'judgement')) return [];
  return [
    'All that is recorded here rests on sources of the kind judgement: it illustrates, and no body has said or shown it.',
  ];
}

function namesIn({ system }: Pack, resolved: ResolvedBlueprint): NameLookup {
  const places = new Map(system.places.map(({ code, name }) => [code, name]));
  const titles = new Map(resolved.requirements.map(({ requirement }) => [requirement.id, requirement.title]));
  const roles = new Map(system.roles.map(({ id, name }) => [id, name]));
  return {
    place: (code) => places.get(code) ?? code,
    requirement: (id) => titles.get(id) ?? id,
    role: (id) => (id === '*' ? 'every role' : (roles.get(id) ?? id)),
  };
}

function unknownPlace(code: string, places: readonly Place[]) {
  const some = places.slice(0, 5).map((each) => each.code);
  return {
    code: 'unknown-reference',
    message: `place '${code}' is not in the pack's places.csv; --place takes the code of a place of the pack`,
    path: 'place',
    hint: `Write a code such as ${some.join(', ')}.`,
  } as const;
}
