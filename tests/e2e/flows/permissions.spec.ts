// Taking away access to an image, and what is said when something goes wrong in the middle.
import { levelChange, openLevelChange, openRemoval, removal, removeAccess } from '../support/access.ts';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { SHOP_API } from '../support/cloud.ts';
import { confirm, dialogNamed, openDialog, press, typeConfirm } from '../support/dialog.ts';
import { BEN, BENS_ID, CARLA } from '../support/people.ts';
import { openDetails } from '../support/result.ts';
import { chooseLanguage, signIn } from '../support/session.ts';
import { headingOf, rowNamed, select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const API = 'containers/acme-web/shop$api/permissions';
const FAULT = 'containers/acme-web/shop$fault/permissions';

test('a repository is found among all of its organization and opened', async ({ page, simulator, cloud }) => {
  const repositories = await cloud.repositories('acme-web');
  await signIn(page, simulator.token);
  await page.getByRole('link', { name: 'acme-web' }).click();
  await expect(headingOf(page, 'Repositories', repositories.length)).toBeVisible();
  await page.getByLabel('Filter repositories').fill('shop/api');
  await expect(page).toHaveURL(/filter=shop/);
  await expectAnnouncement(page, / match/);
  await expectNoAxeFindings(page);
  await page.getByRole('link', { name: 'shop/api', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'shop/api' })).toBeFocused();
  await expect(rowNamed(page, 'david')).toContainText('Edit');
  await expect(rowNamed(page, 'Administrators, IAM groups')).toContainText('not listed by this API');
  await expectNoAxeFindings(page);
});

test("three people's access is removed in one call and read back", async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await select(page, 'david', 'emma', 'farid');
  await simulator.forgetRequests();
  const dialog = await openRemoval(page, 3);
  await expect(dialog).toContainText('david');
  await expectNoAxeFindings(page);
  await press(dialog, removal(3));
  await expect(dialog.getByText('Type “confirm” first.')).toBeVisible();
  expect(await simulator.writes('DELETE')).toEqual([]);
  await dialog.getByLabel('To confirm, type “confirm”').fill('ＣＯＮＦＩＲＭ');
  await press(dialog, removal(3));
  await expectAnnouncement(page, 'Access removed for 3 people on acme-web/shop/api, checked with the cloud at');
  await openDetails(page);
  await expect(page.getByText(/Removed, checked with the cloud at/)).toHaveCount(3);
  await expect(rowNamed(page, 'david')).toHaveCount(0);
  await expect(rowNamed(page, 'greta')).toHaveCount(1);
  expect(await simulator.writes('DELETE')).toHaveLength(1);
});

test('after a 500 in the middle two are gone, one is left, and only Retry sends again', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, FAULT);
  await simulator.forgetRequests();
  await removeAccess(page, 'david', 'emma', 'fault-500-once');
  await expect(page.getByText('Status unknown, checking').first()).toBeVisible();
  await openDetails(page);
  await expect(page.getByText(/Removed, checked with the cloud at/)).toHaveCount(2);
  await expect(page.getByText('Not changed: no clear answer').first()).toBeVisible({ timeout: 45_000 });
  await expect(rowNamed(page, 'fault-500-once')).toHaveCount(1);
  await expect(rowNamed(page, 'david')).toHaveCount(0);
  expect(await simulator.writes('DELETE')).toHaveLength(1);
  await page.getByRole('button', { name: 'Retry the 1 that failed' }).click();
  await openDetails(page);
  await expect(page.getByText(/Removed, checked with the cloud at/)).toHaveCount(3);
  await expect(rowNamed(page, 'fault-500-once')).toHaveCount(0);
  const sent = await simulator.writes('DELETE');
  expect(sent).toHaveLength(2);
  expect(sent[1]?.body).toEqual(['ff00000000000000000000000000f501']);
});

test('when one has already gone the others are sent one by one', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, API);
  // At the last moment: after the console has read for the last time, before its request arrives.
  let isFirst = true;
  await page.route('**/api/swr/**/access', async (route) => {
    if (isFirst && route.request().method() === 'DELETE') {
      isFirst = false;
      await cloud.removeAccess(SHOP_API, 'david');
      await simulator.forgetRequests();
    }
    await route.continue();
  });
  await removeAccess(page, 'david', 'emma', 'farid');
  await openDetails(page);
  await expect(page.getByText(/Was already gone, checked with the cloud at/)).toHaveCount(1);
  await expect(page.getByText(/Removed, checked with the cloud at/)).toHaveCount(2);
  const bodies = (await simulator.writes('DELETE')).map((request) => (request.body as string[]).length);
  expect(bodies).toEqual([3, 1, 1]);
});

