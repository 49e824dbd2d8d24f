// The connection check, as a person reads it.
import { expect, type Locator, type Page } from '@playwright/test';

/** What is told of a service. */
export const lineOf = (place: Page | Locator, name: string): Locator => {
  const heading = (place as Page).getByRole('heading', { name, exact: true });
  return place.getByRole('listitem').filter({ has: heading });
};

/** Waits until every service was asked. */
export async function checked(page: Page): Promise<void> {
  await expect(page.locator('#main > p').filter({ hasText: /^(Passed: \d+ of \d+|通过：\d+\/\d+)/ })).toBeVisible();
}
