// A figure taken back to where it comes from: its formula, what went into it, and the source of each of these.
import type { Assumption, HealthSystem, Source } from '#workforce';
import { describeRange, describeValue } from '#workforce';
import type { Pack } from '../ports.ts';

export type Explanation = {
  /** The figure's name, as it was asked for. */
  readonly figure: string;
  readonly says: string;
  readonly unit: string;
  /** Computed anew from the pack. */
  readonly value: number;
  /** As it stands in the plan. */
  readonly stated: number;
  /** Whether the two are the same. */
  readonly isReproduced: boolean;
  readonly formula: string;
  readonly parts: readonly ExplainedPart[];
};

/** One thing that went into a figure, and what went into that. */
export type ExplainedPart = {
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  /** The formula of its own parts, or the value in words. */
  readonly says: string;
  readonly source: string | null;
  /** File and line in the pack. */
  readonly location: string | null;
  readonly parts: readonly ExplainedPart[];
};

/** An assumption of the register as a part: its value and range in words, its kind, source and place in the pack. */
export function assumptionPart(pack: Pack, assumption: Assumption): ExplainedPart {
  const { id, description, unit, value, spread, kind, reliability, note } = assumption;
  const range = spread === null ? '' : `, range ${describeRange(assumption)}`;
  return {
    name: id,
    value: value.kind === 'scalar' ? value.value : null,
    unit,
    says: `${description}: ${describeValue(assumption)}${range}${note === '' ? '' : `. ${note}`}`,
    source: `${sourceInWords(pack.system, assumption.source)}; used as ${kind}, reliability ${reliability}`,
    location: pack.locations.get(`assumption/${id}`) ?? null,
    parts: [],
  };
}

/** A driver of a place as a part; a sum of places below where the place has no value of its own. */
export function driverPart(
  pack: Pack,
  driver: string,
  at: { readonly place: string; readonly value: number },
): ExplainedPart {
  const own = pack.system.driverValues.find((row) => row.place === at.place && row.driver === driver);
  const declared = pack.system.drivers.find(({ id }) => id === driver);
  return {
    name: driver,
    value: at.value,
    unit: declared?.unit ?? '',
    says:
      own === undefined
        ? `${declared?.description ?? driver}, sum over the places below ${at.place}`
        : (declared?.description ?? driver),
    source: own === undefined ? null : sourceInWords(pack.system, own.source),
    location: pack.locations.get(`driver/${at.place}/${driver}`) ?? null,
    parts: [],
  };
}

export function sourceInWords(system: HealthSystem, id: string): string {
  const source: Source | undefined = system.sources.find((each) => each.id === id);
  return source === undefined ? id : `${source.title} (${source.publisher}, ${source.date}; ${source.kind})`;
}
