// Signing in, as a person does it.
import { expect, type Locator, type Page } from '@playwright/test';

/** The field for a token, apart from the tab of the same name. */
export const tokenField = (place: Page | Locator): Locator =>
  place.getByLabel(/^Token$|^令牌 \(Token\)$/).and((place as Page).locator('textarea'));

/** Shows the console and signs in with a token; ends when the frame of a signed-in person is there. */
export async function signIn(page: Page, token: string, address = ''): Promise<void> {
  await page.goto(address);
  await enterToken(page, token);
}

/** Types a token on the page that is shown and sends it. */
export async function tryToken(place: Page | Locator, token: string): Promise<void> {
  await tokenField(place).fill(token);
  await place.getByRole('button', { name: /^(Sign in|登录)$/ }).click();
}

/** Signs in with a token on the page that is shown. */
export async function enterToken(page: Page, token: string): Promise<void> {
  await tryToken(page, token);
  await expect(page.getByRole('navigation').first()).toBeVisible();
}
