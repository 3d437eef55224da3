// Wishes for a placement as their form says them: places in their order, and how far somebody would travel.
import type { PlacementPreferenceRecord } from '#pathways';
import type { OpenRound } from '#service';
import type { FormProblem } from '../../shell/problem-summary.tsx';

type Wishes = Pick<PlacementPreferenceRecord, 'area' | 'preferences' | 'acceptsUnlisted' | 'mostTravelMinutes'>;

export type ReadWishes =
  | { readonly ok: true; readonly wishes: Wishes }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

export function readWishes(fields: Readonly<Record<string, string>>, round: OpenRound): ReadWishes {
  const problems: FormProblem[] = [];
  const preferences = (fields['preferences'] ?? '').split(/[\s,]+/).filter((each) => each !== '');
  const known = new Set(round.places.map(({ id }) => id));
  const strange = preferences.find((each) => !known.has(each));
  if (preferences.length === 0) problems.push({ field: 'preferences', message: 'Name at least one place.' });
  if (strange !== undefined) {
    problems.push({ field: 'preferences', message: `“${strange}” is not on offer in this round.` });
  }
  if (new Set(preferences).size < preferences.length) {
    problems.push({ field: 'preferences', message: 'Name each place once.' });
  }
  const text = fields['mostTravelMinutes'] ?? '';
  const minutes = text === '' ? null : Number(text);
  if (minutes !== null && !(Number.isInteger(minutes) && minutes >= 0 && minutes <= 1440)) {
    problems.push({ field: 'mostTravelMinutes', message: 'Give the minutes as a whole number from 0 to 1,440.' });
  }
  const area = fields['area'] ?? '';
  if (!round.places.some((place) => place.area === area)) problems.push({ field: 'area', message: 'Choose the area.' });
  const acceptsUnlisted = fields['acceptsUnlisted'] === 'yes';
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, wishes: { area, preferences, acceptsUnlisted, mostTravelMinutes: minutes } };
}

export function fieldsOfWishes(wishes: Wishes): Readonly<Record<string, string>> {
  const { area, preferences, acceptsUnlisted, mostTravelMinutes } = wishes;
  return {
    area,
    preferences: preferences.join('\n'),
    mostTravelMinutes: mostTravelMinutes === null ? '' : String(mostTravelMinutes),
    ...(acceptsUnlisted ? { acceptsUnlisted: 'yes' } : {}),
  };
}
