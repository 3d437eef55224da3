// Source text as the house rules read it: without comments, without strings, and as a list of imports.

export type Import = { readonly specifier: string; readonly line: number };

/** Every module that a source names, whether it imports, re-exports, loads or only takes a type from it. */
export function importsOf(source: string): readonly Import[] {
  const text = withoutComments(source);
  const code = codeOnly(source);
  const named = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)(['"])([^'"\n]+)\1/g;
  return [...text.matchAll(named)]
    .filter((match) => code[match.index] !== ' ')
    .map((match) => ({ specifier: match[2] ?? '', line: lineAt(text, match.index) }));
}

/** The source with every comment blanked; lines and columns stay where they were. */
export function withoutComments(source: string): string {
  return blank(source, new Set(['comment']));
}

/** The source with comments, strings and regular expressions blanked: what is left is code. */
export function codeOnly(source: string): string {
  return blank(source, new Set(['comment', 'string', 'regex']));
}

export function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

type Kind = 'comment' | 'string' | 'regex';
type Span = { readonly kind: Kind; readonly end: number };

function blank(source: string, kinds: ReadonlySet<Kind>): string {
  let result = '';
  let at = 0;
  while (at < source.length) {
    const span = spanAt(source, at);
    const end = span?.end ?? at + 1;
    const piece = source.slice(at, end);
    result += span !== null && kinds.has(span.kind) ? piece.replace(/[^\n]/g, ' ') : piece;
    at = end;
  }
  return result;
}

/** The comment, string or regular expression that begins at this character, if one does. A quoted string ends at its
 *  line's end at the latest, so that an apostrophe in a page's text spoils no more than its own line. */
function spanAt(source: string, at: number): Span | null {
  const two = source.slice(at, at + 2);
  if (two === '//' || (at === 0 && two === '#!')) return { kind: 'comment', end: endOfLine(source, at) };
  if (two === '/*') return { kind: 'comment', end: after(source, '*/', at + 2) };
  const one = source[at];
  if (one === "'" || one === '"') return { kind: 'string', end: endOfQuoted(source, at) };
  if (one === '`') return { kind: 'string', end: endOfTemplate(source, at) };
  if (one === '/' && beginsRegex(source, at)) return { kind: 'regex', end: endOfRegex(source, at) };
  return null;
}

function endOfLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end === -1 ? source.length : end;
}

function after(source: string, mark: string, from: number): number {
  const end = source.indexOf(mark, from);
  return end === -1 ? source.length : end + mark.length;
}

function endOfQuoted(source: string, start: number): number {
  const limit = endOfLine(source, start);
  for (let at = start + 1; at < limit; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === source[start]) return at + 1;
  }
  return limit;
}

function endOfTemplate(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== '`') {
    if (source.startsWith('${', at)) at = endOfSubstitution(source, at + 2);
    else at += source[at] === '\\' ? 2 : 1;
  }
  return at + 1;
}

function endOfSubstitution(source: string, start: number): number {
  let at = start;
  for (let depth = 1; depth > 0 && at < source.length;) {
    if (source[at] === '{') depth += 1;
    if (source[at] === '}') depth -= 1;
    at = spanAt(source, at)?.end ?? at + 1;
  }
  return at;
}

function beginsRegex(source: string, at: number): boolean {
  const before = source.slice(Math.max(0, at - 60), at).trimEnd();
  return before === '' || /[(,=:[!&|?{};+*%<>~^-]$/.test(before) || /\b(return|typeof|case|in|of)$/.test(before);
}

function endOfRegex(source: string, start: number): number {
  const limit = endOfLine(source, start);
  let isInClass = false;
  for (let at = start + 1; at < limit; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '[') isInClass = true;
    else if (source[at] === ']') isInClass = false;
    else if (source[at] === '/' && !isInClass) return at + 1;
  }
  return start + 1;
}
