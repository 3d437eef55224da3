// The addresses of sending people in post: the form, the file that was sent with its preview, keeping and dropping it.
import { Details } from 'nhsuk-react-components';
import { ok, readUtf8, type Result } from '#kernel';
import type { PageAnswer, PageRequest, PageRoute } from '#http';
import {
  dropUpload,
  keepUpload,
  ownPlace,
  readUpload,
  replaceStock,
  type Desk,
  type SentTable,
  type Workspace,
} from '#service';
import type { Place } from '#workforce';
import { deskOf, fieldOf, formAgain, onward, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { asFormProblems, ProblemSummary, type FormProblem } from '../shell/problem-summary.tsx';
import { personalColumns } from './personal-columns.ts';
import { shownChange } from './stock-change.ts';
import { mappedRows, mappingOf, missingFields, type StockMapping } from './stock-mapping.ts';
import { DropForm, MappingForm, Preview, SendForm } from './stock-upload.tsx';
import { WORKFORCE_TRAIL } from './workforce-routes.tsx';

export function uploadRoutes(dress: Dress): readonly PageRoute[] {
  const access = { kind: 'permitted', action: 'change', resource: 'workforce', placeParam: null } as const;
  const at = '/workforce/upload/:upload';
  return [
    { method: 'GET', path: '/workforce/upload', access, answer: (request) => sendPage(dress, request, []) },
    { method: 'GET', path: '/workforce/upload/template.csv', access, answer: template },
    { method: 'POST', path: '/workforce/upload', access, answer: (request) => receive(dress, request) },
    { method: 'GET', path: at, access, answer: (request) => previewPage(dress, request) },
    { method: 'POST', path: `${at}/keep`, access, answer: keep },
    { method: 'POST', path: `${at}/drop`, access, answer: drop },
  ];
}

async function sendPage(dress: Dress, request: PageRequest, problems: readonly FormProblem[]) {
  const found = await ownPlace(deskOf(request));
  if (!found.ok) return found;
  const props = {
    request,
    title: 'Send a file of people in post',
    part: 'workforce',
    trail: WORKFORCE_TRAIL,
    islands: [],
    children: <SendForm request={request} place={found.value.place} problems={problems} />,
  };
  return problems.length === 0 ? pageAnswer(dress, props) : formAgain(dress, props);
}

/** A row of nobody for each post that the pack knows, in the first place that the member keeps. */
async function template(request: PageRequest): Promise<Result<PageAnswer>> {
  const desk = deskOf(request);
  const found = await ownPlace(desk);
  if (!found.ok) return found;
  const { roles, ageGroups, sources } = found.value.workspace.pack.system;
  const rows = roles.flatMap(({ id, bands }) =>
    bands.flatMap((band) =>
      ageGroups.map((group) => [found.value.place.code, id, band, group.id, '0', '0', sources[0]?.id ?? '']),
    ),
  );
  const bytes = new TextEncoder().encode(desk.world.writePackText.stock(rows));
  return ok({ kind: 'file', mediaType: 'text/csv; charset=utf-8', filename: 'people-in-post.csv', bytes });
}

async function receive(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const file = request.files.find(({ field }) => field === 'file');
  if (file === undefined || file.bytes.length === 0) {
    return sendPage(dress, request, [{ field: 'file', message: 'Choose a file.' }]);
  }
  const reading = readUtf8(file.bytes);
  if (reading.kind !== 'text')
    return sendPage(dress, request, [{ field: 'file', message: notText(reading.position.line) }]);
  const name = file.filename.slice(-100);
  const table = await desk.world.readTable({ name, text: reading.text });
  if (!table.ok) {
    const problems = table.problems.map(({ message, hint }) => ({ field: 'file', message: `${message} ${hint}` }));
    return sendPage(dress, request, problems);
  }
  const personal = personalColumns(table.value);
  if (personal.length > 0) {
    const message = `The column ${personal.map((column) => `‘${column}’`).join(', ')} tells of single people. Send counts alone.`;
    return sendPage(dress, request, [{ field: 'file', message }]);
  }
  const key = await keepUpload(desk, { kind: 'stock', name, text: reading.text });
  return key.ok ? onward(`/workforce/upload/${key.value}`) : key;
}

function notText(line: number): string {
  return `Line ${line} is not plain text in UTF-8. Save the sheet as “CSV UTF-8” and send it again.`;
}

async function previewPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const sent = await sentStock(desk, request, request.query);
  if (!sent.ok) return sent;
  const { workspace, place, table, mapping, name } = sent.value;
  const missing = missingFields(mapping, table);
  const page = { request, part: 'workforce', trail: [...WORKFORCE_TRAIL, SEND], islands: [] };
  const form = (
    <MappingForm action={request.path} table={table} mapping={mapping} missing={missing} workspace={workspace} />
  );
  if (missing.length > 0) {
    const isAnswered = Object.keys(request.query).length > 0;
    return pageAnswer(dress, {
      ...page,
      title: `Which column of ${name} is which?`,
      children: isAnswered ? (
        form
      ) : (
        <MappingForm action={request.path} table={table} mapping={mapping} missing={[]} workspace={workspace} />
      ),
    });
  }
  const tried = await shownChange(desk, {
    workspace,
    place: place.code,
    file: name,
    rows: mappedRows(table, mapping, workspace.pack.system),
  });
  const title = `What ${name} would change`;
  const mappingAgain = (
    <Details className="no-print">
      <Details.Summary>Which column is which</Details.Summary>
      <Details.Text>{form}</Details.Text>
    </Details>
  );
  if (!tried.ok) {
    return formAgain(dress, {
      ...page,
      title,
      children: (
        <>
          <ProblemSummary problems={asFormProblems(tried.problems)} />
          <p>Mend the file and send it again, or choose other columns. Nothing is kept.</p>
          {mappingAgain}
          <DropForm request={request} />
        </>
      ),
    });
  }
  return pageAnswer(dress, {
    ...page,
    title,
    children: (
      <>
        <Preview request={request} workspace={workspace} place={place} mapping={mapping} change={tried.value} />
        {mappingAgain}
      </>
    ),
  });
}

