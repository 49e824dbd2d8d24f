// What is still whole in a window that scroll bars and low screens make smaller than its picture.
import type { Locator, Page } from '@playwright/test';
import { confirm, press } from '../support/dialog.ts';
import { ACME } from '../support/enterprise.ts';
import { hold } from '../support/hold.ts';
import { CARLA } from '../support/people.ts';
import { signIn } from '../support/session.ts';
import { select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const REPOSITORY = 'containers/acme-web/shop$api';

/** A little less than 1280 px, of which the scroll bars of the page and of the table take 15 px each. */
const BESIDE_SCROLL_BARS = { width: 1250, height: 720 };

const topOf = async (what: Locator) => (await what.boundingBox())?.y ?? Number.NaN;
const isCut = (cell: Locator) => cell.evaluate((it) => it.scrollWidth - it.clientWidth);
const tile = (page: Page, region: string) =>
  page.getByRole('group', { name: 'Target regions' }).getByRole('button', { name: new RegExp(`^${region} `) });
/** Waits until all repositories are read; some refuse. Before the reading has begun nothing is told of it either. */
const isWhole = async (page: Page) => {
  await expect(page.getByText(/could not be read/).first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/repositories read so far/)).toHaveCount(0, { timeout: 60_000 });
};

for (const address of ['sync-tasks', 'security-sync', `${REPOSITORY}/sync-tasks`, `${REPOSITORY}/shared-accounts`, `${REPOSITORY}/permissions`]) {
  test(`the table of ${address} needs no scroll bar of its own beside one of the page`, async ({ page, simulator, complaints }) => {
    complaints.allowRefusals();
    await page.setViewportSize(BESIDE_SCROLL_BARS);
    await signIn(page, simulator.token, address);
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    for (const table of await page.locator('.table-viewport').all()) expect(await isCut(table)).toBeLessThanOrEqual(0);
  });
}

test('that the time of sharing is over is read whole', async ({ page, simulator }) => {
  await page.setViewportSize(BESIDE_SCROLL_BARS);
  await signIn(page, simulator.token, `${REPOSITORY}/shared-accounts`);
  const cell = page.getByRole('row', { name: /Example Logistics/ }).getByRole('gridcell', { name: /Expired/ });
  await expect(cell).toBeVisible();
  expect(await isCut(cell)).toBeLessThanOrEqual(0);
});

test('that access is being removed is read whole, and its row stands back', async ({ page, simulator }) => {
  await page.setViewportSize(BESIDE_SCROLL_BARS);
  await signIn(page, simulator.token, `${REPOSITORY}/permissions`);
  await select(page, 'emma');
  await page.getByRole('button', { name: 'Remove access', exact: true }).click();
  const release = await hold(page, /\/access$/, 'DELETE');
  const name = page.getByRole('row', { name: /emma/ }).getByRole('rowheader').locator('strong');
  const colour = () => name.evaluate((it) => getComputedStyle(it).color);
  const before = await colour();
  await press(page.getByRole('dialog'), 'Remove access for 1 person');
  const cell = page.getByRole('row', { name: /emma/ }).getByRole('gridcell', { name: /Removing…/ });
  await expect(cell).toBeVisible();
  expect(await isCut(cell)).toBeLessThanOrEqual(0);
  expect(await colour()).not.toBe(before);
  release();
});

test('a sync task that is being stopped says so in the list of all', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, 'sync-tasks?region=af-south-1');
  await isWhole(page);
  await page.getByRole('button', { name: 'Stop all copies to af-south-1' }).click();
  const dialog = page.getByRole('dialog');
  const release = await hold(page, /\/sync_repo$/, 'DELETE');
  await confirm(dialog, 'Stop 11 sync tasks');
  // Not all are sent at once.
  await expect(page.getByRole('row', { name: /shop\/api/ })).toContainText(/Stopping…|Waiting/);
  await expect(page.getByRole('row', { name: /Stopping…/ }).first()).toBeVisible();
  release();
  await expect(page.getByText('11 sync tasks stopped, checked with the cloud at').first()).toBeVisible();
});

