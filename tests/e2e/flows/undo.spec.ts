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
  await expect(undo).toContainText('david');
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
