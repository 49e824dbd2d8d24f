// What a screen reader hears of results that come close together.
import type { Page } from '@playwright/test';
import { signIn } from '../support/session.ts';
import { rowNamed } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const TAGS = 'containers/acme-web/shop$api/tags';

declare global {
  interface Window {
    heard: { text: string; at: number }[];
  }
}

/** Notes what the polite region says from now on, and when. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.heard = [];
    const region = document.querySelector('[aria-live="polite"]');
    if (region === null) throw new Error('there is no polite region');
    new MutationObserver((changes) => {
      if (changes.every((change) => change.addedNodes.length === 0)) return;
      const text = region.textContent;
      if (text !== '') window.heard.push({ text, at: performance.now() });
    }).observe(region, { childList: true, subtree: true });
  });
}

const heard = (page: Page) => page.evaluate(() => window.heard);
const expectHeard = (page: Page, texts: string[]) =>
  expect.poll(async () => (await heard(page)).map(({ text }) => text)).toEqual(texts);

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('a filter count does not talk over a result that was just said', async ({ page, simulator }) => {
  await signIn(page, simulator.token, TAGS);
  await expect(rowNamed(page, '1.4.1')).toBeVisible();
  await listen(page);
  await rowNamed(page, '1.4.1').getByRole('button', { name: 'Copy pull command' }).click();
  // What signing in has said may come first.
  await expectHeard(page, ['Copied.']);
  await page.getByLabel('Filter tags').fill('1.4');
  await page.getByLabel('Filter tags').fill('1.4.1');
  await expectHeard(page, ['Copied.', '1 tag matching the filter']);
  const [first, second] = await heard(page);
  expect(second!.at - first!.at).toBeGreaterThan(4_900);
});

test('the same result twice is heard twice', async ({ page, simulator }) => {
  await signIn(page, simulator.token, TAGS);
  await expect(rowNamed(page, '1.4.1')).toBeVisible();
  await listen(page);
  const copy = rowNamed(page, '1.4.1').getByRole('button', { name: 'Copy pull command' });
  await copy.click();
  await expectHeard(page, ['Copied.']);
  await copy.click();
  await expectHeard(page, ['Copied.', 'Copied.']);
});
