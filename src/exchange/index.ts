// The door of exchange/: what comes in from and goes out to other systems.
export * from './csv-table.ts';
export { readHistory, type HistoryFile } from './history/read-history.ts';
export { readNhsTurnover } from './nhs-turnover/read-turnover.ts';
export { resolveOscal, type OscalFile } from './oscal/resolve-oscal.ts';
