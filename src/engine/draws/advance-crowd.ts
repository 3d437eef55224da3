// One month of leaving and moving: of each list, one leaps from one person who is looked at to the next.
import { readTable } from './alias.ts';
import { fteOf, type Crowd } from './crowd.ts';
import { rungOfSeat, type CrowdRates } from './crowd-rates.ts';
import { peopleIn, roomFor } from './people-lists.ts';
import { bornOf, inRow, rowOf } from './person.ts';
import { refill, type WordStream } from './word-stream.ts';

/** Every person has at most one event, and those who moved wait to be seated. Each has it with the chances of their row
 *  and age, independently of all others. Each pass goes over all lists at once, for a processor keeps what a short loop
 *  needs at hand.
 *  @source docs/model/draws.md, eq. 1–3 */
export function advanceCrowd(crowd: Crowd, rates: CrowdRates, stream: WordStream): void {
  const people = peopleIn(crowd.lists);
  crowd.looks = roomFor(crowd.looks, people * WORDS_OF_LOOK);
  crowd.movers = roomFor(crowd.movers, people + 1);
  chooseLooks(crowd, rates, stream);
  lookOnRungs(crowd, rates);
  lookAtCells(crowd, rates);
  moveOn(crowd, rates);
}

/** Where a person is, who it is, and the word that tells what becomes of them. */
const WORDS_OF_LOOK = 3;

/** Whom to look at, list by list, each from its end to its beginning. */
function chooseLooks(crowd: Crowd, rates: CrowdRates, stream: WordStream): void {
  const { looks, lookEnds, ownLists, rungLists, ladder } = crowd;
  const { people, starts, ends } = crowd.lists;
  const { seats } = rates;
  const { block } = stream;
  const lastPair = block.length - 2;
  let { next } = stream;
  let count = 0;
  for (let visit = 0; visit < lookEnds.length; visit++) {
    const cell = visit - rungLists;
    const list = cell < 0 ? visit : (ownLists[cell] ?? -1);
    const leaps = ladder.leaps[cell < 0 ? visit >> 1 : rungOfSeat(seats[cell] ?? 0)];
    const start = list < 0 ? 0 : (starts[list] ?? 0);
    const end = list < 0 ? 0 : (ends[list] ?? 0);
    if (end > start && leaps !== undefined) {
      const { cells, bits } = leaps.table;
      const { longest } = leaps;
      for (let index = end - 1; ; index--) {
        if (next > lastPair) {
          refill(stream);
          next = 0;
        }
        const leap = readTable(cells, bits, block[next] ?? 0);
        index -= leap;
        if (index < start) break;
        if (leap === longest) {
          next++;
          index++;
          continue;
        }
        looks[count] = index;
        looks[count + 1] = people[index] ?? 0;
        looks[count + 2] = (block[next + 1] ?? 0) >>> 1;
        next += 2;
        count += 3;
      }
      next++;
    }
    lookEnds[visit] = count;
  }
  stream.next = next;
}

/** People of any row and age, whose chances are looked up for each. Whoever takes the place of one who went comes from
 *  the end of the list and has had their look. What becomes of a person is nothing that a processor could foresee: so
 *  every write happens, and its effect is masked. */
