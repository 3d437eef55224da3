// Evidence by file on pages: an official file is sent, looked at month by month, kept for somebody else to verify, taken back.
import { Button, FileUpload, InsetText, Tag } from 'nhsuk-react-components';
import type { PageRequest, PageRoute } from '#http';
import { counted, DataTable, formatMonthName, formatNumber, singleGroup } from '#report';
import {
  atWorkspace,
  keepEvidenceFile,
  openEvidenceFile,
  sendEvidenceFile,
  takeBackEvidenceFile,
  type EvidenceFile,
  type EvidenceStanding,
} from '#service';
import { deskOf, formAgain, onward, pageAnswer } from '../shell/page-answer.tsx';
import { CsrfField, type Dress } from '../shell/page-shell.tsx';
import { ProblemSummary, type FormProblem } from '../shell/problem-summary.tsx';

const TRAIL = [
  { label: 'Home', href: '/' },
  { label: 'Delivery', href: '/delivery' },
];

export function evidenceUploadRoutes(dress: Dress): readonly PageRoute[] {
  const access = { kind: 'permitted', action: 'create', resource: 'evidence', placeParam: null } as const;
  const at = '/evidence/file/:upload';
  return [
    { method: 'GET', path: '/evidence/file', access, answer: (request) => sendPage(dress, request, []) },
    { method: 'POST', path: '/evidence/file', access, answer: (request) => receive(dress, request) },
    { method: 'GET', path: at, access, answer: (request) => filePage(dress, request) },
    { method: 'POST', path: `${at}/keep`, access, answer: (request) => act(request, keepEvidenceFile) },
    { method: 'POST', path: `${at}/take-back`, access, answer: (request) => act(request, takeBackEvidenceFile) },
  ];
}

function sendPage(dress: Dress, request: PageRequest, problems: readonly FormProblem[]) {
  const [first] = problems;
  const props = {
    request,
    title: 'Send a file of evidence',
    part: 'delivery',
    trail: TRAIL,
    islands: [],
    children: (
      <>
        <ProblemSummary problems={problems} />
        <p className="nhsuk-u-reading-width">
          An official statistic says every month who was in post, joined and left, by organisation and staff group. Send
          that file as it is published; it becomes a month of evidence for each organisation that is a place of yours,
          or for the system that it belongs to; whoever moves between two of them counts as a leaver and a joiner.
          Central functions are wider than the digital workforce, so what it tells is a proxy: it moves rates, and no
          count of people.
        </p>
        <form method="post" action="/evidence/file" encType="multipart/form-data">
          <CsrfField request={request} />
          <FileUpload
            id="file"
            name="file"
            label="Turnover file of a month"
            hint="“Turnover benchmarking by organisation and staff group”, CSV, at most 5 million characters. You see what it tells before anything is kept."
            accept=".csv,text/csv"
            {...(first === undefined ? {} : { error: first.message })}
          />
          <Button>See what it tells</Button>
        </form>
        <p>
          <a href="/evidence/new">Type in a month instead</a>
        </p>
      </>
    ),
  };
  return Promise.resolve(problems.length === 0 ? pageAnswer(dress, props) : formAgain(dress, props));
}

/** Problems of a file that are shown: a wrong file has one on every line. */
const PROBLEMS_SHOWN = 20;

async function receive(dress: Dress, request: PageRequest) {
  const file = request.files.find(({ field }) => field === 'file');
  if (file === undefined || file.bytes.length === 0) {
    return sendPage(dress, request, [{ field: 'file', message: 'Choose a file.' }]);
  }
  const key = await sendEvidenceFile(deskOf(request), { name: file.filename.slice(-100), bytes: file.bytes });
  if (key.ok) return onward(`/evidence/file/${key.value}`);
  const told = key.problems.map(({ path, message, hint }) => ({
    field: 'file',
    message: `${path}: ${message} ${hint}`,
  }));
  const left = told.length - PROBLEMS_SHOWN;
  const more =
    left > 0 ? [{ field: 'file', message: `And ${counted(left, 'problem', 'problems')} more. Nothing is kept.` }] : [];
  return sendPage(dress, request, [...told.slice(0, PROBLEMS_SHOWN), ...more]);
}

