// What is in a file of a framework, in words: its roles with their levels in order, its skills, and what was left out.
import { groupBy } from '#kernel';
import type { FrameworkRead, FrameworkRoleRead } from '../cli-world.ts';
import { wrapText, type Terminal } from '../terminal.ts';

/** @param file as the reader named it
 *  @returns lines of the summary, without what to do next */
export function frameworkWords(read: FrameworkRead, file: string, terminal: Terminal): readonly string[] {
  const { roles, skills, restricted, notes } = read;
  const levels = roles.reduce((sum, role) => sum + role.levels.length, 0);
  const list = (names: readonly string[]) => wrapText(names.join(', '), { width: terminal.columns, indent: '    ' });
  const title = (text: string) => terminal.onResult('strong', text);
  return [
    `${title(file)} holds ${counted(roles.length, 'role')}, ${counted(levels, 'role level')} and ${counted(skills.length, 'skill')}. It was read and nothing was written.`,
    ...(roles.length === 0 ? [] : ['', title(`Roles and their levels, ${orderOf(roles)}`), ...LEGEND]),
    ...[...groupBy(roles, ({ family }) => family)].flatMap(([family, own]) => [
      `  ${family}`,
      ...own.map((role) => wrapText(roleWords(role), { width: terminal.columns, indent: '    ' })),
    ]),
    '',
    title('Skills'),
    ...[...groupBy(skills, ({ group }) => group ?? '')].flatMap(([group, own]) => [
      ...(group === '' ? [] : [`  ${group}`]),
      list(own.map(({ name }) => name)),
    ]),
    ...(restricted.length === 0
      ? []
      : ['', title(`Skills with a restriction in brackets (${restricted.length})`), list(restricted)]),
    ...(notes.length === 0 ? [] : ['', title('What was derived and what was left out')]),
    ...notes.map((note) => wrapText(note, { width: terminal.columns, indent: '  ' })),
  ];
}

const LEGEND = [
  '  In brackets the number of skills that a level asks for; levels with = between them stand side by side.',
  '',
];

/** `Analyst: Junior (8) < Senior (9)`; levels side by side are joined by `=`. */
function roleWords({ name, levels }: FrameworkRoleRead): string {
  const steps = [...groupBy(levels, ({ rank }) => rank).values()].map((step) =>
    step.map((level) => `${level.name} (${level.skills})`).join(' = '),
  );
  return `${name}: ${steps.join(' < ')}`;
}

function orderOf(roles: readonly FrameworkRoleRead[]): string {
  const derived = roles.filter(({ seniority }) => seniority === 'derived').length;
  if (derived === 0) return 'least senior first, as the file states it';
  if (derived === roles.length) return 'least senior first; the order is derived, not stated by the file';
  return `least senior first; the order is derived for ${derived} of ${roles.length} roles and stated for the others`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
