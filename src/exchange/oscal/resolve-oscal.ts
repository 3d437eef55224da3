// Resolves an OSCAL profile against the documents it imports, by OSCAL's own rules of selection.
import { fail, ok, type Problem, type Result } from '#kernel';
import type { Baseline, BaselineControl } from '#planning';
import {
  readOscal,
  type OscalCatalog,
  type OscalControl,
  type OscalDocument,
  type OscalGroup,
  type OscalProfile,
  type OscalSelection,
} from './oscal-documents.ts';
import { matchesGlob } from './glob.ts';
import { statementOf } from './oscal-statement.ts';

export type OscalFile = { readonly name: string; readonly text: string };

/** Include less exclude, import by import; what several imports bring counts once, as the first brings it. A control comes
 *  with its parents, so that none stands without what it is a part of. Alterations of a control's text other than the
 *  values of its parameters are left aside.
 *  @param root the profile to resolve, or a catalogue to take whole
 *  @param others every document that it imports, directly or through other profiles
 *  @source NIST, OSCAL Profile Resolution, phases import and merge (as-is) */
export function resolveOscal(root: OscalFile, others: readonly OscalFile[]): Result<Baseline> {
  const documents: OscalDocument[] = [];
  for (const file of [root, ...others]) {
    const document = readOscal(file.name, file.text);
    if (!document.ok) return document;
    documents.push(document.value);
  }
  const [first] = documents;
  if (first === undefined) return fail(noDocument(root.name));
  const controls = controlsOf(first, { documents, path: [] });
  if (!controls.ok) return controls;
  const { title, version } = (first.kind === 'catalog' ? first.catalog : first.profile).metadata;
  return ok({ title, version, controls: controls.value });
}

type Search = { readonly documents: readonly OscalDocument[]; readonly path: readonly string[] };

function controlsOf(document: OscalDocument, search: Search): Result<readonly BaselineControl[]> {
  if (search.path.includes(document.name)) return fail(circular([...search.path, document.name]));
  if (document.kind === 'catalog') return catalogControls(document);
  const path = [...search.path, document.name];
  const found = new Map<string, BaselineControl>();
  for (const each of document.profile.imports) {
    const imported = documentFor(each.href, document, search.documents);
    if (imported === null) return fail(notGiven(each.href, document.name));
    const controls = controlsOf(imported, { ...search, path });
    if (!controls.ok) return controls;
    const selected = selectedBy(each, controls.value);
    if (!selected.ok) return fail(...selected.problems.map((problem) => ({ ...problem, path: document.name })));
    for (const control of selected.value) if (!found.has(control.id)) found.set(control.id, control);
  }
  return ok([...found.values()].map((control) => withValues(control, document.profile)));
}

function catalogControls({
  name,
  catalog,
}: OscalDocument & { readonly kind: 'catalog' }): Result<readonly BaselineControl[]> {
  const controls = [...flatten(catalog.controls, { group: '', parent: null }), ...catalog.groups.flatMap(inGroup)];
  const seen = new Set<string>();
  for (const { id } of controls) {
    if (seen.has(id)) return fail(twice(id, name));
    seen.add(id);
  }
  return ok(controls);
}

function inGroup(group: OscalGroup): readonly BaselineControl[] {
  return [
    ...flatten(group.controls ?? [], { group: group.title, parent: null }),
    ...(group.groups ?? []).flatMap(inGroup),
  ];
}

function flatten(
  controls: OscalCatalog['controls'] | readonly OscalControl[],
  place: { readonly group: string; readonly parent: string | null },
): readonly BaselineControl[] {
  return controls.flatMap((control) => [
    { id: control.id, ...place, title: control.title, statement: statementOf(control) },
    ...flatten(control.controls ?? [], { ...place, parent: control.id }),
  ]);
}

