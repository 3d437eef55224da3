// Says what is wrong with the form of a YAML file in a planner's words rather than the parser's.
import type { YAMLError } from 'yaml';
import type { Flaw, Position } from './flaw.ts';
import { shown } from './flaw.ts';

type SyntaxError = {
  readonly file: string;
  readonly text: string;
  readonly error: YAMLError;
  readonly position: Position;
};

type Words = { readonly code?: Flaw['code']; readonly rule: string; readonly hint: string };

const WORDS: Readonly<Record<string, Words>> = {
  BAD_ALIAS: {
    rule: 'an alias repeats an anchor that stands above it',
    hint: 'Write the value out in place of the alias.',
  },
  BAD_DIRECTIVE: { rule: 'a pack uses no YAML directives', hint: 'Delete the line that begins with "%".' },
  BAD_INDENT: {
    rule: 'each level is indented more than the one that holds it, and every bracket is closed',
    hint: 'Line the fields up under each other, two spaces a level, and close what [ or { opens.',
  },
  BLOCK_AS_IMPLICIT_KEY: { rule: 'a line has one "name: value"', hint: 'Put text that holds ": " in quotes.' },
  DUPLICATE_KEY: {
    code: 'duplicate',
    rule: 'a field stands once',
    hint: 'Delete one of the two, or give it its own name.',
  },
  MISSING_CHAR: { rule: 'every quote, bracket and comma has its partner', hint: 'Add the character that is missing.' },
  NON_STRING_KEY: { rule: 'the name of a field is a single word of text', hint: 'Write the field as "name: value".' },
  RESOURCE_EXHAUSTION: {
    code: 'too-large',
    rule: 'no file of a pack is more than 8 levels deep',
    hint: 'Take the extra levels of brackets or indentation out.',
  },
  TAB_AS_INDENT: { rule: 'lines are indented with spaces, never tabs', hint: 'Replace the tab by two spaces a level.' },
  TAG_RESOLVE_FAILED: {
    rule: 'a pack is plain data without tags',
    hint: 'Delete the tag (the word that begins with "!").',
  },
};

export function syntaxFlaw({ file, text, error, position }: SyntaxError): Flaw {
  const words = WORDS[error.code] ?? {
    rule: lowerFirst(error.message),
    hint: 'Mend the line; docs/packs.md shows the form.',
  };
  const line = text.split(/\r?\n/)[position.line - 1] ?? '';
  return {
    code: words.code ?? 'syntax',
    file,
    position,
    message: `${file}: the line is ${shown(line.slice(0, 60))}, but ${words.rule}`,
    hint: words.hint,
  };
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
