// `cadre recalibrate OUT --records FILE --into DIR`: what evidence teaches, and the pack that the next plan begins from.
import { formatMonth, type Result } from '#kernel';
import { recalibrate, type Recalibration } from '#planning';
import type { CliWorld } from '../cli-world.ts';
import { folder } from '../option-values.ts';
import { EXIT, tellProblems } from '../problem-text.ts';
import { examples, neverAsked, type AddCommand } from '../session.ts';
import { wrapText, type Terminal } from '../terminal.ts';

type RecalibrateFlags = { readonly records: string; readonly into?: string; readonly json?: true };

export const addRecalibrateCommand: AddCommand = (program, { world, finish }) => {
  program
    .command('recalibrate')
    .summary('learn from verified evidence, and write the pack that the next plan begins from')
    .description(
      'Holds verified evidence against the forecast of a plan, takes every miss apart, and moves rates as far as the ' +
        'evidence bears. With --into it writes a pack whose base month is the last month of the evidence, with the ' +
        'people who were counted and the rates that were learned, each with its source.',
    )
    .argument('<out>', 'folder that `cadre plan` wrote', folder)
    .requiredOption('--records <file>', 'records as the service exports them: JSON, a list of { kind, id, body }')
    .option('--into <dir>', 'folder to make for the new pack', folder)
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', examples('recalibrate out/hamlet --records records.json --into my-next-pack'))
    .action(async (directory: string, flags: RecalibrateFlags) => {
      const telling = { terminal: world.terminal, isJson: flags.json === true };
      const found = await learn(directory, flags, world);
      if (!found.ok) return finish(tellProblems(found.problems, telling));
      world.terminal.say(telling.isJson ? asJson(found.value) : inWords(found.value, flags, world.terminal));
      return finish(EXIT.done);
    });
};

async function learn(directory: string, flags: RecalibrateFlags, world: CliWorld): Promise<Result<Recalibration>> {
  const opened = await world.planFolder.open(directory);
  if (!opened.ok) return opened;
  const { plan, inputs } = opened.value;
  const pack = await world.readPack(inputs);
  if (!pack.ok) return pack;
  const records = await world.readRecords(flags.records);
  if (!records.ok) return records;
  const simulator = world.createSimulator({ threads: world.threads });
  try {
    const control = { onProgress: () => {}, signal: neverAsked };
    const learned = await recalibrate({ pack: pack.value, plan, ...records.value }, { simulator, control });
    if (!learned.ok || flags.into === undefined) return learned;
    const saved = await world.saveRenewed({ inputs, recalibration: learned.value, into: flags.into });
    return saved.ok ? learned : saved;
  } finally {
    await simulator.close();
  }
}

function asJson({ month, misses, learned, counted }: Recalibration): string {
  const rates = learned.rates.map(({ assumption, because }) => ({
    because,
    assumption: { ...assumption, reviewBy: formatMonth(assumption.reviewBy) },
  }));
  const told = { month: formatMonth(month), misses, source: learned.source, rates, uncounted: counted.uncounted };
  return JSON.stringify({ ok: true, ...told }, null, 2);
}

function inWords({ month, misses, learned, counted }: Recalibration, flags: RecalibrateFlags, terminal: Terminal) {
  const body = { width: terminal.columns, indent: '  ' };
  const people = (value: number) => String(Math.round(value * 10) / 10);
  return [
    terminal.onResult('strong', `Evidence up to ${formatMonth(month)}`),
    ...misses.map(({ place, family, gap, parts }) => {
      const why = Object.entries(parts)
        .filter(([, value]) => value !== 0)
        .map(([part, value]) => `${part} ${people(value)}`);
      return wrapText(`${place} (${family}): gap missed by ${people(gap)}: ${why.join(', ')}`, body);
    }),
    ...learned.rates.map(({ assumption, because }) => wrapText(`${assumption.id}: ${because}`, body)),
    ...learned.notes.map((note) => wrapText(note, body)),
    ...(counted.uncounted.length === 0 ? [] : [wrapText(`Not counted: ${counted.uncounted.join(', ')}`, body)]),
    ...(flags.into === undefined ? [] : [`Pack  ${terminal.onResult('good', flags.into)}`]),
  ].join('\n');
}