function selectedBy(
  each: OscalProfile['imports'][number],
  controls: readonly BaselineControl[],
): Result<readonly BaselineControl[]> {
  const known = new Map(controls.map((control) => [control.id, control]));
  const selections = [...(each['include-controls'] ?? []), ...each['exclude-controls']];
  const stranger = selections.flatMap((one) => one['with-ids']).find((id) => !known.has(id));
  if (stranger !== undefined) return fail(unknownControl(stranger, each.href));
  // An import that says nothing of what it includes, includes all.
  const isWhole = each['include-all'] !== undefined || each['include-controls'] === undefined;
  const included = isWhole ? new Set(known.keys()) : matched(each['include-controls'] ?? [], controls);
  const excluded = matched(each['exclude-controls'], controls);
  const kept = new Set([...included].filter((id) => !excluded.has(id)));
  for (const id of kept) {
    const parent = known.get(id)?.parent ?? null;
    // A Set is walked in the order in which it grows, so the parents of parents are reached too.
    if (parent !== null && known.has(parent)) kept.add(parent);
  }
  return ok(controls.filter((control) => kept.has(control.id)));
}

function matched(selections: readonly OscalSelection[], controls: readonly BaselineControl[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const selection of selections) {
    const named = new Set(selection['with-ids']);
    const taken = new Set<string>();
    // Controls come after their parents, so one pass reaches children of children.
    for (const { id, parent } of controls) {
      const isChild = selection['with-child-controls'] === 'yes' && parent !== null && taken.has(parent);
      if (isChild || named.has(id) || selection.matching.some(({ pattern }) => matchesGlob(id, pattern))) taken.add(id);
    }
    for (const id of taken) found.add(id);
  }
  return found;
}

function withValues(control: BaselineControl, profile: OscalProfile): BaselineControl {
  const values = new Map(
    (profile.modify?.['set-parameters'] ?? []).flatMap((each) =>
      each.values === undefined ? [] : [[each['param-id'], each.values.join(', ')] as const],
    ),
  );
  const statement = control.statement.replace(
    /\[([^[\]:]+): [^[\]]*\]/g,
    (whole, id: string) => values.get(id) ?? whole,
  );
  return { ...control, statement };
}

/** A link leads to a document by the name of its file, whatever folder and form it names; failing that, to the only other
 *  document given. */
function documentFor(
  href: string,
  from: OscalDocument & { readonly kind: 'profile' },
  documents: readonly OscalDocument[],
): OscalDocument | null {
  const resources = from.profile['back-matter']?.resources ?? [];
  const links = href.startsWith('#')
    ? (resources.find(({ uuid }) => `#${uuid}` === href)?.rlinks.map((each) => each.href) ?? [])
    : [href];
  const names = new Set(links.map(stemOf));
  const others = documents.filter((each) => each !== from);
  const found = documents.find((each) => names.has(stemOf(each.name)));
  return found ?? (others.length === 1 ? (others[0] ?? null) : null);
}

/** The name of a file without its folder, its ending and the `-min` of its short form. */
function stemOf(href: string): string {
  const name = href.split(/[/\\]/).at(-1) ?? '';
  return name
    .replace(/\.(json|xml|yaml|yml)$/i, '')
    .replace(/-min$/, '')
    .toLowerCase();
}

function circular(path: readonly string[]): Problem {
  return {
    code: 'cycle',
    message: `profiles import each other in a circle: ${path.join(' → ')}; imports lead to a catalogue without a circle`,
    path: path[0] ?? '',
    hint: 'Take one of these imports out.',
  };
}

function notGiven(href: string, name: string): Problem {
  return {
    code: 'not-found',
    message: `profile '${name}' imports '${href}', which is not among the files given; nothing is fetched`,
    path: name,
    hint: 'Download the document that it imports, and name it with --catalogue.',
  };
}

function unknownControl(id: string, href: string): Problem {
  return {
    code: 'unknown-reference',
    message: `control '${id}' is selected from '${href}', which does not have it; a selection names controls of what it imports`,
    path: href,
    hint: 'Give the version of the catalogue that the profile was written for.',
  };
}

function twice(id: string, name: string): Problem {
  return {
    code: 'duplicate',
    message: `control '${id}' stands twice in '${name}'; an id names one control`,
    path: name,
    hint: 'Give the catalogue as its publisher offers it.',
  };
}

function noDocument(name: string): Problem {
  return {
    code: 'not-found',
    message: `'${name}' was not read`,
    path: name,
    hint: 'Name an OSCAL profile or catalogue.',
  };
}
