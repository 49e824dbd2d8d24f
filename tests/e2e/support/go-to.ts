// "Go to …", as it is opened from everywhere.
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** Opens it by its keys, and waits until what is typed next reaches its field. */
export async function openGoTo(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Go to …' })).toBeFocused();
}
