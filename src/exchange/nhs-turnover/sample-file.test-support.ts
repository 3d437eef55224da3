// A small file in the official layout that adds up, invented for tests: two regions, two systems, three organisations.
import { COLUMNS } from './layout.ts';

type Organisation = {
  readonly where: string;
  readonly name: string;
  readonly code: string;
  readonly kind: string;
  /** Staff group → [start, end, joiners, leavers], in people. */
  readonly people: Readonly<Record<string, readonly [number, number, number, number]>>;
};

const ORGANISATIONS: readonly Organisation[] = [
  {
    where: 'Y01,North,QA1,Mill Valley',
    name: 'Mill Hospital',
    code: 'RA1',
    kind: 'Acute,Acute - Large',
    people: {
      'Nurses & health visitors': [700, 702, 9, 7],
      Midwives: [80, 80, 0, 0],
      'Central functions': [200, 202, 4, 2],
      '"Hotel, property & estates"': [120, 120, 1, 1],
    },
  },
  {
    where: 'Y01,North,QA1,Mill Valley',
    name: 'Mill Valley Board',
    code: 'QA1',
    kind: 'Integrated Care Board,Integrated Care Board',
    people: { Managers: [60, 60, 0, 0], 'Central functions': [100, 99, 0, 1] },
  },
  {
    where: 'Y02,South,QB1,"Weir, Ford and Well"',
    name: '"Well Community Care, East"',
    code: 'RB1',
    kind: 'Community Provider Trust,Community Provider Trust',
    people: { 'Nurses & health visitors': [300, 303, 5, 2], 'Central functions': [50, 50, 1, 1] },
  },
];

const TYPES = ['Denominator at start of period', 'Denominator at end of period', 'Joiners', 'Leavers'] as const;

/** The lines of the file, header first, without line ends; every person works 0.9 FTE. */
export function sampleLines(period = '202509 to 202510'): string[] {
  const lines: string[] = [COLUMNS.join(',')];
  for (const [index, type] of TYPES.entries()) {
    for (const { where, name, code, kind, people } of ORGANISATIONS) {
      const counts = Object.entries(people).map(([group, four]) => [group, four[index] ?? 0] as const);
      const all = counts.reduce((sum, [, count]) => sum + count, 0);
      for (const [group, count] of [['All staff groups', all] as const, ...counts]) {
        if (count > 0)
          lines.push([period, type, where, name, code, kind, group, count, (count * 0.9).toFixed(5)].join(','));
      }
    }
  }
  return lines;
}

export function bytesOf(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
}
