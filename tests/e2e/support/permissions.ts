// Permissions, as a person takes them away.
import { expect, type Page } from '@playwright/test';
import { openDialog, press, typeConfirm } from './dialog.ts';
import { select } from './table.ts';

/** Cancels the permissions of these people in the table that is shown, and ends when that was sent. */
export async function cancelPermissions(page: Page, ...names: string[]): Promise<void> {
  await select(page, ...names);
  const name = `Remove access for ${names.length} ${names.length === 1 ? 'person' : 'people'}`;
  const dialog = await openDialog(page, name);
  if (names.length > 1) await typeConfirm(dialog);
  await press(dialog, name);
  await expect(dialog).toBeHidden();
}
