// Files that look like the official one and are not: how each is spoilt, and where and in which words it is refused.
import { bytesOf } from './sample-file.test-support.ts';

export type Refusal = {
  readonly what: string;
  readonly spoil: (lines: string[]) => readonly string[] | Uint8Array;
  /** Line of the first problem and a part of its message. */
  readonly line: number;
  readonly says: RegExp;
};

/** Changes the text of one line, counted from 1. */
function change(line: number, from: string | RegExp, to: string): Refusal['spoil'] {
  return (lines) => lines.map((text, index) => (index === line - 1 ? text.replace(from, to) : text));
}

function replaceAll(from: string, to: string): Refusal['spoil'] {
  return (lines) => lines.map((text) => text.replaceAll(from, to));
}

const HOSPITAL = 'Mill Hospital';
export const REFUSALS: readonly Refusal[] = [
  { what: 'an empty file', spoil: () => [], line: 1, says: /file is empty/ },
  { what: 'a header alone', spoil: (lines) => lines.slice(0, 1), line: 1, says: /header and no rows/ },
  { what: 'a file of another kind', spoil: () => ['a,b,c', '1,2,3'], line: 1, says: /column 1 is "a".*PERIOD/ },
  { what: 'a web page', spoil: () => ['<!doctype html>', '<html>'], line: 1, says: /"<!doctype html>"/ },
  {
    what: 'a missing column',
    spoil: (lines) => lines.map((line) => line.replace(/,[^,]*$/, '')),
    line: 1,
    says: /column 13 is missing.*FTE/,
  },
  {
    what: 'one column too many',
    spoil: (lines) => lines.map((line) => `${line},1`),
    line: 1,
    says: /column 14 is "1".*no more/,
  },
  { what: 'columns in another order', spoil: change(1, 'HC,FTE', 'FTE,HC'), line: 1, says: /column 12 is "FTE".*HC/ },
  { what: 'a column twice', spoil: change(1, 'HC,FTE', 'HC,HC'), line: 1, says: /column 13 is "HC".*FTE/ },
  {
    what: 'a row cut off in its middle',
    spoil: (lines) => [...lines.slice(0, 8), lines[8]?.slice(0, 60) ?? ''],
    line: 9,
    says: /5 cells.*13/,
  },
  {
    what: 'a file cut off within its last line',
    spoil: (lines) => bytesOf(lines).slice(0, -3),
    line: 39,
    says: /no end.*cut off/,
  },
  {
    what: 'a file cut off between two rows',
    spoil: (lines) => lines.slice(0, -1),
    line: 37,
    says: /"Leavers" .*adds up|"Leavers" for "All/,
  },
  {
    what: 'a file cut off between two organisations',
    spoil: (lines) => lines.slice(0, 12),
    line: 2,
    says: /no row "Denominator at end/,
  },
  {
    what: 'a file without leavers',
    spoil: (lines) => lines.filter((line) => !line.includes('Leavers')),
    line: 13,
    says: /0 left.*closing stock/,
  },
  {
    what: 'a file of the end alone',
    spoil: (lines) => lines.filter((line) => !line.includes('start')),
    line: 2,
    says: /no row "Denominator at start/,
  },
  {
    what: 'a staff group left out',
    spoil: (lines) => lines.toSpliced(3, 1),
    line: 2,
    says: /adds up to HC 1020.*HC 1100/,
  },
  { what: 'a row twice', spoil: (lines) => [...lines, lines[4] ?? ''], line: 40, says: /RA1.*here and on line 5/ },
  {
    what: 'the whole file twice',
    spoil: (lines) => [...lines, ...lines.slice(1)],
    line: 40,
    says: /stands here and on line 2/,
  },
  {
    what: 'two months in one file',
    spoil: change(5, '202509 to 202510', '202510 to 202511'),
    line: 5,
    says: /another month than on line 2/,
  },
  {
    what: 'a period of a year',
    spoil: replaceAll('202509 to', '202410 to'),
    line: 2,
    says: /PERIOD is "202410 to 202510".*one month/,
  },
  {
    what: 'a period that is none',
    spoil: replaceAll('202509 to 202510', 'Oct-25'),
    line: 2,
    says: /PERIOD is "Oct-25"/,
  },
  { what: 'a month that is none', spoil: replaceAll('202509 to 202510', '202512 to 202513'), line: 2, says: /202513/ },
  {
    what: 'an unknown count',
    spoil: change(2, 'Denominator at start of period', 'Denominator'),
    line: 2,
    says: /TYPE is "Denominator";.*"Joiners"/,
  },
  {
    what: 'an unknown staff group',
    spoil: change(5, 'Central functions', 'Digital staff'),
    line: 5,
    says: /STAFF_GROUP_1_NAME is "Digital staff"/,
  },
  { what: 'an unknown cluster', spoil: change(5, 'Acute,', 'Acutte,'), line: 5, says: /CLUSTER_GROUP is "Acutte"/ },
  { what: 'a headcount below 0', spoil: change(5, ',200,', ',-200,'), line: 5, says: /HC is "-200".*from 0/ },
  {
    what: 'a headcount of parts of people',
    spoil: change(5, ',200,', ',200.5,'),
    line: 5,
    says: /HC is "200.5".*whole/,
  },
  { what: 'a headcount in words', spoil: change(5, ',200,', ',two hundred,'), line: 5, says: /HC is "two hundred"/ },
  { what: 'a hidden small number', spoil: change(5, ',200,', ',*,'), line: 5, says: /HC is "\*"/ },
  { what: 'an empty headcount', spoil: change(5, ',200,', ',,'), line: 5, says: /HC is "";/ },
  { what: 'a huge headcount', spoil: change(5, ',200,', ',99999999999,'), line: 5, says: /HC is "99999999999"/ },
  { what: 'an FTE that is no number', spoil: change(5, '180.00000', 'NaN'), line: 5, says: /FTE is "NaN"/ },
  { what: 'an infinite FTE', spoil: change(5, '180.00000', 'Infinity'), line: 5, says: /FTE is "Infinity"/ },
  { what: 'an FTE with an exponent', spoil: change(5, '180.00000', '1e9'), line: 5, says: /FTE is "1e9"/ },
  { what: 'an FTE below 0', spoil: change(5, '180.00000', '-1'), line: 5, says: /FTE is "-1"/ },
  {
    what: 'an FTE far above the people',
    spoil: change(5, ',200,180.00000', ',200,400'),
    line: 2,
    says: /adds up.*1210/,
  },
  {
    what: 'people of several FTE each',
    spoil: (lines) =>
      lines.map((line) => (line.includes('RB1') ? line.replace(/,(\d+),(\d+\.\d+)$/, ',$1,9$2') : line)),
    line: 10,
    says: /FTE of .* is 9/,
  },
  {
    what: 'a formula for a name',
    spoil: replaceAll(HOSPITAL, '=HYPERLINK("x")'),
    line: 2,
    says: /quote stands around|REPORTING_ORG_NAME is/,
  },
  {
    what: 'a quoted formula for a name',
    spoil: replaceAll(HOSPITAL, '"=1+1"'),
    line: 2,
    says: /REPORTING_ORG_NAME is "=1\+1"/,
  },
  { what: 'a formula for a number', spoil: change(5, ',200,', ',=200,'), line: 5, says: /HC is "=200"/ },
  {
    what: 'a command after a blank',
    spoil: replaceAll(HOSPITAL, ' @SUM(A1)'),
    line: 2,
    says: /REPORTING_ORG_NAME is " @SUM/,
  },
  { what: 'a NUL byte', spoil: change(5, 'Mill', 'Mi\0ll'), line: 5, says: /NUL/ },
  { what: 'a binary file', spoil: () => Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 8, 0), line: 1, says: /NUL/ },
  { what: 'a file in UTF-16', spoil: (lines) => Buffer.from(lines.join('\n'), 'utf16le'), line: 1, says: /NUL/ },
  {
    what: 'a line that is not UTF-8',
    spoil: (lines) => Buffer.from(lines.join('\n').replace('Mill Hospital', 'Mill H\u00f4pital') + '\n', 'latin1'),
    line: 2,
    says: /not UTF-8/,
  },
  {
    what: 'a huge file',
    spoil: () => new Uint8Array(20_000_001).fill(0x61),
    line: 1,
    says: /20000001 bytes.*at most 20000000/,
  },
  { what: 'one endless line', spoil: (lines) => [lines[0] ?? '', 'x'.repeat(1_000_000)], line: 2, says: /"xxx/ },
  { what: 'a quote that never closes', spoil: change(5, 'Mill Hospital', '"Mill Hospital'), line: 5, says: /quote/ },
  {
    what: 'a line break inside a name',
    spoil: replaceAll(HOSPITAL, '"Mill\nHospital"'),
    line: 2,
    says: /REPORTING_ORG_NAME is "Mill\\nHospital"/,
  },
  {
    what: 'an invisible character in a code',
    spoil: replaceAll('RA1', 'RA\u200b1'),
    line: 2,
    says: /REPORTING_ORG_CODE is "RA\\u\{200b\}1"/,
  },
  {
    what: 'a name written from right to left',
    spoil: replaceAll(HOSPITAL, 'Mill \u202eHospital'),
    line: 2,
    says: /\\u\{202e\}/,
  },
  { what: 'a path for a code', spoil: replaceAll('RA1', '../RA1'), line: 2, says: /REPORTING_ORG_CODE is "..\/RA1"/ },
  { what: 'a name of a thousand letters', spoil: replaceAll(HOSPITAL, 'M'.repeat(1000)), line: 2, says: /at most 200/ },
  { what: 'an empty name', spoil: replaceAll(HOSPITAL, ''), line: 2, says: /REPORTING_ORG_NAME is ""/ },
  {
    what: 'an organisation in two systems',
    spoil: change(5, 'QA1,Mill Valley', 'QB1,"Weir, Ford and Well"'),
    line: 5,
    says: /ICS_CODE of organisation RA1 is "QB1" here and "QA1" on line 2/,
  },
  {
    what: 'an organisation of two kinds',
    spoil: change(5, 'Acute - Large', 'Acute - Small'),
    line: 5,
    says: /BENCHMARK_GROUP of organisation RA1/,
  },
  {
    what: 'an organisation with two names',
    spoil: change(5, HOSPITAL, 'Mill Infirmary'),
    line: 5,
    says: /REPORTING_ORG_NAME of organisation RA1 is "Mill Infirmary"/,
  },
  {
    what: 'a system in two regions',
    spoil: change(5, 'Y01,North', 'Y02,South'),
    line: 5,
    says: /NHSE_REGION_CODE of system QA1/,
  },
  {
    what: 'a region with two names',
    spoil: change(5, 'Y01,North', 'Y01,Nord'),
    line: 5,
    says: /NHSE_REGION_NAME of region Y01/,
  },
  {
    what: 'more leavers than people',
    spoil: (lines) =>
      lines.map((line) =>
        line.includes('Leavers') && line.includes('RB1') ? line.replace(/,(\d),/, ',9$1$1,') : line,
      ),
    line: 21,
    says: /933 left, but it is 353 at the end/,
  },
];
