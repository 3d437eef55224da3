// delivery.yaml: what is asked of agreements with suppliers, and the words that their performance is rated in.
import { list, name, number, record, source, whole } from './formats.ts';

const rating = record({
  word: name,
  fromAttainment: number
    .nullable()
    .describe('The word holds from here upwards: 0 at the threshold of an indicator, 1 at its target; null: all below'),
});

export const deliveryFileSchema = record({
  agreements: record({
    leastKpis: whole(0, 100).describe('So many performance indicators at least'),
    aboveGbp: whole(0, 1e12).describe('For agreements worth more than this, whole pounds'),
    assessedEveryMonths: whole(1, 120).describe('Each indicator is assessed at least once in so many months'),
    ratings: list(rating, 10).describe('Best first; the last is for all below'),
    otherwise: name.describe('The word for what no rating describes'),
    source: source.describe('Id of a source in pack.yaml: whose rules and words these are'),
    attainmentSource: source.describe('Id of a source in pack.yaml: who says where each word begins'),
  }),
});
