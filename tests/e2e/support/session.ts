// Signing in, as a person does it.
import { expect, type Page } from '@playwright/test';

/** Shows the console and signs in with a token; ends when the frame of a signed-in person is there. */
export async function signIn(page: Page, token: string, address = ''): Promise<void> {
  await page.goto(address);
  await enterToken(page, token);
}

/** Signs in with a token on the page that is shown. */
export async function enterToken(page: Page, token: string): Promise<void> {
  // The field hides what is typed, so it has no role of its own.
  await page.locator('input').and(page.getByLabel(/^Token$|^令牌 \(Token\)$/)).fill(token);
  await page.getByRole('button', { name: /^(Sign in|登录)$/ }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}
