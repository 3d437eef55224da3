// A placement round's form: its posts, what weighs how much, and the lottery, all settled before anybody applies.
import { formatMonth, ok } from '#kernel';
import { placementRoundRecordSchema, type PlacementRoundRecord } from '#pathways';
import { choice, columns, field, rows, type FormSection } from '../../record/field-spec.ts';
import { placeOptions } from '../../record/place-options.ts';
import type { FormAsk, RecordPart } from '../../record/record-part.ts';
import { thisMonthOf } from '../../record/record-routes.tsx';

export const ROUND = { kind: 'placement-round', schema: placementRoundRecordSchema } as const;

export const roundPart: RecordPart<PlacementRoundRecord> = {
  ...ROUND,
  resource: 'placement-round',
  root: '/people/placements',
  part: 'people',
  trail: [
    { label: 'Home', href: '/' },
    { label: 'People', href: '/people' },
    { label: 'Placement rounds', href: '/people/placements' },
  ],
  newTitle: 'A new placement round',
  titleOf: ({ title }) => title,
  form: roundForm,
  detail: async () => ok(null),
};

/** What a departure from the ideal costs where nobody says otherwise: a first choice is worth a travel hour or so. */
const USUAL_WEIGHTS = {
  notFirst: 10,
  perRank: 5,
  outsideTopFive: 50,
  perTravelHour: 10,
  crowding: 10,
  unplaced: 1000,
} as const;

const WEIGHT_NAMES: Readonly<Record<keyof typeof USUAL_WEIGHTS, string>> = {
  notFirst: 'Not a first choice',
  perRank: 'Each step below it',
  outsideTopFive: 'Outside the first five',
  perTravelHour: 'Each hour of travel',
  crowding: 'Each further person at a place',
  unplaced: 'No place at all',
};

/** What a round settles whatever the pack holds. */
const FIXED_SECTIONS: readonly FormSection[] = [
  {
    title: 'Posts',
    fields: [
      rows('places', {
        label: 'Places',
        columns: columns({
          id: 'code of the place',
          area: 'area',
          'posts#': 'posts',
          'supervisorFte#': 'supervisors’ FTE',
        }),
      }),
      rows('travel', {
        label: 'Minutes between areas',
        columns: columns({ from: 'from', to: 'to', 'minutes#': 'minutes' }),
      }),
    ],
  },
  {
    title: 'What weighs how much, in points',
    fields: Object.entries(WEIGHT_NAMES).map(([name, label]) =>
      field('number', `weights.${name}`, { label, hint: 'Points; 0 leaves it out.' }),
    ),
  },
];

async function roundForm({ desk, workspace }: FormAsk<PlacementRoundRecord>) {
  const { roles } = workspace.pack.system;
  return ok({
    base: {
      place: desk.actor.place,
      seed: 1,
      supervisorFtePerPerson: 0,
      weights: USUAL_WEIGHTS,
      places: [],
      travel: [],
      closes: formatMonth(thisMonthOf(desk) + 1),
      proposals: [],
      decision: null,
      state: 'open',
    },
    intro:
      'Posts, weights and the lottery are settled before anybody applies, and stay as they are once wishes are in. No order of named people comes from a machine.',
    sections: [
      {
        title: 'The round',
        fields: [
          field('text', 'title', { label: 'Title', hint: 'As people who send wishes will see it.' }),
          choice('role', {
            label: 'Role that the posts are in',
            hint: 'One role for all posts of a round.',
            options: roles.map(({ id, name }) => ({ value: id, label: name })),
          }),
          choice('place', {
            label: 'Whose round it is',
            hint: 'Its lead opens, runs and decides it.',
            options: placeOptions(desk, workspace),
          }),
          field('month', 'closes', { label: 'Last month for wishes' }),
          field('number', 'seed', { label: 'Number of the lottery', hint: 'A whole number; it breaks ties.' }),
          field('number', 'supervisorFtePerPerson', {
            label: 'Supervisors’ time for each person, FTE',
            hint: 'What one placed person takes of a supervisor, in full-time equivalents.',
          }),
        ],
      },
      ...FIXED_SECTIONS,
    ],
  });
}
