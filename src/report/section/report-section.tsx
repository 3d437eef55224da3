// A part of the report under a heading of its own, which the list of contents leads to.
import type { ReactNode } from 'react';

export type ReportSectionProps = {
  readonly id: string;
  readonly heading: string;
  /** What the part answers and how to read it. */
  readonly introduction: ReactNode;
  readonly children: ReactNode;
};

export function ReportSection({ id, heading, introduction, children }: ReportSectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{heading}</h2>
      <div className="prose">{introduction}</div>
      {children}
    </section>
  );
}
