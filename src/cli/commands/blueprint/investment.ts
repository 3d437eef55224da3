// `cadre blueprint investment PACK`: money held against requirements and standards.
import { ok } from '#kernel';
import { investmentAnswer } from '#planning';
import type { BlueprintCommand } from './blueprint-command.ts';

export const investmentCommand: BlueprintCommand = {
  name: 'investment',
  summary: 'does the money serve the standards?',
  description:
    'Lists money without a standard, standards without money, what is paid for twice and what is spent on things to be ' +
    'retired, each with totals, and the share of money aligned with the blueprint by tier and year.',
  examples: ['packs/hamlet', 'packs/hamlet --place HAM-R --json'],
  answer: (view) => ok(investmentAnswer(view)),
};
