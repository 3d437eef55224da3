// Reads the official download of the Government Digital and Data Profession Capability Framework, with all its traps.
import { fail, groupBy, ok, type Result } from '#kernel';
import { type Framework, type FrameworkRole, rankLevels, type Standing, type UnrankedLevel } from '#pathways';
import { compareCodes, SKILL_LEVELS, type SkillLevel } from '#workforce';
import { type Complaints, createComplaints, quoted } from '../nhs-turnover/complaints.ts';
import { readSheet, type SheetRow } from './framework-sheet.ts';
import { type FrameworkTerms, idOf } from './framework-terms.ts';

const COLUMNS = ['Role Family', 'Role', 'Role Level', 'Skill Name', 'Skill Level'] as const;
type Row = SheetRow<(typeof COLUMNS)[number]>;

/** What the file writes in place of a level that nobody holds. */
const NOT_IN_USE = 'NOT IN USE';

/** Names and levels alone are read; descriptions stay with their publisher.
 *  @returns the framework with notes of what was derived and left out, or every fault with its `file:line:column` */
export function readGdad(
  { file, bytes }: { readonly file: string; readonly bytes: Uint8Array },
  terms: FrameworkTerms,
): Result<Framework> {
  const complaints = createComplaints(file);
  const rows = readSheet(bytes, COLUMNS, complaints);
  const inUse = rows.filter((row) => !isUnused(row));
  const { needs, repeats } = collectNeeds(inUse, complaints);
  const names = [...new Set(needs.map(({ skill }) => skill))].toSorted(compareCodes);
  checkIds(names, inUse, complaints);
  if (complaints.isEmpty() && needs.length === 0) complaints.add(EMPTY);
  if (!complaints.isEmpty()) return fail(...complaints.toProblems());
  return ok({
    ...terms,
    notes: notesOn({ repeats, unused: rows.filter(isUnused), names }),
    skills: names.map((name) => ({ id: idOf(name), name, group: null, related: [] })),
    roles: rolesOf(needs),
  });
}

/** Whether a skill's name ends in brackets that restrict it to a role. */
export function isRestricted(name: string): boolean {
  return name.endsWith(')');
}

type Need = {
  readonly family: string;
  readonly role: string;
  readonly level: string;
  readonly skill: string;
  readonly height: SkillLevel;
};

function isUnused({ cell }: Row): boolean {
  return cell('Role Level') === NOT_IN_USE || cell('Skill Level') === NOT_IN_USE;
}

/** Each need once; a row that says the same again is counted, one that says otherwise is complained of. */
function collectNeeds(rows: readonly Row[], complaints: Complaints) {
  const needs = new Map<string, Need>();
  let repeats = 0;
  for (const row of rows) {
    const height = heightOf(row);
    if (height === null) continue;
    const [family, role, level, skill] = [
      row.cell('Role Family'),
      row.cell('Role'),
      row.cell('Role Level'),
      row.cell('Skill Name'),
    ];
    const empty = COLUMNS.find((column) => row.cell(column) === '');
    if (empty !== undefined) row.complain(empty, { code: 'schema', message: `${empty} is empty; each row names one` });
    const key = JSON.stringify([family, role, level, skill]);
    const known = needs.get(key);
    if (known === undefined) needs.set(key, { family, role, level, skill, height });
    else if (known.height === height) repeats += 1;
    else {
      row.complain('Skill Level', {
        code: 'inconsistent',
        message: `Skill Level is ${quoted(height)} here and ${quoted(known.height)} on an earlier row for ${quoted(skill)} of ${quoted(level)}; a level asks for a skill at one height`,
      });
    }
  }
  return { needs: complaints.isEmpty() ? [...needs.values()] : [], repeats };
}

function heightOf(row: Row): SkillLevel | null {
  const written = row.cell('Skill Level').toLowerCase();
  const height = SKILL_LEVELS.find((level) => level === written);
  if (height !== undefined) return height;
  row.complain('Skill Level', {
    code: 'out-of-range',
    message: `Skill Level is ${quoted(row.cell('Skill Level'))}; it is ${SKILL_LEVELS.join(', ')} or ${NOT_IN_USE}`,
  });
  return null;
}

