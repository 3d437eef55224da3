// A benchmark's result as a page of Markdown: the machine in a line, the figures in a table.
import type { Benchmark } from './benchmark.ts';
import type { Machine } from './machine.ts';

export function resultPage({ id, title, isSound, figures }: Benchmark, machine: Machine): string {
  const versions = Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`);
  const rows = figures.map(
    ({ label, value, unit, goal }) => `| ${label} | ${rounded(value)} ${unit} | ${goal ?? ''} |`,
  );
  return [
    `# ${title}`,
    '',
    `Written by \`./cadre bench ${id}\`. ${machine.cores} cores, ${machine.model}, ${machine.memoryGb} GB; ` +
      `load before the run ${machine.loadBefore}; ${versions.join(', ')}. ` +
      `Results are ${isSound ? 'right' : 'WRONG'}; every run is in [${id}.json](${id}.json).`,
    '',
    '| figure | measured | goal |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

/** Four significant digits; whole numbers as they are. */
function rounded(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
}
