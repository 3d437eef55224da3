// The menu: for each part of the service where it is, and which permission opens it.
import { mayEver, type Member, type Resource } from '#service';

export type Part = {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  /** Reading it opens the part; null for parts that are open to everybody who is signed in. */
  readonly resource: Resource | null;
};

/** In the order of the six steps that planners know, then what stands beside them. */
const PARTS: readonly Part[] = [
  { id: 'home', label: 'Home', href: '/', resource: null },
  { id: 'blueprint', label: 'Blueprint', href: '/blueprint', resource: 'blueprint' },
  { id: 'workforce', label: 'Workforce', href: '/workforce', resource: 'workforce' },
  { id: 'projections', label: 'Projections', href: '/projections', resource: 'projection' },
  { id: 'scenarios', label: 'Scenarios', href: '/scenarios', resource: 'scenario' },
  { id: 'plan', label: 'Plan', href: '/plan', resource: 'plan' },
  { id: 'delivery', label: 'Delivery', href: '/delivery', resource: 'commitment' },
  { id: 'investment', label: 'Investment', href: '/investment', resource: 'business-case' },
  { id: 'people', label: 'People', href: '/people', resource: 'framework' },
  { id: 'communities', label: 'Communities', href: '/communities', resource: 'community' },
  { id: 'partnerships', label: 'Partnerships', href: '/partnerships', resource: 'agreement' },
  { id: 'assumptions', label: 'Assumptions', href: '/assumptions', resource: 'assumption' },
  { id: 'audit', label: 'Audit', href: '/audit', resource: 'audit' },
  { id: 'members', label: 'Members', href: '/members', resource: 'member' },
  { id: 'help', label: 'Help', href: '/help', resource: null },
];

/** The parts that a member's role may ever open. */
export function partsFor(member: Member): readonly Part[] {
  return PARTS.filter(({ resource }) => resource === null || mayEver(member, 'read', resource));
}
