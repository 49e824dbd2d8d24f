// The address alone says whether a page is of the demo.
import { removeAccess } from '../support/access.ts';
import { banner, enterDemo, expect, openArea, openPermissions, test, wayIn } from '../support/demo.ts';
import { personMenu, tokenField } from '../support/session.ts';

test('every address that the demo writes leads into it, and the page behind Back is the sign-in', async ({ page }) => {
  await enterDemo(page);
  await expect(page).toHaveURL(/\/console\/\?demo$/);
  await openArea(page, 'Container images');
  await expect(page).toHaveURL(/\/containers\?demo$/);
  await page.getByRole('searchbox').first().fill('acme');
  await expect(page).toHaveURL(/\/containers\?.*\bdemo$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/console\/\?demo$/);
  await page.reload();
  await expect(personMenu(page)).toContainText('anna');
  await page.goBack();
  await expect(wayIn(page)).toBeVisible();
  await expect(page).toHaveTitle(/^Sign in/);
  await expect(page.locator('html')).not.toHaveAttribute('data-environment');
  await page.goForward();
  await expect(personMenu(page)).toContainText('anna');
});

test('an address without it shows the sign-in, and nothing of the demo, in the tab that was in it', async ({ page }) => {
  await enterDemo(page);
  await openPermissions(page);
  await removeAccess(page, 'david');
  await page.goto('');
  await expect(tokenField(page)).toBeVisible();
  await expect(banner(page)).toHaveCount(0);
  await page.reload();
  await expect(tokenField(page)).toBeVisible();
});

test('a link leads into the demo of its size where it is opened in another tab or copied', async ({ page }) => {
  await page.goto('?demo=20');
  const link = page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Container images', exact: true });
  const address = () => link.evaluate((link) => (link as HTMLAnchorElement).href);
  await link.focus();
  expect(await address()).toMatch(/\/containers\?demo=20$/);
  await link.click();
  await expect(page).toHaveURL(await address());
  await expect(page.getByRole('heading', { level: 1, name: 'Organizations' })).toBeVisible();
});
