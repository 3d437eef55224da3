// `cadre blueprint conformance PACK`: how far it is met, what falls due, and which steps of a pathway lack people.
import { conformanceAnswer } from '#planning';
import type { BlueprintCommand } from './blueprint-command.ts';

export const conformanceCommand: BlueprintCommand = {
  name: 'conformance',
  summary: 'how far is it met, and what falls due?',
  description:
    'Reads statements, evidence, findings, risks and actions: the state of each requirement, maturity by theme, what falls ' +
    "due within a year, and the steps of persons' pathways that lack people.",
  examples: ['packs/hamlet', 'packs/england --place QOP'],
  answer: (view, { scenario }) => conformanceAnswer(view, scenario),
};
