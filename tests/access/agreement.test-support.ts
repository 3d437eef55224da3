// An outcome agreement of the tests: bought by the mill, done by Acme, verified by the hamlet.
import { sampleAgreement } from '../support/sample-agreement.ts';

export const AGREEMENT = sampleAgreement({
  title: 'Fewer vacancies',
  verifier: { id: 'HAM', name: 'The hamlet' },
  valueGbp: 1000,
  from: '2026-01',
  until: '2027-01',
  outcomes: sampleAgreement({}).outcomes.map((outcome) => ({
    ...outcome,
    id: 'o1',
    title: 'Vacancies',
    unit: 'posts',
    target: 2,
    threshold: 5,
    cohort: { ...outcome.cohort, fixedIn: '2025-12' },
    baseline: { value: 9, month: '2025-12', source: 'Payroll' },
    windowFrom: '2026-01',
    windowUntil: '2026-12',
  })),
  kpis: [],
  payments: [{ id: 'p1', kind: 'outcome', amountGbp: 1000, outcome: 'o1' }],
  transfers: [],
  reliance: [],
  state: 'draft',
});