const SEND = { label: 'Send a file', href: '/workforce/upload' };

async function keep(request: PageRequest) {
  const desk = deskOf(request);
  const sent = await sentStock(desk, request, Object.fromEntries(request.form));
  if (!sent.ok) return sent;
  const { workspace, place, table, mapping, name, key } = sent.value;
  const rows = mappedRows(table, mapping, workspace.pack.system);
  const kept = await replaceStock(desk, {
    workspace,
    place: place.code,
    file: name,
    rows,
    madeFrom: Number(fieldOf(request, 'madeFrom')),
  });
  if (!kept.ok) return kept;
  const dropped = await dropUpload(desk, 'stock', key);
  return dropped.ok ? onward('/workforce/versions') : dropped;
}

async function drop(request: PageRequest) {
  const dropped = await dropUpload(deskOf(request), 'stock', request.params['upload'] ?? '');
  return dropped.ok ? onward('/workforce/upload') : dropped;
}

type Sent = {
  readonly workspace: Workspace;
  readonly place: Place;
  readonly key: string;
  readonly name: string;
  readonly table: SentTable;
  readonly mapping: StockMapping;
};

async function sentStock(
  desk: Desk,
  request: PageRequest,
  chosen: Readonly<Record<string, string>>,
): Promise<Result<Sent>> {
  const found = await ownPlace(desk);
  if (!found.ok) return found;
  const key = request.params['upload'] ?? '';
  const upload = await readUpload(desk, 'stock', key);
  if (!upload.ok) return upload;
  const table = await desk.world.readTable(upload.value);
  if (!table.ok) return table;
  return ok({
    ...found.value,
    key,
    name: upload.value.name,
    table: table.value,
    mapping: mappingOf(table.value, chosen),
  });
}
