// Checks what is recorded about the blueprint: that it speaks of places and requirements there are, in dates in order.
import { type Catalogue, checkCatalogue, checkRequirementUnits, type Requirement, type Statement } from '#blueprint';
import { formatMonth } from '#kernel';
import { amendedVersions } from '../amended-versions.ts';
import type { Entry } from '../pack-parts.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { usesAssumption } from './assumption-use.ts';
import { allRequirements, fromProblem } from './blueprint.ts';
import { type CheckContext, indexBy, refers, refersToPost } from './context.ts';

export function checkRecords(context: CheckContext): void {
  const { parts, flaws } = context;
  const requirements = new Set(allRequirements(context).map(({ value }) => value.id));
  const records = [...parts.statements, ...parts.evidence, ...parts.findings, ...parts.risks, ...parts.actions];
  indexBy<{ readonly id: string }>([...records, ...parts.budgetLines], ({ id }) => id, flaws);
  for (const entry of records) checkSubject(context, entry, requirements);
  for (const entry of parts.statements) checkStatement(context, entry);
  checkDates(context);
  checkActions(context);
  checkBudget(context, requirements);
  checkVersions(context);
}

type Subject = { readonly place: string; readonly requirement: string; readonly source: string };

function checkSubject(context: CheckContext, entry: Entry<Subject>, requirements: ReadonlySet<string>): void {
  refers(context, { entry, field: ['place'], kind: 'place', id: entry.value.place });
  refers(context, { entry, field: ['source'], kind: 'source', id: entry.value.source });
  if (!requirements.has(entry.value.requirement)) reportRequirement(context, entry, requirements);
}

function reportRequirement(
  { flaws }: CheckContext,
  entry: Entry<{ readonly requirement: string | null }>,
  requirements: ReadonlySet<string>,
): void {
  const { requirement } = entry.value;
  flaws.report({
    entry,
    field: ['requirement'],
    code: 'unknown-reference',
    value: requirement,
    rule: 'no requirement of the blueprint has that id',
    hint: `Write the id of a requirement${didYouMean(requirement ?? '', requirements)}.`,
  });
}

function checkStatement(context: CheckContext, entry: Entry<Statement>): void {
  const { by, provider, supplier, archetype, accountableBody } = entry.value;
  for (const [field, code] of [
    ['provider', provider],
    ['accountableBody', accountableBody],
  ] as const) {
    if (code !== null) refers(context, { entry, field: [field], kind: 'place', id: code });
  }
  const needed = by === 'supplier' ? 'supplier' : 'provider';
  const isShared = by === 'shared-post' || by === 'regional-service';
  const isWhole = (provider !== null) === isShared && (supplier !== null) === (by === 'supplier');
  if (!isWhole) {
    context.flaws.report({
      entry,
      field: ['by'],
      code: 'inconsistent',
      value: by,
      rule: 'a shared post or regional service has a provider, a supplier has a supplier, and an own post has neither',
      hint: by === 'own-post' ? 'Take provider and supplier out.' : `Name the ${needed} and no other.`,
    });
  }
  const archetypes = context.parts.catalogue.value.archetypes.map(({ id }) => id);
  if (archetype !== null && !archetypes.includes(archetype)) {
    context.flaws.report({
      entry,
      field: ['archetype'],
      code: 'unknown-reference',
      value: archetype,
      rule: 'no archetype of the catalogue has that id',
      hint: `Write the id of an archetype${didYouMean(archetype, archetypes)}.`,
    });
  }
}

function checkDates({ parts, flaws }: CheckContext): void {
  const spans = [
    ...parts.statements.map((entry) => ({
      entry,
      first: 'from',
      from: entry.value.from,
      last: 'until',
      to: entry.value.until,
    })),
    ...parts.evidence.map((entry) => ({
      entry,
      first: 'observed',
      from: entry.value.observed,
      last: 'expires',
      to: entry.value.expires,
    })),
    ...parts.findings.map((entry) => ({
      entry,
      first: 'raised',
      from: entry.value.raised,
      last: 'closed',
      to: entry.value.closed,
    })),
  ];
  for (const { entry, first, from, last, to } of spans) {
    if (to === null || to > from) continue;
    flaws.report({
      entry,
      field: [last],
      code: 'out-of-range',
      value: formatMonth(to),
      rule: `that is not after ${first}, which is ${formatMonth(from)}`,
      hint: `Write a later month for ${last}, or an earlier one for ${first}.`,
    });
  }
}

