// Holds what places say about themselves against the blueprint: what is claimed twice, left out or claimed for nothing.
import { groupBy } from '#kernel';
import type { Month } from '#kernel';
import type { Place } from '#workforce';
import { isInForce } from '../records/statement.ts';
import type { Statement } from '../records/statement.ts';
import type { ResolvedBlueprint } from '../resolved.ts';
import { accountableBodies } from './accountable-bodies.ts';

export type ClaimFinding = {
  /** `overlap`: two claimants for one thing; `left-out`: nobody says how it is met; `stray`: said of what is not asked. */
  readonly kind: 'overlap' | 'left-out' | 'stray';
  readonly requirement: string;
  readonly place: string;
  /** Codes of bodies or names of suppliers, sorted. */
  readonly claimants: readonly string[];
  readonly message: string;
};

export type ClaimContext = {
  readonly resolved: ResolvedBlueprint;
  readonly places: readonly Place[];
  readonly statements: readonly Statement[];
  readonly month: Month;
};

/** Findings by place and requirement. Only a place that has made any statement can leave a requirement out. */
export function claimFindings({ resolved, places, statements, month }: ClaimContext): readonly ClaimFinding[] {
  const inForce = statements.filter((each) => isInForce(each, month));
  const stated = groupBy(inForce, keyOf);
  const speaking = new Set(inForce.map((each) => each.place));
  const bodies = new Map(accountableBodies(resolved, places).accountabilities.map((each) => [keyOf(each), each.body]));
  const findings: ClaimFinding[] = [];
  for (const { place, requirement, deviations } of resolved.requirements) {
    const asked = { place, requirement: requirement.id };
    const said = stated.get(keyOf(asked)) ?? [];
    const isExplained = deviations.some((each) => each.subject === '*');
    if (said.length === 0 && speaking.has(place) && !isExplained) findings.push(leftOut(asked));
    findings.push(...overlaps(asked, said, bodies.get(keyOf(asked)) ?? null));
  }
  const applying = new Set(
    resolved.requirements.map((each) => keyOf({ place: each.place, requirement: each.requirement.id })),
  );
  return [...findings, ...inForce.filter((each) => !applying.has(keyOf(each))).map(stray)];
}

type Asked = { readonly place: string; readonly requirement: string };

function keyOf({ place, requirement }: Asked): string {
  return JSON.stringify([place, requirement]);
}

function overlaps(asked: Asked, said: readonly Statement[], body: string | null): readonly ClaimFinding[] {
  const answering = said.flatMap((each) => (each.accountableBody === null ? [] : [each.accountableBody]));
  const claimants = [...new Set([...(body === null ? [] : [body]), ...answering])].sort();
  const twice = claimants.length > 1 ? [answeredTwice(asked, claimants, body)] : [];
  const share = said.reduce((sum, each) => sum + each.share, 0);
  // A hundredth more than the whole is rounding in what places write down.
  return share > 1.01 ? [...twice, metTwice(asked, said, share)] : twice;
}

function answeredTwice(asked: Asked, claimants: readonly string[], body: string | null): ClaimFinding {
  const given = body === null ? 'nobody' : `'${body}'`;
  const others = claimants.filter((each) => each !== body).map((each) => `'${each}'`);
  return {
    kind: 'overlap',
    ...asked,
    claimants,
    message: `requirement '${asked.requirement}' in '${asked.place}': the blueprint gives it to ${given}, and statements say that ${others.join(' and ')} ${others.length === 1 ? 'answers' : 'answer'} for it; one body answers`,
  };
}

function metTwice(asked: Asked, said: readonly Statement[], share: number): ClaimFinding {
  const claimants = [...new Set(said.map(providerOf))].sort();
  return {
    kind: 'overlap',
    ...asked,
    claimants,
    message: `requirement '${asked.requirement}' in '${asked.place}': ${claimants.map((each) => `'${each}'`).join(' and ')} meet ${Math.round(share * 100)}% of it between them; the shares of one requirement add up to 100%`,
  };
}

/** Who provides what a statement speaks of: the supplier, the providing place, or the place itself. */
export function providerOf(statement: Statement): string {
  return statement.supplier ?? statement.provider ?? statement.place;
}

function leftOut(asked: Asked): ClaimFinding {
  const message = `requirement '${asked.requirement}' applies in '${asked.place}', and no statement in force says how it is met there`;
  return { kind: 'left-out', ...asked, claimants: [], message };
}

function stray(statement: Statement): ClaimFinding {
  const { place, requirement, id } = statement;
  const message = `statement '${id}' says how '${place}' meets requirement '${requirement}', which does not apply there`;
  return { kind: 'stray', place, requirement, claimants: [providerOf(statement)], message };
}
