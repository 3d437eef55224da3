// How every command about skills and routes gives its answer: the page written, the words or the JSON said.
import type { Result } from '#kernel';
import type { BlueprintAnswer, BlueprintPage, PageSection } from '#planning';
import { EXIT, tellProblems } from '../problem-text.ts';
import type { Session } from '../session.ts';
import { wrapText, type Terminal } from '../terminal.ts';

export type AnswerFlags = { readonly html?: string; readonly json?: true };

/** Writes the page of an answer and says what it comes to.
 *  @param answer what the use case gave @param more lines to say after the tables */
export async function giveAnswer(
  { world, finish }: Session,
  answer: Result<BlueprintAnswer<unknown>>,
  { flags, more }: { readonly flags: AnswerFlags; readonly more: readonly string[] },
): Promise<void> {
  const telling = { terminal: world.terminal, isJson: flags.json === true };
  if (!answer.ok) return finish(tellProblems(answer.problems, telling));
  const { page, data } = answer.value;
  const file = flags.html ?? `out/${page.pack.id}-people/${page.id}.html`;
  const problem = await world.savePages(answer.value, file);
  if (problem !== null) return finish(tellProblems([problem], telling));
  const { pack, month, summary } = page;
  world.terminal.say(
    telling.isJson
      ? JSON.stringify({ ok: true, pack, month, summary, data, page: file }, null, 2)
      : [...inWords(page, world.terminal), ...more, `Page  ${world.terminal.onResult('good', file)}`].join('\n'),
  );
  return finish(EXIT.done);
}

/** Rows of each table that a terminal shows; the page has them all. */
const ROWS_SHOWN = 10;
const SECTIONS_SHOWN = 4;

function inWords(page: BlueprintPage, terminal: Terminal): readonly string[] {
  const body = { width: terminal.columns, indent: '  ' };
  return [
    terminal.onResult('strong', `${page.title} (${page.pack.name}, ${page.month})`),
    '',
    ...page.summary.map((sentence) => wrapText(sentence, body)),
    '',
    ...page.sections.slice(0, SECTIONS_SHOWN).flatMap((section) => sectionLines(section, terminal)),
  ];
}

function sectionLines({ heading, columns, groups }: PageSection, terminal: Terminal): readonly string[] {
  const rows = groups.flatMap((group) => group.rows);
  if (rows.length === 0) return [];
  const shown = rows.slice(0, ROWS_SHOWN).map((row) => {
    const cells = row.flatMap((cell, index) => {
      const column = columns[index];
      if (cell === '–' || cell === '') return [];
      return column?.kind === 'number' ? [`${column.label.toLowerCase()} ${cell}`] : [cell];
    });
    return wrapText(`- ${cells.join(' · ')}`, { width: terminal.columns, indent: '  ' });
  });
  const left = rows.length - shown.length;
  return [`${heading}:`, ...shown, ...(left > 0 ? [`  … and ${left} more`] : []), ''];
}
