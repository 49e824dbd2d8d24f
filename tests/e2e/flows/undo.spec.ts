// Taking back what was done to the permissions of a repository.
import { levelChange, openLevelChange, removeAccess } from '../support/access.ts';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { SHOP_API } from '../support/cloud.ts';
import { openDialog, openUndo, press, typeConfirm } from '../support/dialog.ts';
import { BENS_ID } from '../support/people.ts';
import { signIn } from '../support/session.ts';
import { rowNamed, select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const API = 'containers/acme-web/shop$api/permissions';

test('three cancelled permissions come back at exactly the levels that were there', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await removeAccess(page, 'david', 'emma', 'farid');
  await expectAnnouncement(page, 'Access removed for 3 people on acme-web/shop/api, checked with the cloud at');
  await simulator.forgetRequests();
  const undo = await openUndo(page);
  await expect(undo).toContainText('Grant access to acme-web/shop/api for 3 people');
  await expect(undo.getByRole('listitem').filter({ hasText: /^david \([0-9a-f]{32}\): Edit$/ })).toHaveCount(1);
  await expect(undo.getByRole('listitem').filter({ hasText: /^emma \([0-9a-f]{32}\): Manage$/ })).toHaveCount(1);
  await expectNoAxeFindings(page);
  await press(undo, 'Undo');
  await expectAnnouncement(page, 'Access to acme-web/shop/api granted for 3 people, checked with the cloud at');
  await expect(rowNamed(page, 'david')).toContainText('Edit');
  await expect(rowNamed(page, 'emma')).toContainText('Manage');
  await expect(rowNamed(page, 'farid')).toContainText('Read');
  const sent = await simulator.writes();
  expect(sent.map((request) => request.method)).toEqual(['POST']);
  const grants = sent[0]?.body as { user_name: string; auth: number }[];
  expect(grants.map((grant) => [grant.user_name, grant.auth])).toEqual([
    ['david', 3],
    ['emma', 7],
    ['farid', 1],
  ]);
  // What is undone is not told as if it still stood.
  await page.getByRole('link', { name: 'Activity' }).click();
  const removed = page.getByRole('article').filter({ hasText: 'Access removed for 3 people' });
  await expect(removed.getByText('Undone', { exact: true })).toBeVisible();
  await expect(removed.getByRole('button', { name: 'Undo', exact: true })).toBeHidden();
});

test("everybody comes back but oneself: one's own permission is named as lost", async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web/shop$own/permissions');
  await removeAccess(page, 'anna', 'ines');
  await expectAnnouncement(page, 'Access removed for 2 people on acme-web/shop/own, checked with the cloud at');
  const undo = await openUndo(page);
  await expect(undo).toContainText('anna: you cannot give your own access back.');
  await press(undo, 'Undo');
  await expect(rowNamed(page, 'ines')).toContainText('Read');
  // Her row stays, with what the service tells of her, and without the grant.
  await expect(page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^anna/ }) })).toContainText('your own rights');
});

test('a changed level goes back to the one before', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await select(page, 'david');
  const change = await openLevelChange(page, 1);
  await change.getByLabel('Level').selectOption('Manage');
  await press(change, levelChange(1));
  await expect(rowNamed(page, 'david')).toContainText('Manage');
  await press(await openUndo(page), 'Undo');
  await expect(rowNamed(page, 'david')).toContainText('Edit');
});

test('a level that somebody else has changed is shown first, and the undo brings that one back', async ({ page, simulator, cloud }) => {
  await signIn(page, simulator.token, API);
  await select(page, 'farid');
  const change = await openLevelChange(page, 1);
  await expect(change.getByRole('listitem').filter({ hasText: 'farid' })).toContainText('Read');
  await change.getByLabel('Level').selectOption('Edit');
  await cloud.changeAccess(SHOP_API, 'farid', 7);
  await simulator.forgetRequests();
  await press(change, levelChange(1));
  await expect(change.getByRole('alert').filter({ hasText: 'has changed since it was shown' })).toBeVisible();
  await expect(change.getByRole('listitem').filter({ hasText: 'farid' })).toContainText('Manage');
  expect(await simulator.writes()).toEqual([]);
  await press(change, levelChange(1));
  await expect(rowNamed(page, 'farid')).toContainText('Edit');
  const undo = await openUndo(page);
  await expect(undo.getByRole('listitem').filter({ hasText: 'farid' }).last()).toContainText('Manage');
  await press(undo, 'Undo');
  await expect(rowNamed(page, 'farid')).toContainText('Manage');
});

