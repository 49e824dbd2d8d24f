// Every service in the demo: read, changed, followed to its end.
import type { Locator, Page } from '@playwright/test';
import { enterDemo, expect, openArea, test } from '../support/demo.ts';
import { confirm, dialogNamed, openDialog, press, typeConfirm } from '../support/dialog.ts';
import { confirmStart } from '../support/security-sync.ts';
import { headingOf, rowNamed, select } from '../support/table.ts';

/** Jobs, and the reading that follows them. */
const IN_THE_END = { timeout: 60_000 };

/** The line of the newest change. */
const result = (page: Page, text: RegExp): Locator => page.getByRole('heading', { level: 3, name: text });

test('a machine image is shared with nobody any more', async ({ page }) => {
  test.slow();
  await enterDemo(page);
  await openArea(page, 'Machine images');
  await expect(headingOf(page, 'Machine images', 2_000)).toBeVisible({ timeout: 60_000 });
  await page.getByLabel('Filter machine images').fill('release-a');
  await select(page, 'release-a');
  await page.getByRole('button', { name: 'Stop sharing 1 image', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Stop sharing/ });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await typeConfirm(dialog);
  await dialog.getByRole('button', { name: /^Stop \d+ shares$/ }).click();
  await expect(result(page, /shares stopped, checked with the cloud at/)).toBeVisible(IN_THE_END);
  await expect(page.getByRole('listitem').filter({ hasText: 'Stop sharing a machine image' })).toContainText('Done');
});

test('a target registry of SWR Enterprise is deleted', async ({ page }) => {
  test.slow();
  await enterDemo(page);
  await openArea(page, 'Enterprise registries');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await rowNamed(page, 'unused').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Delete 1 target registry', exact: true }).click();
  const dialog = dialogNamed(page, 'Delete 1 target registry');
  await expect(dialog.getByRole('listitem').first()).toBeVisible();
  await press(dialog, 'Delete 1 target registry');
  await expect(result(page, /^1 target registry deleted/)).toBeVisible(IN_THE_END);
  await expect(rowNamed(page, 'unused')).toHaveCount(0);
});

test('the target registry that is proposed is freed and deleted', async ({ page }) => {
  test.slow();
  await enterDemo(page);
  const trial = page.getByRole('listitem').filter({ hasText: 'Free a target registry from its replication policies' });
  await trial.getByRole('link').click();
  await rowNamed(page, 'ee-nl').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Delete 1 target registry', exact: true }).click();
  const dialog = dialogNamed(page, 'Delete 1 target registry');
  await expect(dialog).toContainText('in the way');
  await confirm(dialog, 'Free and delete 1 target registry');
  await expect(rowNamed(page, 'ee-nl')).toHaveCount(0, IN_THE_END);
  await expect(trial).toContainText('Done', IN_THE_END);
});

test('a sync of the host security service is started and found', async ({ page }) => {
  await enterDemo(page);
  await openArea(page, 'Image security sync');
  const dialog = await openDialog(page, 'Start a sync');
  await expect(dialog).toBeVisible();
  await confirmStart(page);
  await expect(page.getByText('The task that you started:')).toBeVisible();
});

test('a failed copy among the sync tasks of all repositories is found', async ({ page }) => {
  test.slow();
  await enterDemo(page);
  const tried = page.getByRole('listitem').filter({ hasText: 'Find the copies that failed' });
  await tried.getByRole('link').click();
  await page.getByRole('button', { name: 'Last copy failed' }).click(IN_THE_END);
  await expect(tried).toContainText('Done', IN_THE_END);
});
