// Nothing moves while one looks at it, every list stands as quiet bars at first, and no table is wider than a desk.
import type { Locator } from '@playwright/test';
import { chooseLanguage, signIn } from '../support/session.ts';
import { HOSTILE, RUNNING } from '../support/security-sync.ts';
import { reach } from '../support/states.ts';
import { LOADING } from '../support/states/loading.ts';
import { expect, test } from '../support/test.ts';

const REPOSITORY = 'containers/acme-web/shop$api';
const topOf = async (what: Locator) => (await what.boundingBox())?.y ?? Number.NaN;

const WIDE = ['', 'containers/acme-web', `${REPOSITORY}/tags`, `${REPOSITORY}/permissions`, `${REPOSITORY}/sync-tasks`, `${REPOSITORY}/shared-accounts`, 'sync-tasks', 'security-sync', RUNNING, HOSTILE, 'machine-images', 'machine-images/recipients', 'machine-images/shared-with-me'];

for (const language of ['en', 'zh-CN']) {
  test(`no table scrolls sideways at 1280 px in ${language}`, async ({ page, simulator, complaints }) => {
    complaints.allowRefusals();
    for (const address of WIDE) {
      await page.goto('about:blank');
      await signIn(page, simulator.token, address);
      await chooseLanguage(page, language);
      await expect(page.getByRole('grid').first().getByRole('row').nth(1)).toBeVisible();
      const surplus = await page.locator('.table-viewport').evaluateAll((all) => all.map((it) => it.scrollWidth - it.clientWidth));
      expect(Math.max(...surplus), address).toBeLessThanOrEqual(0);
    }
  });
}

test('how long ago something was is whole at 1280 px', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  for (const address of ['sync-tasks', `${REPOSITORY}/shared-accounts`, 'machine-images', 'machine-images/shared-with-me']) {
    await page.goto('about:blank');
    await signIn(page, simulator.token, address);
    const ages = page.locator('.table-row .time');
    await expect(ages.filter({ hasText: 'ago' }).first()).toBeVisible();
    // Cut off are words of which less is shown than there is.
    const cut = await ages.evaluateAll((all) => all.filter((it) => {
      const words = document.createRange();
      words.selectNodeContents(it);
      // The exact time behind it is not seen.
      words.setEndBefore(it.querySelector('.exact')!);
      const [cell, text] = [it.closest('.table-cell')!.getBoundingClientRect(), words.getBoundingClientRect()];
      return text.left < cell.left + 11 || text.right > cell.right - 11;
    }).map((it) => it.textContent));
    expect(cut, address).toEqual([]);
  }
});

for (const state of LOADING) {
  test(`rows stand as quiet bars with ${state.name}`, async ({ page, simulator }) => {
    await reach(page, simulator, state);
    const bars = page.locator('.table-wait').first();
    await expect(bars).toHaveCSS('opacity', '1');
    await expect(bars.locator('span').first()).toBeInViewport();
  });
}

test('when the session ends nothing on the page moves', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, 'containers/acme-web');
  const row = page.getByRole('grid').getByRole('row').nth(1);
  await expect(row).toBeVisible();
  await expect(page.locator('.page-head').getByText('Updated')).toBeVisible();
  const before = await topOf(row);
  await simulator.fault({ method: 'GET', path_contains: '/v2/manage/repos', fate: 'status', status: 401 });
  await simulator.fault({ method: 'GET', path_contains: '/v3/auth/tokens', fate: 'status', status: 401 });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('button', { name: 'Sign in again' })).toBeInViewport({ ratio: 1 });
  expect(await topOf(row)).toBe(before);
});

test('whether everyone can pull is told on every tab of a repository', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web/shop$public-page/permissions');
  const pill = page.locator('.page-head .status').filter({ hasText: 'Public' });
  for (const tab of ['Access', 'Sync tasks', 'Shared accounts', 'Tags']) {
    await page.getByRole('navigation', { name: 'Repository tabs' }).getByRole('link', { name: new RegExp(`^${tab}`) }).click();
    await expect(pill, tab).toBeVisible();
  }
});

test('the title of the dialog counts those who lose something', async ({ page, simulator }) => {
  await signIn(page, simulator.token, `${REPOSITORY}/permissions`);
  for (const name of ['david', 'emma']) await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
  await page.getByRole('button', { name: 'Remove access', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'Remove access for 2 people' })).toBeVisible();
  await dialog.getByRole('checkbox', { name: /emma/ }).first().uncheck();
  await expect(dialog.getByRole('heading', { name: 'Remove access for 1 person' })).toBeVisible();
});
