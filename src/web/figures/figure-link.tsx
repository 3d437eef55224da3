// A figure that leads to what it is made of: every figure that Cadre works out is shown through here.
import type { ReactNode } from 'react';

/** Where a figure is taken apart. @param scenario whose plan states it; null where none does, or the usual one */
export function explainAddress(figure: string, scenario: string | null): string {
  const asked = scenario === null ? '' : `?scenario=${encodeURIComponent(scenario)}`;
  return `/explain/${encodeURIComponent(figure)}${asked}`;
}

export type FigureLinkProps = {
  /** As `parseFigureName` reads it. */
  readonly name: string;
  readonly scenario?: string;
  readonly children: ReactNode;
};

export function FigureLink({ name, scenario, children }: FigureLinkProps) {
  return <a href={explainAddress(name, scenario ?? null)}>{children}</a>;
}
