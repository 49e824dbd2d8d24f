// What screen readers hear.
import { expect, type Page } from '@playwright/test';

/** Waits until a live region says this: `polite` for results, `assertive` for what interrupts. */
export async function expectAnnouncement(
  page: Page,
  text: string | RegExp,
  manner: 'polite' | 'assertive' = 'polite',
): Promise<void> {
  await expect(page.locator(`[aria-live="${manner}"]`)).toContainText(text);
}
