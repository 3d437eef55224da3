// What the service needs of whoever reads and writes files: packs, tables that people send, and official files.
import type { Catalogue, Profile } from '#blueprint';
import type { EvidenceRecord } from '#delivery';
import type { Month, Result } from '#kernel';
import type { SkillMapping } from '#pathways';
import type { Pack } from '#planning';
import type { Assumption, Scenario, Source, StockRow } from '#workforce';

/** Reads and checks a pack from the texts of its files, path in the pack → text. */
export type PackTextReader = (files: ReadonlyMap<string, string>) => Result<Pack> | Promise<Result<Pack>>;

/** Writes parts of a pack as the files they are read from. */
export type PackTextWriter = {
  /** The text of `scenarios/ID.yaml`. */
  scenario(scenario: Scenario): string;
  /** The text of `blueprint/profiles/ID.yaml`; the comment stands above it. */
  profile(profile: Profile, comment: string): string;
  /** The text of `blueprint/catalogue.yaml`. */
  catalogue(catalogue: Catalogue, comment: string): string;
  /** The text of `stock.csv`.
   *  @param rows cells as text: place, role, band, age group, headcount, FTE, source */
  stock(rows: readonly (readonly string[])[]): string;
  /** The one file of the register that changes when an assumption is revised. */
  assumption(
    files: ReadonlyMap<string, string>,
    assumption: Assumption,
  ): Result<{ readonly path: string; readonly text: string }>;
  /** The one file of the crosswalk that changes when somebody says how two skills stand to each other. */
  mapping(files: ReadonlyMap<string, string>, mapping: SkillMapping): { readonly path: string; readonly text: string };
  /** Every file of the pack with what evidence taught it in the place of what it stated. */
  renewed(files: ReadonlyMap<string, string>, renewal: PackRenewal): ReadonlyMap<string, string>;
};

export type PackRenewal = {
  readonly assumptions: readonly Assumption[];
  readonly source: Source;
  /** What the new file of the register says of itself, one line. */
  readonly comment: string;
  /** The people who were counted, and the month at whose end; null where the base month stays as it is. */
  readonly counted: { readonly baseMonth: Month; readonly stock: readonly StockRow[] } | null;
};

/** A table as somebody sends it: its first line, and the others, each with its line in the file, counted from 1. */
export type SentTable = {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
};
/** Reads the text of a CSV file; says of a text that is none on which line it stops being one. */
export type TableReader = (file: { readonly name: string; readonly text: string }) => Promise<Result<SentTable>>;

/** Reads an official file into months of evidence; each problem names its line. */
export type EvidenceReader = (file: {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Codes of the pack's places: what an organisation tells counts for the nearest one that it has. */
  readonly places: ReadonlySet<string>;
}) => Promise<Result<readonly EvidenceRecord[]>>;