function checkActions(context: CheckContext): void {
  const { parts, flaws } = context;
  const answerable = new Set([...parts.findings, ...parts.risks].map(({ value }) => value.id));
  for (const entry of parts.actions) {
    const { answers, channel } = entry.value;
    if (channel !== null) refers(context, { entry, field: ['channel'], kind: 'channel', id: channel });
    if (answers === null || answerable.has(answers)) continue;
    flaws.report({
      entry,
      field: ['answers'],
      code: 'unknown-reference',
      value: answers,
      rule: 'no finding or risk has that id',
      hint: `Write the id of a finding or a risk${didYouMean(answers, answerable)}, or leave it out.`,
    });
  }
}

function checkBudget(context: CheckContext, requirements: ReadonlySet<string>): void {
  for (const entry of context.parts.budgetLines) {
    const { holder, beneficiary, requirement, source, amounts } = entry.value;
    refers(context, { entry, field: ['holder'], kind: 'place', id: holder });
    refers(context, { entry, field: ['beneficiary'], kind: 'place', id: beneficiary });
    refers(context, { entry, field: ['source'], kind: 'source', id: source });
    if (requirement !== null && !requirements.has(requirement)) reportRequirement(context, entry, requirements);
    const years = amounts.map(({ year }) => year);
    for (const [index, year] of years.entries()) {
      if (years.indexOf(year) === index) continue;
      context.flaws.report({
        entry,
        field: ['amounts', index, 'year'],
        code: 'duplicate',
        value: year,
        rule: 'a line has one amount for a year',
        hint: 'Add the two amounts up, or correct the year.',
      });
    }
  }
}

/** A version that is not in force need not fit this pack's profiles, but it must hold together, ask for posts that the
 *  pack has, and be told apart from the others. */
function checkVersions(context: CheckContext): void {
  const { parts, flaws } = context;
  const versions = [...parts.versions, ...soundAmendments(context)];
  indexBy([parts.catalogue, ...versions], ({ version }) => version, flaws);
  const drivers = parts.drivers.map(({ value }) => value);
  for (const entry of versions) {
    const { requirements } = entry.value;
    const problems = [
      ...checkCatalogue(entry.value),
      ...requirements.flatMap((each) => checkRequirementUnits(each, drivers)),
    ];
    for (const problem of problems) flaws.add(fromProblem(problem, entry, { field: [], guess: '' }));
    for (const [index, requirement] of requirements.entries()) {
      refers(context, { entry, field: ['requirements', index, 'source'], kind: 'source', id: requirement.source });
      checkAskedFor(context, entry, { requirement, index });
    }
  }
}

/** Amendments worked out into whole catalogues; those that cannot be are reported. */
function soundAmendments({ parts, flaws }: CheckContext): readonly Entry<Catalogue>[] {
  return amendedVersions(parts).flatMap(({ entry, amended }) => {
    if (amended.ok) return [{ ...entry, value: amended.value }];
    for (const problem of amended.problems) {
      flaws.add(fromProblem(problem, entry, { field: problem.path.split('.'), guess: '' }));
    }
    return [];
  });
}

type Asking = { readonly requirement: Requirement; readonly index: number };

function checkAskedFor(context: CheckContext, entry: Entry<Catalogue>, { requirement, index }: Asking): void {
  for (const [place, { role, band }] of requirement.demand.entries()) {
    const field = ['requirements', index, 'demand', place];
    if (role === '*') continue;
    if (band === null) refers(context, { entry, field: [...field, 'role'], kind: 'role', id: role });
    else refersToPost(context, entry, { role, band, field });
  }
  for (const [place, { value, unit }] of requirement.parameters.entries()) {
    const field = ['requirements', index, 'parameters', place, 'value'];
    if (value.kind === 'assumption') usesAssumption(context, { entry, field, id: value.id, unit });
  }
}
