// Writes a scenario as the YAML file of a pack that it is read from.
import { formatMonth } from '#kernel';
import type { Scenario } from '#workforce';
import { stringify } from 'yaml';
import { assumptionForm } from './replace-assumptions.ts';

/** @returns text that `readPack` reads as the same scenario */
export function scenarioText(scenario: Scenario): string {
  const { id, name, description, recruitment, assumptions, ambition } = scenario;
  const file = {
    id,
    name,
    description,
    recruitment,
    assumptions: assumptions.map(assumptionForm),
    ambition: ambition === null ? null : { ...ambition, by: formatMonth(ambition.by) },
  };
  return stringify(file, { lineWidth: 118, aliasDuplicateObjects: false });
}
