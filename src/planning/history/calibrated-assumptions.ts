// A calibration in the words of a pack: the assumptions that it sets, their source, and what it could not set.
import type { CalibratedFlow, Calibration, PooledGroup } from '#history';
import { assert, formatMonth, type Month, normalQuantile } from '#kernel';
import type { Assumption, AssumptionValue, HealthSystem, Source, TableCell } from '#workforce';
import { membersOf, type Members } from './match-members.ts';

export type CalibratedRegister = {
  readonly source: Source;
  /** Each takes the place of the pack's assumption of that id, or joins the register. */
  readonly assumptions: readonly Assumption[];
  /** What was left as it stands in the pack, and why. */
  readonly notes: readonly string[];
};

export type RegisterTerms = {
  /** Names of the files, for the source. */
  readonly files: readonly string[];
  readonly thisMonth: Month;
};

export function calibratedRegister(
  system: HealthSystem,
  calibration: Calibration,
  terms: RegisterTerms,
): CalibratedRegister {
  const members = membersOf(system);
  const source = sourceOf(calibration, terms);
  const common = { source: source.id, reviewBy: terms.thisMonth + 12, ...COMMON };
  const attrition = tableOf(calibration.leavers, members, '*');
  const recruitment = tableOf(calibration.joiners, members, null);
  const isWhole = recruitment !== null && coversAges(recruitment, system);
  const level = (id: string, flow: string): readonly Assumption[] =>
    system.assumptions.some((one) => one.id === id)
      ? [{ ...common, ...levelWords(id, flow), value: { kind: 'scalar', value: 1 }, spread: null }]
      : [];
  return {
    source,
    assumptions: [
      { ...common, ...flowWords('leavers', calibration), value: attrition, spread: spreadOf(calibration.leavers) },
      ...level('attrition.level', 'attrition'),
      ...placeFactors(calibration, members, common),
      ...(isWhole
        ? [
            {
              ...common,
              ...flowWords('joiners', calibration),
              value: recruitment,
              spread: spreadOf(calibration.joiners),
            },
            ...level('recruitment.level', 'recruitment'),
          ]
        : []),
      ...reclassification(calibration, common),
    ],
    notes: notesOf({ calibration, members, isWhole }),
  };
}

const COMMON = {
  kind: 'proxy',
  reliability: 'medium',
  owner: 'Head of workforce information',
  signedOffBy: null,
} as const satisfies Partial<Assumption>;

type Common = typeof COMMON & { readonly source: string; readonly reviewBy: Month };

function sourceOf({ lastPeriod, years }: Calibration, { files }: RegisterTerms): Source {
  const from = formatMonth((years[0]?.period ?? lastPeriod) - 12);
  return {
    id: 'calibration-history',
    title: `Rates calibrated on ${files.join(', ')}, ${from} to ${formatMonth(lastPeriod)}`,
    publisher: 'The owner of the history that was given',
    date: formatMonth(lastPeriod),
    kind: 'proxy',
    licence: 'as the history',
  };
}

function flowWords(flow: 'joiners' | 'leavers', calibration: Calibration) {
  const { level, cells } = calibration[flow];
  const regime = calibration.regime === null ? 'all years' : `the years of ${calibration.regime}`;
  const pooling =
    cells.groups.length === 0
      ? ''
      : ` The expectation counts for ${Math.round(cells.strength)} ${flow === 'leavers' ? 'people' : 'joiners'} in each cell.`;
  const note = `Partial pooling over band and age at the level of ${regime} (${level.years} counted).${pooling} The range holds what years differ by and the chance of counts.`;
  return flow === 'leavers'
    ? { id: 'attrition.yearly', description: 'Share of people who leave in a year', unit: 'share/year', note }
    : {
        id: 'recruitment.yearly',
        description: 'Market joiners in a year in an age group as a share of the opening stock in the band',
        unit: 'share/year',
        note,
      };
}

function levelWords(id: string, flow: string) {
  return {
    id,
    description: `All ${flow} against the calibrated rates`,
    unit: 'factor',
    note: 'The level of the chosen years is in the calibrated rates themselves, and so is its range.',
  };
}

/** The lognormal factor whose middle is 1 and whose logarithm has the level's standard deviation. */
function spreadOf({ level }: CalibratedFlow): Assumption['spread'] {
  const reach = Math.exp(normalQuantile(0.9) * level.logSd);
  return { kind: 'lognormal', p10: fine(1 / reach), p90: fine(reach) };
}

/** @param rest member for what is not named; null where a missing age group must not take another's value
 *  @returns the table, or for `rest` null also null where the history knows no ages */
