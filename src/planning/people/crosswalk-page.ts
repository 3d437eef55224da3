// The crosswalk of a pack: what it brings together, before and after, and what it might yet.
import { fail, ok, type Month, type Problem, type Result } from '#kernel';
import {
  currentFrameworks,
  type Framework,
  isConfirmed,
  isTurnedDown,
  meanCoverage,
  NO_CREDIT,
  proposeMappings,
  readTerms,
  type SkillMapping,
} from '#pathways';
import type { Pack } from '../ports.ts';
import {
  type BlueprintAnswer,
  counted,
  number,
  type PageSection,
  plainRows,
  text,
} from '../blueprint/blueprint-page.ts';
import { percentInWords } from '../plan/words.ts';
import { familySets } from './family-sets.ts';
import { creditOfPack } from './find-routes.ts';
import { peoplePage } from './people-page.ts';
import { skillNames } from './skill-names.ts';

export type CrosswalkRequest = {
  /** Frameworks to look for proposals between; both may be the same. */
  readonly from: string;
  readonly to: string;
  /** Pairs less alike than this are not proposed, 0..1. */
  readonly leastSimilarity: number;
  readonly mostPerSkill: number;
  readonly asOf: Month;
};

export type CrosswalkData = {
  /** Of all frameworks together, then of each that has several families. */
  readonly coverage: readonly CoverageRow[];
  readonly confirmed: readonly SkillMapping[];
  /** Pairs of which somebody has said that only their names are alike. */
  readonly turnedDown: readonly SkillMapping[];
  /** Proposals between the two frameworks that a file of the pack holds, and nobody has confirmed yet. */
  readonly waiting: readonly SkillMapping[];
  /** Further pairs whose names are alike. */
  readonly proposals: readonly SkillMapping[];
};

/** Mean coverage between role levels of different families, 0..1: by exact names, with what is confirmed, and as it
 *  would be if every proposal were confirmed as it stands. */
export type CoverageRow = {
  readonly of: string;
  readonly byNames: number;
  readonly confirmed: number;
  readonly ifAllConfirmed: number;
};

/** Proposals count for nothing until a person confirms them in the crosswalk's file. */
export function crosswalkAnswer(pack: Pack, request: CrosswalkRequest): Result<BlueprintAnswer<CrosswalkData>> {
  const terms = readTerms(pack.skills.terms);
  if (!terms.ok) return terms;
  const inForce = currentFrameworks(pack.skills.frameworks);
  const [from, to] = [request.from, request.to].map((id) => inForce.find((each) => each.id === id));
  if (from === undefined || to === undefined) return fail(noFramework(request, inForce));
  const { mappings } = pack.skills;
  const proposals = proposeMappings({ from, to, known: mappings }, { ...request, source: from.source });
  const waiting = mappings.filter((each) => !isConfirmed(each) && isBetween(each, [from.id, to.id]));
  const believed = [...waiting, ...proposals].map((each) => ({ ...each, saidBy: 'nobody yet' }));
  const credit = creditOfPack(pack, terms.value);
  const hoped = creditOfPack(
    {
      ...pack,
      skills: { ...pack.skills, mappings: [...mappings.filter((each) => !waiting.includes(each)), ...believed] },
    },
    terms.value,
  );
  const data: CrosswalkData = {
    coverage: familySets(inForce).map(({ of, sets }) => ({
      of,
      byNames: meanCoverage(sets, NO_CREDIT),
      confirmed: meanCoverage(sets, credit),
      ifAllConfirmed: meanCoverage(sets, hoped),
    })),
    confirmed: mappings.filter((each) => isConfirmed(each) && !isTurnedDown(each)),
    turnedDown: mappings.filter(isTurnedDown),
    waiting,
    proposals,
  };
  return ok({ data, page: pageOf(pack, request.asOf, data) });
}

function isBetween({ from, to }: SkillMapping, [one, other]: readonly [string, string]): boolean {
  const isOf = (key: string, framework: string) => key.startsWith(`${framework}/`);
  return (isOf(from, one) && isOf(to, other)) || (isOf(from, other) && isOf(to, one));
}

function pageOf(pack: Pack, asOf: Month, data: CrosswalkData) {
  const names = skillNames(pack);
  return peoplePage(
    { pack, asOf },
    {
      id: 'crosswalk',
      title: 'Crosswalk of skills',
      summary: [
        `${counted(data.confirmed.length, 'mapping is', 'mappings are')} confirmed; ${counted(data.waiting.length + data.proposals.length, 'more is', 'more are')} proposed.`,
        'A proposal counts for nothing until a person says so, in the file of the crosswalk or on its page.',
      ],
      sections: [
        coverageSection(data),
        mappingSection({ id: 'confirmed', heading: 'Confirmed' }, data.confirmed, names.nameOf),
        mappingSection({ id: 'proposals', heading: 'Proposed' }, [...data.waiting, ...data.proposals], names.nameOf),
        mappingSection({ id: 'turned-down', heading: 'Turned down' }, data.turnedDown, names.nameOf),
      ],
    },
  );
}

function coverageSection({ coverage }: CrosswalkData): PageSection {
  return {
    id: 'coverage',
    heading: 'Coverage between families',
    introduction:
      'What share of the skills that a role level asks for somebody brings who holds a role level of another family: the mean over all pairs.',
    columns: [
      text('Framework'),
      number('By names alone'),
      number('With what is confirmed'),
      number('With all proposals'),
    ],
    groups: plainRows(
      coverage.map(({ of, byNames, confirmed, ifAllConfirmed }) => [
        of,
        percentInWords(byNames),
        percentInWords(confirmed),
        percentInWords(ifAllConfirmed),
      ]),
    ),
    whenEmpty: 'No framework has roles.',
  };
}

function mappingSection(
  named: { readonly id: string; readonly heading: string },
  mappings: readonly SkillMapping[],
  nameOf: (key: string) => string,
): PageSection {
  return {
    ...named,
    introduction: 'The first skill against the second.',
    columns: [text('Skill'), text('Is'), text('Of'), number('Confidence'), text('Who says so')],
    groups: plainRows(
      mappings.map(({ from, to, kind, confidence, saidBy }) => [
        `${nameOf(from)} (${from})`,
        MAPPING_WORDS[kind],
        `${nameOf(to)} (${to})`,
        percentInWords(confidence),
        saidBy ?? 'nobody yet',
      ]),
    ),
    whenEmpty: 'None.',
  };
}

/** What the first skill is to the second. */
export const MAPPING_WORDS = {
  equal: 'equal to',
  subset: 'a part of',
  superset: 'more than',
  intersects: 'akin to',
  different: 'another skill than',
} as const;

function noFramework({ from, to }: CrosswalkRequest, known: readonly Framework[]): Problem {
  return {
    code: 'unknown-reference',
    message: `a crosswalk is asked for from '${from}' to '${to}'; both are frameworks in skills/frameworks/`,
    path: 'from',
    hint:
      known.length === 0 ? 'Import a framework first.' : `Write ids such as ${known.map(({ id }) => id).join(', ')}.`,
  };
}
