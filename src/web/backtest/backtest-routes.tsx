// How the forecaster would have done in the past: a history is sent, tried by the workers, and told part by part.
import { Button, FileUpload, InsetText, Tag, Textarea } from 'nhsuk-react-components';
import { readUtf8 } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { BacktestSections, DataTable, singleGroup } from '#report';
import { askForBacktest, keepUpload, listBacktests, mayEver, readBacktest, type BacktestStanding } from '#service';
import { JobOutcome } from '../figures/job-outcome.tsx';
import { deskOf, fieldOf, formAgain, onward, pageAnswer } from '../shell/page-answer.tsx';
import { CsrfField, type Dress } from '../shell/page-shell.tsx';
import { ProblemSummary, type FormProblem } from '../shell/problem-summary.tsx';

const TRAIL = [
  { label: 'Home', href: '/' },
  { label: 'Projections', href: '/projections' },
];

export function backtestRoutes(dress: Dress): readonly PageRoute[] {
  const permit = (action: 'read' | 'run') =>
    ({ kind: 'permitted', action, resource: 'projection', placeParam: null }) as const;
  return [
    { method: 'GET', path: '/backtest', access: permit('read'), answer: (request) => listPage(dress, request, []) },
    { method: 'POST', path: '/backtest', access: permit('run'), answer: (request) => receive(dress, request) },
    { method: 'GET', path: '/backtest/:job', access: permit('read'), answer: (request) => resultPage(dress, request) },
  ];
}

async function listPage(dress: Dress, request: PageRequest, problems: readonly FormProblem[]) {
  const desk = deskOf(request);
  const earlier = await listBacktests(desk);
  if (!earlier.ok) return earlier;
  const props = {
    request,
    title: 'Backtest: how the forecast would have done',
    part: 'projections',
    trail: TRAIL,
    islands: [],
    children: (
      <>
        <ProblemSummary problems={problems} />
        <p className="nhsuk-u-reading-width">
          A backtest stands at each year of a history in turn, forecasts one to five years from what was known then, and
          holds the forecast against what came, beside four plain methods. It says where a plain method would have done
          better.
        </p>
        {mayEver(desk.actor, 'run', 'projection') ? <SendHistory request={request} problems={problems} /> : null}
        <Earlier tried={earlier.value} />
      </>
    ),
  };
  return problems.length === 0 ? pageAnswer(dress, props) : formAgain(dress, props);
}

const EXAMPLE = 'period,group,stock,joiners,leavers\n2022-09,All,1042,150,108\n2023-09,All,1090,149,101';

type SendProps = { readonly request: PageRequest; readonly problems: readonly FormProblem[] };

function SendHistory({ request, problems }: SendProps) {
  const errorAt = (name: string) => {
    const found = problems.find(({ field }) => field === name);
    return found === undefined ? {} : { error: found.message };
  };
  return (
    <form method="post" action="/backtest" encType="multipart/form-data" className="no-print">
      <CsrfField request={request} />
      <FileUpload
        id="file"
        name="file"
        label="File of the history"
        hint="CSV with the columns period, group, stock and, where they are known, joiners and leavers; one line a year. Eight years or more tell something."
        accept=".csv,text/csv"
        {...errorAt('file')}
      />
      <Textarea
        id="pasted"
        name="pasted"
        label="Or paste its lines"
        hint={<code className="example">{EXAMPLE}</code>}
        rows={6}
        defaultValue={fieldOf(request, 'pasted')}
        {...errorAt('pasted')}
      />
      <Button>Try the forecast on it</Button>
    </form>
  );
}

const STATES: Readonly<Record<BacktestStanding['job']['state'], string>> = {
  queued: 'waiting',
  running: 'working',
  done: 'done',
  failed: 'failed',
  cancelled: 'stopped',
};

function Earlier({ tried }: { readonly tried: readonly BacktestStanding[] }) {
  if (tried.length === 0) {
    return <InsetText>No backtest has been made in your places yet. Send a history to make the first.</InsetText>;
  }
  return (
    <div className="figures">
      <DataTable
        id="earlier"
        caption="Backtests in your places, the newest first"
        columns={[
          { key: 'file', label: 'History', kind: 'text' },
          { key: 'when', label: 'Asked for', kind: 'text' },
          { key: 'state', label: 'State', kind: 'text' },
        ]}
        groups={singleGroup(
          tried.map(({ job, file }) => ({
            key: job.id,
            header: <a href={`/backtest/${job.id}`}>{file}</a>,
            cells: [job.submittedAt.slice(0, 16).replace('T', ' '), <Tag key="state">{STATES[job.state]}</Tag>],
          })),
        )}
        total={null}
      />
    </div>
  );
}

async function receive(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const sent = historySent(request);
  if ('problem' in sent) return listPage(dress, request, [sent.problem]);
  const table = await desk.world.readTable(sent);
  if (!table.ok) {
    const problems = table.problems.map(({ message, hint }) => ({ field: sent.field, message: `${message} ${hint}` }));
    return listPage(dress, request, problems);
  }
  const key = await keepUpload(desk, { kind: 'history', name: sent.name, text: sent.text });
  if (!key.ok) return key;
  const job = await askForBacktest(desk, key.value, dress.version);
  return job.ok ? onward(`/backtest/${job.value.id}`) : job;
}

type SentHistory = { readonly field: string; readonly name: string; readonly text: string };

function historySent(request: PageRequest): SentHistory | { readonly problem: FormProblem } {
  const file = request.files.find(({ field, bytes }) => field === 'file' && bytes.length > 0);
  const pasted = fieldOf(request, 'pasted').replaceAll('\r\n', '\n');
  if (file === undefined) {
    return pasted === ''
      ? { problem: { field: 'file', message: 'Choose a file, or paste the lines of a history.' } }
      : { field: 'pasted', name: 'pasted.csv', text: `${pasted}\n` };
  }
  const reading = readUtf8(file.bytes);
  if (reading.kind !== 'text') {
    const message = `Line ${reading.position.line} is not plain text in UTF-8. Save the sheet as “CSV UTF-8”.`;
    return { problem: { field: 'file', message } };
  }
  const text = reading.text.endsWith('\n') ? reading.text : `${reading.text}\n`;
  return { field: 'file', name: file.filename.slice(-100), text };
}

async function resultPage(dress: Dress, request: PageRequest) {
  const found = await readBacktest(deskOf(request), request.params['job'] ?? '');
  if (!found.ok) return found;
  const { job, file, document } = found.value;
  return pageAnswer(dress, {
    request,
    title: `Backtest of ${file}`,
    part: 'projections',
    trail: [...TRAIL, { label: 'Backtest', href: '/backtest' }],
    islands: ['job-progress'],
    children:
      document === null ? (
        <JobOutcome request={request} job={job} again="/backtest" />
      ) : (
        <div className="figures">
          <BacktestSections document={document} />
        </div>
      ),
  });
}
