// The plan in a few sentences that a director could read aloud, each computed from the plan itself.
import { findSeries } from './figures.ts';
import type { PlanDocument } from './plan-document.ts';
import { firstActSentence, planSentences } from './summary-of-plan.ts';
import { intervalInWords, lastMonthInWords, nationIn, type Told } from './told.ts';
import { fteInWords, percentInWords } from './words.ts';

/** @returns where the gap is worst, how sure, what closes it, at what cost, who must act first; one sentence or two each */
export function summarise(plan: Told): PlanDocument['summary'] {
  return [
    gapSentence(plan),
    worstSentence(plan),
    ...planSentences(plan),
    firstActSentence(plan),
    doubtSentence(plan),
  ].filter((sentence) => sentence !== '');
}

function gapSentence(plan: Told): string {
  const nation = nationIn(plan);
  const last = plan.months.length - 1;
  const shortage = findSeries(plan.series, { measure: 'shortageFte', place: nation.code });
  const demand = findSeries(plan.series, { measure: 'demandFte', place: nation.code });
  if (shortage === undefined || demand === undefined) return '';
  const mean = shortage.mean[last] ?? 0;
  const when = lastMonthInWords(plan);
  if (mean < 0.5) {
    return `${nation.name} has the digital workforce that the blueprint asks for up to ${when}, as things go.`;
  }
  return (
    `Without a plan, ${nation.name} is short of ${fteInWords(mean)} full-time digital posts by ${when}` +
    `${intervalInWords(plan, shortage)}, ${percentInWords(mean / (demand.mean[last] ?? 1))} of what the blueprint asks for.`
  );
}

function worstSentence(plan: Told): string {
  const last = plan.months.length - 1;
  const shortageAt = (place: string, family: string): number =>
    findSeries(plan.series, { measure: 'shortageFte', place, family })?.mean[last] ?? 0;
  const demandAt = (place: string): number => findSeries(plan.series, { measure: 'demandFte', place })?.mean[last] ?? 0;
  const nation = nationIn(plan);
  const families = plan.families
    .map(({ id, name }) => ({ name, fte: shortageAt(nation.code, id) }))
    .filter(({ fte }) => fte >= 0.5)
    .toSorted((a, b) => b.fte - a.fte);
  const finest = plan.places
    .filter(({ code }) => !plan.places.some(({ parent }) => parent === code))
    .map(({ code, name }) => ({
      name,
      fte: shortageAt(code, '*'),
      share: shortageAt(code, '*') / Math.max(demandAt(code), 1),
    }));
  const largest = finest.toSorted((a, b) => b.fte - a.fte)[0];
  const deepest = finest.toSorted((a, b) => b.share - a.share)[0];
  const family = families[0];
  if (family === undefined || largest === undefined || deepest === undefined || largest.fte < 0.5) return '';
  const place =
    largest.name === deepest.name
      ? `${largest.name}, with ${fteInWords(largest.fte)} posts or ${percentInWords(largest.share)} of its need`
      : `${largest.name} by number (${fteInWords(largest.fte)}) and in ${deepest.name} by share (${percentInWords(deepest.share)} of its need)`;
  return `It is worst in ${family.name} (${fteInWords(family.fte)} posts), and in ${place}.`;
}

function doubtSentence(plan: Told): string {
  const strongest = plan.elasticities[0];
  const weak = plan.assumptions.filter(({ kind }) => kind === 'judgement' || kind === 'proxy').length;
  const unsigned = plan.assumptions.filter(({ signedOffBy }) => signedOffBy === null).length;
  const doubt = strongest === undefined ? '' : ` What matters most: ${strongest.sentence}`;
  return `${weak} of ${plan.assumptions.length} assumptions are proxies or judgements and ${unsigned} are not signed off.${doubt}`;
}
