// What a plan starts in a place and what that costs, taken back to single interventions and to the places below.
import type { PlanDocument } from '../plan/plan-document.ts';
import type { ExplainedPart, Explanation } from './explanation.ts';
import type { FigureName } from './figure-name.ts';

export type StartsFigure = Extract<FigureName, { readonly kind: 'starts' }>;

/** What a plan holds of a place, and of each place directly below it with all that lies there. */
export type StartsHere = {
  readonly placeName: string;
  readonly own: PlanDocument['interventions'];
  readonly below: readonly {
    readonly code: string;
    readonly name: string;
    readonly channels: readonly { readonly channel: string; readonly people: number; readonly costGbp: number }[];
  }[];
  /** As the plan's own page states it. */
  readonly stated: number;
  readonly channelName: (id: string) => string;
  readonly roleName: (id: string) => string;
};

export function explainStarts(here: StartsHere, figure: StartsFigure, name: string): Explanation {
  const { unit, channel } = figure;
  const isMeant = (each: { readonly channel: string }) => channel === null || each.channel === channel;
  const amountOf = ({ people, costGbp }: { readonly people: number; readonly costGbp: number }) =>
    unit === 'people' ? people : costGbp;
  const below = here.below.flatMap(({ code, name: called, channels }): readonly ExplainedPart[] => {
    const amounts = channels.filter(isMeant).map(amountOf);
    const sum = amounts.reduce((total, amount) => total + amount, 0);
    const part = { name: nameOf({ ...figure, place: code }), value: sum, says: `${called} and all below it` };
    return amounts.length === 0 ? [] : [{ ...part, ...plain(unit) }];
  });
  const own = here.own.filter(isMeant).map((start): ExplainedPart => {
    const says = `${here.channelName(start.channel)} into ${here.roleName(start.role)}: ${start.people} people`;
    return { name: `intervention:${start.id}`, value: amountOf(start), says, ...plain(unit) };
  });
  const value = [...below, ...own].reduce((total, part) => total + (part.value ?? 0), 0);
  const what = channel === null ? '' : ` through ${here.channelName(channel)}`;
  return {
    figure: name,
    says: `${unit === 'people' ? 'People whom the plan starts' : 'What the starts of the plan cost'}${what} in ${here.placeName} and below; the optimiser chose them, so they are decisions and have no interval`,
    unit,
    value,
    stated: here.stated,
    isReproduced: Math.abs(value - here.stated) < 0.5,
    formula:
      unit === 'people' ? 'Σ over interventions of people' : 'Σ over interventions of people × cost of one start',
    parts: [...below, ...own],
  };
}

function plain(unit: string): Pick<ExplainedPart, 'unit' | 'source' | 'location' | 'parts'> {
  return { unit, source: null, location: null, parts: [] };
}

function nameOf({ unit, place, channel }: StartsFigure): string {
  return [unit === 'people' ? 'starts' : 'startsCost', place, ...(channel === null ? [] : [`channel=${channel}`])].join(
    ':',
  );
}
