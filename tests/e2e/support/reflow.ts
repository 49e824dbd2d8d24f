// WCAG 1.4.10: nothing but tables scrolls sideways.
import { expect, type Page } from '@playwright/test';

/** The page is not wider than the window. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const surplus = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(surplus, 'pixels beyond the window').toBeLessThanOrEqual(0);
}
