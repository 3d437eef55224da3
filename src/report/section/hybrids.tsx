// Posts shared between professions: how many there are today and what each profession gets of their time.
import { ChartFigure } from '../chart/chart-figure.tsx';
import { DataTable, singleGroup } from '../chart/data-table.tsx';
import { ShareBars } from '../chart/share-bars.tsx';
import { counted, formatCount, formatShare } from '../number-format.ts';
import type { PlanReading } from '../plan-reading.ts';
import { ReportSection } from './report-section.tsx';

type Hybrid = PlanReading['document']['hybrids'][number];

export function Hybrids({ reading }: { readonly reading: PlanReading }) {
  const { hybrids } = reading.document;
  return (
    <ReportSection
      id="hybrids"
      heading="Posts shared between professions"
      introduction={
        <p>
          {hybrids.length === 0
            ? 'No role of this pack is shared between professions.'
            : 'A hybrid role divides one post between professions. Each share of its time counts towards one profession and never twice; only the digital share counts as digital supply.'}
        </p>
      }
    >
      {hybrids.length === 0 ? null : <HybridFigure reading={reading} />}
    </ReportSection>
  );
}

function HybridFigure({ reading }: { readonly reading: PlanReading }) {
  const { document, nation, nameOf } = reading;
  const hybrids = document.hybrids.toSorted((one, other) => other.postFte - one.postFte);
  const posts = hybrids.reduce((sum, one) => sum + one.postFte, 0);
  const digital = hybrids.reduce((sum, one) => sum + one.postFte * digitalShare(reading, one.role), 0);
  const title = `${counted(hybrids.length, 'hybrid role', 'hybrid roles')}: ${formatCount(posts)} FTE of posts give ${formatCount(digital)} digital FTE`;
  return (
    <ChartFigure
      id="hybrid-shares"
      title={title}
      subtitle={`${nation.name}, ${nameOf.month(0)}: shares of post time, in the order in which they are named`}
      legend={[]}
      caption={`Of ${formatCount(posts)} FTE of posts, ${formatCount(digital)} count as digital supply; the rest stays with the other professions.`}
      table={<HybridTable reading={reading} hybrids={hybrids} />}
    >
      <ShareBars
        id="hybrid-share-bars"
        title={title}
        description="The caption below says what is seen; the table below holds every figure drawn."
        rows={hybrids.map((one) => ({
          key: one.role,
          label: nameOf.role(one.role),
          note: sharesInWords(one),
          value: `${formatCount(one.postFte)} FTE`,
          parts: one.shares.map((share, index) => ({
            tone: index === 0 ? 'share-first' : index === 1 ? 'share-second' : 'share-third',
            share: one.postFte === 0 ? 0 : share.fte / one.postFte,
          })),
        }))}
      />
    </ChartFigure>
  );
}

type HybridTableProps = { readonly reading: PlanReading; readonly hybrids: readonly Hybrid[] };

function HybridTable({ reading: { nation, nameOf }, hybrids }: HybridTableProps) {
  const professions = new Map(
    hybrids.flatMap((one) => one.shares.map((share) => [share.profession, share.name] as const)),
  );
  return (
    <DataTable
      id="hybrids-table"
      caption={`Hybrid roles in ${nation.name}, ${nameOf.month(0)}`}
      columns={[
        { key: 'role', label: 'Role', kind: 'text' },
        { key: 'people', label: 'People', kind: 'number' },
        { key: 'posts', label: 'Posts, FTE', kind: 'number' },
        ...[...professions].map(([id, name]) => ({ key: id, label: `${name}, FTE`, kind: 'number' as const })),
      ]}
      groups={singleGroup(
        hybrids.map((one) => ({
          key: one.role,
          header: nameOf.role(one.role),
          cells: [
            formatCount(one.headcount),
            formatCount(one.postFte),
            ...[...professions.keys()].map((id) => {
              const share = one.shares.find((candidate) => candidate.profession === id);
              return share === undefined ? '–' : formatCount(share.fte);
            }),
          ],
        })),
      )}
      total={null}
    />
  );
}

function digitalShare({ document }: PlanReading, role: string): number {
  return document.roles.find((one) => one.id === role)?.digitalShareOfFte ?? 0;
}

function sharesInWords({ postFte, shares }: Hybrid): string {
  return shares.map((share) => `${formatShare(postFte === 0 ? 0 : share.fte / postFte)} ${share.name}`).join(', ');
}
