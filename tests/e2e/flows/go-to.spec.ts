// "Go to …": pages and what was loaded, by the beginning of a name.
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { findAll, scanned } from '../support/all-sync-tasks.ts';
import { openGoTo } from '../support/go-to.ts';
import { CARLA } from '../support/people.ts';
import { enterToken, signIn, signOut } from '../support/session.ts';
import { expect, test } from '../support/test.ts';

test('a repository is gone to by a part of its name, by keyboard alone', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web');
  await expect(page.getByRole('grid').getByRole('rowheader').first()).toBeVisible();
  await openGoTo(page);
  await page.keyboard.type('shop/api');
  const options = page.getByRole('listbox', { name: 'Where to go' }).getByRole('option');
  await expect(options.first()).toHaveText('acme-web/shop/apiRepository');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expectNoAxeFindings(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'shop/api' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a page is gone to with the arrow keys, and Escape goes nowhere', async ({ page, simulator }) => {
  await signIn(page, simulator.token);
  await page.getByRole('button', { name: 'Go to …' }).click();
  const options = page.getByRole('option');
  await expect(options.nth(0)).toHaveText('OverviewPage');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(3)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Enterprise registries' })).toBeVisible();
  await page.getByRole('button', { name: 'Go to …' }).click();
  await expect(page.getByRole('combobox', { name: 'Go to …' })).toBeFocused();
  await page.keyboard.type('no such thing');
  await expect(page.getByText('Nothing that was loaded so far has this name.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Go to …' })).toBeFocused();
  await expect(page.getByRole('heading', { level: 1, name: 'Enterprise registries' })).toBeVisible();
});

test('what one person loaded is not offered to the next', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web');
  await expect(page.getByRole('grid').getByRole('rowheader').first()).toBeVisible();
  await page.getByRole('link', { name: 'Activity' }).click();
  await signOut(page);
  await enterToken(page, CARLA);
  await openGoTo(page);
  await page.keyboard.type('shop');
  await expect(page.getByText('Nothing that was loaded so far has this name.')).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(0);
});

test('people and regions that were read are gone to where they are seen', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, 'containers/acme-web/shop$api/permissions');
  await expect(page.getByText('people can get this image')).toBeVisible();
  await page.getByRole('link', { name: 'Sync tasks' }).first().click();
  await scanned(page, await findAll(cloud));
  await openGoTo(page);
  await page.keyboard.type('af-south');
  await expect(page.getByRole('option').first()).toHaveText('af-south-1Target region');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sync-tasks\?region=af-south-1$/);
  await openGoTo(page);
  await page.keyboard.type('greta');
  // Through the organization and directly, she is one person.
  await expect(page.getByRole('option')).toHaveText(['gretaPerson, access to acme-web/shop/api']);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/containers\/acme-web\/shop\$api\/permissions$/);
  await expect(page.getByRole('rowheader', { name: 'greta', exact: true })).toBeVisible();
});