test('what has changed while the dialog was open is shown before anything is sent', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, API);
  await select(page, 'david', 'emma', 'farid');
  const dialog = await openRemoval(page, 3);
  await typeConfirm(dialog);
  await expect(dialog).toContainText('david');
  await cloud.removeAccess(SHOP_API, 'david');
  await simulator.forgetRequests();
  await press(dialog, removal(3));
  // Its title follows who is left.
  const changed = dialogNamed(page, removal(2));
  await expect(changed.getByRole('alert').filter({ hasText: 'has changed since it was shown' })).toBeVisible();
  await expect(changed).toContainText('1 of the selected');
  await expect(changed).not.toContainText('david');
  expect(await simulator.writes('DELETE')).toEqual([]);
  // Only who is still listed is counted and sent, and what was confirmed is not confirmed any more.
  await press(changed, removal(2));
  await expect(changed.getByText('Type “confirm” first.')).toBeVisible();
  expect(await simulator.writes('DELETE')).toEqual([]);
  await confirm(changed, removal(2));
  await expectAnnouncement(page, 'Access removed for 2 people on acme-web/shop/api, checked with the cloud at');
  const bodies = (await simulator.writes('DELETE')).map((request) => (request.body as string[]).length);
  expect(bodies).toEqual([2]);
});

test('when what remains cannot be read again nothing is sent', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, API);
  await select(page, 'david');
  const read = page.waitForResponse((answer) => answer.url().endsWith('/repos/shop%24api/access'));
  const dialog = await openRemoval(page, 1);
  await expect(dialog).toContainText('david');
  await read;
  await simulator.fault({ method: 'GET', path_contains: '/repos/shop%24api/access', fate: 'status', status: 500, times: 1 });
  await simulator.forgetRequests();
  await press(dialog, removal(1));
  await expect(dialog.getByText('What remains could not be checked just now.')).toBeVisible();
  expect(await simulator.writes('DELETE')).toEqual([]);
  await press(dialog, removal(1));
  await openDetails(page);
  await expect(page.getByText(/Removed, checked with the cloud at/)).toHaveCount(1);
});

test('a connection lost after the work was done ends in the truth', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, API);
  await expect(rowNamed(page, 'david')).toBeVisible();
  await simulator.fault(
    { method: 'DELETE', path_contains: '/access', fate: 'drop-after' },
    { method: 'GET', path_contains: '/repos/shop%24api/access', fate: 'drop-before', skip: 2, times: 3 },
  );
  await simulator.forgetRequests();
  await removeAccess(page, 'david', 'emma');
  await expect(page.getByText('Status unknown, checking').first()).toBeVisible();
  // What was open because something was unknown closes when all is well.
  await expect(page.getByRole('heading', { name: /Access removed for 2 people on .*, checked with the cloud at/ })).toBeVisible({ timeout: 45_000 });
  await openDetails(page);
  await expect(page.getByText(/Removed, checked with the cloud at/)).toHaveCount(2);
  expect(await simulator.writes('DELETE')).toHaveLength(1);
});

test('on a public repository one is told that everyone can still pull, and can make it private', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web/shop$public-page/permissions');
  await select(page, 'emma');
  const dialog = await openRemoval(page, 1);
  await expect(dialog).toContainText('This repository is public: everyone can still pull it.');
  await press(dialog, 'Cancel');
  await page.getByRole('button', { name: 'Make private' }).click();
  const second = page.getByRole('dialog', { name: 'Make private', exact: true });
  await press(second, 'Make private');
  await expect(page.getByText(/, checked with the cloud at/).first()).toBeVisible();
  await expect(rowNamed(page, 'Everyone')).toHaveCount(0);
});

test('what remains through the organization is named', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await select(page, 'greta');
  const dialog = await openRemoval(page, 1);
  await expect(dialog).toContainText('afterwards: Read through acme-web');
});

test('accounts that a repository is shared with remain, those whose time is over do not', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await select(page, 'david');
  const dialog = await openRemoval(page, 1);
  await expect(dialog).toContainText('The shared account PARTNER-GMBH can still pull.');
  await expect(dialog).toContainText('The shared account acme-us can still pull.');
  await expect(dialog).not.toContainText('Example Logistics');
  await press(dialog, removal(1));
  const card = page.getByRole('article', { name: /for 1 person|1 permission/ });
  await expect(card.getByRole('listitem').filter({ hasText: 'The shared account PARTNER-GMBH can still pull.' })).toBeVisible();
});

test("removing one's own access warns that it cannot be given back", async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web/shop$own/permissions');
  await select(page, 'anna');
  await expect(await openRemoval(page, 1)).toContainText('cannot give');
});

test('access is granted from the list of users and its level is changed in place', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  const dialog = await openDialog(page, 'Grant access');
  await dialog.getByLabel('User', { exact: true }).selectOption({ label: `ben (${BENS_ID})` });
  await expectNoAxeFindings(page);
  await press(dialog, 'Grant access');
  // He has Edit through the organization; the row tells the level that counts, and both sources.
  await expect(rowNamed(page, 'ben')).toContainText('direct');
  await expect(rowNamed(page, 'ben')).toContainText('Edit');
  await select(page, 'ben');
  await simulator.forgetRequests();
  const change = await openLevelChange(page, 1);
  await change.getByLabel('Level').selectOption('Manage');
  await press(change, levelChange(1));
  await expect(rowNamed(page, 'ben')).toContainText('Manage');
  const writes = await simulator.writes();
  expect(writes.map((request) => request.method)).toEqual(['PATCH']);
});