/** The file has no ids, so names make them: two names that make one id cannot be told apart. */
function checkIds(names: readonly string[], rows: readonly Row[], complaints: Complaints): void {
  const byId = groupBy(names, idOf);
  for (const [id, [first, second]] of byId) {
    if (second === undefined && id !== '') continue;
    const name = second ?? first ?? '';
    rows
      .find((row) => row.cell('Skill Name') === name)
      ?.complain('Skill Name', {
        code: 'duplicate',
        message: `Skill Name is ${quoted(name)}, which makes the id ${quoted(id)} like ${quoted(first ?? '')}; each skill needs an id of its own`,
      });
  }
  if (!complaints.isEmpty()) return;
  const levels = groupBy(rows, (row) => idOf(row.cell('Role Level')));
  for (const [id, list] of levels) {
    const roles = new Set(list.map((row) => `${row.cell('Role')} ${row.cell('Role Level')}`));
    if (roles.size === 1) continue;
    list.at(-1)?.complain('Role Level', {
      code: 'duplicate',
      message: `Role Level makes the id ${quoted(id)}, as does another role's; each role level needs a name of its own`,
    });
  }
}

function rolesOf(needs: readonly Need[]): readonly FrameworkRole[] {
  const roles = groupBy(needs, ({ family, role }) => JSON.stringify([family, role]));
  return [...roles.values()].flatMap((list) => {
    const [first] = list;
    if (first === undefined) return [];
    const levels = [...groupBy(list, ({ level }) => level)].map(([name, own]): UnrankedLevel => ({
      id: idOf(name),
      name,
      standing: standingOf(name),
      needs: own
        .map(({ skill, height }) => ({ skill: idOf(skill), level: height }))
        .toSorted((one, other) => compareCodes(one.skill, other.skill)),
    }));
    return [
      {
        id: idOf(first.role),
        name: first.role,
        family: first.family,
        seniority: 'derived' as const,
        levels: rankLevels(levels),
      },
    ];
  });
}

function standingOf(title: string): Standing {
  if (/^(trainee|apprentice)\b/i.test(title)) return 'entry';
  return /^(head|chief)\b/i.test(title) ? 'head' : 'ordinary';
}

type Account = { readonly repeats: number; readonly unused: readonly Row[]; readonly names: readonly string[] };

function notesOn({ repeats, unused, names }: Account): readonly string[] {
  const roles = [...new Set(unused.map(({ cell }) => cell('Role')))];
  const bracketed = names.filter(isRestricted).length;
  return [
    'The order of levels is derived: the file lists them by the alphabet. Trainees and apprentices stand first, heads and chiefs last, all others by the sum of the skill levels that they ask for; levels with equal sums stand side by side.',
    'The file has no ids: those here are made of the names.',
    ...(repeats > 0 ? [`${rowsThat(repeats, 'repeats', 'repeat')} another row ${wasRead(repeats)} read once.`] : []),
    ...(unused.length > 0
      ? [
          `${rowsThat(unused.length, 'is', 'are')} marked ${NOT_IN_USE} ${wasRead(unused.length)} left out: ${roles.join(', ')}.`,
        ]
      : []),
    ...(bracketed > 0
      ? [
          bracketed === 1
            ? '1 skill carries a restriction in brackets and stands as a skill of its own; a crosswalk can relate it.'
            : `${bracketed} skills carry a restriction in brackets and stand as skills of their own; a crosswalk can relate them.`,
        ]
      : []),
  ];
}

function rowsThat(count: number, one: string, many: string): string {
  return count === 1 ? `1 row that ${one}` : `${count} rows that ${many}`;
}

function wasRead(count: number): string {
  return count === 1 ? 'was' : 'were';
}

const EMPTY = {
  code: 'inconsistent',
  line: 1,
  column: 1,
  message: 'the file has a header and no role level in use; a framework has a row for each skill of each level',
  hint: 'Save the file again with its rows: this one was cut off.',
} as const;
