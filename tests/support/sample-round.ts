// A placement round of one post at MILL, open for wishes, for tests to change.
import type { PlacementRoundRecord } from '#pathways';

export const SAMPLE_ROUND: PlacementRoundRecord = {
  title: 'Data analysts',
  role: 'data-analyst',
  place: 'HAM',
  seed: 7,
  supervisorFtePerPerson: 0.1,
  weights: { notFirst: 5, perRank: 3, outsideTopFive: 20, perTravelHour: 4, crowding: 6, unplaced: 400 },
  places: [{ id: 'MILL', area: 'north', posts: 1, supervisorFte: 1, ranking: null }],
  travel: [],
  closes: '2026-12',
  proposals: [],
  decision: null,
  state: 'open',
};