test('no row moves when a region is chosen or the reading of all repositories ends', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await page.setViewportSize(BESIDE_SCROLL_BARS);
  const release = await hold(page, /\/tools%24[^/]*\/sync_repo$/);
  await signIn(page, simulator.token, 'sync-tasks');
  await expect(page.getByText(/could not be read/).first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/repositories read so far/)).toBeVisible();
  const before = await topOf(tile(page, 'eu-nl'));
  release();
  await isWhole(page);
  expect(await topOf(tile(page, 'eu-nl'))).toBe(before);
  const rows = await topOf(page.getByRole('grid').first());
  await tile(page, 'eu-nl').click();
  await expect(page).toHaveURL(/region=eu-nl/);
  expect(await topOf(page.getByRole('grid').first())).toBe(rows);
});

test('a dialog longer than the window begins with its title', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await page.setViewportSize({ width: 1280, height: 600 });
  await signIn(page, simulator.token, 'sync-tasks?region=af-south-1');
  await isWhole(page);
  await page.getByRole('button', { name: 'Stop all copies to af-south-1' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  await expect(dialog.getByRole('heading', { level: 2 })).toBeInViewport({ ratio: 1 });
});

test('what may remain is whole in the panel of a removal, and its line never ends in a colon', async ({ page, simulator }) => {
  await page.setViewportSize(BESIDE_SCROLL_BARS);
  await signIn(page, simulator.token, `${REPOSITORY}/permissions`);
  await select(page, 'david');
  await page.getByRole('button', { name: 'Remove access', exact: true }).click();
  await press(page.getByRole('dialog'), 'Remove access for 1 person');
  const result = page.locator('.result');
  await expect(result).toContainText('checked with the cloud at');
  const words = result.locator('.result-remains > p');
  await expect(words).toHaveText('Access may remain');
  expect(await words.evaluate((it) => getComputedStyle(it, '::after').content)).toBe('none');
  await result.getByRole('button', { name: 'Details' }).click();
  const panel = page.locator('.side-panel');
  for (const line of ['The shared account PARTNER-GMBH can still pull.', 'Administrators and IAM user groups also have access']) {
    await expect(panel.getByRole('listitem').filter({ hasText: line })).toBeInViewport({ ratio: 1 });
  }
});

test('one refusal of everything about access is told once', async ({ page, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, CARLA, `${REPOSITORY}/permissions`);
  await expect(page.getByText('You may not see this list.')).toBeVisible();
  await expect(page.getByText('You may not do this. Ask an administrator')).toHaveCount(1);
});

for (const address of ['machine-images', 'enterprise']) {
  test(`the names on the cards of /${address} are whole, with a mouse too`, async ({ page, simulator }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await signIn(page, simulator.token, address);
    const name = page.getByRole('rowheader').first();
    await expect(name.getByRole('link')).toBeVisible();
    const below = await name.evaluate((cell) => {
      const words = document.createRange();
      words.selectNodeContents(cell.querySelector('a')!);
      return words.getBoundingClientRect().bottom - cell.getBoundingClientRect().bottom;
    });
    expect(below).toBeLessThanOrEqual(0);
  });
}

test('on a phone the words of what can be done with a policy stay within their buttons', async ({ page, simulator }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, simulator.token, `${ACME}/policies/21`);
  const tools = page.locator('.page-tools').first().getByRole('button');
  await expect(tools.filter({ hasText: 'Run now' })).toBeVisible();
  const wide = await tools.evaluateAll((all) => all.filter((it) => it.scrollWidth > it.clientWidth).map((it) => it.textContent));
  expect(wide).toEqual([]);
});

test('the arrows of an instance are called by whole names at 768 px', async ({ page, simulator }) => {
  await page.setViewportSize({ width: 768, height: 800 });
  await signIn(page, simulator.token, `${ACME}/overview`);
  const name = page.locator('.map-name').filter({ hasText: 'to-gone' });
  await expect(name).toBeVisible();
  expect(await isCut(name)).toBeLessThanOrEqual(0);
});
