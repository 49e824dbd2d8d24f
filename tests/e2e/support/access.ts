// Access, as a person takes it away and changes it.
import { expect, type Locator, type Page } from '@playwright/test';
import { dialogNamed, press, typeConfirm } from './dialog.ts';
import { select } from './table.ts';

const people = (count: number) => `${count} ${count === 1 ? 'person' : 'people'}`;

/** What the dialog for so many selected people is called, and the button that sends what is ticked. */
export const removal = (count: number) => `Remove access for ${people(count)}`;

/** What the dialog is called in which the level of so many people is changed. */
export const levelChange = (count: number) => `Change level for ${people(count)}`;

async function opened(page: Page, button: string, name: string): Promise<Locator> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = dialogNamed(page, name);
  await expect(dialog.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  return dialog;
}

/** Opens the dialog that takes access from the selected, who are so many. */
export const openRemoval = (page: Page, count: number) => opened(page, 'Remove access', removal(count));

/** Opens the dialog that changes the level of the selected, so many of whom have direct access. */
export const openLevelChange = (page: Page, count: number) => opened(page, 'Change level', levelChange(count));

/** Takes what these people have directly in the table that is shown, and ends when that was sent. */
export async function removeAccess(page: Page, ...names: string[]): Promise<void> {
  await select(page, ...names);
  const dialog = await openRemoval(page, names.length);
  if (names.length > 1) await typeConfirm(dialog);
  await press(dialog, removal(names.length));
  await expect(dialog).toBeHidden();
}
