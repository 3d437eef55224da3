// The kinds of record that this service keeps.
import { DELIVERY_KINDS, PEOPLE_KINDS, SKILL_KINDS, type RecordKind } from '#service';

export const serviceKinds: readonly RecordKind[] = [...DELIVERY_KINDS, ...SKILL_KINDS, ...PEOPLE_KINDS];
