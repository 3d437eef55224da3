// A figure taken apart: its value, how sure it is, its formula, and each part with its source and its place in the pack.
import { Details, InsetText, SummaryList } from 'nhsuk-react-components';
import { parseFigureName } from '#planning';
import { formatNumber, withMonthNames } from '#report';
import type { KeptExplanation, Workspace } from '#service';
import { FigureLink } from '../figures/figure-link.tsx';
import { figureInWords } from './figure-in-words.ts';

export type ExplainedProps = {
  readonly explanation: KeptExplanation;
  readonly workspace: Workspace;
  readonly scenario: string;
};

export function Explained({ explanation, workspace, scenario }: ExplainedProps) {
  const { figure, says, value, stated, isReproduced, unit, formula, parts } = explanation;
  return (
    <>
      <p className="nhsuk-u-reading-width">{withMonthNames(says)}</p>
      <SummaryList>
        <SummaryList.Row>
          <SummaryList.Key>Worked out anew</SummaryList.Key>
          <SummaryList.Value>
            <b>{formatNumber(value)}</b> {unit}
          </SummaryList.Value>
        </SummaryList.Row>
        <SummaryList.Row>
          <SummaryList.Key>As it is stated</SummaryList.Key>
          <SummaryList.Value>
            {formatNumber(stated)} {unit}
          </SummaryList.Value>
        </SummaryList.Row>
        <SummaryList.Row>
          <SummaryList.Key>How sure</SummaryList.Key>
          <SummaryList.Value>
            <HowSure figure={figure} scenario={scenario} />
          </SummaryList.Value>
        </SummaryList.Row>
        <SummaryList.Row>
          <SummaryList.Key>Formula</SummaryList.Key>
          <SummaryList.Value>{formula}</SummaryList.Value>
        </SummaryList.Row>
      </SummaryList>
      {isReproduced ? null : (
        <InsetText>The two differ, which must not be: tell your administrator, with the figure’s name.</InsetText>
      )}
      <h2 className="nhsuk-heading-m">What it is made of</h2>
      {parts.length === 0 ? <p>Nothing is added up in it: it is nought.</p> : null}
      <Parts parts={parts} workspace={workspace} scenario={scenario} />
    </>
  );
}

/** The kind of the figure, and where its interval stands. */
function HowSure({ figure, scenario }: { readonly figure: string; readonly scenario: string }) {
  const name = parseFigureName(figure);
  if (!name.ok) return 'As the parts below say';
  switch (name.value.kind) {
    case 'series': {
      const mean = figure.replace(/:(mean|p10|p50|p90)$/, '');
      return (
        <>
          Projected over samples of every uncertain assumption. Eight futures in ten lie between the{' '}
          <FigureLink name={`${mean}:p10`} scenario={scenario}>
            tenth
          </FigureLink>{' '}
          and the{' '}
          <FigureLink name={`${mean}:p90`} scenario={scenario}>
            ninetieth percentile
          </FigureLink>
          .
        </>
      );
    }
    case 'in-post':
    case 'undertaken':
      return 'Counted: it has no interval.';
    case 'starts':
    case 'intervention':
    case 'programme-cost':
      return 'Decided by the plan at stated prices: it has no interval of its own.';
    case 'assumption':
    case 'requirement':
    case 'comparison':
      return 'Each part below is said with its kind, its range and how far it is relied on.';
  }
}

type Part = KeptExplanation['parts'][number];
type PartsProps = Omit<ExplainedProps, 'explanation'> & { readonly parts: readonly Part[] };

function Parts({ parts, workspace, scenario }: PartsProps) {
  return (
    <ul>
      {parts.map((part) => (
        <li key={`${part.name} ${part.says}`}>
          <b>
            <PartName name={part.name} workspace={workspace} scenario={scenario} />
          </b>
          {part.value === null ? '' : `: ${formatNumber(part.value)} ${part.unit}`}
          <br />
          {withMonthNames(part.says)}
          {part.source === null ? null : (
            <span className="source">
              <br />
              Source: {part.source}
            </span>
          )}
          {part.location === null ? null : (
            <span className="source">
              <br />
              In the pack: {part.location}
            </span>
          )}
          {part.parts.length === 0 ? null : (
            <Details>
              <Details.Summary>Its own parts</Details.Summary>
              <Details.Text>
                <Parts parts={part.parts} workspace={workspace} scenario={scenario} />
              </Details.Text>
            </Details>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A part that is a figure by itself leads to what it is made of in its turn. */
function PartName({ name, workspace, scenario }: Omit<PartsProps, 'parts'> & { readonly name: string }) {
  if (!parseFigureName(name).ok) return name;
  return (
    <FigureLink name={name} scenario={scenario}>
      {figureInWords(name, workspace)}
    </FigureLink>
  );
}
