// Dialogs before a write: opened, confirmed.
import { expect, type Locator, type Page } from '@playwright/test';

/** The dialog of this name. */
export const dialogNamed = (page: Page, name: string): Locator => page.getByRole('dialog', { name, exact: true });

/** Presses a button of the page and gives the dialog of the same name, which begins on its Cancel. */
export async function openDialog(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = dialogNamed(page, name);
  await expect(dialog.getByRole('button', { name: /^(Cancel|取消)$/ })).toBeFocused();
  return dialog;
}

/** Presses the button that sends the change. */
export async function press(dialog: Locator, button: string): Promise<void> {
  await dialog.getByRole('button', { name: button, exact: true }).click();
}

/** Types the word that a dialog asks for, and nothing else. */
export async function typeConfirm(dialog: Locator): Promise<void> {
  await dialog.getByLabel('To confirm, type “confirm”').fill('confirm');
}

/** Types the word and presses the button. */
export async function confirm(dialog: Locator, button: string): Promise<void> {
  await typeConfirm(dialog);
  await press(dialog, button);
}

/** Asks for the change on the page to be taken back; the dialog has yet to be answered. */
export async function openUndo(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  return dialogNamed(page, 'Undo');
}
