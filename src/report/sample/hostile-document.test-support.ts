// A plan whose every text and every code tries to break out of the page, or is too long or too strange to fit in it.
import { planDocumentSchema, type PlanDocument } from '#planning';
import { sampleDocument } from './sample-document.test-support.ts';

const TEXTS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(2)>',
  "'; alert(3); //",
  '</style></title></textarea><svg onload=alert(4)>',
  'javascript:alert(5)',
  '&lt;b&gt; &amp; &#x3c;script&#x3e;',
  '\u202Etfel ot thgir\u202C and emoji 👩🏽‍⚕️',
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochfoundationpartnershipboard'.repeat(2),
  '{{constructor.constructor("alert(6)")()}}',
];

/** Fields that hold free text; all other texts are codes, months or words of a closed list. */
const FREE_TEXTS = new Set(
  (
    'name version description hash title domain pathwayStep standards value range unit note owner ' +
    'signedOffBy sentence promise publisher date licence figuresLicence fund intendedUse limits summary ' +
    'message path hint'
  ).split(' '),
);

/** Fields that hold codes: each gets the same hostile tail everywhere, so that the parts still find each other. */
const CODES = new Set(
  (
    'id code parent place accountablePlace channel role family band source assumption profession ' +
    'interventions requirements'
  ).split(' '),
);

export function hostileDocument(): PlanDocument {
  const sample = sampleDocument({
    regions: 2,
    systemsPerRegion: 2,
    interventionsPerSystem: 4,
    assumptions: 9,
    months: 25,
  });
  // The nation's name, the first place named, is to hold the first text: a test looks for it in the title.
  const spoilt = spoil({ ...sample, places: [] }, { field: '', used: 1 });
  const places = spoil({ places: sample.places }, { field: '', used: 0 });
  return planDocumentSchema.parse(Object.assign({}, spoilt, places));
}

/** @property field name of the field that holds the value   @property used how many texts are used up */
type Position = { readonly field: string; used: number };

function spoil(value: unknown, at: Position): unknown {
  if (typeof value === 'string') return spoilText(value, at);
  if (Array.isArray(value)) return value.map((one) => spoil(one, at));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, one]) => {
      const inner = { field, used: at.used };
      const result = spoil(one, inner);
      at.used = inner.used;
      return [field, result];
    }),
  );
}

function spoilText(text: string, at: Position): string {
  if (FREE_TEXTS.has(at.field)) return TEXTS[at.used++ % TEXTS.length] ?? text;
  return CODES.has(at.field) && text !== '*' ? `${text} "><i>'` : text;
}
