// One month of leaving and moving: of each rung, one leaps from one person who is looked at to the next.
import { readTable } from './alias.ts';
import { BORN_SHIFT, BYTE, countPerson, fteOf, ROW_SHIFT, roomFor, wait, type Crowd } from './crowd.ts';
import type { CrowdRates } from './crowd-rates.ts';
import { BLOCK_WORDS, refill, type WordStream } from './word-stream.ts';

/** Every person has at most one event, and those who moved wait to be seated. Each has it with the chances of their row and age, independently of all others.
 *  @source docs/model/draws.md, eq. 1–3 */
export function advanceCrowd(crowd: Crowd, rates: CrowdRates, stream: WordStream): void {
  for (let list = 0; list < crowd.sizes.length; list++) {
    if ((crowd.sizes[list] ?? 0) > 0) advanceList(crowd, { rates, stream, list });
  }
  moveOn(crowd, rates);
}

type ListMonth = { readonly rates: CrowdRates; readonly stream: WordStream; readonly list: number };

/** People are looked at from the end of the list, so that whoever takes the place of one who went has had their look.
 *  What becomes of a person is nothing that a processor could foresee: so every write happens, and its effect is masked. */
function advanceList(crowd: Crowd, month: ListMonth): void {
  const { headcount, fte, groupNow } = crowd;
  const { groupCount, classOfRow } = crowd.space;
  const { rates, stream } = month;
  const { words } = rates;
  const { block } = stream;
  const list = crowd.lists[month.list] ?? crowd.waiting;
  const leaps = crowd.ladder.leaps[month.list >> 1];
  if (leaps === undefined) return;
  const { table, longest } = leaps;
  const countsFte = crowd.ftePerHead.length > 0;
  let { next } = stream;
  let { moverCount } = crowd;
  let size = crowd.sizes[month.list] ?? 0;
  crowd.movers = roomFor(crowd.movers, (moverCount + size) * 2);
  const { movers } = crowd;
  for (let index = size - 1; ; index--) {
    if (next > BLOCK_WORDS - 2) {
      refill(stream);
      next = 0;
    }
    const leap = readTable(table, block[next] ?? 0);
    index -= leap;
    if (index < 0) break;
    if (leap === longest) {
      next++;
      index++;
      continue;
    }
    const person = list[index] ?? 0;
    const row = person >>> ROW_SHIFT;
    const cell = ((classOfRow[row] ?? 0) * groupCount + (groupNow[(person >>> BORN_SHIFT) & BYTE] ?? 0)) * 2;
    const chance = (block[next + 1] ?? 0) >>> 1;
    next += 2;
    // All ones, which is −1, where the person leaves, and where anything happens at all.
    const leaves = (chance - (words[cell] ?? 0)) >> 31;
    const goes = (chance - (words[cell + 1] ?? 0)) >> 31;
    headcount[row] = (headcount[row] ?? 0) + goes;
    list[index] = person ^ ((person ^ (list[size - 1] ?? 0)) & goes);
    size += goes;
    movers[moverCount * 2] = person;
    movers[moverCount * 2 + 1] = chance;
    moverCount += leaves - goes;
    if (countsFte) fte[row] = (fte[row] ?? 0) + goes * fteOf(crowd, person);
  }
  stream.next = next + 1;
  crowd.sizes[month.list] = size;
  crowd.moverCount = moverCount;
}

/** Lets those who move wait for the end of the month in their new rows, each on the edge on which the chance fell. */
function moveOn(crowd: Crowd, rates: CrowdRates): void {
  const { movers, groupNow } = crowd;
  const { firstOut, edgesOut, edgeTo } = crowd.space;
  for (let mover = 0; mover < crowd.moverCount; mover++) {
    const person = movers[mover * 2] ?? 0;
    const row = person >>> ROW_SHIFT;
    const first = firstOut[row] ?? 0;
    const out =
      (firstOut[row + 1] ?? 0) - first === 1
        ? first
        : chooseEdge(crowd, rates, {
            row,
            group: groupNow[(person >>> BORN_SHIFT) & BYTE] ?? 0,
            chance: movers[mover * 2 + 1] ?? 0,
          });
    const to = edgeTo[edgesOut[out] ?? 0] ?? 0;
    const moved = (to << ROW_SHIFT) | (person & (BYTE << BORN_SHIFT));
    countPerson(crowd, moved);
    wait(crowd, moved);
  }
  crowd.moverCount = 0;
}

/** @param at.chance the word that fell on a move: below that of any event, leaving first, then the edges in order */
function chooseEdge(
  crowd: Crowd,
  rates: CrowdRates,
  at: { readonly row: number; readonly group: number; readonly chance: number },
): number {
  const { firstOut, edgesOut, groupCount, classOfRow } = crowd.space;
  const leave = rates.leave[at.row * groupCount + at.group] ?? 0;
  const last = (firstOut[at.row + 1] ?? 0) - 1;
  let all = leave;
  for (let out = firstOut[at.row] ?? 0; out <= last; out++)
    all += rates.flow[(edgesOut[out] ?? 0) * groupCount + at.group] ?? 0;
  const event = rates.words[((classOfRow[at.row] ?? 0) * groupCount + at.group) * 2 + 1] ?? 1;
  let left = (at.chance / event) * all - leave;
  let out = firstOut[at.row] ?? 0;
  for (; out < last; out++) {
    left -= rates.flow[(edgesOut[out] ?? 0) * groupCount + at.group] ?? 0;
    if (left < 0) break;
  }
  return out;
}
