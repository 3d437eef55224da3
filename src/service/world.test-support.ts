// A world that has a store in memory and nothing else, for use cases that ask for nothing else.
import assert from 'node:assert/strict';
import { createMemoryStore } from '#store';
import type { RecordKind } from './records/record-kind.ts';
import type { ServiceWorld } from './world.ts';

/** @param at what the clock says */
export function worldOfStore(at: string, kinds: readonly RecordKind[]): ServiceWorld {
  const { store, sessions } = createMemoryStore();
  const fromHere = () => assert.fail('nothing but the store is asked');
  return {
    store,
    sessions,
    clock: () => at,
    kinds,
    queue: { announce: fromHere, cancel: fromHere },
    makeId: fromHere,
    readPackTexts: fromHere,
    writePackText: {
      scenario: fromHere,
      profile: fromHere,
      catalogue: fromHere,
      stock: fromHere,
      assumption: fromHere,
      mapping: fromHere,
      renewed: fromHere,
    },
    readTable: fromHere,
    readEvidence: fromHere,
    keptHeads: fromHere,
    badges: null,
  };
}
