// Signing in, as a person does it.
import { expect, type Page } from '@playwright/test';

/** Shows the console and signs in with a token; ends when the frame of a signed-in person is there. */
export async function signIn(page: Page, token: string, address = ''): Promise<void> {
  await page.goto(address);
  await page.getByRole('textbox', { name: /token/i }).or(page.getByLabel(/token/i)).first().fill(token);
  await page.getByRole('button', { name: /^sign in$/i }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}
