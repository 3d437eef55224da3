// The house style as rules over text: each takes a file and tells its faults as `:line: what, and what to do`.
import { posix } from 'node:path';
import { codeOnly, lineAt, withoutComments } from './source-text.ts';
import type { TrackedFile } from './tracked-files.ts';

type Faults = readonly string[];

const LONGEST_FILE = 300;
const NAMES_THAT_SAY_NOTHING = /(^|[-./])(utils?|helpers?|common|misc|manager|base|stuff)([-./]|$)/;

export function beginsWithSentence({ text }: TrackedFile): Faults {
  const [first = '', second = ''] = text.split('\n');
  const line = first.startsWith('#!') ? second : first;
  return /^\/\/ (\S+ ){3,}\S+[.:]$/.test(line)
    ? []
    : [':1: begin with `// ` and one sentence that says what the file is for'];
}

export function lengthFault({ text }: TrackedFile): Faults {
  const lines = text.split('\n').length - 1;
  return lines > LONGEST_FILE
    ? [`: ${lines} lines; find the concept that wants a file of its own (at most ${LONGEST_FILE})`]
    : [];
}

export function nameFault(path: string): Faults {
  const ours = path.replace(/^\.ci\//, 'ci/').replace(/^\.[a-z]+(rc\.json|ignore)?$/, 'dotfile');
  // Tools look for it under this very name.
  const isProse = ours === 'Containerfile' || /^[A-Z]+(\.md)?$/.test(ours) || /(^|\/)README\.md$/.test(ours);
  const isData = path.startsWith('packs/') && /\.(csv|yaml)$/.test(path);
  const shaped = /^[a-z0-9]+([-./][a-z0-9]+)*$/.test(ours);
  const faults = shaped || isProse || isData ? [] : [`${path}: name files and folders in kebab-case`];
  return NAMES_THAT_SAY_NOTHING.test(ours) ? [...faults, `${path}: name the one thing it holds`] : faults;
}

export function forbiddenMarks({ text }: TrackedFile): Faults {
  const marks =
    /\b(TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b|@ts-(ig[n]ore|nocheck|expect-error)|(es|ox)lint-dis[a]ble|prettier-ig[n]ore/g;
  const focused = /\b(test|it|describe)\.(on[l]y|to[d]o)\(/g;
  return [...found(text, marks, 'do it now or open an issue'), ...found(text, focused, 'let every test run')];
}

export function whitespaceFaults({ text }: TrackedFile): Faults {
  const ends = text === '' || (text.endsWith('\n') && !text.endsWith('\n\n')) ? [] : [': end with one newline'];
  return [
    ...found(text, /[ \t]+$/gm, 'no blanks at the end'),
    ...found(text, /^ *\t|\r/gm, 'no tabs or carriage returns'),
    ...ends,
  ];
}

/** Paths of somebody's machine, hosts that packages came from, keys: nothing that names where this was made. */
export function leakedSurroundings({ text }: TrackedFile): Faults {
  const paths = /(?<![\w.$}-])\/(ho[m]e|roo[t]|User[s]|wor[k]|mn[t]|tm[p])\/[\w.]/g;
  const hosts = /https?:\/\/[\w.-]*(regist[r]y|artifact[o]ry|nexu[s]|prox[y])[\w.-]*[:/]|"resol[v]ed": "http/g;
  const keys = /-----BEGI[N] [A-Z ]*KEY|\b(gh[p]_|np[m]_|sk-)[A-Za-z0-9]{16}/g;
  return [
    ...found(text, paths, 'no paths of one machine'),
    ...found(text, hosts, 'no registry hosts'),
    ...found(text, keys, 'no keys'),
  ];
}

export function impureOperators({ text }: TrackedFile): Faults {
  return found(
    codeOnly(text),
    /\*\*|\bMath\.(pow|random)\b|\bDate\b/g,
    'use exp, log or multiplication, keyed chance, and months',
  );
}

/** Words that belong to one country's pack. `exchange/` reads official layouts, whose names are facts; a command may
 *  name such a layout or a pack's folder. */
export function countryWords({ path, text }: TrackedFile): Faults {
  if (path.startsWith('src/exchange/')) return [];
  const allowed = /NHS turnover|packs\/england|out\/england|nhs-turnover/g;
  const words = /\b(england|english|scotland|wales|nhs|nurses?|midwi(fe|ves|fery)|doctors?|agenda for change)\b/gi;
  return found(
    text.replace(allowed, (name) => '-'.repeat(name.length)),
    words,
    'it belongs in a pack',
  );
}

/** Exports of the source that nothing needs to see: no other file names them, no docstring explains them, and they are
 *  no type of which their own file makes others. */
export function exportsWithoutUse(sources: readonly TrackedFile[], readers: readonly TrackedFile[]): Faults {
  const words = readers.map(({ path, text }) => ({
    path,
    words: new Set(withoutComments(text).match(/[A-Za-z_]\w*/g)),
  }));
  return sources.flatMap(({ path, text }) =>
    [...text.matchAll(/^export (?:async )?(function|const|type|class) (\w+)/gm)].flatMap((match) => {
      const [, kind = '', name = ''] = match;
      const isExplained = text.slice(0, match.index).trimEnd().endsWith('*/');
      const isPart = kind === 'type' && (text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length > 1;
      const isUsed = words.some((reader) => reader.path !== path && reader.words.has(name));
      const line = lineAt(text, match.index);
      return isExplained || isPart || isUsed
        ? []
        : [`${path}:${line}: ${name} is used by no other file and has no docstring`];
    }),
  );
}

/** Links and pictures of a page that lead to no file of the project. */
export function brokenLinks({ path, text }: TrackedFile, known: ReadonlySet<string>): Faults {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap((match) => {
    const target = (match[1] ?? '').replace(/#.*$/, '');
    if (target === '' || /^[a-z]+:/.test(target)) return [];
    const whole = posix.normalize(posix.join(posix.dirname(path), target)).replace(/\/$/, '');
    return known.has(whole) ? [] : [`:${lineAt(text, match.index)}: '${target}': no such file in the project`];
  });
}

/** A test's name is a sentence that is true: several words, no `should`, no name of a function alone. */
export function testNameFaults({ text }: TrackedFile): Faults {
  return testNames(text)
    .filter(
      ({ name }) =>
        !/^\S+( \S+){2,}$/.test(name) || /\b(should|works|correctly|properly)\b/i.test(name) || name.endsWith('.'),
    )
    .map(({ name, line }) => `:${line}: '${name}': say in a sentence of three words or more what is true`);
}

/** Every row of the table names in its last column one or more tests between backticks, or says `not yet`. */
export function promiseFaults(document: string, tests: readonly TrackedFile[]): Faults {
  const names = new Set(tests.flatMap(({ text }) => testNames(text).map(({ name }) => name)));
  const rows = document.split('\n').filter((line) => /^\| *\d+ *\|/.test(line));
  return rows.flatMap((row) => {
    const cells = row.split('|').map((cell) => cell.trim());
    const [number, proof] = [cells[1], cells.at(-2) ?? ''];
    const named = [...proof.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
    if (named.length === 0)
      return proof.startsWith('not yet') ? [] : [`promise ${number}: name its test or say 'not yet'`];
    return named.filter((name) => !names.has(name)).map((name) => `promise ${number}: no test is called '${name}'`);
  });
}

function testNames(text: string): readonly { readonly name: string; readonly line: number }[] {
  const calls = withoutComments(text).matchAll(/^ *(?:await )?(?:t\.)?(?:test|it)\(\s*(['"`])((?:\\.|(?!\1).)+)\1/gms);
  return [...calls].map((match) => ({ name: match[2] ?? '', line: lineAt(text, match.index) }));
}

function found(text: string, pattern: RegExp, advice: string): Faults {
  return [...text.matchAll(pattern)].map((match) => `:${lineAt(text, match.index)}: '${match[0].trim()}': ${advice}`);
}
