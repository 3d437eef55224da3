// A sensitivity study on disk: its page and its data.
import { join } from 'node:path';
import type { SensitivityFolder } from '#cli';
import { canonicalJson, ok } from '#kernel';
import { renderSensitivityReport } from '#report';
import { answerObstacle, saveAnswer, type AnswerKind } from './answer-folder.ts';

const PAGE = 'sensitivity.html';
const DOCUMENT = 'sensitivity.json';
const KIND: AnswerKind = { noun: 'sensitivity study', names: [PAGE, DOCUMENT] };

export const sensitivityFolder: SensitivityFolder = {
  obstacle: (directory) => answerObstacle(KIND, directory),
  save: async (study, directory) => {
    const files = new Map([
      [PAGE, renderSensitivityReport(study)],
      [DOCUMENT, `${canonicalJson(study)}\n`],
    ]);
    const written = await saveAnswer(KIND, directory, files);
    return written.ok ? ok({ page: join(directory, PAGE), document: join(directory, DOCUMENT) }) : written;
  },
};
