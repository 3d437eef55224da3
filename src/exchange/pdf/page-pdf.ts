// A document as a PDF that is tagged for screen readers (PDF/UA-1): the same page gives the same bytes.
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fail, ok, type Result } from '#kernel';
import type { BlueprintPage } from '#planning';
import { PAGE_TEMPLATE } from './page-template.ts';

/** The page goes in as data and never as markup, so that no word of a record can set anything. Words that the fonts of
 *  the typesetter do not hold are set with those of the machine: then the bytes are the same on that machine alone. */
export async function pagePdf(page: BlueprintPage): Promise<Result<Uint8Array>> {
  // The typesetter is large: whoever needs no PDF never loads it.
  const typesetter = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = typesetter.NodeCompiler.create();
  const own = set(compiler, page, 'own');
  return own.ok ? own : set(compiler, page, 'any');
}

function set(compiler: NodeCompiler, page: BlueprintPage, fonts: 'own' | 'any'): Result<Uint8Array> {
  const source = { mainFileContent: PAGE_TEMPLATE, inputs: { page: JSON.stringify(page), fonts } };
  const compiled = compiler.compile(source);
  if (compiled.result === null) return fail(unset(page, 'the template does not set it'));
  try {
    return ok(new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: 'ua-1' })));
  } catch (error) {
    return fail(unset(page, reasonOf(error)));
  } finally {
    // What one document has left behind is not carried on to all others.
    compiler.evictCache(0);
  }
}

/** The typesetter tells of a fault in a long form; its first message says what cannot be set. */
function reasonOf(error: unknown): string {
  const told = error instanceof Error ? `${error.message} ${'code' in error ? String(error.code) : ''}` : String(error);
  return (
    /message: "(?<message>(?:[^"\\]|\\.)*)"/.exec(told)?.groups?.['message']?.replaceAll('\\', '') ??
    'no reason was given'
  );
}

function unset(page: BlueprintPage, reason: string) {
  return {
    code: 'unreadable',
    message: `'${page.title}' could not be set as a PDF: ${reason}`,
    path: page.id,
    hint: 'Take it as a page (HTML), and take signs out of its words that no font of this machine holds.',
  } as const;
}
