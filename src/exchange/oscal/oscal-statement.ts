// The statement of an OSCAL control as plain text, its open parameters marked.
import type { OscalControl } from './oscal-documents.ts';

type Part = NonNullable<OscalControl['parts']>[number];

/** The prose of the control's statement and of its items, in order; a parameter reads `[id: label]`, or as its value. */
export function statementOf(control: OscalControl): string {
  const statement = (control.parts ?? []).find((part) => part.name === 'statement');
  const prose = statement === undefined ? control.title : proseOf(statement).join(' ');
  const params = new Map((control.params ?? []).map((param) => [param.id, param]));
  return prose.replace(/\{\{\s*insert:\s*param,\s*([^\s}]+)\s*\}\}/g, (_, id: string) => {
    const param = params.get(id);
    const set = param?.values?.join(', ');
    return set ?? `[${id}: ${(param?.label ?? 'to be set').replace(/[[\]]/g, '')}]`;
  });
}

function proseOf(part: Part): readonly string[] {
  const own = part.prose === undefined ? [] : [part.prose];
  return [...own, ...(part.parts ?? []).flatMap(proseOf)];
}
