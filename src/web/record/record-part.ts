// A kind of record as pages: where it stands, what its form asks for, and how one of them is shown.
import type { ReactNode } from 'react';
import type { PageRequest } from '#http';
import type { Result } from '#kernel';
import type { Desk, Resource, Workspace } from '#service';
import type { FormSection } from './field-spec.ts';
import type { Shown } from './form-fields.tsx';
import type { KeptRecord, KindOf } from './kept-records.ts';

export type RecordPart<Body> = KindOf<Body> & {
  readonly resource: Resource;
  /** Path under which its pages stand, such as `/communities`. */
  readonly root: string;
  /** Id of the part of the menu. */
  readonly part: string;
  /** The way to its pages. */
  readonly trail: readonly { readonly label: string; readonly href: string }[];
  /** What its form is headed by where a record is new. */
  readonly newTitle: string;
  readonly titleOf: (body: Body, workspace: Workspace) => string;
  /** What the form asks for, and what a new record holds beyond that. */
  readonly form: (ask: FormAsk<Body>) => Promise<Result<RecordForm>>;
  readonly detail: (view: DetailView<Body>) => Promise<Result<ReactNode>>;
};

/** @property kept null where the record is new */
export type FormAsk<Body> = {
  readonly request: PageRequest;
  readonly desk: Desk;
  readonly workspace: Workspace;
  readonly kept: KeptRecord<Body> | null;
};

export type RecordForm = {
  readonly sections: readonly FormSection[];
  /** Of a new record: what the form does not ask for, and what its fields hold at first. */
  readonly base: Readonly<Record<string, unknown>>;
  /** Sentences above the form; none where it speaks for itself. */
  readonly intro: string;
};

export type DetailView<Body> = {
  readonly request: PageRequest;
  readonly desk: Desk;
  readonly workspace: Workspace;
  readonly kept: KeptRecord<Body>;
  /** What was typed into a form of the page that was refused. */
  readonly shown: Shown;
};

/** Nothing has been typed. */
export const NOTHING_TYPED: Shown = { fields: {}, problems: [] };
