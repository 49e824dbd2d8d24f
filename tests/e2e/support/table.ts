// Tables, found by what a person calls them, and their rows by the same.
import { expect, type Locator, type Page } from '@playwright/test';

/** A number as the console writes it. */
export const written = (number: number) => number.toLocaleString('en');

/** The heading of a table that shows so many rows, of so many where a filter leaves some out. */
export function headingOf(page: Page | Locator, what: string, rows: number, of = rows): Locator {
  const count = rows === of ? written(rows) : `${written(rows)}/${written(of)}`;
  const isChinese = /\p{Script=Han}/u.test(what);
  return page.getByRole('heading', { name: isChinese ? `${what}（${count}）` : `${what} (${count})` });
}

/** The row whose header says this name. */
export function rowNamed(page: Page | Locator, name: string): Locator {
  // A row is found inside the page, so its header is described without the page around it.
  const header = (page as Page).getByRole('rowheader', { name, exact: true });
  return page.getByRole('row').filter({ has: header });
}

/** Checks the boxes of these rows; once more where an answer draws a row anew in that moment. */
export async function select(place: Page | Locator, ...names: string[]): Promise<void> {
  for (const name of names) {
    const box = place.getByRole('checkbox', { name: `Select ${name}`, exact: true });
    await expect(() => box.check()).toPass();
  }
}
