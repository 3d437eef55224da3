// What is known of one thing, line by line: what it is called, and what it is.
import { SummaryList } from 'nhsuk-react-components';
import type { ReactNode } from 'react';

export type Fact = readonly [name: string, value: ReactNode];

export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <SummaryList>
      {facts.map(([name, value]) => (
        <SummaryList.Row key={name}>
          <SummaryList.Key>{name}</SummaryList.Key>
          <SummaryList.Value>{value}</SummaryList.Value>
        </SummaryList.Row>
      ))}
    </SummaryList>
  );
}
