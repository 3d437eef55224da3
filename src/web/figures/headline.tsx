// A few figures in large type, each with its range beneath and a link to what it is made of.
import type { ReactNode } from 'react';

export type HeadlineFigure = {
  readonly label: string;
  readonly amount: string;
  /** Range, month or share: what the amount must not be read without. */
  readonly note: string;
  /** Where the figure is explained; null where the figure is counted on the page. */
  readonly href: string | null;
};

export function Headline({ figures }: { readonly figures: readonly HeadlineFigure[] }) {
  return (
    <ul className="headline">
      {figures.map((figure) => (
        <li key={figure.label}>
          <Linked href={figure.href}>{figure.label}</Linked>
          <span className="amount">{figure.amount}</span>
          <span className="range">{figure.note}</span>
        </li>
      ))}
    </ul>
  );
}

function Linked({ href, children }: { readonly href: string | null; readonly children: ReactNode }) {
  return href === null ? <span>{children}</span> : <a href={href}>{children}</a>;
}
