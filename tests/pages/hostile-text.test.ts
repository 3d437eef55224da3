// Texts that hope to be taken for script go through every field of people's into pages, in a real browser, and stay texts.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { putRecord } from '#service';
import { FOREIGN, memberOf, OWN, TENANT } from '../access/service-under-test.ts';
import { openPages, type Pages } from './pages-under-test.ts';

const HIT = 'globalThis.hit=1';
const CORPUS = [
  `<script>${HIT}</script>`,
  `"><script>${HIT}</script>`,
  `<img src=x onerror="${HIT}">`,
  `'"><svg onload=${HIT}>`,
  `</title><script>${HIT}</script>`,
  `</textarea><iframe srcdoc="<script>parent.hit=1</script>">`,
  `<a href="javascript:${HIT}">here</a>`,
  `" autofocus onfocus="${HIT}" x="`,
  `<style>@import 'javascript:${HIT}'</style>`,
  `<math><mtext><img src=x onerror=${HIT}>`,
  `&lt;script&gt;${HIT}&lt;/script&gt;`,
  `\${${HIT}} {{${HIT}}} $& $\` $'`,
] as const;

const recordsOf = (text: string, at: number) =>
  [
    [
      'community',
      {
        name: text,
        purpose: text,
        place: OWN,
        requirements: ['REC-1'],
        members: [],
        conveners: [{ office: text, place: OWN, from: '2026-01', until: null, successor: text }],
        activity: [],
        links: [{ title: text, address: 'https://example.org/' }],
        state: 'potential',
      },
    ],
    [
      'practice',
      {
        title: text,
        summary: text,
        community: `community-${at}`,
        place: OWN,
        office: text,
        version: text,
        requirements: ['REC-1'],
        address: null,
        evidence: [{ summary: text, kind: 'case', month: '2026-01', address: null }],
        audience: [OWN, FOREIGN],
        adopted: [],
        reviewBy: '2027-01',
        state: 'draft',
      },
    ],
    [
      'question',
      {
        title: text,
        text,
        community: `community-${at}`,
        place: OWN,
        askedBy: memberOf('national-planner', TENANT).id,
        month: '2026-03',
        skill: text,
        level: 'working',
        requirement: null,
        routedTo: [],
        answer: null,
        state: 'asked',
      },
    ],
    [
      'business-case',
      {
        title: text,
        place: OWN,
        beneficiary: OWN,
        office: text,
        fund: text,
        requirement: null,
        standards: [text],
        commitments: [],
        outcomes: [{ measure: text, unit: text, baseline: 1, target: 2, month: '2027-01' }],
        planned: [{ year: 2026, amountGbp: 1 }],
        spent: [],
        disinvests: [{ what: text, fromMonth: '2027-01', savesGbpPerYear: 1 }],
        state: 'draft',
      },
    ],
  ] as const;

const AT: Readonly<Record<string, string>> = {
  community: '/communities',
  practice: '/practices',
  question: '/questions',
  'business-case': '/investment',
};

/** What the browser made of a page: whether anything ran, and whatever could still run. */
const LOOK = `({
  hit: Object.hasOwn(globalThis, 'hit'),
  handlers: [...document.querySelectorAll('*')].flatMap((element) =>
    element.getAttributeNames().filter((name) => name.startsWith('on')),
  ),
  strangers: document.querySelectorAll('iframe, object, embed, math, base, main style, script:not([src])').length,
  ways: [...document.querySelectorAll('a[href], form[action]')]
    .map((element) => element.getAttribute('href') ?? element.getAttribute('action') ?? '')
    .filter((way) => /^\\s*(javascript|data|vbscript):/i.test(way)),
})`;

describe('a text that hopes to be taken for script', () => {
  let pages: Pages;
  const addresses: string[] = [];
  before(async () => {
    pages = await openPages();
    const { world } = pages.service;
    const actor = { ...memberOf('national-planner', TENANT), displayName: CORPUS[1] };
    const kept = await world.store.inTenant(TENANT, async ({ members }) => {
      const entry = { ...memberOf('national-planner', TENANT), displayName: CORPUS[1] };
      const deed = { by: 'test', at: world.clock(), place: 'HAM', summary: CORPUS[2] } as const;
      return members.put(entry, { ...deed, action: 'change', resource: 'member' });
    });
    assert.ok(kept.ok);
    for (const [at, text] of CORPUS.entries()) {
      for (const [kind, body] of recordsOf(text, at)) {
        const id = `${kind}-${at}`;
        const order = { kind, id, madeFrom: 0, action: 'create', body, summary: text } as const;
        const done = await putRecord({ world, actor }, order);
        assert.ok(done.ok, `${kind}: ${JSON.stringify(done)}`);
        addresses.push(`${AT[kind] ?? ''}/${id}`, `${AT[kind] ?? ''}/${id}/edit`);
      }
    }
  });
  after(() => pages.close());

  test('is shown as it was typed, in every field and on every page, and nothing of it runs', async () => {
    const context = await pages.windowOf('national-planner');
    const page = await context.newPage();
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const searches = CORPUS.flatMap((text) => {
      const sent = encodeURIComponent(text);
      return [`/search?for=${sent}`, `/projections?place=${sent}`, `/explain/${sent}`, `/blueprint?find=${sent}`];
    });
    const lists = ['/', '/me', '/communities', '/investment', '/audit', '/scenarios', '/help/start'];
    for (const address of [...addresses, ...searches, ...lists]) {
      await page.goto(address);
      const found: unknown = await page.evaluate(LOOK);
      assert.deepEqual(found, { hit: false, handlers: [], strangers: 0, ways: [] }, address);
    }
    assert.deepEqual(dialogs, []);
    await page.goto('/communities/community-0');
    assert.ok((await page.locator('main').innerText()).includes(CORPUS[0]), 'the text is shown as it was typed');
    await context.close();
  });

  test('comes into no link: an address that is none is refused at the door', async () => {
    const { world } = pages.service;
    const actor = memberOf('national-planner', TENANT);
    const [[, community]] = recordsOf('Plain', 0);
    for (const address of [
      `javascript:${HIT}`,
      'data:text/html,<script>1</script>',
      ' JaVaScRiPt:alert(1)',
      '//evil.example',
    ]) {
      const body = { ...community, links: [{ title: 'Here', address }] };
      const order = { kind: 'community', id: `link-${address.length}`, madeFrom: 0, action: 'create', body } as const;
      const done = await putRecord({ world, actor }, { ...order, summary: 'For a test.' });
      assert.ok(!done.ok, address);
    }
  });
});
