// One agreement as pages, for the buyer and for its supplier: outcomes, indicators, payments, what stays, and its steps.
import {
  agreementFlaws,
  agreementRecordSchema,
  countedReports,
  performanceRecordSchema,
  type AgreementRecord,
  type AgreementRules,
} from '#delivery';
import { formatMonth, ok } from '#kernel';
import { formatGbp, formatMonthName } from '#report';
import { mayEver, type Workspace } from '#service';
import { InsetText } from 'nhsuk-react-components';
import { FactList } from '../figures/fact-list.tsx';
import { keptRecords } from '../record/kept-records.ts';
import type { DetailView, FormAsk, RecordForm, RecordPart } from '../record/record-part.ts';
import { thisMonthOf, thisMonthText } from '../record/record-routes.tsx';
import { StateTag } from '../record/state-tag.tsx';
import { NextStep } from '../record/next-step.tsx';
import { VersionTable, versionsOf } from '../record/version-table.tsx';
import { ProblemSummary } from '../shell/problem-summary.tsx';
import { agreementSections } from './agreement-form.ts';
import { KpiTable, Outcomes, Payments, Reports, Transfers, Yields } from './agreement-tables.tsx';

export const AGREEMENTS = { kind: 'agreement', schema: agreementRecordSchema } as const;
export const PERFORMANCE = { kind: 'performance', schema: performanceRecordSchema } as const;
export const PARTNERSHIP_TRAIL = [
  { label: 'Home', href: '/' },
  { label: 'Partnerships', href: '/partnerships' },
] as const;

/** More outcomes than one agreement is ever asked to hold on one page. */
const OUTCOMES_MAX = 20;

export const agreementPart: RecordPart<AgreementRecord> = {
  ...AGREEMENTS,
  resource: 'agreement',
  root: '/partnerships',
  part: 'partnerships',
  trail: PARTNERSHIP_TRAIL,
  newTitle: 'A new agreement for outcomes',
  titleOf: ({ title }) => title,
  form: async (ask) => ok(agreementForm(ask)),
  detail: agreementDetail,
};

function agreementForm(ask: FormAsk<AgreementRecord>): RecordForm {
  const { request, desk, kept } = ask;
  const asked = Number(request.query['outcomes'] ?? '1');
  const wanted = Number.isInteger(asked) ? Math.min(OUTCOMES_MAX, Math.max(1, asked)) : 1;
  return {
    base: {
      buyer: desk.actor.place,
      verifier: { id: desk.actor.place, name: '' },
      from: thisMonthText(desk),
      until: formatMonth(thisMonthOf(desk) + 24),
      state: 'draft',
    },
    intro:
      'While it is a draft everything may change. Once it is agreed its terms stand; what has changed since goes into a new one.',
    sections: agreementSections(ask, Math.max(wanted, kept?.body.outcomes.length ?? 0)),
  };
}

async function agreementDetail(view: DetailView<AgreementRecord>) {
  const { desk, workspace, kept, shown } = view;
  const [reports, versions] = await Promise.all([
    keptRecords(desk, PERFORMANCE, null),
    versionsOf(desk, 'agreement', kept.id),
  ]);
  if (!reports.ok) return reports;
  if (!versions.ok) return versions;
  const { body } = kept;
  const rules = workspace.pack.agreementRules;
  const own = reports.value.filter((each) => each.body.agreement === kept.id);
  const counted = countedReports(kept, own);
  const now = thisMonthOf(desk);
  const mayReport = mayEver(desk.actor, 'create', 'performance') && body.state === 'live';
  return ok(
    <>
      <ProblemSummary problems={shown.problems} />
      <p>
        <StateTag state={body.state} />
      </p>
      <Particulars body={body} buyerName={workspace.tree.byCode.get(body.buyer)?.name ?? body.buyer} />
      <Flaws body={body} rules={rules} />
      <Outcomes id={kept.id} body={body} mayReport={mayReport} />
      <KpiTable id={kept.id} body={body} counted={counted} now={now} mayReport={mayReport} rules={rules} />
      <RulesNote rules={rules} sources={workspace.pack.system.sources} />
      <Payments id={kept.id} body={body} counted={counted} now={now} mayReport={mayReport} />
      <Transfers id={kept.id} body={body} counted={counted} now={now} mayReport={mayReport} />
      <Yields body={body} nameOf={nameIn(workspace)} />
      <Reports reports={own} />
      <h2>How it ends</h2>
      <p className="nhsuk-u-reading-width">
        {body.exit.plan} Notice: {body.exit.noticeMonths} months. Handed over:{' '}
        {body.exit.handsOver.join('; ') || 'nothing named'}.
      </p>
      <p className="no-print">
        <a href={`/partnerships/${kept.id}/ocds`}>Download it as open contracting data (OCDS 1.1)</a>
      </p>
      <Steps {...view} />
      <VersionTable versions={versions.value} />
    </>,
  );
}

