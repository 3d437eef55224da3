// What a command says and where: results on standard output, everything else on standard error, colour on a terminal only.
import { styleText } from 'node:util';
import type { WriteStream } from 'node:tty';

export type Stream = Pick<NodeJS.WriteStream, 'write'> & Partial<Pick<WriteStream, 'isTTY' | 'columns'>>;

export type Tone = 'strong' | 'good' | 'bad' | 'quiet';

export type Terminal = {
  /** Writes a line of the result. */
  readonly say: (line: string) => void;
  /** Writes a line about the work: a problem, a warning, a step. */
  readonly tell: (line: string) => void;
  /** Rewrites the one line of progress; only where `isLive`. */
  readonly redraw: (line: string) => void;
  /** Whether standard error is a terminal whose last line may be rewritten. */
  readonly isLive: boolean;
  readonly columns: number;
  readonly onResult: (tone: Tone, text: string) => string;
  readonly onMessage: (tone: Tone, text: string) => string;
};

const formats = { strong: 'bold', good: 'green', bad: 'red', quiet: 'dim' } as const;
const WIDEST = 100;

/** @param streams standard output and standard error; `NO_COLOR` and `FORCE_COLOR` are read from the environment */
export function terminalOn({ stdout, stderr }: { readonly stdout: Stream; readonly stderr: Stream }): Terminal {
  const paint = (stream: Stream) => (tone: Tone, text: string) =>
    isColoured(stream) ? styleText(formats[tone], text, { validateStream: false }) : text;
  return {
    say: (line) => stdout.write(`${line}\n`),
    tell: (line) => stderr.write(`${line}\n`),
    redraw: (line) => stderr.write(`\r\u001b[2K${line}`),
    isLive: stderr.isTTY === true && process.env['TERM'] !== 'dumb',
    // Some terminals do not know their width and say 0.
    columns: Math.min(WIDEST, stdout.columns || WIDEST),
    onResult: paint(stdout),
    onMessage: paint(stderr),
  };
}

/** Breaks a sentence into lines no wider than `width`, each after `indent`. */
export function wrapText(text: string, { width, indent }: { readonly width: number; readonly indent: string }): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    const isFull = line.length + word.length + 1 > width && line.trim() !== '';
    if (isFull) lines.push(line);
    line = isFull || line === indent ? `${indent}${word}` : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

/** `NO_COLOR` wins over `FORCE_COLOR`, and both over the stream: https://no-color.org */
function isColoured(stream: Stream): boolean {
  if ((process.env['NO_COLOR'] ?? '') !== '') return false;
  const forced = process.env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0';
  return stream.isTTY === true && process.env['TERM'] !== 'dumb';
}
