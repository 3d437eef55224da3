// A plan on disk: report, document, tables and a copy of its inputs, written together, so that the folder replays anywhere.
import { mkdtemp, readFile, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { OpenedPlan, PlanFolder, PlanPlace, SavedPlan } from '#cli';
import { writeCsv } from '#exchange';
import { canonicalJson, fail, ok, type Problem, type Result } from '#kernel';
import { writePack } from '#pack';
import { commitmentDocument, planDocumentSchema, PLAN_TABLES, planTables, type PlanDocument } from '#planning';
import { COMMITMENT_FOLDER, renderCommitmentPages, renderPlanReport } from '#report';
import { strangerInPlan } from './plan-strangers.ts';
import { replaceFolder } from './replace-folder.ts';
import { codeOf, realTarget, shelterProblem, standingAt } from './target-folder.ts';

const REPORT = 'plan.html';
const DOCUMENT = 'plan.json';
const COMMITMENTS = 'commitments.json';
const TABLES = 'tables';
const INPUTS = 'inputs';

/** All that a plan writes at the top of its folder. */
const NAMES = [REPORT, DOCUMENT, COMMITMENTS, COMMITMENT_FOLDER, TABLES, INPUTS];

export const planFolder: PlanFolder = { obstacle, save, open };

/** A folder may be replaced where it is empty or holds a plan and nothing else. */
async function obstacle(directory: string): Promise<Problem | null> {
  const standing = await standingAt(directory);
  if (standing.kind === 'nothing') return obstacleAbove(dirname(resolve(directory)), directory);
  if (standing.kind === 'file') return inTheWay(directory, 'is a file');
  if (standing.kind === 'unknown') return unknownProblem(directory, standing.reason);
  const { names } = standing;
  const strangers = names.filter((name) => !NAMES.includes(name));
  if (strangers.length > 0) return inTheWay(directory, `holds '${strangers[0]}', which no plan wrote`);
  const isPlan = names.length === 0 || (await beginsLikePlan(join(directory, DOCUMENT)));
  if (!isPlan) return inTheWay(directory, 'was not written by a plan');
  const plan = planDocumentSchema.safeParse(
    withoutSeries(parseJson(await readFile(join(directory, DOCUMENT), 'utf8').catch(() => ''))),
  );
  const strange = await strangerInPlan(directory, plan.data ?? null, {
    tables: TABLES,
    inputs: INPUTS,
    commitments: COMMITMENT_FOLDER,
  });
  if (strange !== null) return inTheWay(directory, strange);
  // A plan is made beside the one it replaces, and then takes its place.
  return (await shelterProblem(directory)) ?? unwritable(dirname(await realTarget(directory)), directory);
}

/** A folder that is not there yet can be made where the nearest one above it may be written. */
async function obstacleAbove(above: string, directory: string): Promise<Problem | null> {
  const { kind } = await standingAt(above);
  const isHigherUp = kind === 'nothing' || kind === 'unknown';
  if (isHigherUp && dirname(above) !== above) return obstacleAbove(dirname(above), directory);
  if (kind !== 'folder') return inTheWay(directory, `cannot be made: '${above}' is a file`);
  return unwritable(above, directory);
}

/** Some file systems grant every right and still refuse, so a folder is made there and taken away again. */
async function unwritable(above: string, directory: string): Promise<Problem | null> {
  try {
    await rmdir(await mkdtemp(join(above, '.cadre-')));
    return null;
  } catch (error) {
    return {
      code: 'not-writable',
      message: `folder '${directory}' cannot be made: '${above}' takes no new folder, the system answered ${codeOf(error)}; a plan is written into a folder of its own`,
      path: directory,
      hint: 'Name a folder with --out where you may write.',
    };
  }
}

async function save(plan: PlanDocument, { inputs, outDirectory }: PlanPlace): Promise<Result<SavedPlan>> {
  const files = filesOf(plan, inputs);
  const written = await replaceFolder({ target: outDirectory, obstacle, files, write: writePack });
  if (!written.ok) return written;
  return ok({
    report: join(outDirectory, REPORT),
    document: join(outDirectory, DOCUMENT),
    tables: PLAN_TABLES.map((name) => join(outDirectory, `${TABLES}/${name}.csv`)),
    inputs: join(outDirectory, INPUTS),
  });
}

/** Each text is made when it is its turn to be written: all of them together would take more memory than the plan. */
function* filesOf(plan: PlanDocument, inputs: PlanPlace['inputs']): Generator<readonly [string, string]> {
  yield [REPORT, renderPlanReport(plan)];
  yield [DOCUMENT, `${canonicalJson(plan)}\n`];
  yield [COMMITMENTS, `${canonicalJson(commitmentDocument(plan))}\n`];
  for (const [code, page] of renderCommitmentPages(plan)) yield [`${COMMITMENT_FOLDER}/${code}.html`, page];
  for (const table of planTables(plan)) yield [`${TABLES}/${table.name}.csv`, writeCsv(table)];
  for (const [path, text] of inputs) yield [`${INPUTS}/${path}`, text];
}

async function open(directory: string): Promise<Result<OpenedPlan>> {
  const path = join(directory, DOCUMENT);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return fail(noPlan(directory, `'${path}' is not there`));
  const parsed = planDocumentSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return fail(noPlan(directory, `'${path}' is no plan: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`));
  }
  return ok({ plan: parsed.data, inputs: join(directory, INPUTS) });
}

/** A path below a file is told by the file. */
function unknownProblem(directory: string, reason: string): Promise<Problem | null> | Problem {
  if (reason === 'ENOTDIR') return obstacleAbove(dirname(resolve(directory)), directory);
  return inTheWay(directory, `cannot be looked at (${reason})`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a plan wrote into its folder does not hang on its series, which are nearly all of its bytes. */
function withoutSeries(document: unknown): unknown {
  return typeof document === 'object' && document !== null ? { ...document, series: [], seriesWithPlan: [] } : document;
}

/** The keys stand in order, so a plan tells its format near its beginning or its end; the text is small enough to read. */
async function beginsLikePlan(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.includes('"format":"cadre-plan/');
}

function inTheWay(directory: string, what: string): Problem {
  return {
    code: 'not-writable',
    message: `folder '${directory}' ${what}; only an earlier plan is ever replaced`,
    path: directory,
    hint: 'Name another folder with --out, or move what is there.',
  };
}

function noPlan(directory: string, reason: string): Problem {
  return {
    code: 'not-found',
    message: `folder '${directory}' holds no plan: ${reason}`,
    path: directory,
    hint: 'Name the folder that `./cadre plan` wrote, such as out/england.',
  };
}
