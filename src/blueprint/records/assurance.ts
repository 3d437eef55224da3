// What an assessment leaves behind: evidence that expires, findings, risks and the actions that answer them.
import type { Month } from '#kernel';

export type Evidence = {
  readonly id: string;
  readonly place: string;
  readonly requirement: string;
  readonly summary: string;
  readonly observed: Month;
  /** First month in which it no longer counts. */
  readonly expires: Month;
  readonly source: string;
};

export const SEVERITIES = ['low', 'medium', 'high'] as const;
export type Severity = (typeof SEVERITIES)[number];

export type Finding = {
  readonly id: string;
  readonly place: string;
  readonly requirement: string;
  readonly summary: string;
  readonly severity: Severity;
  readonly raised: Month;
  /** Null while it is open. */
  readonly closed: Month | null;
  readonly source: string;
};

export type Risk = {
  readonly id: string;
  readonly place: string;
  readonly requirement: string;
  readonly summary: string;
  readonly likelihood: Severity;
  readonly impact: Severity;
  /** The office that holds it, never a person. */
  readonly owner: string;
  readonly reviewBy: Month;
  readonly source: string;
};

export type Action = {
  readonly id: string;
  readonly place: string;
  readonly requirement: string;
  /** Id of the finding or risk that it answers; null where it serves the requirement itself. */
  readonly answers: string | null;
  /** Id of the channel whose starts carry it out; null where any channel may that serves the requirement. */
  readonly channel: string | null;
  readonly summary: string;
  readonly owner: string;
  readonly due: Month;
  /** Null while it is to be done. */
  readonly done: Month | null;
  readonly source: string;
};
