// Records of delivery from a file, and the pack that begins where their evidence ends.
import { readFile } from 'node:fs/promises';
import type { RenewedPack } from '#cli';
import { fail, LIMITS, type Result } from '#kernel';
import { readWholePack, renewPack, writePack } from '#pack';
import { parseDeliveryRecords, type DeliveryRecords } from '#planning';
import { finishFirst } from './finish-first.ts';
import { codeOf } from './target-folder.ts';
import { trialProblem } from './trial-pack.ts';

export async function readRecords(file: string): Promise<Result<DeliveryRecords>> {
  try {
    const text = await readFile(file, 'utf8');
    if (text.length > LIMITS.importBytes) return fail(unreadable(file, 'is larger than 20 MB'));
    return parseDeliveryRecords(JSON.parse(text), file);
  } catch (error) {
    const why =
      error instanceof SyntaxError ? 'is not JSON' : `could not be read: the system answered ${codeOf(error)}`;
    return fail(unreadable(file, why));
  }
}

export async function saveRenewed({ inputs, recalibration, into }: RenewedPack): Promise<Result<null>> {
  const whole = await readWholePack(inputs);
  if (!whole.ok) return whole;
  const { learned, counted, month } = recalibration;
  const renewed = renewPack(whole.value.files, {
    assumptions: learned.rates.map(({ assumption }) => assumption),
    source: learned.source,
    comment: `Learned from: ${learned.source.title}.`,
    baseMonth: month,
    stock: counted.stock,
  });
  return finishFirst(async () => (await trialProblem(renewed)) ?? writePack(into, renewed));
}

function unreadable(file: string, why: string) {
  return {
    code: 'unreadable',
    message: `'${file}' ${why}`,
    path: file,
    hint: 'Export the records of the service as JSON: a list of { kind, id, body }.',
  } as const;
}
