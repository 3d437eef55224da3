// The door of pack/: reads, checks, starts and writes pack folders.
export { makeFolder } from './make-folder.ts';
export { catalogueText } from './catalogue-text.ts';
export { newPack } from './new-pack.ts';
export type { NewPack } from './new-pack.ts';
export { hashOfFiles } from './pack-files.ts';
export { profileText } from './profile-text.ts';
export { readPack, readPackFiles, readPackTexts, readWholePack, type WholePack } from './read-pack.ts';
export { renewPack } from './renew-pack.ts';
export { replaceAssumptions } from './replace-assumptions.ts';
export { reviseMapping } from './revise-mapping.ts';
export { reviseAssumption, type RevisedFile } from './revise-assumption.ts';
export { rewritePack } from './rewrite-pack.ts';
export { scenarioText } from './scenario-text.ts';
export { stockText } from './stock-text.ts';
export { packJsonSchemas } from './schemas/published.ts';
export { crosswalkText, frameworkText } from './skills-text.ts';
export { whyNotWritten, writePack } from './write-pack.ts';
