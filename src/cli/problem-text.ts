// How problems are told: what is wrong, where, and what to do next, for a reader or for a machine.
import type { Problem } from '#kernel';
import { wrapText, type Terminal } from './terminal.ts';

/** Exit codes: done; the work could not be done or the input is wrong; the command itself was wrong. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/** What a reader needs of a problem. */
type Notice = Omit<Problem, 'code'>;

type Telling = { readonly terminal: Terminal; readonly isJson: boolean };

/** Tells problems and gives the exit code: on standard error in words, on standard output as JSON. */
export function tellProblems(problems: readonly Problem[], { terminal, isJson }: Telling): number {
  if (isJson) terminal.say(JSON.stringify({ ok: false, problems }, null, 2));
  else terminal.tell(problemText(problems, terminal));
  return EXIT.failed;
}

/** Warnings stand in the JSON result itself, so here they are told in words only. */
export function tellWarnings(warnings: readonly Notice[], { terminal, isJson }: Telling): void {
  if (isJson) return;
  for (const warning of warnings) terminal.tell(entry(warning, 'quiet', terminal));
}

function problemText(problems: readonly Problem[], terminal: Terminal): string {
  const entries = problems.map((problem) => entry(problem, 'bad', terminal));
  const count = problems.length > 1 ? [`${problems.length} problems.`] : [];
  return [...entries, ...count].join('\n');
}

function entry({ message, path, hint }: Notice, tone: 'bad' | 'quiet', terminal: Terminal): string {
  const place = terminal.onMessage('strong', path);
  const mark = terminal.onMessage(tone, tone === 'bad' ? 'Problem' : 'Warning');
  const body = { width: terminal.columns, indent: '  ' };
  return [`${mark} ${place}`, wrapText(message, body), wrapText(`Next: ${hint}`, body)].join('\n');
}
