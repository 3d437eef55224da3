// The kinds of record that this service keeps.
import type { RecordKind } from '#service';

export const serviceKinds: readonly RecordKind[] = [];
