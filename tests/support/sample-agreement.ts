// A sound agreement and reports on it for tests, with any of their fields set otherwise.
import type { AgreementRecord, PerformanceRecord } from '#delivery';

export function sampleAgreement(set: Partial<AgreementRecord>): AgreementRecord {
  return {
    title: 'Records that follow the patient',
    buyer: 'MILL',
    supplier: { id: 'acme', name: 'Acme' },
    verifier: { id: 'HAM-R', name: 'Hamlet region' },
    requirements: ['records'],
    standards: [],
    valueGbp: 6_000_000,
    from: '2026-04',
    until: '2028-03',
    outcomes: [
      {
        id: 'O1',
        title: 'Letters sent electronically',
        unit: '%',
        indicator: 'Share of discharge letters that reach the practice electronically within a day.',
        cohort: { description: 'All discharges of Mill Hospital', people: 4000, fixedIn: '2026-03' },
        baseline: { value: 40, month: '2026-03', source: 'Count of March 2026' },
        target: 90,
        threshold: 60,
        windowFrom: '2027-04',
        windowUntil: '2027-12',
        evidenceRule: 'Counted from the message log by the verifier.',
        attribution: 'Against hospitals without the supplier.',
        attributedShare: 1,
      },
    ],
    kpis: [
      { id: 'K1', title: 'Availability', unit: '%', target: 99.9, threshold: 99, everyMonths: 3 },
      { id: 'K2', title: 'Hours to answer', unit: 'hours', target: 4, threshold: 12, everyMonths: 3 },
      { id: 'K3', title: 'Posts trained', unit: 'posts', target: 10, threshold: 5, everyMonths: 12 },
    ],
    payments: [
      { id: 'P1', kind: 'fixed', amountGbp: 1_000_000, dueMonth: '2026-10' },
      { id: 'P2', kind: 'milestone', amountGbp: 500_000, dueMonth: '2027-03', milestone: 'Live in every ward' },
      { id: 'P3', kind: 'outcome', amountGbp: 2_000_000, outcome: 'O1' },
      { id: 'P4', kind: 'holdback', share: 0.2, releasedBy: 'transfer' },
      { id: 'P5', kind: 'clawback', outcome: 'O1', mostGbp: 700_000 },
    ],
    transfers: [
      {
        id: 'T1',
        post: 'Integration lead',
        place: 'MILL',
        role: 'data-analyst',
        skill: 'interoperability',
        level: 'practitioner',
        byMonth: '2027-03',
        heldMonths: 6,
      },
    ],
    yields: [],
    reliance: [
      { requirement: 'records', month: '2026-04', supplierFte: 8, ownFte: 2 },
      { requirement: 'records', month: '2027-04', supplierFte: 4, ownFte: 6 },
    ],
    exit: { noticeMonths: 6, plan: 'Hand over code and runbooks.', handsOver: ['Interface definitions'] },
    state: 'live',
    ...set,
  };
}

export function sampleReport(set: Partial<PerformanceRecord>): PerformanceRecord {
  const value = set.value ?? 90;
  return {
    agreement: 'A-1',
    place: 'MILL',
    supplier: 'acme',
    subject: 'outcome',
    subjectId: 'O1',
    month: '2027-10',
    value,
    evidence: 'Message log',
    verifier: 'HAM-R',
    verifiedValue: value,
    reason: null,
    state: 'verified',
    ...set,
  };
}
