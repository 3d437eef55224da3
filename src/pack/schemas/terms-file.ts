// A file of skills/terms/: what learning, crosswalks and evidence are reckoned by, in the form of the register.
import { assumption } from './assumptions-file.ts';
import { list, record } from './formats.ts';

export const termsFileSchema = record({ terms: list(assumption) });
