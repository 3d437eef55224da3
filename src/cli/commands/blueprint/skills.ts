// `cadre blueprint skills PACK`: which skills it takes, at which level, where and when.
import { skillsAnswer } from '#planning';
import type { BlueprintCommand } from './blueprint-command.ts';

export const skillsCommand: BlueprintCommand = {
  name: 'skills',
  summary: 'which skills does it take, where and when?',
  description:
    'Counts the posts that need each skill at each level, year by year and place by place, beside the people in post ' +
    'today whose role has it.',
  examples: ['packs/hamlet', 'packs/england --place Y62 --json'],
  answer: (view, { scenario }) => skillsAnswer(view, scenario),
};
