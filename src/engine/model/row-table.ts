// Rows, edges and routes: every post that people may hold, and the ways from one to another.
import { assert, hashText } from '#kernel';
import type { HealthSystem, Role } from '#workforce';
import { leverOf, type LeverContext } from './lever.ts';
import type { EdgeTable, Lever, ModelRole, RouteTable, RowTable } from './model.ts';

/** The rows of a system in the order of its roles and of their bands. */
export function rowTableOf(system: HealthSystem, context: LeverContext): RowTable {
  const posts = system.roles.flatMap((role, roleIndex) => role.bands.map((band) => ({ role: roleIndex, band })));
  const edges = edgeTableOf(system, context);
  return {
    count: posts.length,
    role: Int32Array.from(posts, (post) => post.role),
    band: Int32Array.from(posts, (post) => bandIndex(system, post.band)),
    edges,
    routes: routeTableOf(edges, posts.length),
  };
}

export function modelRolesOf(system: HealthSystem): readonly ModelRole[] {
  let firstRow = 0;
  return system.roles.map((role) => {
    const rowCount = role.bands.length;
    const family = system.families.findIndex((each) => each.id === role.family);
    assert(family >= 0, `role '${role.id}' is in a family that the pack has.`);
    firstRow += rowCount;
    return {
      id: role.id,
      keyWord: hashText(role.id),
      family,
      digitalShare: digitalShareOf(system, role),
      firstRow: firstRow - rowCount,
      rowCount,
    };
  });
}

/** @returns index of the row of a role in a band, −1 where the role has no such band */
export function rowIndex(system: HealthSystem, post: { readonly role: string; readonly band: string }): number {
  let firstRow = 0;
  for (const role of system.roles) {
    const place = role.bands.indexOf(post.band);
    if (role.id === post.role) return place < 0 ? -1 : firstRow + place;
    firstRow += role.bands.length;
  }
  return -1;
}

function bandIndex(system: HealthSystem, id: string): number {
  const index = system.bands.findIndex((band) => band.id === id);
  assert(index >= 0, `band '${id}' of a role is a band of the pack.`);
  return index;
}

function digitalShareOf(system: HealthSystem, role: Role): number {
  const digital = new Set(system.professions.filter((each) => each.isDigital).map((each) => each.id));
  return role.composition.reduce((sum, part) => sum + (digital.has(part.profession) ? part.shareOfFte : 0), 0);
}

type Edge = { readonly from: number; readonly to: number; readonly sharePerYear: Lever };

function edgeTableOf(system: HealthSystem, context: LeverContext): EdgeTable {
  const edges = [...promotionsOf(system, context), ...movesOf(system, context)];
  edges.sort((a, b) => a.to - b.to || a.from - b.from);
  const rowCount = system.roles.reduce((sum, role) => sum + role.bands.length, 0);
  const firstInto = new Int32Array(rowCount + 1);
  for (let row = 0; row <= rowCount; row++) firstInto[row] = edges.filter((edge) => edge.to < row).length;
  return {
    count: edges.length,
    from: Int32Array.from(edges, (edge) => edge.from),
    to: Int32Array.from(edges, (edge) => edge.to),
    firstInto,
    sharePerYear: edges.map((edge) => edge.sharePerYear),
  };
}

function promotionsOf(system: HealthSystem, context: LeverContext): readonly Edge[] {
  return system.roles.flatMap((role) =>
    role.bands.slice(0, -1).map((band, index) => {
      const from = rowIndex(system, { role: role.id, band });
      const next = role.bands[index + 1] ?? band;
      const sharePerYear = leverOf(context, 'promotion.yearly', [{ band }]);
      return { from, to: rowIndex(system, { role: role.id, band: next }), sharePerYear };
    }),
  );
}

function movesOf(system: HealthSystem, context: LeverContext): readonly Edge[] {
  return system.moves.map((move) => {
    const from = rowIndex(system, move.from);
    const to = rowIndex(system, move.to);
    assert(from >= 0 && to >= 0, `a move from '${move.from.role}' to '${move.to.role}' names posts that exist.`);
    return { from, to, sharePerYear: leverOf(context, move.chancePerYear, [{}]) };
  });
}

/** Breadth first from each row along the edges, so that the first route of an origin is the one that stays. */
function routeTableOf(edges: EdgeTable, rowCount: number): RouteTable {
  const origin: number[] = [];
  const target: number[] = [];
  const firstOf = new Int32Array(rowCount + 1);
  const firstWay: number[] = [0];
  const wayEdge: number[] = [];
  const wayRoute: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    const first = target.length;
    const reached = reachableFrom(edges, row);
    firstOf[row] = first;
    for (const each of reached) {
      origin.push(row);
      target.push(each);
      for (let edge = edges.firstInto[each] ?? 0; edge < (edges.firstInto[each + 1] ?? 0); edge++) {
        const before = reached.indexOf(edges.from[edge] ?? -1);
        if (before < 0) continue;
        wayEdge.push(edge);
        wayRoute.push(first + before);
      }
      firstWay.push(wayEdge.length);
    }
  }
  firstOf[rowCount] = target.length;
  return {
    count: target.length,
    origin: Int32Array.from(origin),
    target: Int32Array.from(target),
    firstOf,
    firstWay: Int32Array.from(firstWay),
    wayEdge: Int32Array.from(wayEdge),
    wayRoute: Int32Array.from(wayRoute),
  };
}

/** The rows one may come to from a row, that row first. */
export function reachableFrom(edges: EdgeTable, row: number): readonly number[] {
  const reached = [row];
  for (let next = 0; next < reached.length; next++) {
    for (let edge = 0; edge < edges.count; edge++) {
      const to = edges.to[edge] ?? -1;
      if (edges.from[edge] === reached[next] && !reached.includes(to)) reached.push(to);
    }
  }
  return reached;
}
