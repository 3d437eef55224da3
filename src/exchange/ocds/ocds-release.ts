// An outcome agreement as a release of the Open Contracting Data Standard 1.1, with its metrics as the extension has them.
import type { AgreementRecord, CountedReport, Kept, PaymentStatement } from '#delivery';
import { formatMonth } from '#kernel';

/** What stands around an agreement when it is published. */
export type OcdsTerms = {
  /** The publisher's registered prefix for identifiers of contracting processes. */
  readonly prefix: string;
  readonly publisher: string;
  /** Name of each buyer, by the code of its place. */
  readonly buyerName: string;
  /** Moment of the release, ISO 8601. */
  readonly date: string;
  readonly currency: string;
  readonly reports: readonly CountedReport[];
  /** What is payable by the date; published as one transaction for each line that is not 0. */
  readonly statement: PaymentStatement;
};

/** @returns plain JSON; outcomes and indicators are the agreed metrics of the contract, verified figures the metrics of its
 *  implementation
 *  @source Open Contracting Data Standard 1.1 release schema, and its metrics extension */
export function ocdsRelease({ id, body }: Kept<AgreementRecord>, terms: OcdsTerms) {
  const buyer = { id: body.buyer, name: terms.buyerName };
  const { supplier, verifier } = body;
  return {
    ocid: `${terms.prefix}-${id}`,
    id: `${terms.prefix}-${id}-${terms.date}`,
    date: terms.date,
    tag: ['contract', 'implementation'],
    initiationType: 'tender',
    language: 'en',
    publisher: { name: terms.publisher },
    parties: [
      { ...buyer, roles: ['buyer', 'payer'] },
      { ...supplier, roles: ['supplier', 'payee'] },
      ...(verifier.id === buyer.id ? [] : [{ ...verifier, roles: ['reviewBody'] }]),
    ],
    buyer,
    awards: [
      {
        id: `${id}-award`,
        title: body.title,
        status: 'active',
        value: { amount: body.valueGbp, currency: terms.currency },
        suppliers: [supplier],
        contractPeriod: periodOf(body.from, body.until),
      },
    ],
    contracts: [contractOf({ id, body }, terms, buyer)],
  };
}

type Named = { readonly id: string; readonly name: string };

function contractOf({ id, body }: Kept<AgreementRecord>, terms: OcdsTerms, buyer: Named) {
  const metrics = observedMetrics(body, terms.reports);
  const transactions = terms.statement.lines
    .filter(({ dueGbp }) => dueGbp !== 0)
    .map(({ payment, dueGbp }) => ({
      id: `${id}-${payment}`,
      date: terms.date,
      value: { amount: dueGbp, currency: terms.currency },
      payer: buyer,
      payee: body.supplier,
    }));
  const implementation = {
    ...(transactions.length === 0 ? {} : { transactions }),
    ...(metrics.length === 0 ? {} : { metrics }),
  };
  return {
    id,
    awardID: `${id}-award`,
    title: body.title,
    description: `Serves ${body.requirements.join(', ')}`,
    status: STATUS_OF[body.state],
    period: periodOf(body.from, body.until),
    value: { amount: body.valueGbp, currency: terms.currency },
    agreedMetrics: agreedMetrics(body),
    milestones: body.payments.flatMap((each) =>
      each.kind === 'milestone'
        ? [
            {
              id: each.id,
              title: each.milestone,
              type: 'delivery',
              dueDate: firstDay(each.dueMonth),
              value: { amount: each.amountGbp, currency: terms.currency },
            },
          ]
        : [],
    ),
    ...(Object.keys(implementation).length === 0 ? {} : { implementation }),
  };
}

const STATUS_OF: { readonly [state in AgreementRecord['state']]: string } = {
  draft: 'pending',
  agreed: 'pending',
  live: 'active',
  ended: 'terminated',
  terminated: 'terminated',
  dropped: 'cancelled',
};

function agreedMetrics(body: AgreementRecord) {
  return [
    ...body.outcomes.map((each) => ({
      id: each.id,
      title: each.title,
      description: `${each.indicator} Evidence: ${each.evidenceRule} Attribution: ${each.attribution}`,
      observations: [
        observation(each, 'baseline', { value: each.baseline.value, notes: `Baseline: ${each.baseline.source}` }),
        observation(each, 'threshold', { value: each.threshold, notes: 'Threshold' }),
        {
          ...observation(each, 'target', { value: each.target, notes: 'Target' }),
          period: periodOf(each.windowFrom, each.windowUntil),
        },
      ],
    })),
    ...body.kpis.map((each) => ({
      id: each.id,
      title: each.title,
      description: `Assessed every ${each.everyMonths} months`,
      observations: [
        observation(each, 'threshold', { value: each.threshold, notes: 'Threshold' }),
        observation(each, 'target', { value: each.target, notes: 'Target' }),
      ],
    })),
  ];
}

function observation(
  of: { readonly id: string; readonly unit: string },
  what: 'baseline' | 'threshold' | 'target',
  { value, notes }: { readonly value: number; readonly notes: string },
) {
  return { id: `${of.id}-${what}`, measure: value, unit: { name: of.unit }, notes };
}

/** Verified figures of outcomes and indicators; those of milestones and skills are no metrics. */
function observedMetrics(body: AgreementRecord, reports: readonly CountedReport[]) {
  return [...body.outcomes, ...body.kpis].flatMap(({ id, title, unit }) => {
    const seen = reports.filter(
      ({ subject, subjectId }) => subjectId === id && (subject === 'outcome' || subject === 'kpi'),
    );
    if (seen.length === 0) return [];
    const observations = seen.map((report) => ({
      id: report.id,
      period: periodOf(formatMonth(report.month), formatMonth(report.month)),
      measure: report.value,
      unit: { name: unit },
      notes: `Verified by ${body.verifier.name}`,
    }));
    return [{ id, title, observations }];
  });
}

function firstDay(month: string): string {
  return `${month}-01T00:00:00Z`;
}

/** Both months included: the end is the first moment of the month after the last. */
function periodOf(from: string, until: string) {
  const [year = 0, month = 0] = until.split('-').map(Number);
  const after = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  return { startDate: firstDay(from), endDate: firstDay(after) };
}
