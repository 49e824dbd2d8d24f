// The line that stands for a change, and what is behind it.
import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the details of the newest change of a page, or of one change, where they are not open. */
export async function openDetails(place: Page | Locator): Promise<void> {
  const details = place.getByRole('button', { name: 'Details', exact: true }).first();
  // They open by themselves when something goes wrong, perhaps just before the press that then closes them.
  await expect(async () => {
    if ((await details.getAttribute('aria-expanded')) === 'false') await details.click();
    await expect(details).toHaveAttribute('aria-expanded', 'true', { timeout: 500 });
  }).toPass();
}
