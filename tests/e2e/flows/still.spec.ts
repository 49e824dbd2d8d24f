// Nothing moves while one looks at it, every list stands as quiet bars at first, and no table is wider than a desk.
import type { Locator } from '@playwright/test';
import { ACME } from '../support/enterprise.ts';
import { chooseLanguage, signIn } from '../support/session.ts';
import { HOSTILE, RUNNING } from '../support/security-sync.ts';
import { reach } from '../support/states.ts';
import { LOADING } from '../support/states/loading.ts';
import { expect, test } from '../support/test.ts';

const REPOSITORY = 'containers/acme-web/shop$api';
const topOf = async (what: Locator) => (await what.boundingBox())?.y ?? Number.NaN;

const WIDE = ['containers', 'containers/acme-web', `${REPOSITORY}/tags`, `${REPOSITORY}/permissions`, `${REPOSITORY}/sync-tasks`, `${REPOSITORY}/shared-accounts`, 'sync-tasks', 'security-sync', RUNNING, HOSTILE, 'machine-images', 'machine-images/recipients', 'machine-images/shared-with-me', 'enterprise', ...['registries', 'policies', 'audit-log'].map((tab) => `${ACME}/${tab}`)];

for (const language of ['en', 'zh-CN']) {
  for (const address of WIDE) {
    test(`no table of /${address} scrolls sideways at 1280, 1024 and 768 px in ${language}`, async ({ page, simulator, complaints }) => {
      complaints.allowRefusals();
      await signIn(page, simulator.token, address);
      await chooseLanguage(page, language);
      await expect(page.getByRole('grid').first().getByRole('row').nth(1)).toBeVisible();
      for (const width of [1280, 1024, 768]) {
        await page.setViewportSize({ width, height: 800 });
        const surplus = await page.locator('.table-viewport').evaluateAll((all) => all.map((it) => it.scrollWidth - it.clientWidth));
        expect(Math.max(...surplus), `${width} px wide`).toBeLessThanOrEqual(0);
      }
    });
  }
}

test('columns that leave their room are told in the panel of the row, and keys pass them', async ({ page, simulator }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await signIn(page, simulator.token, 'machine-images');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'erp-full-ecs' }) });
  await expect(page.getByRole('columnheader', { name: 'Image' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Type' })).toBeHidden();
  await row.getByRole('rowheader').focus();
  await page.keyboard.press('ArrowRight');
  await expect(row.getByRole('gridcell', { name: /^Windows/ })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(row.getByRole('rowheader')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Show details' }).click();
  await expect(page.getByRole('complementary').getByText('Full-ECS', { exact: true })).toBeVisible();
});

test('how long ago something was is whole at 1280 px', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  for (const address of ['sync-tasks', `${REPOSITORY}/shared-accounts`, 'machine-images', 'machine-images/shared-with-me']) {
    await page.goto('about:blank');
    await signIn(page, simulator.token, address);
    await expect(page.locator('.table-row .time').filter({ hasText: 'ago' }).first()).toBeVisible();
    // While more is found rows are drawn anew: what was looked up in one step would be gone in the next.
    await expect(page.getByText(/read so far/)).toHaveCount(0, { timeout: 60_000 });
    // Cut off are words of which less is shown than there is.
    const cut = await page.evaluate(() => [...document.querySelectorAll('.table-row .time')].filter((it) => {
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

test('the button that pauses reading keeps its place when something cannot be read', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, 'sync-tasks');
  const pause = page.getByRole('button', { name: 'Pause reading' });
  const gaps = page.getByRole('button', { name: /could not be read$/ });
  await expect(gaps).toBeVisible();
  await pause.click();
  const resume = page.getByRole('button', { name: 'Resume reading' });
  await expect(resume).toBeInViewport({ ratio: 1 });
  expect((await resume.boundingBox())?.x).toBeLessThan((await gaps.boundingBox())?.x ?? 0);
});

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