test('who may not list users enters an ID, which is checked before anything is sent', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, BEN, API);
  const dialog = await openDialog(page, 'Grant access');
  await expect(dialog.getByText('IAM does not let you list users')).toBeVisible();
  await simulator.forgetRequests();
  await dialog.getByRole('textbox', { name: 'User ID' }).fill('1e2c');
  await press(dialog, 'Grant access');
  await expect(dialog.getByText('4 characters; a user ID has 32')).toBeVisible();
  expect(await simulator.writes()).toEqual([]);
  await dialog.getByRole('textbox', { name: 'User ID' }).fill('30000000000000000000000000000606');
  await press(dialog, 'Grant access');
  await expect(dialog).toBeHidden();
  expect((await simulator.writes()).map((request) => request.method)).toEqual(['POST']);
});

test('a grant that is refused stays in its dialog, at the ID', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, API);
  const dialog = await openDialog(page, 'Grant access');
  const id = dialog.getByRole('textbox', { name: 'User ID' });
  const grant = dialog.getByRole('button', { name: 'Grant access' });
  await grant.click();
  await expect(id).toBeFocused();
  await simulator.forgetRequests();
  // david, who is in the table.
  await id.fill('30000000000000000000000000000000');
  await grant.click();
  await expect(dialog.getByText('This user already has access here. Change the level in the list.')).toBeVisible();
  await expect(id).toBeFocused();
  expect(await simulator.writes()).toEqual([]);
  await id.fill('ffffffffffffffffffffffffffffff00');
  await dialog.getByRole('textbox', { name: 'User name' }).fill('nobody');
  await grant.click();
  await expect(id).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.getByRole('textbox', { name: 'User name' })).toHaveValue('nobody');
  await expectNoAxeFindings(page);
});

test('when access is gone the card names what may remain, and can be put away', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await removeAccess(page, 'greta');
  const card = page.getByRole('article', { name: /for 1 person|1 permission/ });
  await expect(card).toContainText('Access may remain');
  await expect(card.getByRole('listitem').filter({ hasText: 'greta: Read through the organization' })).toBeVisible();
  await expect(card).toContainText('Administrators and IAM user groups');
  await expectNoAxeFindings(page);
  await card.getByRole('button', { name: 'Dismiss' }).click();
  await expect(card).toHaveCount(0);
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(card).toBeVisible();
});

test('hostile names stay text', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web/shop$hostile/permissions');
  await expect(page.getByText('<img src=x onerror=alert(1)>').first()).toBeVisible();
  await expect(page.getByText('⟨U+202E⟩').first()).toBeVisible();
  await expect(page.locator('img')).toHaveCount(0);
  await expectNoAxeFindings(page);
});

test('a reader is told that the list needs a right', async ({ page, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, CARLA, API);
  await expect(page.getByText('You may not see this list.')).toBeVisible();
});

test('Activity lists what was done with request ID and a curl line without the token', async ({ page, simulator, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, simulator.token, API);
  await removeAccess(page, 'david');
  await expectAnnouncement(page, 'Access removed for 1 person on acme-web/shop/api, checked with the cloud at');
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByRole('heading', { name: /acme-web\/shop\/api/ })).toBeVisible();
  await openDetails(page);
  await expect(page.getByText(/Request ID [0-9a-f]{32}/)).toBeVisible();
  await page.getByRole('button', { name: 'Copy as curl' }).click();
  await expectAnnouncement(page, 'Copied.');
  const line = await page.evaluate(() => navigator.clipboard.readText());
  expect(line).toContain('X-Auth-Token: $TOKEN');
  expect(line).not.toContain(simulator.token);
  await expectNoAxeFindings(page);
});

test('the same in Chinese', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await chooseLanguage(page, 'zh-CN');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('checkbox', { name: '选择 david' }).check();
  await page.getByRole('checkbox', { name: '选择 emma' }).check();
  await page.getByRole('button', { name: '移除权限' }).click();
  const dialog = page.getByRole('dialog', { name: '移除 2 个用户的权限' });
  await dialog.getByRole('textbox').fill('确认');
  await press(dialog, '移除 2 个用户的权限');
  await expectAnnouncement(page, '已移除 2 个用户对 acme-web/shop/api 的权限');
  await expectNoAxeFindings(page);
});

test('the same by keyboard alone', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await expect(rowNamed(page, 'david')).toBeVisible();
  const grid = page.getByRole('grid', { name: /Access/ });
  await page.getByRole('searchbox', { name: 'Filter people' }).focus();
  await page.keyboard.press('Tab');
  await expect(grid.locator('[data-cell]:focus')).toHaveCount(1);
  await page.keyboard.press('Control+Home');
  // Past oneself, who cannot be selected, and one who has access through the organization alone.
  for (let row = 0; row < 3; row += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('button', { name: 'Remove access' })).toBeEnabled();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Remove access' })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: removal(2) });
  await expect(dialog.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  // The field comes with what was looked up.
  await expect(dialog.getByRole('textbox')).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('confirm');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: removal(2) })).toBeFocused();
  await page.keyboard.press('Enter');
  await expectAnnouncement(page, 'Access removed for 2 people on acme-web/shop/api, checked with the cloud at');
});
