// Who has access to a whole organization.
import { levelChange, openLevelChange, openRemoval, removal } from '../support/access.ts';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { confirm, openDialog, openUndo, press } from '../support/dialog.ts';
import { CARLA, CARLAS_ID } from '../support/people.ts';
import { signIn } from '../support/session.ts';
import { rowNamed, select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const ACCESS = 'containers/acme-web/~permissions';

test('access to a whole organization is granted, changed and removed', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web');
  await page.getByRole('link', { name: 'Access' }).click();
  await expect(page).toHaveURL(/~permissions/);
  await expect(rowNamed(page, 'ben')).toContainText('Edit');
  await expectNoAxeFindings(page);
  await simulator.forgetRequests();
  const grant = await openDialog(page, 'Grant access');
  await expect(grant).toContainText('every repository of the organization');
  await grant.getByLabel('User', { exact: true }).selectOption({ label: `carla (${CARLAS_ID})` });
  await press(grant, 'Grant access');
  await expect(rowNamed(page, 'carla')).toContainText('Read');
  await select(page, 'carla');
  const change = await openLevelChange(page, 1);
  await change.getByLabel('Level').selectOption('Manage');
  await press(change, levelChange(1));
  await expect(rowNamed(page, 'carla')).toContainText('Manage');
  const cancel = await openRemoval(page, 1);
  await expect(cancel).toContainText('Direct access to single repositories stays.');
  await expect(cancel).toContainText('Whoever created the organization');
  await confirm(cancel, removal(1));
  await expectAnnouncement(page, 'Access removed for 1 person on acme-web, checked with the cloud at');
  await expect(rowNamed(page, 'carla')).toHaveCount(0);
  const sent = await simulator.writes();
  expect(sent.map((request) => request.method)).toEqual(['POST', 'PATCH', 'DELETE']);
  expect(new Set(sent.map((request) => request.path))).toEqual(new Set(['/v2/manage/namespaces/acme-web/access']));
});

test('an undo gives the permissions on an organization back as they were', async ({ page, simulator }) => {
  await signIn(page, simulator.token, ACCESS);
  await select(page, 'ben', 'greta');
  const cancel = await openRemoval(page, 2);
  await confirm(cancel, removal(2));
  await expect(rowNamed(page, 'ben')).toHaveCount(0);
  const undo = await openUndo(page);
  await press(undo, 'Undo');
  await expect(rowNamed(page, 'ben')).toContainText('Edit');
  await expect(rowNamed(page, 'greta')).toContainText('Read');
});

test("one's own permission on an organization cannot be selected and says why", async ({ page, simulator }) => {
  // Some sites list the caller among the others.
  await page.route('**/api/swr/v2/manage/namespaces/acme-web/access', async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const answer = await route.fetch();
    const list = (await answer.json()) as { self_auth: object; others_auths: object[] };
    await route.fulfill({ response: answer, json: { ...list, others_auths: [...list.others_auths, list.self_auth] } });
  });
  await signIn(page, simulator.token, ACCESS);
  await expect(page.getByRole('rowheader', { name: /^anna/ })).toContainText('you cannot change your own');
  await expect(page.getByRole('checkbox', { name: 'Select anna' })).toBeDisabled();
});

test('a reader is told that the list of an organization needs a right', async ({ page, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, CARLA, ACCESS);
  await expect(page.getByText('You may not see this list.')).toBeVisible();
});
