// How much of a capability rests on suppliers, month by month, as the agreements say that it falls.
import { formatMonth, groupBy, type Month } from '#kernel';
import { monthOf } from '../record-fields.ts';
import type { UndertakenStart } from '../commitments/slips.ts';
import type { AgreementRecord } from './agreement-record.ts';

export type ReliancePoint = {
  readonly requirement: string;
  readonly month: string;
  readonly supplierFte: number;
  readonly ownFte: number;
  /** 0..1; 0 where nobody does the work. */
  readonly supplierShare: number;
};

/** For each requirement the months in which anything changes. Between two dates of an agreement the earlier one holds;
 *  after its end its suppliers do nothing and its own people stay. */
export function relianceCourse(agreements: readonly AgreementRecord[]): readonly ReliancePoint[] {
  const live = agreements.filter(({ state }) => state === 'agreed' || state === 'live' || state === 'ended');
  const steps = live.flatMap(({ reliance, until }, agreement) =>
    [...groupBy(reliance, ({ requirement }) => requirement)].flatMap(([requirement, dates]) => {
      const own = dates.map((each) => ({ ...each, at: monthOf(each.month), requirement, agreement }));
      const last = own.toSorted((one, other) => one.at - other.at).at(-1);
      return last === undefined ? [] : [...own, { ...last, at: monthOf(until) + 1, supplierFte: 0 }];
    }),
  );
  return [...groupBy(steps, ({ requirement }) => requirement)].flatMap(([requirement, its]) => {
    const months = [...new Set(its.map(({ at }) => at))].toSorted((one, other) => one - other);
    return months.map((at) => pointAt(requirement, its, at));
  });
}

type Step = {
  readonly agreement: number;
  readonly at: Month;
  readonly supplierFte: number;
  readonly ownFte: number;
};

function pointAt(requirement: string, steps: readonly Step[], at: Month): ReliancePoint {
  let [supplierFte, ownFte] = [0, 0];
  for (const its of groupBy(steps, ({ agreement }) => agreement).values()) {
    const holding = its.toSorted((one, other) => one.at - other.at).findLast((step) => step.at <= at);
    supplierFte += holding?.supplierFte ?? 0;
    ownFte += holding?.ownFte ?? 0;
  }
  const all = supplierFte + ownFte;
  const supplierShare = all === 0 ? 0 : supplierFte / all;
  return { requirement, month: formatMonth(at), supplierFte, ownFte, supplierShare };
}

/** Staff whom agreements bring, as starts in the channels of the pack. */
export function startsOfAgreements(agreements: readonly AgreementRecord[]): readonly UndertakenStart[] {
  return agreements
    .filter(({ state }) => state === 'agreed' || state === 'live')
    .flatMap(({ yields }) => yields.map((each) => ({ ...each, month: monthOf(each.month) })));
}