test('what was granted is named before the undo takes it away', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  const grant = await openDialog(page, 'Grant access');
  await grant.getByLabel('User', { exact: true }).selectOption({ label: `ben (${BENS_ID})` });
  await press(grant, 'Grant access');
  await expect(rowNamed(page, 'ben')).toContainText('direct');
  const undo = await openUndo(page);
  await expect(undo.getByRole('listitem').filter({ hasText: new RegExp(`^ben ${BENS_ID}$`) })).toHaveCount(1);
  await undo.getByRole('button', { name: /acme-web\/shop\/api/ }).click();
  // What the organization gives stays.
  await expect(rowNamed(page, 'ben')).not.toContainText('direct');
});

test('making a repository public again says what that means, and wants the word', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web/shop$public-page/permissions');
  await page.getByRole('button', { name: 'Make private' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make private' }).click();
  const undo = await openUndo(page);
  await expect(undo).toContainText('Anyone can then pull these images, also people of other accounts.');
  await simulator.forgetRequests();
  await undo.getByRole('button', { name: /public$/ }).click();
  await expect(undo.getByText('Type “confirm” first.')).toBeVisible();
  expect(await simulator.writes()).toEqual([]);
  await typeConfirm(undo);
  await undo.getByRole('button', { name: /public$/ }).click();
  await expect(page.getByText('Public', { exact: true })).toBeVisible();
});

test('what is made private once more keeps the description that somebody has written meanwhile', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  await simulator.fault({ method: 'PATCH', path_contains: '/repos/shop%24public-page', fate: 'status', status: 500, times: 1 });
  await signIn(page, simulator.token, 'containers/acme-web/shop$public-page/permissions');
  await page.getByRole('button', { name: 'Make private' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make private' }).click();
  const again = page.getByRole('button', { name: 'Send the 1 not done' });
  await expect(again).toBeVisible();
  await cloud.updateRepository('acme-web/shop/public-page', { is_public: true, category: 'linux', description: 'written meanwhile' });
  await simulator.forgetRequests();
  await again.click();
  await press(page.getByRole('dialog'), 'Send what is left');
  await expect(page.getByText('Private', { exact: true })).toBeVisible();
  const [sent] = await simulator.writes('PATCH');
  expect(sent?.body).toMatchObject({ is_public: false, category: 'linux', description: 'written meanwhile' });
});

test('what somebody else has changed since is left alone, and the rest is undone after another look', async ({ page, simulator, cloud }) => {
  await signIn(page, simulator.token, API);
  const davids = (await cloud.access(SHOP_API)).filter(({ user_name }) => user_name === 'david');
  await removeAccess(page, 'david', 'farid');
  await expectAnnouncement(page, 'Access removed for 2 people on acme-web/shop/api, checked with the cloud at');
  const undo = await openUndo(page);
  await cloud.grantAccess(SHOP_API, ...davids.map((grant) => ({ ...grant, auth: 1 })));
  await simulator.forgetRequests();
  await press(undo, 'Undo');
  await expect(undo.getByRole('alert').filter({ hasText: 'has changed since it was shown' })).toBeVisible();
  await expect(undo.getByRole('listitem').filter({ hasText: 'david' })).toContainText('changed since by someone else');
  expect(await simulator.writes()).toEqual([]);
  await expectNoAxeFindings(page);
  // What was confirmed has changed.
  await press(undo, 'Undo');
  await expect(rowNamed(page, 'farid')).toContainText('Read');
  await expect(rowNamed(page, 'david')).toContainText('Read');
  const [sent] = await simulator.writes();
  expect((sent?.body as { user_name: string }[]).map(({ user_name }) => user_name)).toEqual(['farid']);
});

test('an undo is offered once', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await removeAccess(page, 'david');
  await press(await openUndo(page), 'Undo');
  await expect(rowNamed(page, 'david')).toContainText('Edit');
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Activity' }).click();
  const first = page.getByRole('article', { name: /acme-web\/shop\/api/ }).last();
  await expect(first).toBeVisible();
  await expect(first.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});