function tableOf(flow: CalibratedFlow, members: Members, rest: '*'): AssumptionValue;
function tableOf(flow: CalibratedFlow, members: Members, rest: null): AssumptionValue | null;
function tableOf(flow: CalibratedFlow, members: Members, rest: '*' | null): AssumptionValue | null {
  const ages = byMember(flow.ageGroups.groups.length > 0 ? flow.ageGroups.groups : [], members);
  if (rest === null && ages.length === 0) return null;
  const cells = [
    ...byMember(flow.cells.groups, members),
    ...bandsByAges(flow, members),
    ...ages,
    ...(rest === null ? [] : [{ at: ['*', '*'], value: fine(flow.level.share) }]),
  ];
  const seen = new Set<string>();
  const distinct = cells.filter(({ at }) => {
    const key = at.join('\n');
    return !seen.has(key) && seen.add(key).size > 0;
  });
  return { kind: 'table', axes: ['band', 'ageGroup'], cells: distinct };
}

/** Groups under the pack's ids; those that the pack does not have are left out. */
function byMember(groups: readonly PooledGroup[], members: Members): readonly TableCell[] {
  return groups.flatMap(({ band, ageGroup, mean }): readonly TableCell[] => {
    const [bandId, ageId] = [
      band === '*' ? '*' : members.band(band),
      ageGroup === '*' ? '*' : members.ageGroup(ageGroup),
    ];
    return bandId === null || ageId === null ? [] : [{ at: [bandId, ageId], value: fine(mean) }];
  });
}

/** Bands that are counted over all ages only: the ages of everybody, times how far the band stands off. */
function bandsByAges({ bands, cells, ageGroups, level }: CalibratedFlow, members: Members): readonly TableCell[] {
  const split = new Set(cells.groups.map(({ band }) => band));
  const whole = byMember(
    bands.groups.filter(({ band }) => !split.has(band)),
    members,
  );
  return whole.flatMap(({ at: [band = '*'], value }) => [
    ...byMember(ageGroups.groups, members).map((age) => ({
      at: [band, age.at[1] ?? '*'],
      value: fine(Math.min((age.value * value) / level.share, 0.95)),
    })),
    ...(ageGroups.groups.length === 0 ? [{ at: [band, '*'], value }] : []),
  ]);
}

function coversAges(table: AssumptionValue, system: HealthSystem): boolean {
  assert(table.kind === 'table', 'a calibrated flow is a table');
  const named = new Set(table.cells.filter(({ at }) => at[0] === '*').map(({ at }) => at[1]));
  return system.ageGroups.every(({ id }) => named.has(id));
}

function placeFactors({ places }: Calibration, members: Members, common: Common): readonly Assumption[] {
  const known = places.flatMap(({ place, mean }) => {
    const code = members.place(place);
    return code === null ? [] : [{ at: [code], value: fine(mean) }];
  });
  if (known.length === 0) return [];
  const widest = Math.max(...places.map(({ mean, p10, p90 }) => (p90 - p10) / mean));
  const reach = Math.exp(widest / 2);
  return [
    {
      ...common,
      id: 'attrition.place-factor',
      description: 'Attrition in a place against that of all',
      unit: 'factor',
      value: { kind: 'table', axes: ['place'], cells: [{ at: ['*'], value: 1 }, ...known] },
      spread: { kind: 'lognormal', p10: fine(1 / reach), p90: fine(reach) },
      note: 'Leavers over those expected at the level of all, pooled over places; places that are not named are as all.',
    },
  ];
}

function reclassification({ reclassification: recoded }: Calibration, common: Common): readonly Assumption[] {
  if (recoded === null) return [];
  const { mean, sd, years } = recoded;
  return [
    {
      ...common,
      id: 'reclassification.yearly',
      description: 'Net share that enters in a year without being counted as a joiner or a leaver',
      unit: 'share/year',
      value: { kind: 'scalar', value: fine(mean) },
      spread: { kind: 'normal', mean: fine(mean), sd: fine(sd), low: null, high: null },
      note: `What counted stocks differ by beyond joiners and leavers, over ${years} years.`,
    },
  ];
}

function notesOf(of: {
  readonly calibration: Calibration;
  readonly members: Members;
  readonly isWhole: boolean;
}): readonly string[] {
  const { calibration, members, isWhole } = of;
  const { cells, bands, ageGroups } = calibration.leavers;
  const groups = [...cells.groups, ...bands.groups, ...ageGroups.groups];
  const unknown = (names: readonly string[], find: (name: string) => string | null) =>
    [...new Set(names)].filter((name) => name !== '*' && find(name) === null);
  const strange = [
    ...unknown(
      groups.map(({ band }) => band),
      members.band,
    ),
    ...unknown(
      groups.map(({ ageGroup }) => ageGroup),
      members.ageGroup,
    ),
    ...unknown(
      calibration.places.map(({ place }) => place),
      members.place,
    ),
  ];
  return [
    ...(strange.length === 0
      ? []
      : [`The pack has no band, age group or place called ${strange.join(', ')}; left out.`]),
    ...(isWhole
      ? []
      : ['The history does not tell joiners of every age group of the pack; recruitment stays as it is.']),
    ...(calibration.places.length === 0
      ? ['The history does not split by place; place factors stay as they are.']
      : []),
    ...(calibration.reclassification === null
      ? ['Stock is not counted often enough to tell recoding; reclassification stays as it is.']
      : []),
  ];
}

/** Four digits say more than any history knows. */
function fine(value: number): number {
  return Number(value.toPrecision(4));
}
