// Where things stand: the rows begin high, nothing moves under the hand, and a small or much magnified screen keeps
// everything within reach.
import type { Locator, Page } from '@playwright/test';
import { press } from '../support/dialog.ts';
import { hold } from '../support/hold.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { HOSTILE, idOf, LARGEST, partOf, RUNNING } from '../support/security-sync.ts';
import { chooseLanguage, signIn } from '../support/session.ts';
import { headingOf, select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const REPOSITORY = 'containers/acme-web/shop$api';

/** Every page with a table, by a name that its first rows have. */
const LISTS = {
  organizations: 'containers',
  repositories: 'containers/acme-web',
  'access to an organization': 'containers/acme-web/~permissions',
  tags: `${REPOSITORY}/tags`,
  access: `${REPOSITORY}/permissions`,
  'sync tasks and copies': `${REPOSITORY}/sync-tasks`,
  'shared accounts': `${REPOSITORY}/shared-accounts`,
  'all sync tasks': 'sync-tasks',
  'image security sync': 'security-sync',
  'a running sync': RUNNING,
  'a sync with failures': HOSTILE,
  'machine images': 'machine-images',
  'recipients of machine images': 'machine-images/recipients',
  'machine images shared with me': 'machine-images/shared-with-me',
};

const firstRow = (page: Page) => page.getByRole('grid').first().getByRole('row').nth(1);
const topOf = async (what: Locator) => (await what.boundingBox())?.y ?? Number.NaN;

for (const [name, address] of Object.entries(LISTS)) {
  test(`the first row of ${name} begins high, and the page scrolls down only at 640 px and at 320 px`, async ({ page, simulator, complaints }) => {
    complaints.allowRefusals();
    await signIn(page, simulator.token, address);
    await expect(firstRow(page)).toBeVisible();
    const highest = address === '' ? 240 : 300;
    await expect(async () => expect(await topOf(firstRow(page))).toBeLessThanOrEqual(highest)).toPass({ timeout: 5_000 });
    for (const [width, height] of [[640, 400], [320, 568]] as const) {
      await page.setViewportSize({ width, height });
      await expectNoSidewaysScrolling(page);
      const inner = page.locator('.table-viewport').first();
      expect(await inner.evaluate((it) => it.scrollWidth - it.clientWidth), 'a card is as wide as the page').toBeLessThanOrEqual(0);
    }
    expect(await page.locator('.top-bar').evaluate((bar) => bar.getBoundingClientRect().height)).toBe(48);
  });
}

test('on a phone the page scrolls to the last of 5,000 rows, and only a few of them are drawn', async ({ page, simulator, cloud }) => {
  const registries = await cloud.taskRegistries(idOf(LARGEST));
  await page.setViewportSize({ width: 320, height: 568 });
  await signIn(page, simulator.token, LARGEST);
  await expect(headingOf(page, 'Registries', registries.length)).toBeAttached();
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await expect(page.locator(`.table-row[aria-rowindex="${registries.length + 1}"]`)).toBeInViewport();
  expect(await page.locator('.table-row').count()).toBeLessThan(60);
});

test('a card says its name, and beside it the fact that answers', async ({ page, simulator, cloud }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, simulator.token, HOSTILE);
  const [name, fact] = [firstRow(page).getByRole('rowheader'), firstRow(page).locator('.fact')];
  await expect(fact).toHaveText('Failed');
  expect(Math.abs((await topOf(name)) - (await topOf(fact)))).toBeLessThanOrEqual(2);
  const failed = (await cloud.taskRegistries(idOf(HOSTILE))).filter(({ sync_status }) => sync_status === 'failed');
  await expect(partOf(page, 'Failed', failed.length)).toBeVisible();
});

for (const language of ['en', 'zh-CN'] as const) {
  test(`no row of machine images moves when one is ticked beside three menus, in ${language}`, async ({ page, simulator }) => {
    await signIn(page, simulator.token, 'machine-images?filter=release-');
    await chooseLanguage(page, language);
    await expect(page.getByRole('rowheader', { name: 'release-a' })).toBeVisible();
    const first = page.locator('.table-row').first().getByRole('checkbox');
    for (const width of [1280, 1024, 768]) {
      await page.setViewportSize({ width, height: 800 });
      const before = await topOf(firstRow(page));
      await first.check();
      expect(await topOf(firstRow(page)), `${width} px wide`).toBe(before);
      await expectNoSidewaysScrolling(page);
      await first.uncheck();
    }
  });
}

