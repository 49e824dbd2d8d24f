// Dialogs are left from inside their fields, by key and by Back, and nothing else happens.
import { openRemoval } from '../support/access.ts';
import { openDialog } from '../support/dialog.ts';
import { openPlace, signIn } from '../support/session.ts';
import { select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const API = 'containers/acme-web/shop$api';

const dialogs = [
  { address: 'containers', button: 'Create organization', fields: ['Organization'] },
  { address: 'containers/acme-web', button: 'Create repository', fields: ['Repository', 'Description'] },
  { address: `${API}/permissions`, button: 'Grant access', fields: ['User ID', 'User name'] },
  { address: 'containers/acme-web/~permissions', button: 'Grant access', fields: ['User ID', 'User name'] },
  { address: `${API}/sync-tasks`, button: 'Create sync task', fields: ['Target region', 'Target organization'] },
  { address: `${API}/sync-tasks`, button: 'Copy tags now', fields: ['Target region', 'Target organization'] },
] as const;

for (const { address, button, fields } of dialogs) {
  test(`Escape in a field leaves "${button}" at ${address || 'the start'}`, async ({ page, simulator }) => {
    await signIn(page, simulator.token, address);
    const dialog = page.getByRole('dialog', { name: button });
    for (const field of fields) {
      await page.getByRole('button', { name: button, exact: true }).click();
      await dialog.getByRole('textbox', { name: field }).or(dialog.getByRole('combobox', { name: field })).fill('not-yet.');
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(page.getByRole('button', { name: button, exact: true })).toBeFocused();
    }
  });
}

test('Escape and Back in the field for an enterprise project leave the dialog', async ({ page, simulator }) => {
  await signIn(page, simulator.token);
  await page.getByRole('link', { name: 'Image security sync' }).click();
  await openPlace(page);
  const dialog = await openDialog(page, 'Change enterprise project');
  await dialog.getByLabel('Enter an ID').check();
  await dialog.getByLabel('Enterprise project ID').fill('x');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Change enterprise project' }).click();
  await dialog.getByLabel('Enter an ID').check();
  await dialog.getByLabel('Enterprise project ID').fill('x');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Organizations' })).toBeVisible();
});

test('Back out of a dialog with the focus in its field shows the page before', async ({ page, simulator }) => {
  await signIn(page, simulator.token);
  await page.getByRole('link', { name: 'acme-web', exact: true }).click();
  await page.getByRole('button', { name: 'Create repository' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Repository' }).fill('half');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Organizations' })).toBeVisible();
});

test('Enter with the right word sends once, and says what is missing without it', async ({ page, simulator }) => {
  await signIn(page, simulator.token, `${API}/permissions`);
  await select(page, 'david', 'emma');
  const dialog = await openRemoval(page, 2);
  await simulator.forgetRequests();
  const word = dialog.getByLabel('To confirm, type “confirm”');
  await word.press('Enter');
  await expect(dialog.getByText('Type “confirm” first.')).toBeVisible();
  expect(await simulator.writes()).toEqual([]);
  await word.fill('confirm');
  await word.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect.poll(async () => (await simulator.writes()).length).toBe(1);
});
