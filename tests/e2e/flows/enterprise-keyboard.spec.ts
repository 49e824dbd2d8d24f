// A target registry in use: freed, deleted and brought back by somebody who has no mouse.
import type { Locator, Page } from '@playwright/test';
import { dialogNamed } from '../support/dialog.ts';
import { ACME } from '../support/enterprise.ts';
import { signIn } from '../support/session.ts';
import { rowNamed } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const FREE = 'Free and delete 1 target registry';

/** Deletions that are checked with the cloud. */
const IN_THE_END = { timeout: 60_000 };

/** Goes on with the tabulator until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible(IN_THE_END);
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the tabulator never reaches ${target}`);
}

/** Presses a button of this name. */
async function pressWithKeys(page: Page, place: Page | Locator, name: string): Promise<void> {
  await tabTo(page, place.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
}

test('a registry in use is freed, deleted and brought back with the keyboard alone', async ({ page, simulator, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  await signIn(page, simulator.token, `${ACME}/registries`);
  const row = rowNamed(page, 'harbor-lab');
  await expect(row).toContainText('from-lab', IN_THE_END);
  // The grid is one stop; its rows are reached by arrows.
  await tabTo(page, page.getByRole('grid').locator('[tabindex="0"]').first());
  for (let presses = 0; presses < 40; presses += 1) {
    const is_there = await row.evaluate((element) => element.contains(document.activeElement) || element === document.activeElement);
    if (is_there) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Space');
  await expect(row.getByRole('checkbox')).toBeChecked();
  await pressWithKeys(page, page, 'Delete 1 target registry');

  const dialog = dialogNamed(page, 'Delete 1 target registry');
  await expect(dialog).toContainText('from-lab: harbor-lab → This instance');
  await tabTo(page, dialog.getByLabel('To confirm, type “confirm”'));
  await page.keyboard.type('confirm');
  await pressWithKeys(page, dialog, FREE);
  await expect(page.getByRole('heading', { level: 3, name: /^1 target registry deleted, checked/ })).toBeVisible(IN_THE_END);
  await expect(row).toHaveCount(0);

  await pressWithKeys(page, page, 'Create harbor-lab again');
  const form = dialogNamed(page, 'Create target registry again');
  await tabTo(page, form.getByLabel('Hosts and their IP addresses'));
  await page.keyboard.type('harbor-lab.example.com 192.0.2.10');
  await tabTo(page, form.getByLabel('Secret'));
  await page.keyboard.type('new-secret');
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden(IN_THE_END);
  await expect(rowNamed(page, 'harbor-lab')).toContainText('from-lab', IN_THE_END);
});
