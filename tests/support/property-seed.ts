// Property tests draw the same cases each time they run; `CADRE_PROPERTY_SEED=N npm test` draws others.
import fc from 'fast-check';

const USUAL_SEED = 20261128;

fc.configureGlobal({ seed: Number(process.env['CADRE_PROPERTY_SEED'] ?? USUAL_SEED) });
