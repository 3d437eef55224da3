// Reads the register of a pack as it stands, without a scenario: what pay and programmes cost today.
import { assert, type Month } from '#kernel';
import { centralSample, type HealthSystem, valueAt } from '#workforce';

/** The stated value of an assumption in a month, for a band where it is a table by band. */
export type StatedValue = (id: string, month: Month, band: string | null) => number;

export function statedValues({ assumptions }: HealthSystem): StatedValue {
  const { values } = centralSample(assumptions);
  const columnOf = new Map(assumptions.map(({ id }, column) => [id, column]));
  return (id, month, band) => {
    const column = columnOf.get(id);
    const assumption = column === undefined ? undefined : assumptions[column];
    assert(column !== undefined && assumption !== undefined, `the register has '${id}'`);
    return valueAt(assumption, values[column] ?? 0, { month, members: band === null ? {} : { band } });
  };
}
