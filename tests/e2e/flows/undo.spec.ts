// Taking back what was done to the permissions of a repository.
import type { Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { signIn } from '../support/session.ts';
import { rowNamed } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const API = 'containers/acme-web/shop$api/permissions';

async function cancel(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
  const label = `Cancel ${names.length} permission${names.length === 1 ? '' : 's'}`;
  await page.getByRole('button', { name: label }).click();
  const dialog = page.getByRole('dialog', { name: label });
  if (names.length > 1) await dialog.getByLabel('To confirm, type “confirm”.').fill('confirm');
  await dialog.getByRole('button', { name: label }).click();
  await expect(dialog).toBeHidden();
}

test('three cancelled permissions come back at exactly the levels that were there', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await cancel(page, 'david', 'emma', 'farid');
  await expectAnnouncement(page, '3 of 3 removed');
  await simulator.forgetRequests();
  await page.getByRole('button', { name: 'Undo' }).click();
  const undo = page.getByRole('dialog', { name: 'Undo the change' });
  await expect(undo).toContainText('Grant 3 permissions on acme-web/shop/api');
  await expect(undo.getByRole('listitem').filter({ hasText: /^david [0-9a-f]{32} – Edit$/ })).toHaveCount(1);
  await expect(undo.getByRole('listitem').filter({ hasText: /^emma [0-9a-f]{32} – Manage$/ })).toHaveCount(1);
  await expectNoAxeFindings(page);
  await undo.getByLabel('To confirm, type “confirm”.').fill('confirm');
  await undo.getByRole('button', { name: 'Undo' }).click();
  await expectAnnouncement(page, '3 of 3 done');
  await expect(rowNamed(page, 'david')).toContainText('Edit');
  await expect(rowNamed(page, 'emma')).toContainText('Manage');
  await expect(rowNamed(page, 'farid')).toContainText('Read');
  const sent = (await simulator.requests()).filter((request) => request.method !== 'GET');
  expect(sent.map((request) => request.method)).toEqual(['POST']);
  const grants = sent[0]?.body as { user_name: string; auth: number }[];
  expect(grants.map((grant) => [grant.user_name, grant.auth])).toEqual([
    ['david', 3],
    ['emma', 7],
    ['farid', 1],
  ]);
});

test("everybody comes back but oneself: one's own permission is named as lost", async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web/shop$own/permissions');
  await cancel(page, 'anna', 'ines');
  await expectAnnouncement(page, '2 of 2 removed');
  await page.getByRole('button', { name: 'Undo' }).click();
  const undo = page.getByRole('dialog', { name: 'Undo the change' });
  await expect(undo).toContainText('anna: you cannot give this back to yourself.');
  await undo.getByRole('button', { name: 'Undo' }).click();
  await expect(rowNamed(page, 'ines')).toContainText('Read');
  await expect(rowNamed(page, 'anna')).toHaveCount(0);
});

test('a changed level goes back to the one before', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await page.getByRole('checkbox', { name: 'Select david', exact: true }).check();
  await page.getByRole('button', { name: 'Change 1 permission' }).click();
  const change = page.getByRole('dialog', { name: 'Change 1 permission' });
  await change.getByLabel('Permission').selectOption('Manage');
  await change.getByRole('button', { name: 'Change 1 permission' }).click();
  await expect(rowNamed(page, 'david')).toContainText('Manage');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('dialog', { name: 'Undo the change' }).getByRole('button', { name: 'Undo' }).click();
  await expect(rowNamed(page, 'david')).toContainText('Edit');
});

test('a level that somebody else has changed is shown first, and the undo brings that one back', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await page.getByRole('checkbox', { name: 'Select farid', exact: true }).check();
  await page.getByRole('button', { name: 'Change 1 permission' }).click();
  const change = page.getByRole('dialog', { name: 'Change 1 permission' });
  await expect(change.getByRole('listitem').filter({ hasText: 'farid' })).toContainText('Read');
  await change.getByLabel('Permission').selectOption('Edit');
  const address = `${simulator.url}v2/manage/namespaces/acme-web/repos/shop$api/access`;
  const headers = { 'X-Auth-Token': simulator.token, 'Content-Type': 'application/json' };
  const list = (await (await page.request.get(address, { headers })).json()) as {
    others_auths: { user_name: string; user_id: string; auth: number }[];
  };
  const farid = list.others_auths.filter((row) => row.user_name === 'farid').map((row) => ({ ...row, auth: 7 }));
  expect((await page.request.patch(address, { headers, data: farid })).ok()).toBe(true);
  await simulator.forgetRequests();
  await change.getByRole('button', { name: 'Change 1 permission' }).click();
  await expect(change.getByRole('alert').filter({ hasText: 'has changed since it was shown' })).toBeVisible();
  await expect(change.getByRole('listitem').filter({ hasText: 'farid' })).toContainText('Manage');
  expect((await simulator.requests()).filter((request) => request.method !== 'GET')).toEqual([]);
  await change.getByRole('button', { name: 'Change 1 permission' }).click();
  await expect(rowNamed(page, 'farid')).toContainText('Edit');
  await page.getByRole('button', { name: 'Undo' }).click();
  const undo = page.getByRole('dialog', { name: 'Undo the change' });
  await expect(undo.getByRole('listitem').filter({ hasText: 'farid' }).last()).toContainText('Manage');
  await undo.getByRole('button', { name: 'Undo' }).click();
  await expect(rowNamed(page, 'farid')).toContainText('Manage');
});

test('what was granted is named before the undo takes it away', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await page.getByRole('button', { name: 'Grant permission' }).click();
  const grant = page.getByRole('dialog', { name: 'Grant permission' });
  await grant.getByLabel('User', { exact: true }).selectOption({ label: 'ben (1e2c6d7f8a9b4ac1b2d3e4f506172839)' });
  await grant.getByRole('button', { name: 'Grant permission' }).click();
  await expect(rowNamed(page, 'ben')).toContainText('Read');
  await page.getByRole('button', { name: 'Undo' }).click();
  const undo = page.getByRole('dialog', { name: 'Undo the change' });
  await expect(undo.getByRole('listitem').filter({ hasText: /^ben 1e2c6d7f8a9b4ac1b2d3e4f506172839$/ })).toHaveCount(1);
  await undo.getByRole('button', { name: 'Cancel 1 permission on acme-web/shop/api' }).click();
  await expect(rowNamed(page, 'ben')).toHaveCount(0);
});

test('making a repository public again says what that means, and wants the word', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web/shop$public-page/permissions');
  await page.getByRole('button', { name: 'Make private' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make private' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  const undo = page.getByRole('dialog', { name: 'Undo the change' });
  await expect(undo).toContainText('Everyone, also without signing in to this account, can then pull the images.');
  await simulator.forgetRequests();
  await undo.getByRole('button', { name: /public$/ }).click();
  await expect(undo.getByText('Type “confirm” first.')).toBeVisible();
  expect((await simulator.requests()).filter((request) => request.method !== 'GET')).toEqual([]);
  await undo.getByLabel('To confirm, type “confirm”.').fill('confirm');
  await undo.getByRole('button', { name: /public$/ }).click();
  await expect(page.getByText('Public', { exact: true })).toBeVisible();
});

test('an undo is offered once', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await cancel(page, 'david');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('dialog', { name: 'Undo the change' }).getByRole('button', { name: 'Undo' }).click();
  await expect(rowNamed(page, 'david')).toContainText('Edit');
  await page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'Activity' }).click();
  const first = page.getByRole('article', { name: 'Cancel 1 permission on acme-web/shop/api' });
  await expect(first).toBeVisible();
  await expect(first.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});
