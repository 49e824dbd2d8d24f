// Where the focus goes when the page changes under it.
import { SHOP_API } from '../support/cloud.ts';
import { signIn } from '../support/session.ts';
import { headingOf, rowNamed } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

test('after signing in the focus is on the heading of the page', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web');
  await expect(page.getByRole('heading', { level: 1, name: 'acme-web' })).toBeFocused();
});

test('a tab that is chosen keeps the focus', async ({ page, simulator, cloud }) => {
  const shown = (await cloud.tags(SHOP_API)).length;
  await signIn(page, simulator.token, 'containers/acme-web/shop$api/permissions');
  const tags = page.getByRole('link', { name: 'Tags' });
  await tags.focus();
  await page.keyboard.press('Enter');
  await expect(headingOf(page, 'Tags', shown)).toBeVisible();
  await expect(tags).toBeFocused();
});

test('Back returns to the row and the place in the table, a link begins at the top', async ({ page, simulator, cloud }) => {
  const repositories = (await cloud.repositories('acme-web')).length;
  await signIn(page, simulator.token, 'containers/acme-web');
  await expect(headingOf(page, 'Repositories', repositories)).toBeVisible();
  await page.getByRole('rowheader').first().click({ position: { x: 1, y: 1 } });
  await page.keyboard.press('Control+End');
  const last = page.locator(`[role=row][aria-rowindex="${repositories + 1}"]`);
  await expect(last).toBeVisible();
  await expect(last.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  const name = await last.getByRole('rowheader').innerText();
  await expect(last.getByRole('rowheader')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.goBack();
  await expect(rowNamed(page, name)).toBeInViewport();
  await expect(rowNamed(page, name).getByRole('rowheader')).toBeFocused();
  await page.getByRole('link', { name: 'Container images' }).click();
  await page.getByRole('link', { name: 'acme-web', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'acme-web' })).toBeFocused();
  await expect(rowNamed(page, name)).toHaveCount(0);
});

test('forced colours mark the current page and tab alone', async ({ page, simulator }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await signIn(page, simulator.token, 'containers/acme-web/shop$api/tags');
  const side = (name: string) =>
    page.getByRole('link', { name, exact: true }).evaluate((link) => getComputedStyle(link).borderInlineStartColor);
  const under = (name: string) =>
    page.getByRole('link', { name, exact: true }).evaluate((link) => getComputedStyle(link).borderBlockEndColor);
  // What the browser's forced colours have for Canvas.
  const canvas = 'rgb(255, 255, 255)';
  expect(await side('Activity')).toBe(canvas);
  expect(await side('Container images')).not.toBe(canvas);
  expect(await under('Access')).toBe(canvas);
  expect(await under('Tags')).not.toBe(canvas);
});

test('"Skip to main content" keeps the page, its filter and the sign-in', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web?filter=shop/api');
  await expect(rowNamed(page, 'shop/api')).toBeVisible();
  const address = page.url();
  const skip = page.getByRole('link', { name: 'Skip to main content' });
  await skip.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(rowNamed(page, 'shop/api')).toBeVisible();
  expect(page.url()).toBe(address);
});
