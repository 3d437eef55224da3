// What every use case of the service is handed: the ports, the kinds of record, and who acts.
import { fail, type Result } from '#kernel';
import type { Member } from './access/member.ts';
import type { BadgeSigner } from './badges/badge-signer.ts';
import type { EvidenceReader, PackTextReader, PackTextWriter, TableReader } from './file-ports.ts';
import type { Clock, JobQueue, KeptHeads, MakeId, Store } from './ports.ts';
import type { SessionStore } from './session-ports.ts';
import type { RecordKind } from './records/record-kind.ts';

export type ServiceWorld = {
  readonly store: Store;
  readonly sessions: SessionStore;
  readonly queue: JobQueue;
  readonly clock: Clock;
  readonly makeId: MakeId;
  readonly readPackTexts: PackTextReader;
  readonly writePackText: PackTextWriter;
  readonly readTable: TableReader;
  readonly readEvidence: EvidenceReader;
  readonly kinds: readonly RecordKind[];
  readonly keptHeads: KeptHeads;
  /** Null where the service has no key: it then issues no badge. */
  readonly badges: BadgeSigner | null;
};

/** What somebody asks for: the world, and the member in whose name it is done. */
export type Desk = { readonly world: ServiceWorld; readonly actor: Member };

/** Says the same of what is not there and of what is not the member's business, so that neither can be told apart.
 *  @param path the address or field that was asked for */
export function notThere<T>(path: string): Result<T> {
  return fail({
    code: 'not-found',
    message: 'There is nothing here that you may see.',
    path,
    hint: 'Check the address, or ask your administrator which places are yours.',
  });
}

/** For what a member may see and not do. */
export function notAllowed<T>(what: string, path: string): Result<T> {
  return fail({
    code: 'forbidden',
    message: `Your role does not let you ${what}.`,
    path,
    hint: 'Ask somebody whose role does, or your administrator.',
  });
}
