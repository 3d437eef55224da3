// The door of service/: what people do here together, and the ports it needs.
export * from './access/member.ts';
export * from './access/permissions.ts';
export * from './access/permit.ts';
export * from './audit/audit-chain.ts';
export * from './audit/check-chain.ts';
export * from './audit/read-audit.ts';
export * from './compare/compare.ts';
export * from './explain/explain-figure.ts';
export * from './jobs/submit-job.ts';
export * from './ports.ts';
export { DELIVERY_KINDS } from './records/delivery-kinds.ts';
export * from './records/keep-record.ts';
export type { RecordKind, RecordScope } from './records/record-kind.ts';
export * from './workspace/change-pack.ts';
export * from './results/plan-parts.ts';
export * from './results/read-plan.ts';
export { atWorkspace, openWorkspace, type Workspace } from './workspace/workspace.ts';
export * from './world.ts';
