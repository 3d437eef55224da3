// One month of leaving and moving: of each list, one leaps from one person who is looked at to the next.
import * as alias from './alias.ts';
import { fteOf, NOT_OWN, SEVERAL, type Crowd } from './crowd.ts';
import { rungOfSeat, type CrowdRates } from './crowd-rates.ts';
import { listAt, makeRoom, peopleIn, roomFor } from './people-lists.ts';
import * as person from './person.ts';
import * as seating from './seat-crowd.ts';
import { refill, type WordStream } from './word-stream.ts';

// What a module keeps to itself is a constant for the compiler; what it imports is looked up in every pass of a loop.
const { readEntry } = alias;
const { bornOf, dueOf, inRow, rowOf } = person;
const { listOfPlace, placeOf } = seating;

/** Every person has at most one event, and those who moved are seated after the last had theirs. Each has it with the
 *  chances of their row and age, independently of all others.
 *  @source docs/model/draws.md, eq. 1–3 */
export function advanceCrowd(crowd: Crowd, rates: CrowdRates, stream: WordStream): void {
  crowd.movers = roomFor(crowd.movers, (peopleIn(crowd.lists) + 1) * 2);
  seatMovers(crowd, rates, passLists(crowd, rates, stream));
}

/** Looks at people list by list, each from its end to its beginning: on rungs at people of any row and age, whose chances
 *  are looked up for each, in lists of one class and age at people who all have the same. Whoever takes the place of one
 *  who went comes from the end of the list and has had their look. What becomes of a person is nothing that a processor
 *  could foresee: so every write happens, and its effect is masked.
 *  @returns how much of the movers is filled */
function passLists(crowd: Crowd, rates: CrowdRates, stream: WordStream): number {
  const { movers, ownLists, wordsOfCell, rungLists, lists, fte, groupNow } = crowd;
  const { memory } = lists;
  const { leaps, leapsFrom, leapBits } = crowd.ladder;
  const { groupCount, classOfRow } = crowd.space;
  const { words, seats } = rates;
  const { block } = stream;
  const lastPair = block.length - 2;
  const countsFte = crowd.ftePerHead.length > 0;
  let { next } = stream;
  let moved = 0;
  for (let visit = 0; visit < rungLists + ownLists.length; visit++) {
    const cell = visit - rungLists;
    const list = cell < 0 ? listAt(lists, visit) : (ownLists[cell] ?? NOT_OWN);
    const start = list < 0 ? 0 : (memory[list] ?? 0);
    let end = list < 0 ? 0 : (memory[list + 1] ?? 0);
    if (start === end) continue;
    const rung = cell < 0 ? visit >> 1 : rungOfSeat(seats[cell] ?? 0);
    const from = leapsFrom[rung] ?? 0;
    const bits = leapBits[rung] ?? 0;
    const longest = (1 << bits) - 1;
    let at = cell < 0 ? 0 : (wordsOfCell[cell] ?? 0);
    let index = end - 1;
    for (;;) {
      if (next > lastPair) {
        refill(stream);
        next = 0;
      }
      const leap = readEntry(leaps[from + ((block[next] ?? 0) >>> (32 - bits))] ?? 0, bits, block[next] ?? 0);
      next++;
      index -= leap;
      if (index < start) break;
      if (leap === longest) continue;
      const chance = (block[next] ?? 0) >>> 1;
      next++;
      const person = memory[index] ?? 0;
      const row = rowOf(person);
      if (cell < 0) at = ((classOfRow[row] ?? 0) * groupCount + (groupNow[bornOf(person)] ?? 0)) * 2;
      // All ones, which is −1, where the person leaves, and where anything happens at all.
      const leaves = (chance - (words[at] ?? 0)) >> 31;
      const goes = (chance - (words[at + 1] ?? 0)) >> 31;
      memory[row] = (memory[row] ?? 0) + goes;
      memory[index] = person ^ ((person ^ (memory[end - 1] ?? 0)) & goes);
      end += goes;
      movers[moved] = person;
      movers[moved + 1] = chance;
      moved += (leaves - goes) * 2;
      if (countsFte) fte[row] = (fte[row] ?? 0) + goes * fteOf(crowd, person);
      index--;
    }
    memory[list + 1] = end;
  }
  stream.next = next;
  return moved;
}

/** Seats those who move in their new rows, each on the edge on which the chance fell. */
function seatMovers(crowd: Crowd, rates: CrowdRates, moved: number): void {
  const { movers, groupNow, ageNow, fte, lists, onlyTo, firstCell } = crowd;
  const { seats } = rates;
  const countsFte = crowd.ftePerHead.length > 0;
  let { memory } = lists;
  for (let mover = 0; mover < moved; mover += 2) {
    const person = movers[mover] ?? 0;
    const row = rowOf(person);
    let to = onlyTo[row] ?? SEVERAL;
    if (to < 0) {
      const chance = movers[mover + 1] ?? 0;
      to = chooseRow(crowd, rates, { row, group: groupNow[bornOf(person)] ?? 0, chance });
    }
    const moved = inRow(person, to);
    memory[to] = (memory[to] ?? 0) + 1;
    if (countsFte) fte[to] = (fte[to] ?? 0) + fteOf(crowd, moved);
    const place = placeOf(crowd, seats, (firstCell[to] ?? 0) + (ageNow[bornOf(moved)] ?? 0));
    const list = listOfPlace(place);
    if (memory[list + 1] === memory[list + 2]) {
      makeRoom(lists, list, 1);
      ({ memory } = lists);
    }
    const end = memory[list + 1] ?? 0;
    memory[end] = moved | dueOf(place);
    memory[list + 1] = end + 1;
  }
}

/** @param at.chance the word that fell on a move: below that of any event, leaving first, then the edges in order */
function chooseRow(
  crowd: Crowd,
  rates: CrowdRates,
  at: { readonly row: number; readonly group: number; readonly chance: number },
): number {
  const { firstOut, edgesOut, edgeTo, groupCount, classOfRow } = crowd.space;
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
  return edgeTo[edgesOut[out] ?? 0] ?? 0;
}