test('what is done with selected images is whole, also while the filter hides some', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'machine-images?filter=release-a');
  await select(page, 'release-a');
  const filter = page.getByLabel('Filter machine images');
  for (const width of [1280, 1024, 768]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(page.getByRole('button', { name: 'Stop sharing 1 image', exact: true })).toBeInViewport({ ratio: 1 });
    expect((await filter.boundingBox())?.width, `${width} px wide`).toBeGreaterThanOrEqual(100);
    const menu = await page.getByRole('button', { name: 'Visibility', exact: true }).first().boundingBox();
    const box = await filter.boundingBox();
    expect(menu?.x ?? 0, 'no menu lies over the field').toBeGreaterThanOrEqual((box?.x ?? 0) + (box?.width ?? 0));
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await filter.fill('release-b');
  await expect(page.getByText('1 hidden by the filter')).toBeVisible();
  for (const name of ['Share 1 image', 'Stop sharing 1 image', 'Clear']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
  }
});

test('no row moves when one is ticked, and a result moves them by one line at most', async ({ page, simulator }) => {
  await signIn(page, simulator.token, `${REPOSITORY}/permissions`);
  await expect(page.getByText('9 people can get this image')).toBeVisible();
  const before = await topOf(firstRow(page));
  await select(page, 'david');
  expect(await topOf(firstRow(page))).toBe(before);
  await page.getByRole('button', { name: 'Remove access', exact: true }).click();
  await press(page.getByRole('dialog'), 'Remove access for 1 person');
  const result = page.locator('.result');
  await expect(result).toContainText('checked with the cloud at');
  const line = (await result.boundingBox())?.height ?? Number.NaN;
  expect(line).toBeLessThanOrEqual(36);
  // The rows are drawn anew with what is left.
  await expect(async () => expect((await topOf(firstRow(page))) - before).toBeLessThanOrEqual(line + 12)).toPass({ timeout: 5_000 });
});

test('rows stand as quiet bars where they will be, until they are read', async ({ page, simulator }) => {
  const release = await hold(page, /\/repos\/.*\/tags(\?|$)/);
  await signIn(page, simulator.token, `${REPOSITORY}/tags`);
  const bars = page.locator('.table-wait');
  await expect(bars).toContainText('Loading');
  const top = await topOf(bars);
  release();
  await expect(firstRow(page)).toBeVisible();
  await expect(bars).toBeHidden();
  expect(Math.abs((await topOf(firstRow(page))) - top)).toBeLessThanOrEqual(1);
});

test('the title of the window differs by tab and names nobody', async ({ page, simulator }) => {
  await signIn(page, simulator.token, `${REPOSITORY}/permissions`);
  await expect(page).toHaveTitle('Access – Image Console');
  for (const tab of ['Tags', 'Sync tasks', 'Shared accounts']) {
    await page.getByRole('navigation', { name: 'Repository tabs' }).getByRole('link', { name: new RegExp(`^${tab}`) }).click();
    await expect(page).toHaveTitle(`${tab} – Image Console`);
  }
});

for (const [width, height] of [[640, 400], [320, 568]] as const) {
  test(`the buttons of a dialog stay within reach at ${width} × ${height}`, async ({ page, simulator }) => {
    await page.setViewportSize({ width, height });
    await signIn(page, simulator.token, `${REPOSITORY}/permissions`);
    for (const name of ['david', 'emma', 'carla', 'greta']) await select(page, name);
    await page.getByRole('button', { name: 'Remove access', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Cancel', exact: true })).toBeInViewport({ ratio: 1 });
    await expect(dialog.getByRole('button', { name: /^Remove access for/ })).toBeInViewport({ ratio: 1 });
    await dialog.getByLabel(/^To confirm/).focus();
    const [field, foot] = await Promise.all([dialog.getByLabel(/^To confirm/).boundingBox(), dialog.locator('.dialog-actions').boundingBox()]);
    expect((field?.y ?? 0) + (field?.height ?? 0), 'the field is not behind the buttons').toBeLessThanOrEqual(foot?.y ?? 0);
    await expectNoSidewaysScrolling(page);
  });
}
