// A folder with one answer in it, such as a backtest: written whole, and replaced only by a later answer of its kind.
import { fail, type Problem, type Result } from '#kernel';
import { writePack } from '#pack';
import { replaceFolder } from './replace-folder.ts';
import { shelterProblem, standingAt } from './target-folder.ts';

/** A kind of answer, by the files that it is made of. */
export type AnswerKind = {
  /** What a message calls it: `backtest`. */
  readonly noun: string;
  readonly names: readonly string[];
};

/** Writes the files of an answer, name → text, or nothing. */
export async function saveAnswer(
  kind: AnswerKind,
  directory: string,
  files: ReadonlyMap<string, string>,
): Promise<Result<null>> {
  const obstacle = (target: string): Promise<Problem | null> => answerObstacle(kind, target);
  const blocked = await obstacle(directory);
  return blocked === null ? replaceFolder({ target: directory, obstacle, files, write: writePack }) : fail(blocked);
}

/** A folder may be replaced where it is empty or holds an earlier answer of the kind and nothing else.
 *  @returns why this one may not; null where it may */
export async function answerObstacle({ noun, names }: AnswerKind, directory: string): Promise<Problem | null> {
  const inTheWay = (what: string): Problem => ({
    code: 'not-writable',
    message: `folder '${directory}' ${what}; only an earlier ${noun} is ever replaced`,
    path: directory,
    hint: 'Name another folder with --out, or move what is there.',
  });
  const standing = await standingAt(directory);
  if (standing.kind === 'file') return inTheWay('is a file');
  if (standing.kind === 'unknown') return inTheWay(`cannot be looked at (${standing.reason})`);
  const found = standing.kind === 'folder' ? standing.names : [];
  const stranger = found.find((name) => !names.includes(name));
  if (stranger !== undefined) return inTheWay(`holds '${stranger}', which no ${noun} wrote`);
  return shelterProblem(directory);
}
