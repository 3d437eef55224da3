// What bodies undertook and what came of it, taken back to each single commitment on record.
import { lostPeopleOf, spentGbpOf, startedPeopleOf, type CommitmentRecord } from '#delivery';
import type { ExplainedPart, Explanation } from './explanation.ts';
import type { FigureName, Undertaken } from './figure-name.ts';

export type UndertakenFigure = Extract<FigureName, { readonly kind: 'undertaken' }>;

type Kept = {
  readonly id: string;
  readonly version: number;
  readonly changedAt: string;
  readonly body: CommitmentRecord;
};

const WORDS: { readonly [what in Undertaken]: { readonly says: string; readonly formula: string } } = {
  commitments: { says: 'Commitments', formula: 'number of commitments on record' },
  people: {
    says: 'People undertaken to be started',
    formula: 'Σ over commitments of people undertaken, but for those withdrawn',
  },
  started: {
    says: 'People who have started',
    formula: 'Σ over commitments, but for those withdrawn, and their reported months of people who started',
  },
  lost: {
    says: 'People who will not start any more',
    formula: 'Σ over commitments of what is said to be lost, or had not begun when one was withdrawn',
  },
  cost: {
    says: 'Cost of what is undertaken',
    formula: 'Σ over commitments of the cost of their starts, but for those withdrawn',
  },
  spent: { says: 'Money spent', formula: 'Σ over commitments and their reported months of money spent' },
};

/** What one commitment adds to a sum. */
export function undertakenOf(body: CommitmentRecord, what: Undertaken): number {
  switch (what) {
    case 'commitments':
      return 1;
    case 'people':
      return body.state === 'withdrawn' ? 0 : body.people;
    case 'started':
      return body.state === 'withdrawn' ? 0 : startedPeopleOf(body);
    case 'lost':
      return lostPeopleOf(body);
    case 'cost':
      return body.state === 'withdrawn' ? 0 : body.costGbp;
    case 'spent':
      return spentGbpOf(body);
  }
}

/** @param kept commitments of the place and all below it, as they are on record now */
export function explainUndertaken(
  { placeName, kept }: { readonly placeName: string; readonly kept: readonly Kept[] },
  figure: UndertakenFigure,
  name: string,
): Explanation {
  const { what } = figure;
  const unit = what === 'cost' || what === 'spent' ? 'GBP' : what === 'commitments' ? '' : 'people';
  const parts = kept.map(({ body, version, changedAt }): ExplainedPart => {
    const office = `${body.state.replaceAll('-', ' ')}, the ${body.office} answers for it`;
    return {
      name: body.undertaking,
      value: undertakenOf(body, what),
      unit,
      says: office,
      source: `the record of the commitment, version ${version}, written on ${changedAt.slice(0, 10)}`,
      location: null,
      parts: [],
    };
  });
  const value = parts.reduce((total, part) => total + (part.value ?? 0), 0);
  return {
    figure: name,
    says: `${WORDS[what].says} in ${placeName} and below; counted from records, so without an interval`,
    unit,
    value,
    stated: value,
    isReproduced: true,
    formula: WORDS[what].formula,
    parts: parts.filter((part) => part.value !== 0),
  };
}