/** Names of channels, roles and places by their ids; an id that the pack no longer has stands as it is. */
function nameIn({ pack, tree }: Workspace): (id: string) => string {
  const names = new Map([...pack.system.channels, ...pack.system.roles].map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? tree.byCode.get(id)?.name ?? id;
}

/** What the rules of the pack ask and the agreement lacks. It is told and never refused: such rules have exceptions. */
function Flaws({ body, rules }: { readonly body: AgreementRecord; readonly rules: AgreementRules | null }) {
  const flaws = rules === null ? [] : agreementFlaws(body, rules);
  if (flaws.length === 0) return null;
  return (
    <InsetText>
      <p>It lacks what is asked of agreements:</p>
      <ul className="nhsuk-list nhsuk-list--bullet" id="flaws">
        {flaws.map((flaw) => (
          <li key={flaw}>{flaw}</li>
        ))}
      </ul>
    </InsetText>
  );
}

type Sources = readonly { readonly id: string; readonly title: string; readonly kind: string }[];

/** Whose rules and words they are, and who says where each word begins: laws describe ratings in words alone. */
function RulesNote({ rules, sources }: { readonly rules: AgreementRules | null; readonly sources: Sources }) {
  if (rules === null) return null;
  const told = (id: string) => {
    const source = sources.find((each) => each.id === id);
    return source === undefined ? id : `${source.title} (${source.kind})`;
  };
  return (
    <p className="nhsuk-body-s nhsuk-u-reading-width">
      Rules and words: {told(rules.source)}. Where each word begins: {told(rules.attainmentSource)}.
    </p>
  );
}

function Steps({ request, desk, kept, shown }: DetailView<AgreementRecord>) {
  if (!mayEver(desk.actor, 'change', 'agreement') && !mayEver(desk.actor, 'approve', 'agreement')) return null;
  return (
    <>
      <h2>What is next</h2>
      {kept.state === 'draft' ? (
        <p className="no-print">
          <a href={`/partnerships/${kept.id}/edit`}>Change the draft</a>, or{' '}
          <a href={`/partnerships/${kept.id}/edit?outcomes=${kept.body.outcomes.length + 1}`}>add an outcome</a>
        </p>
      ) : null}
      <NextStep {...{ request, desk, kept, shown }} kind="agreement" root="/partnerships" />
    </>
  );
}

function Particulars({ body, buyerName }: { readonly body: AgreementRecord; readonly buyerName: string }) {
  const facts = [
    ['Buyer', buyerName],
    ['Supplier', body.supplier.name],
    ['Verifier', `${body.verifier.name} (${body.verifier.id}), never the supplier`],
    ['Value', formatGbp(body.valueGbp)],
    ['From', `${formatMonthName(body.from)} until ${formatMonthName(body.until)}`],
    ['Serves', body.requirements.join(', ')],
    ['Standards', body.standards.join(', ') || 'none named'],
  ] as const;
  return <FactList facts={facts} />;
}
