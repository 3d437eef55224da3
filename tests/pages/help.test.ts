// Follows every link of every page of help and of every first page, in each role: none leads to what it may not open.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ROLES } from '#service';
import { HELP_PAGES } from '../../src/web/help/help-pages.tsx';
import { openPages, type Pages } from './pages-under-test.ts';

describe('help and first pages', () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
  });
  after(() => pages.close());

  for (const role of [...ROLES, null]) {
    const reader = role ?? 'stranger';
    test(`no link of help or of the first page is closed to a ${reader}`, async () => {
      const window = await pages.windowOf(role);
      const sources = HELP_PAGES.map(({ id }) => `/help/${id}`).concat(
        '/help',
        role === null ? [] : ['/', '/me', '/search?for=a'],
      );
      const links = new Map<string, string>();
      for (const source of sources) {
        const answer = await window.request.get(source);
        assert.equal(answer.status(), 200, source);
        for (const [, href = ''] of (await answer.text()).matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
          links.set(href.replaceAll('&amp;', '&'), source);
        }
      }
      const closed: string[] = [];
      for (const [href, source] of links) {
        const { status } = await window.request.get(href).then((answer) => ({ status: answer.status() }));
        if (status !== 200) closed.push(`${source}: ${href} is answered ${status}`);
      }
      assert.ok(links.size > 5);
      assert.deepEqual(closed, []);
      await window.close();
    });
  }
});
