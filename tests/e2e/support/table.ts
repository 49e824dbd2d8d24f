// Rows of tables, found by what a person calls them.
import type { Locator, Page } from '@playwright/test';

/** The row whose header says this name. */
export function rowNamed(page: Page | Locator, name: string): Locator {
  // A row is found inside the page, so its header is described without the page around it.
  const header = (page as Page).getByRole("rowheader", { name, exact: true });
  return page.getByRole('row').filter({ has: header });
}
