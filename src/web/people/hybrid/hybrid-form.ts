// The form of a hybrid role's design, read into the design or into what is wrong field by field.
import { hybridDesignSchema, type HybridDesign } from '#planning';
import { SKILL_LEVELS } from '#workforce';
import type { FormProblem } from '../../shell/problem-summary.tsx';

export type HybridFields = Readonly<Record<string, string>>;

/** Parts that the form has room for. */
export const PART_NUMBERS = [1, 2, 3, 4] as const;

export type ReadHybrid =
  | { readonly ok: true; readonly design: HybridDesign }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

/** @param fields shares as percentages; registrations and skills one to a line */
export function readHybrid(fields: HybridFields): ReadHybrid {
  const problems: FormProblem[] = [];
  const parts = readParts(fields, problems);
  const skills = readSkills(fields['skills'] ?? '', problems);
  const name = fields['name'] ?? '';
  const parsed = hybridDesignSchema.safeParse({
    id: idOf(name),
    name,
    family: fields['family'] ?? '',
    band: fields['band'] ?? '',
    sourceProfession: fields['sourceProfession'] ?? '',
    parts,
    registrations: linesOf(fields['registrations'] ?? ''),
    skills,
    startsPerYear: numberOf(fields['startsPerYear']),
    trainingMonths: numberOf(fields['trainingMonths']),
    completionShare: numberOf(fields['completionShare']) / 100,
    costGbpPerStart: numberOf(fields['costGbpPerStart']),
    protectedTimeShare: numberOf(fields['protectedTimeShare']) / 100,
    backfillShare: numberOf(fields['backfillShare']) / 100,
  });
  for (const { path } of parsed.error?.issues ?? []) {
    const field = String(path[0]);
    const message = MESSAGES[field];
    if (message !== undefined && !problems.some((each) => each.field === message.field)) problems.push(message);
  }
  return parsed.success && problems.length === 0 ? { ok: true, design: parsed.data } : { ok: false, problems };
}

/** What the form holds for a design that is there already. */
export function fieldsOfDesign(design: HybridDesign): HybridFields {
  const percent = (share: number) => String(Math.round(share * 1000) / 10);
  const parts = design.parts.flatMap(({ profession, shareOfFte, like }, index) => [
    [`profession${index + 1}`, profession],
    [`share${index + 1}`, percent(shareOfFte)],
    [`like${index + 1}`, like ?? ''],
  ]);
  return {
    name: design.name,
    family: design.family,
    band: design.band,
    sourceProfession: design.sourceProfession,
    registrations: design.registrations.join('\n'),
    skills: design.skills.map(({ skill, level }) => `${skill} = ${level}`).join('\n'),
    startsPerYear: String(design.startsPerYear),
    trainingMonths: String(design.trainingMonths),
    completionShare: percent(design.completionShare),
    costGbpPerStart: String(design.costGbpPerStart),
    protectedTimeShare: percent(design.protectedTimeShare),
    backfillShare: percent(design.backfillShare),
    ...Object.fromEntries(parts),
  };
}

const SHARE = 'a percentage from 0 to 100';

const MESSAGES: Readonly<Record<string, FormProblem>> = {
  id: { field: 'name', message: 'Give the role a name that begins with a letter or a number.' },
  name: { field: 'name', message: 'Give the role a name.' },
  family: { field: 'family', message: 'Choose the family.' },
  band: { field: 'band', message: 'Choose the band.' },
  sourceProfession: { field: 'sourceProfession', message: 'Choose the profession that people come from.' },
  parts: { field: 'share1', message: 'Give at least one part with its share.' },
  startsPerYear: { field: 'startsPerYear', message: 'Give the starts in a year as a number from 0.' },
  trainingMonths: { field: 'trainingMonths', message: 'Give the months of training as a whole number, 0 to 120.' },
  completionShare: { field: 'completionShare', message: `Give who complete as ${SHARE}.` },
  costGbpPerStart: { field: 'costGbpPerStart', message: 'Give the cost of a start in pounds, from 0.' },
  protectedTimeShare: { field: 'protectedTimeShare', message: `Give the protected time as ${SHARE}.` },
  backfillShare: { field: 'backfillShare', message: `Give the backfill as ${SHARE}.` },
};

function readParts(fields: HybridFields, problems: FormProblem[]) {
  const parts = PART_NUMBERS.flatMap((number) => {
    const [profession, share] = [fields[`profession${number}`] ?? '', fields[`share${number}`] ?? ''];
    if (profession === '' && share === '') return [];
    const shareOfFte = numberOf(share) / 100;
    if (profession === '') {
      problems.push({ field: `profession${number}`, message: `Choose the profession of part ${number}.` });
    }
    if (!(shareOfFte > 0 && shareOfFte <= 1)) {
      problems.push({ field: `share${number}`, message: `Give the share of part ${number} as a percentage above 0.` });
    }
    const like = fields[`like${number}`] ?? '';
    return [{ profession, shareOfFte, like: like === '' ? null : like }];
  });
  const sum = parts.reduce((total, { shareOfFte }) => total + shareOfFte, 0);
  if (parts.length > 0 && Number.isFinite(sum) && Math.abs(sum - 1) > 1e-9) {
    const message = `The shares add up to ${Math.round(sum * 1000) / 10}%; the parts of a role add up to 100%.`;
    problems.push({ field: 'share1', message });
  }
  return parts;
}

function readSkills(text: string, problems: FormProblem[]) {
  return linesOf(text).flatMap((line) => {
    const [skill = '', written = ''] = line.split('=').map((part) => part.trim());
    const level = SKILL_LEVELS.find((each) => each === written.toLowerCase());
    if (skill !== '' && level !== undefined) return [{ skill, level }];
    const message = `“${line}” is not a skill with one of the levels ${SKILL_LEVELS.join(', ')}.`;
    problems.push({ field: 'skills', message });
    return [];
  });
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Nothing written is no number, and not 0. */
function numberOf(text: string | undefined): number {
  return text === undefined || text === '' ? Number.NaN : Number(text.replaceAll(/[£,%]/g, ''));
}

/** `Pharmacy data lead` → `pharmacy-data-lead` */
function idOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
}
