// The door of exchange/: what comes in from and goes out to other systems.
export * from './csv-table.ts';
export { writeXlsx } from './xlsx-table.ts';
export { readCase } from './frameworks/read-case.ts';
export { readDirect } from './frameworks/read-direct.ts';
export { readGdad } from './frameworks/read-gdad.ts';
export type { FrameworkTerms } from './frameworks/framework-terms.ts';
export { writeCase } from './frameworks/write-case.ts';
export { readHistory, type HistoryFile } from './history/read-history.ts';
export { readNhsTurnover } from './nhs-turnover/read-turnover.ts';
export { resolveOscal, type OscalFile } from './oscal/resolve-oscal.ts';
