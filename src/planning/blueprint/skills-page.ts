// Which skills the blueprint takes, at which level, where and when.
import { demandLines } from '#blueprint';
import { formatMonth, groupBy, monthInWords, ok, yearOf, type Month, type Result } from '#kernel';
import { placeTree, subtreeOf, type Place } from '#workforce';
import { nationOf } from '../plan/context-rows.ts';
import { fteInWords } from '../plan/words.ts';
import { blueprintDemand, type BlueprintDemand } from './blueprint-demand.ts';
import { type BlueprintAnswer, counted, number, pageOf, plainRows, text } from './blueprint-page.ts';
import type { BlueprintView } from './blueprint-view.ts';
import { skillReadings, type SkillReading } from './skill-reading.ts';

export type SkillsData = {
  /** The base month and each year after it, YYYY-MM. */
  readonly months: readonly string[];
  /** The place that is read, and each place directly below it. */
  readonly places: readonly { readonly place: string; readonly skills: readonly SkillReading[] }[];
};

/** Years after the base month that the page shows; the data has them all. */
const YEARS_SHOWN: readonly number[] = [1, 3, 5, 10];
/** Skills of each place that the page shows. */
const SKILLS_SHOWN = 10;

export function skillsAnswer(view: BlueprintView, scenario: string): Result<BlueprintAnswer<SkillsData>> {
  const { system } = view.pack;
  const demand = blueprintDemand({ system, lines: demandLines(view.resolvedWhole), scenario });
  if (!demand.ok) return demand;
  const years = Math.floor(system.horizonMonths / 12);
  const months = Array.from({ length: years + 1 }, (_, year) => system.baseMonth + 12 * year);
  const top = view.place?.code ?? nationOf(system);
  const below = system.places.filter(({ parent }) => parent === top);
  const data = {
    months: months.map(formatMonth),
    places: [system.places.find(({ code }) => code === top), ...below].flatMap((place) =>
      place === undefined ? [] : [readingOf(view, demand.value, { place, months })],
    ),
  };
  return ok({ data, page: pageFor(view, data, months) });
}

function readingOf(
  view: BlueprintView,
  demand: BlueprintDemand,
  { place, months }: { readonly place: Place; readonly months: readonly Month[] },
) {
  const within = subtreeOf(placeTree(view.pack.system.places), place.code);
  const codes = new Set(within.map(({ code }) => code));
  return { place: place.code, skills: skillReadings(view, demand, { place: place.code, codes, months }) };
}

function pageFor(view: BlueprintView, data: SkillsData, months: readonly Month[]) {
  const [whole, ...parts] = data.places;
  const skills = whole?.skills ?? [];
  const last = months.at(-1) ?? view.month;
  const [most] = skills.toSorted((a, b) => lackingFte(b) - lackingFte(a));
  return pageOf(view, {
    id: 'skills',
    title: 'Which skills it takes',
    summary: [
      `What is asked takes ${counted(new Set(skills.map(({ skill }) => skill)).size, 'skill', 'skills')}, ${counted(skills.length, 'skill at a level', 'skills at levels')} in all.`,
      ...(most === undefined || lackingFte(most) <= 0
        ? []
        : [
            `Most lacking is ${most.skill}, ${most.level} level: ${fteInWords(most.neededFte.at(-1) ?? 0)} full-time posts need it in ${monthInWords(last)}, and roles that have it are filled by ${fteInWords(most.inPostFte)} today.`,
          ]),
    ],
    sections: [yearSection(skills, months), placeSection(view, { parts, months })],
  });
}

/** Posts asked for at the end that nobody in post today would fill. */
function lackingFte({ neededFte, inPostFte }: SkillReading): number {
  return (neededFte.at(-1) ?? 0) - inPostFte;
}

function yearSection(skills: readonly SkillReading[], months: readonly Month[]) {
  const shown = months.flatMap((month, year) => (YEARS_SHOWN.includes(year) ? [{ month, year }] : []));
  const bySkill = groupBy(skills, ({ skill }) => skill);
  return {
    id: 'years',
    heading: 'Skills at levels, year by year',
    introduction:
      'Full-time posts, hybrid ones whole. A post takes the skills of its role and those of the requirement that asks for it, at the higher level of the two. People in post today are counted at the level of their role; what they know beyond it nobody has recorded.',
    columns: [
      text('Skill'),
      text('Level'),
      number('In post today'),
      ...shown.map(({ month }) => number(`Needed ${yearOf(month)}`)),
      number('Lacking at the end'),
    ],
    groups: plainRows(
      [...bySkill.values()]
        .flat()
        .map((each) => [
          each.skill,
          each.level,
          fteInWords(each.inPostFte),
          ...shown.map(({ year }) => fteInWords(each.neededFte[year] ?? 0)),
          fteInWords(Math.max(0, lackingFte(each))),
        ]),
    ),
    whenEmpty: 'Neither roles nor requirements name a skill; add skills to roles.yaml or to requirements.',
  };
}

function placeSection(
  { nameOf }: BlueprintView,
  { parts, months }: { readonly parts: SkillsData['places']; readonly months: readonly Month[] },
) {
  return {
    id: 'places',
    heading: 'Where skills lack most',
    introduction: `The ${SKILLS_SHOWN} skills that each place below lacks most by ${monthInWords(months.at(-1) ?? 0)}.`,
    columns: [text('Skill'), text('Level'), number('In post today'), number('Needed at the end'), number('Lacking')],
    groups: parts.map(({ place, skills }) => ({
      heading: nameOf.place(place),
      rows: skills
        .filter((each) => lackingFte(each) >= 0.05)
        .toSorted((a, b) => lackingFte(b) - lackingFte(a))
        .slice(0, SKILLS_SHOWN)
        .map((each) => [
          each.skill,
          each.level,
          fteInWords(each.inPostFte),
          fteInWords(each.neededFte.at(-1) ?? 0),
          fteInWords(lackingFte(each)),
        ]),
    })),
    whenEmpty: 'There is no place below this one that lacks a skill.',
  };
}
