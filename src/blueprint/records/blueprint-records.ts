// What has been recorded about the blueprint beside the blueprint itself.
import type { Catalogue } from '../catalogue.ts';
import type { Action, Evidence, Finding, Risk } from './assurance.ts';
import type { BudgetLine } from './budget-line.ts';
import type { Statement } from './statement.ts';

export type BlueprintRecords = {
  /** Versions of the catalogue other than the one in force: earlier ones, and proposals. */
  readonly versions: readonly Catalogue[];
  readonly statements: readonly Statement[];
  readonly evidence: readonly Evidence[];
  readonly findings: readonly Finding[];
  readonly risks: readonly Risk[];
  readonly actions: readonly Action[];
  readonly budgetLines: readonly BudgetLine[];
};
