// Signing in, as a person does it.
import { expect, type Locator, type Page } from '@playwright/test';

/** The field for a token, apart from the tab of the same name. */
export const tokenField = (place: Page | Locator): Locator =>
  place.getByLabel(/^Token$/).and((place as Page).locator('textarea'));

/** The button that opens what belongs to the person: account, language, theme, signing out. */
export const personMenu = (page: Page): Locator => page.getByRole('button', { name: /^(Account of|账号信息)/ });

/** Opens what is chosen for the place: region, project, enterprise project. */
export async function openPlace(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Region and project|区域和项目)/ }).click();
}

/** Chooses a language, signed in or not. */
export async function chooseLanguage(page: Page, tag: string): Promise<void> {
  if (await personMenu(page).isVisible()) await personMenu(page).click();
  await page.getByLabel(/^(Language|语言)$/).selectOption(tag);
  if (await personMenu(page).isVisible()) await page.keyboard.press('Escape');
}

/** Signs out. */
export async function signOut(page: Page): Promise<void> {
  await personMenu(page).click();
  await page.getByRole('button', { name: /^(Sign out|退出登录)$/ }).click();
}

/** Where most flows begin. */
const ORGANIZATIONS = 'containers';

/** Shows the console and signs in with a token; ends when the frame of a signed-in person is there. */
export async function signIn(page: Page, token: string, address = ORGANIZATIONS): Promise<void> {
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
  await expect(personMenu(page)).toBeVisible();
}