function lookOnRungs(crowd: Crowd, rates: CrowdRates): void {
  const { headcount, fte, groupNow, looks, lookEnds, movers, rungLists } = crowd;
  const { people, ends } = crowd.lists;
  const { groupCount, classOfRow } = crowd.space;
  const { words } = rates;
  const countsFte = crowd.ftePerHead.length > 0;
  let { moverCount } = crowd;
  let look = 0;
  for (let list = 0; list < rungLists; list++) {
    const lookEnd = lookEnds[list] ?? 0;
    if (look === lookEnd) continue;
    let end = ends[list] ?? 0;
    for (; look < lookEnd; look += 3) {
      const person = looks[look + 1] ?? 0;
      const chance = looks[look + 2] ?? 0;
      const row = rowOf(person);
      const at = ((classOfRow[row] ?? 0) * groupCount + (groupNow[bornOf(person)] ?? 0)) * 2;
      // All ones, which is −1, where the person leaves, and where anything happens at all.
      const leaves = (chance - (words[at] ?? 0)) >> 31;
      const goes = (chance - (words[at + 1] ?? 0)) >> 31;
      headcount[row] = (headcount[row] ?? 0) + goes;
      people[looks[look] ?? 0] = person ^ ((person ^ (people[end - 1] ?? 0)) & goes);
      end += goes;
      movers[moverCount] = look;
      moverCount += leaves - goes;
      if (countsFte) fte[row] = (fte[row] ?? 0) + goes * fteOf(crowd, person);
    }
    ends[list] = end;
  }
  crowd.moverCount = moverCount;
}

/** People of one class and age, who all have the same chances: as on rungs, with nothing to look up for each. */
function lookAtCells(crowd: Crowd, rates: CrowdRates): void {
  const { headcount, fte, looks, lookEnds, movers, rungLists, ownLists } = crowd;
  const { people, ends } = crowd.lists;
  const { ageCount, groupCount, groupOfAge } = crowd.space;
  const { words } = rates;
  const countsFte = crowd.ftePerHead.length > 0;
  let { moverCount } = crowd;
  let look = lookEnds[rungLists - 1] ?? 0;
  for (let cell = 0; cell < ownLists.length; cell++) {
    const lookEnd = lookEnds[rungLists + cell] ?? 0;
    if (look === lookEnd) continue;
    const age = cell % ageCount;
    const at = (((cell - age) / ageCount) * groupCount + (groupOfAge[age] ?? 0)) * 2;
    const leaving = words[at] ?? 0;
    const going = words[at + 1] ?? 0;
    const list = ownLists[cell] ?? 0;
    let end = ends[list] ?? 0;
    for (; look < lookEnd; look += 3) {
      const person = looks[look + 1] ?? 0;
      const chance = looks[look + 2] ?? 0;
      const row = rowOf(person);
      const leaves = (chance - leaving) >> 31;
      const goes = (chance - going) >> 31;
      headcount[row] = (headcount[row] ?? 0) + goes;
      people[looks[look] ?? 0] = person ^ ((person ^ (people[end - 1] ?? 0)) & goes);
      end += goes;
      movers[moverCount] = look;
      moverCount += leaves - goes;
      if (countsFte) fte[row] = (fte[row] ?? 0) + goes * fteOf(crowd, person);
    }
    ends[list] = end;
  }
  crowd.moverCount = moverCount;
}

/** Lets those who move wait for the end of the month in their new rows, each on the edge on which the chance fell. */
function moveOn(crowd: Crowd, rates: CrowdRates): void {
  const { movers, moverCount, looks, groupNow, headcount, fte, waitingCount } = crowd;
  const { firstOut, edgesOut, edgeTo } = crowd.space;
  const countsFte = crowd.ftePerHead.length > 0;
  crowd.waiting = roomFor(crowd.waiting, waitingCount + moverCount);
  const { waiting } = crowd;
  for (let mover = 0; mover < moverCount; mover++) {
    const look = movers[mover] ?? 0;
    const person = looks[look + 1] ?? 0;
    const row = rowOf(person);
    let out = firstOut[row] ?? 0;
    if ((firstOut[row + 1] ?? 0) - out > 1) {
      const chance = looks[look + 2] ?? 0;
      out = chooseEdge(crowd, rates, { row, group: groupNow[bornOf(person)] ?? 0, chance });
    }
    const to = edgeTo[edgesOut[out] ?? 0] ?? 0;
    const moved = inRow(person, to);
    headcount[to] = (headcount[to] ?? 0) + 1;
    if (countsFte) fte[to] = (fte[to] ?? 0) + fteOf(crowd, moved);
    waiting[waitingCount + mover] = moved;
  }
  crowd.waitingCount = waitingCount + moverCount;
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