async function filePage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const found = await openEvidenceFile(desk, request.params['upload'] ?? '');
  if (!found.ok) return found;
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const nameOf = (code: string) => workspace.value.tree.byCode.get(code)?.name ?? code;
  return pageAnswer(dress, {
    request,
    title: 'What the file tells',
    part: 'delivery',
    trail: [...TRAIL, { label: 'Send a file', href: '/evidence/file' }],
    islands: [],
    children: <FileView request={request} file={found.value} nameOf={nameOf} />,
  });
}

type FileViewProps = {
  readonly request: PageRequest;
  readonly file: EvidenceFile;
  readonly nameOf: (place: string) => string;
};

function FileView({ request, file, nameOf }: FileViewProps) {
  const { name, months, unknownPlaces, foreignPlaces } = file;
  const open = months.filter(({ standing }) => standing === 'new' || standing === 'taken back').length;
  const reported = months.filter(({ standing }) => standing === 'reported').length;
  const outside = [
    ...(unknownPlaces > 0
      ? [
          counted(
            unknownPlaces,
            'organisation of the file is no place here',
            'organisations of the file are no places here',
          ),
        ]
      : []),
    ...(foreignPlaces > 0 ? [counted(foreignPlaces, 'is not yours to tell of', 'are not yours to tell of')] : []),
  ];
  const month = months[0]?.evidence.month;
  const from = month === undefined ? name : `${name}, ${formatMonthName(month)}`;
  const told = `${from}: ${counted(months.length, 'place', 'places')}, ${formatNumber(open)} of them new.`;
  return (
    <>
      {months.length === 0 ? (
        <InsetText>The file tells of no place that is yours, so there is nothing to keep.</InsetText>
      ) : (
        <p className="nhsuk-u-reading-width">{told}</p>
      )}
      {outside.length === 0 ? null : <p>{outside.join('; ')}.</p>}
      {open > 0 ? (
        <form method="post" action={`${request.path}/keep`} className="no-print">
          <CsrfField request={request} />
          <Button>{`Keep ${counted(open, 'month', 'months')} as reported`}</Button>
        </form>
      ) : null}
      {reported > 0 ? (
        <form method="post" action={`${request.path}/take-back`} className="no-print">
          <CsrfField request={request} />
          <p>
            {counted(reported, 'month waits', 'months wait')} for a second person to verify. Until then you may take the
            file back.
          </p>
          <Button secondary>Take the file back</Button>
        </form>
      ) : null}
      {months.length === 0 ? null : <MonthTable months={months} nameOf={nameOf} />}
    </>
  );
}

const TONES: Readonly<Record<EvidenceStanding, 'blue' | 'green' | 'grey' | 'red' | 'yellow'>> = {
  new: 'blue',
  reported: 'yellow',
  verified: 'green',
  'taken back': 'grey',
  refused: 'red',
  'told already': 'grey',
};

function MonthTable({ months, nameOf }: Pick<EvidenceFile, 'months'> & Pick<FileViewProps, 'nameOf'>) {
  return (
    <div className="figures">
      <DataTable
        id="months"
        caption="What the file tells, in people"
        columns={[
          { key: 'place', label: 'Place', kind: 'text' },
          { key: 'standing', label: 'Standing', kind: 'text' },
          { key: 'opening', label: 'In post before', kind: 'number' },
          { key: 'joiners', label: 'Joiners', kind: 'number' },
          { key: 'leavers', label: 'Leavers', kind: 'number' },
          { key: 'closing', label: 'In post at the end', kind: 'number' },
        ]}
        groups={singleGroup(
          months.map(({ id, evidence, standing }) => {
            const [row] = evidence.rows;
            const figures = [row?.openingPeople, row?.joiners, row?.leavers, row?.closingPeople];
            const isKept = standing !== 'new' && standing !== 'told already';
            return {
              key: id,
              header: (
                <>
                  {isKept ? <a href={`/evidence/${id}`}>{nameOf(evidence.place)}</a> : nameOf(evidence.place)}
                  <span className="note">{evidence.place}</span>
                </>
              ),
              cells: [
                <Tag key="standing" modifier={TONES[standing]}>
                  {standing}
                </Tag>,
                ...figures.map((figure) => formatNumber(figure ?? 0)),
              ],
            };
          }),
        )}
        total={null}
      />
    </div>
  );
}

async function act(request: PageRequest, deed: typeof keepEvidenceFile) {
  const key = request.params['upload'] ?? '';
  const done = await deed(deskOf(request), key);
  return done.ok ? onward(`/evidence/file/${key}`) : done;
}
