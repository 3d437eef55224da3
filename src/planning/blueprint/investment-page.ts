// Money held against requirements and standards, as a page.
import { investmentReading, type InvestmentReading, type Listed } from '#blueprint';
import { financialYearInWords } from '#kernel';
import { percentInWords, poundsInWords } from '../plan/words.ts';
import { type BlueprintAnswer, counted, number, pageOf, plainRows, text } from './blueprint-page.ts';
import { illustrationNote, inNames, type BlueprintView } from './blueprint-view.ts';

export function investmentAnswer(view: BlueprintView): BlueprintAnswer<InvestmentReading> {
  const { pack, codes, resolvedWhole } = view;
  const lines = pack.records.budgetLines.filter((each) => codes.has(each.holder) || codes.has(each.beneficiary));
  const data = investmentReading({ resolved: resolvedWhole, places: pack.system.places, lines });
  const share = data.totalGbp === 0 ? 0 : data.alignedGbp / data.totalGbp;
  const spare = data.fundedTwice.reduce((sum, each) => sum + each.totalGbp, 0);
  const retiring = data.toBeRetired.reduce((sum, each) => sum + each.totalGbp, 0);
  const told = (listed: readonly Listed[]) =>
    listed.map((each) => ({ ...each, sentence: inNames(view, each.sentence) }));
  return {
    data,
    page: pageOf(view, {
      id: 'investment',
      title: 'Money and standards',
      summary: [
        lines.length === 0
          ? 'The pack records no budget line held by this place or spent for it, so nothing can be said of its money.'
          : `${counted(lines.length, 'budget line comes', 'budget lines come')} to ${poundsInWords(data.totalGbp)}; ${percentInWords(share)} of it serves a requirement and a standard of the blueprint.`,
        `${counted(data.standardsWithoutMoney.length, 'standard has', 'standards have')} no money behind them, ${poundsInWords(spare)} may be paid twice, and ${poundsInWords(retiring)} goes to what is to be retired.`,
        ...illustrationNote(pack, lines),
      ],
      sections: [
        alignmentSection(data),
        listSection(
          { id: 'without-standard', heading: 'Money without a standard', whenEmpty: 'Every line serves a standard.' },
          told(data.withoutStandard),
        ),
        standardSection(data),
        listSection(
          { id: 'funded-twice', heading: 'Paid for twice', whenEmpty: 'Nothing is paid for twice.' },
          told(data.fundedTwice),
        ),
        listSection(
          {
            id: 'to-be-retired',
            heading: 'Spent on what is to be retired',
            whenEmpty: 'No money goes to what is to be retired.',
          },
          told(data.toBeRetired),
        ),
      ],
    }),
  };
}

function alignmentSection({ alignment }: InvestmentReading) {
  return {
    id: 'alignment',
    heading: 'Share aligned, by tier and year',
    introduction:
      'Money is aligned where its line names a requirement that applies and a standard of that requirement.',
    columns: [text('Tier'), text('Financial year'), number('Money'), number('Aligned'), number('Share')],
    groups: plainRows(
      alignment.map((each) => [
        each.tier,
        financialYearInWords(each.year),
        poundsInWords(each.totalGbp),
        poundsInWords(each.alignedGbp),
        percentInWords(each.share),
      ]),
    ),
    whenEmpty: 'The pack has no budget lines.',
  };
}

function listSection(
  named: { readonly id: string; readonly heading: string; readonly whenEmpty: string },
  listed: readonly Listed[],
) {
  const total = listed.reduce((sum, each) => sum + each.totalGbp, 0);
  return {
    ...named,
    introduction: `Together ${poundsInWords(total)}.`,
    columns: [text('Finding'), text('Lines'), number('Money')],
    groups: plainRows(listed.map((each) => [each.sentence, each.lines.join(', '), poundsInWords(each.totalGbp)])),
  };
}

function standardSection({ standardsWithoutMoney }: InvestmentReading) {
  return {
    id: 'standards-without-money',
    heading: 'Standards without money',
    introduction: 'Standards that requirements rest on and that no aligned line names.',
    columns: ['Standard', 'Requirements'].map(text),
    groups: plainRows(standardsWithoutMoney.map((each) => [each.standard, each.requirements.join(', ')])),
    whenEmpty: 'Each standard has money behind it.',
  };
}
