// The menu: for each part of the service where it is, and which permission opens it.
import { mayEver, type Member, type Resource } from '#service';

export type Part = {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  /** Reading it opens the part; null for parts that are open to everybody who is signed in. */
  readonly resource: Resource | null;
  /** Id of the page of help about it. */
  readonly help: string;
};

/** In the order of the six steps that planners know, then what stands beside them. */
export const PARTS: readonly Part[] = [
  { id: 'home', label: 'Home', href: '/', resource: null, help: 'start' },
  { id: 'blueprint', label: 'Blueprint', href: '/blueprint', resource: 'blueprint', help: 'blueprint' },
  { id: 'workforce', label: 'Workforce', href: '/workforce', resource: 'workforce', help: 'workforce' },
  { id: 'projections', label: 'Projections', href: '/projections', resource: 'projection', help: 'projections' },
  { id: 'scenarios', label: 'Scenarios', href: '/scenarios', resource: 'scenario', help: 'scenarios' },
  { id: 'plan', label: 'Plan', href: '/plan', resource: 'plan', help: 'plan' },
  { id: 'delivery', label: 'Delivery', href: '/delivery', resource: 'commitment', help: 'delivery' },
  { id: 'investment', label: 'Investment', href: '/investment', resource: 'business-case', help: 'investment' },
  { id: 'people', label: 'People', href: '/people', resource: 'framework', help: 'people' },
  { id: 'communities', label: 'Communities', href: '/communities', resource: 'community', help: 'communities' },
  { id: 'partnerships', label: 'Partnerships', href: '/partnerships', resource: 'agreement', help: 'supplier' },
  { id: 'assumptions', label: 'Assumptions', href: '/assumptions', resource: 'assumption', help: 'assumptions' },
  { id: 'audit', label: 'Audit', href: '/audit', resource: 'audit', help: 'audit' },
  { id: 'members', label: 'Members', href: '/members', resource: 'member', help: 'members' },
  { id: 'help', label: 'Help', href: '/help', resource: null, help: 'roles' },
];

/** The parts that a member's role may ever open. */
export function partsFor(member: Member): readonly Part[] {
  return PARTS.filter(({ resource }) => resource === null || mayEver(member, 'read', resource));
}
