// How far each place meets what is asked: states, maturity over the themes, what falls due, and pathways that lack people.
import {
  CONFORMANCE_STATES,
  conformanceOf,
  demandLines,
  dueList,
  maturityReadings,
  type Conformance,
  type ConformanceState,
  type Due,
  type MaturityReading,
} from '#blueprint';
import { formatMonth, groupBy, monthInWords, ok, type Result } from '#kernel';
import { fteInWords } from '../plan/words.ts';
import { nationOf } from '../plan/context-rows.ts';
import { blueprintDemand } from './blueprint-demand.ts';
import { type BlueprintAnswer, counted, fewOf, number, pageOf, plainRows, text } from './blueprint-page.ts';
import { illustrationNote, type BlueprintView } from './blueprint-view.ts';
import { openRecords, recordSections, type OpenRecords } from './open-records.ts';
import { pathwayReadings, type PathwayStepReading } from './pathway-reading.ts';

export type ConformanceData = {
  readonly conformance: readonly Conformance[];
  readonly maturity: readonly MaturityReading[];
  readonly due: readonly Due[];
  readonly pathways: readonly PathwayStepReading[];
  readonly open: OpenRecords;
};

/** What falls due is listed for a year ahead. */
const MONTHS_AHEAD = 12;

export function conformanceAnswer(view: BlueprintView, scenario: string): Result<BlueprintAnswer<ConformanceData>> {
  const { pack, resolved, month, place, codes } = view;
  const { system, blueprint } = pack;
  const demand = blueprintDemand({ system, lines: demandLines(view.resolvedWhole), scenario });
  if (!demand.ok) return demand;
  const conformance = conformanceOf(resolved, pack.records, month);
  const horizon = system.baseMonth + system.horizonMonths;
  const due = dueList(resolved, pack.records, { from: month, to: month + MONTHS_AHEAD });
  const data: ConformanceData = {
    conformance,
    maturity: maturityReadings(blueprint.catalogue, resolved, conformance),
    due: due.filter((each) => codes.has(each.place)),
    pathways: pathwayReadings(view, demand.value, { place: place?.code ?? nationOf(system), month: horizon }),
    open: openRecords(view),
  };
  return ok({ data, page: pageFor(view, data) });
}

function pageFor(view: BlueprintView, data: ConformanceData) {
  const met = data.conformance.filter((each) => each.state === 'met').length;
  const unstated = data.conformance.filter((each) => each.state === 'unstated').length;
  const [lacking] = data.pathways.toSorted((a, b) => b.lackingFte - a.lackingFte);
  const { baseMonth, horizonMonths } = view.pack.system;
  return pageOf(view, {
    id: 'conformance',
    title: 'How far it is met',
    summary: [
      `${met} of ${counted(data.conformance.length, 'requirement in a place is', 'requirements in places are')} met and shown; nobody has said anything about ${unstated}.`,
      `${counted(data.due.length, 'thing falls', 'things fall')} due by ${monthInWords(view.month + MONTHS_AHEAD)}.`,
      ...(lacking === undefined || lacking.lackingFte <= 0
        ? []
        : [
            `The step that lacks most people is ${lacking.title}: ${fteInWords(lacking.lackingFte)} of the ${fteInWords(lacking.needFte)} digital full-time posts it takes by ${monthInWords(baseMonth + horizonMonths)} have nobody in post today.`,
          ]),
      ...illustrationNote(view.pack, recordsOf(view)),
    ],
    sections: [
      stateSection(view, data),
      maturitySection(view, data),
      dueSection(view, data),
      ...recordSections(view, data.open),
      pathwaySection(view, data),
    ],
  });
}

function recordsOf({ pack, codes }: BlueprintView) {
  const { statements, evidence, findings, risks, actions } = pack.records;
  return [...statements, ...evidence, ...findings, ...risks, ...actions].filter(({ place }) => codes.has(place));
}

const STATE_WORDS: Readonly<Record<ConformanceState, string>> = {
  unstated: 'Nothing said',
  explained: 'Departed from',
  unevidenced: 'Said, not shown',
  'open-finding': 'Finding open',
  'partly-met': 'Met in part',
  met: 'Met',
};

function stateSection({ nameOf }: BlueprintView, { conformance }: ConformanceData) {
  return {
    id: 'states',
    heading: 'Requirements by state',
    introduction: statesIntroduction(conformance),
    columns: [text('Place'), ...CONFORMANCE_STATES.map((state) => number(STATE_WORDS[state]))],
    groups: plainRows(
      [...groupBy(conformance, (each) => each.place)].map(([place, each]) => [
        nameOf.place(place),
        ...CONFORMANCE_STATES.map((state) => String(each.filter((one) => one.state === state).length)),
      ]),
    ),
    whenEmpty: 'Nothing applies here.',
  };
}

/** Where nobody has said anything, a table of noughts needs a word on how to begin. */
function statesIntroduction(conformance: readonly Conformance[]): string {
  const meaning = 'From worst to best; what is said counts as shown while there is evidence that has not expired.';
  if (conformance.some((each) => each.state !== 'unstated')) return meaning;
  return `${meaning} Nobody has said anything yet.`;
}

function maturitySection({ nameOf, pack }: BlueprintView, { maturity }: ConformanceData) {
  const { themes } = pack.blueprint.catalogue;
  return {
    id: 'maturity',
    heading: 'Maturity by theme',
    introduction:
      'From 0, nothing said, to 4, all met and shown: the mean over the requirements of the theme that apply.',
    columns: [text('Place'), ...themes.map((theme) => number(theme.title))],
    groups: plainRows(
      [...groupBy(maturity, (each) => each.place)].map(([place, each]) => [
        nameOf.place(place),
        ...each.map((one) => (one.level === null ? '–' : one.level.toFixed(1))),
      ]),
    ),
    whenEmpty: 'The catalogue has no themes to read maturity by.',
  };
}

function dueSection({ nameOf }: BlueprintView, { due }: ConformanceData) {
  // The same date in several places is told once.
  const alike = groupBy(due, ({ month, kind, requirement, what }) => JSON.stringify([month, kind, requirement, what]));
  return {
    id: 'due',
    heading: 'What falls due',
    introduction: `Within ${MONTHS_AHEAD} months, and what should have been done before and was not.`,
    columns: ['Date', 'Requirement', 'What', 'Where'].map(text),
    groups: plainRows(
      [...alike.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined) return [];
        const where = fewOf(
          group.map((each) => nameOf.place(each.place)),
          3,
        );
        return [[formatMonth(first.month), first.requirement, first.what, where]];
      }),
    ),
    whenEmpty: 'Nothing falls due.',
  };
}

function pathwaySection({ nameOf }: BlueprintView, { pathways }: ConformanceData) {
  return {
    id: 'pathways',
    heading: 'Steps of persons’ pathways',
    introduction:
      'Digital full-time posts that each step takes at the end of the horizon, and how many of them the people in post today would leave open, each person counted once.',
    columns: [text('Step'), text('Requirements'), number('Takes'), number('Lacking'), text('Roles that lack people')],
    groups: plainRows(
      pathways.map((each) => [
        each.title,
        each.requirements.join(', ') || '–',
        fteInWords(each.needFte),
        fteInWords(each.lackingFte),
        fewOf(each.lackingRoles.map(nameOf.role), 3) || '–',
      ]),
    ),
    whenEmpty: 'The catalogue describes no pathways.',
  };
}
