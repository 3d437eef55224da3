// What every check has at hand: the parts of the pack, its things by id, and the list that flaws go to.
import type {
  AgeGroup,
  Assumption,
  Band,
  Channel,
  Driver,
  Family,
  Place,
  Profession,
  Role,
  Scenario,
  Source,
} from '#workforce';
import type { Requirement } from '#blueprint';
import type { FlawList } from '../flaw-list.ts';
import type { Entry, PackParts } from '../pack-parts.ts';
import { didYouMean } from '../text/did-you-mean.ts';

export type CheckContext = {
  readonly parts: PackParts;
  readonly flaws: FlawList;
  readonly known: Known;
  /** Ids of the assumptions that something in the pack uses; grows as the checks go on. */
  readonly usedAssumptions: Set<string>;
};

type ById<T> = ReadonlyMap<string, Entry<T>>;

export type Known = {
  readonly source: ById<Source>;
  readonly ageGroup: ById<AgeGroup>;
  readonly driver: ById<Driver>;
  readonly place: ById<Place>;
  readonly profession: ById<Profession>;
  readonly family: ById<Family>;
  readonly band: ById<Band>;
  readonly role: ById<Role>;
  readonly assumption: ById<Assumption>;
  readonly requirement: ById<Requirement>;
  readonly scenario: ById<Scenario>;
  readonly channel: ById<Channel>;
};

/** Where things of each kind are listed, for the next step of a message. */
const HOME: Readonly<Record<keyof Known, { readonly noun: string; readonly file: string }>> = {
  source: { noun: 'source', file: 'pack.yaml' },
  ageGroup: { noun: 'age group', file: 'pack.yaml' },
  driver: { noun: 'driver', file: 'pack.yaml' },
  place: { noun: 'place', file: 'places.csv' },
  profession: { noun: 'profession', file: 'roles.yaml' },
  family: { noun: 'family', file: 'roles.yaml' },
  band: { noun: 'band', file: 'roles.yaml' },
  role: { noun: 'role', file: 'roles.yaml' },
  assumption: { noun: 'assumption', file: 'assumptions/' },
  requirement: { noun: 'requirement', file: 'blueprint/' },
  scenario: { noun: 'scenario', file: 'scenarios/' },
  channel: { noun: 'channel', file: 'channels.yaml' },
};

/** Indexes the pack by id and reports every id that stands twice. */
export function createContext(parts: PackParts, flaws: FlawList): CheckContext {
  const index = <T extends { readonly id: string }>(entries: readonly Entry<T>[]) =>
    indexBy(entries, ({ id }) => id, flaws);
  index(parts.comparisons);
  index(parts.cases);
  const known = {
    source: index(parts.sources),
    ageGroup: index(parts.ageGroups),
    driver: index(parts.drivers),
    place: indexBy(parts.places, ({ code }) => code, flaws),
    profession: index(parts.professions),
    family: index(parts.families),
    band: index(parts.bands),
    role: index(parts.roles),
    assumption: index(parts.assumptions),
    requirement: new Map(parts.requirements.map((entry) => [entry.value.id, entry])),
    scenario: index(parts.scenarios),
    channel: index(parts.channels),
  };
  return { parts, flaws, known, usedAssumptions: new Set() };
}

/** Entries by key; a key that stands a second time is a flaw. */
export function indexBy<T>(entries: readonly Entry<T>[], keyOf: (value: T) => string, flaws: FlawList): ById<T> {
  const byKey = new Map<string, Entry<T>>();
  for (const entry of entries) {
    const key = keyOf(entry.value);
    const first = byKey.get(key);
    if (first === undefined) byKey.set(key, entry);
    else {
      flaws.report({
        entry,
        field: [],
        code: 'duplicate',
        value: key,
        rule: `that stands in ${first.file} line ${first.at().line} already, and an id names one thing`,
        hint: 'Delete one of the two, or give it a name of its own.',
      });
    }
  }
  return byKey;
}

export type Reference = {
  readonly entry: Entry<unknown>;
  readonly field: readonly (string | number)[];
  readonly kind: keyof Known;
  readonly id: string;
};

/** Whether the id names something; reports it where it does not. */
export function refers({ flaws, known }: CheckContext, { entry, field, kind, id }: Reference): boolean {
  if (known[kind].has(id)) return true;
  const { noun, file } = HOME[kind];
  flaws.report({
    entry,
    field,
    code: kind === 'source' ? 'missing-source' : 'unknown-reference',
    value: id,
    rule: `no ${noun} in ${file} has that id`,
    hint: `Use an id that stands in ${file}${didYouMean(id, known[kind].keys())}, or add the ${noun} there.`,
  });
  return false;
}

/** Whether role and band name a post that the pack has; reports where they do not. */
export function refersToPost(
  context: CheckContext,
  entry: Entry<unknown>,
  post: { readonly role: string; readonly band: string; readonly field: readonly (string | number)[] },
): boolean {
  if (!refers(context, { entry, field: [...post.field, 'role'], kind: 'role', id: post.role })) return false;
  const bands = context.known.role.get(post.role)?.value.bands ?? [];
  if (bands.includes(post.band)) return true;
  context.flaws.report({
    entry,
    field: [...post.field, 'band'],
    code: 'unknown-reference',
    value: post.band,
    rule: `role '${post.role}' has the bands ${bands.join(', ')}`,
    hint: `Write one of those bands, or add band '${post.band}' to the role in roles.yaml.`,
  });
  return false;
}
