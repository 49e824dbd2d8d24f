// What buttons copy. The test's context needs the permissions to read and write the clipboard.
import { expect, type Locator, type Page } from '@playwright/test';

/** What a button copies. */
export async function copiedBy(page: Page, button: Locator): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await button.click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Opens what can be copied of a page, or of a list on it. */
export async function openCopies(place: Page | Locator): Promise<void> {
  const curl = place.getByRole('button', { name: 'Copy as curl' });
  if (await curl.isVisible()) return;
  await place.getByRole('button', { name: 'Copy as', exact: true }).first().click();
  await expect(curl).toBeVisible();
}
