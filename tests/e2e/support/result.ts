// The line that stands for a change, and what is told of it in the panel at the side.
import { expect, type Locator, type Page } from '@playwright/test';

/** The panel at the side. */
export const panelOf = (page: Page): Locator => page.getByRole('complementary');

/** Opens the details of the newest change of a page, or of one change, with what is folded in them. */
export async function openDetails(place: Page | Locator): Promise<Locator> {
  const details = place.getByRole('button', { name: 'Details', exact: true }).first();
  if ((await details.getAttribute('aria-expanded')) === 'false') await details.click();
  await expect(details).toHaveAttribute('aria-expanded', 'true');
  const page = 'page' in place ? (place as Locator).page() : (place as Page);
  const folded = panelOf(page).locator('details');
  if ((await folded.getAttribute('open')) === null) await folded.getByText('Technical details').click();
  return panelOf(page);
}
