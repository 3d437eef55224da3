// The folder of the embedded database and of what is kept beside it: the one that the settings name, or the usual one.
import { usualFolder } from '#store';
import type { ServiceConfig } from './service-config.ts';

/** Beside the program, in the folder that git leaves alone. */
const BESIDE = 'out/service';

export function dataDirectory({ CADRE_DATA_DIR }: ServiceConfig): Promise<string> {
  return CADRE_DATA_DIR === undefined ? usualFolder(BESIDE) : Promise.resolve(CADRE_DATA_DIR);
}
