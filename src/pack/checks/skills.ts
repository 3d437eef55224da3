// Checks skills/: frameworks that hold together, mappings between skills that exist, terms that are all there.
import { checkFramework, currentFrameworks, type Framework, skillKey, SKILL_TERMS, termFault } from '#pathways';
import type { Assumption } from '#workforce';
import type { Entry } from '../pack-parts.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { START } from '../text/flaw.ts';
import { checkAssumption } from './assumption-values.ts';
import { type CheckContext, indexBy, refers } from './context.ts';

export function checkSkills(context: CheckContext): void {
  const { frameworks, terms } = context.parts;
  indexBy(frameworks, ({ id, version }) => `${id} ${version}`, context.flaws);
  for (const entry of frameworks) checkOneFramework(context, entry);
  checkMappings(context);
  checkPosts(context);
  // A pack without terms can hold frameworks; what is reckoned by terms then says that there are none.
  if (terms.length > 0) checkTerms(context);
}

function checkOneFramework(context: CheckContext, entry: Entry<Framework>): void {
  refers(context, { entry, field: ['source'], kind: 'source', id: entry.value.source });
  for (const { field, value, rule, hint } of checkFramework(entry.value)) {
    context.flaws.report({ entry, field: fieldInFile(entry.value, field), code: 'inconsistent', value, rule, hint });
  }
}

type Field = readonly (string | number)[];

/** In the file the needs of a level are a table by skill, not a list. */
function fieldInFile({ roles }: Framework, field: Field): Field {
  const at = field.indexOf('needs');
  const [role, level, need] = [field[1], field[3], field[at + 1]];
  if (at === -1 || typeof role !== 'number' || typeof level !== 'number' || typeof need !== 'number') return field;
  return [...field.slice(0, at + 1), roles[role]?.levels[level]?.needs[need]?.skill ?? ''];
}

function checkMappings(context: CheckContext): void {
  const skills = new Set(
    context.parts.frameworks.flatMap(({ value }) => value.skills.map(({ id }) => skillKey(value.id, id))),
  );
  indexBy(context.parts.mappings, ({ from, to }) => [from, to].toSorted().join(' '), context.flaws);
  for (const entry of context.parts.mappings) {
    refers(context, { entry, field: ['source'], kind: 'source', id: entry.value.source });
    for (const field of ['from', 'to'] as const) {
      const value = entry.value[field];
      if (skills.has(value)) continue;
      context.flaws.report({
        entry,
        field: [field],
        code: 'unknown-reference',
        value,
        rule: 'no framework in skills/frameworks/ has that skill',
        hint: `Write FRAMEWORK/SKILL with ids that stand there${didYouMean(value, skills)}.`,
      });
    }
    if (entry.value.from !== entry.value.to) continue;
    context.flaws.report({
      entry,
      field: ['to'],
      code: 'inconsistent',
      value: entry.value.to,
      rule: 'a mapping is between two skills',
      hint: 'Name another skill, or delete the mapping: a skill counts for itself anyway.',
    });
  }
}

/** The role levels that posts stand for, in the version of each framework that is in force. */
function checkPosts(context: CheckContext): void {
  const inForce = currentFrameworks(context.parts.frameworks.map(({ value }) => value));
  indexBy(context.parts.posts, ({ role, band }) => `${role}, band ${band}`, context.flaws);
  for (const entry of context.parts.posts) {
    const { role, band, framework, level } = entry.value;
    const bands = context.known.role.get(role)?.value.bands ?? [];
    if (!bands.includes(band)) {
      context.flaws.report({
        entry,
        field: ['band'],
        code: 'unknown-reference',
        value: band,
        rule: `role '${role}' has the bands ${bands.join(', ')}`,
        hint: 'Write one of those bands.',
      });
    }
    const found = inForce.find(({ id }) => id === framework);
    const levels = found?.roles.flatMap((each) => each.levels.map(({ id }) => id)) ?? [];
    if (levels.includes(level)) continue;
    const [field, value, known] =
      found === undefined ? ['framework', framework, inForce.map(({ id }) => id)] : ['level', level, levels];
    context.flaws.report({
      entry,
      field: [field],
      code: 'unknown-reference',
      value,
      rule:
        found === undefined
          ? 'no framework in skills/frameworks/ has that id'
          : `version ${found.version} of framework '${framework}' has no such role level`,
      hint: `Write an id that stands in skills/frameworks/${didYouMean(value, known)}.`,
    });
  }
}

function checkTerms(context: CheckContext): void {
  const byId = indexBy<Assumption>(context.parts.terms, ({ id }) => id, context.flaws);
  const known = SKILL_TERMS.map(({ id }) => id);
  for (const entry of context.parts.terms) {
    checkAssumption(context, entry);
    const term = SKILL_TERMS.find(({ id }) => id === entry.value.id);
    const fault =
      term === undefined
        ? {
            field: 'id',
            code: 'unknown-reference' as const,
            value: entry.value.id,
            rule: 'nothing is reckoned by a term of that id',
            hint: `Correct the id${didYouMean(entry.value.id, known)}, or take it out.`,
          }
        : termFault(term, entry.value);
    if (fault !== null) context.flaws.report({ entry, ...fault, field: [fault.field] });
  }
  for (const { id, unit, meaning } of SKILL_TERMS) {
    if (byId.has(id)) continue;
    context.flaws.add({
      code: 'not-found',
      file: context.parts.terms[0]?.file ?? 'skills/terms/',
      position: START,
      message: `term '${id}' is missing, but a pack with terms has all of them: ${meaning}`,
      hint: `Add it to a file of skills/terms/ in ${unit}; packs/hamlet has all of them.`,
    });
  }
}
