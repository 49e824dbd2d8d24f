// The accounts that a repository is shared with: who, until when; sharing, and stopping it.
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { SHOP_API } from '../support/cloud.ts';
import { confirm, dialogNamed, openDialog, openUndo, press } from '../support/dialog.ts';
import { BEN } from '../support/people.ts';
import { openDetails } from '../support/result.ts';
import { chooseLanguage, signIn, signOut } from '../support/session.ts';
import { headingOf, rowNamed, select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const API = 'containers/acme-web/shop$api/shared-accounts';
const OWN = 'containers/acme-web/shop$own/shared-accounts';
const SHARE = 'Share with an account';

test('a repository says with which accounts it is shared, and until when', async ({ page, simulator, cloud }) => {
  const shared = await cloud.sharedAccounts(SHOP_API);
  await signIn(page, simulator.token, 'containers/acme-web/shop$api/tags');
  await page.getByRole('link', { name: 'Shared accounts' }).click();
  await expect(headingOf(page, 'Shared accounts', shared.length)).toBeVisible();
  await expect(rowNamed(page, 'PARTNER-GMBH')).toContainText('Forever');
  await expect(rowNamed(page, 'PARTNER-GMBH')).toContainText('Read');
  await expect(rowNamed(page, 'PARTNER-GMBH')).toContainText('anna');
  await expect(rowNamed(page, 'acme-us')).not.toContainText('Expired');
  await expect(rowNamed(page, 'Example Logistics')).toContainText('Expired');
  await expectNoAxeFindings(page);
  await page.getByRole('button', { name: 'Valid until' }).click();
  await expect(page.getByRole('rowheader').first()).toHaveText('Example Logistics');
  await expect(page.getByRole('rowheader').last()).toHaveText('PARTNER-GMBH');
  await page.getByLabel('Filter accounts').fill('integration');
  await expect(headingOf(page, 'Shared accounts', 1, shared.length)).toBeVisible();
  await expect(rowNamed(page, 'PARTNER-GMBH')).toBeVisible();
});

test('it is shared until the end of a day, checked, and the undo stops it', async ({ page, simulator }) => {
  await signIn(page, simulator.token, OWN);
  await expect(page.getByText('Not shared with any account yet.')).toBeVisible();
  await simulator.forgetRequests();
  const dialog = await openDialog(page, SHARE);
  await expectNoAxeFindings(page);
  await press(dialog, SHARE);
  await expect(dialog.getByText('Enter the account name.')).toBeVisible();
  await expect(dialog.getByLabel('Account', { exact: true })).toBeFocused();
  await dialog.getByLabel('Account', { exact: true }).fill('acme-us');
  await dialog.getByLabel('Until a day').check();
  await press(dialog, SHARE);
  await expect(dialog.getByText('Select the last day.')).toBeVisible();
  await dialog.getByLabel('Last day').fill('2020-01-01');
  await expect(dialog.getByText('The last day is over.')).toBeVisible();
  expect(await simulator.writes()).toEqual([]);
  const [day, end] = await page.evaluate(() => {
    const later = new Date(Date.now() + 30 * 24 * 60 * 60 * 1_000);
    later.setHours(23, 59, 59, 0);
    return [later.toLocaleDateString('sv'), later.toISOString()] as const;
  });
  await dialog.getByLabel('Last day').fill(day);
  await dialog.getByLabel('Description (optional)').fill('Pilot');
  await press(dialog, SHARE);
  await expect(dialog).toBeHidden();
  await openDetails(page);
  await expect(page.getByText(/Done, checked with the cloud at/).first()).toBeVisible();
  await expect(rowNamed(page, 'acme-us')).toContainText('Pilot');
  const sent = await simulator.writes();
  expect(sent.map(({ method, body }) => [method, body])).toEqual([
    ['POST', { access_domain: 'acme-us', permit: 'read', deadline: end, description: 'Pilot' }],
  ]);
  const undo = await openUndo(page);
  await expect(undo).toContainText('The account can no longer pull the images of this repository.');
  await press(undo, 'Stop sharing acme-web/shop/own with 1 account');
  await expect(rowNamed(page, 'acme-us')).toHaveCount(0);
});

test('an account that is unknown, shared with already or the own one is told at its field', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, OWN);
  const dialog = await openDialog(page, SHARE);
  const account = dialog.getByLabel('Account', { exact: true });
  await account.fill('nobody-knows-it');
  await press(dialog, SHARE);
  await expect(dialog.getByText('SWR does not know this account, or it is your own.').first()).toBeVisible();
  await expect(account).toBeFocused();
  await simulator.forgetRequests();
  await account.fill('ACME-EU');
  await press(dialog, SHARE);
  await expect(dialog.getByText('A repository is not shared with its own account.')).toBeVisible();
  await cloud.shareWithAccount('acme-web/shop/own', 'acme-us');
  await simulator.forgetRequests();
  await account.fill('acme-us');
  await press(dialog, SHARE);
  await expect(dialog.getByText('The repository is shared with this account already.')).toBeVisible();
  expect(await simulator.writes()).toEqual([]);
});

test('sharing with several is stopped by a call for each, and the undo says what it cannot give back', async ({ page, simulator, cloud }) => {
  await signIn(page, simulator.token, API);
  await select(page, 'PARTNER-GMBH', 'acme-us', 'Example Logistics');
  await simulator.forgetRequests();
  const dialog = await openDialog(page, 'Stop sharing with 3 accounts');
  await expect(dialog).toContainText('The 2 accounts can no longer pull the images of this repository.');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'PARTNER-GMBH' })).toContainText('Forever');
  await expectNoAxeFindings(page);
  await press(dialog, 'Stop sharing with 3 accounts');
  await expect(dialog.getByText('Type “confirm” first.')).toBeVisible();
  await confirm(dialog, 'Stop sharing with 3 accounts');
  await expectAnnouncement(page, 'no longer shared with 3 accounts, checked with the cloud at');
  await expect(page.getByText('Not shared with any account yet.')).toBeVisible();
  const sent = await simulator.writes('DELETE');
  const accounts = sent.map((request) => decodeURIComponent(request.path.split('/').at(-1) ?? ''));
  expect(accounts.sort()).toEqual(['Example Logistics', 'PARTNER-GMBH', 'acme-us']);
  const undo = await openUndo(page);
  await expect(undo).toContainText('Share acme-web/shop/api with 2 accounts');
  await expect(undo).toContainText('Not given back: Example Logistics (the share had ended).');
  await press(undo, 'Undo');
  await expectAnnouncement(page, 'shared with 2 accounts, checked with the cloud at');
  await expect(rowNamed(page, 'PARTNER-GMBH')).toContainText('Integration partner');
  expect((await cloud.sharedAccounts(SHOP_API)).map(({ access_domain }) => access_domain).sort()).toEqual(['PARTNER-GMBH', 'acme-us']);
});

test('what has changed while the dialog was open is looked at again, and what is gone says so', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, API);
  await select(page, 'acme-us');
  const dialog = await openDialog(page, 'Stop sharing with 1 account');
  await cloud.stopSharingWithAccount(SHOP_API, 'acme-us');
  await simulator.forgetRequests();
  await press(dialog, 'Stop sharing with 1 account');
  await expect(dialog.getByRole('alert').filter({ hasText: 'has changed since it was shown' })).toBeVisible();
  await expect(dialog).toContainText('not shared any more');
  expect(await simulator.writes()).toEqual([]);
  await expect(dialog).toContainText('There is nothing to send.');
  await press(dialog, 'Stop sharing with 1 account');
  await expect(dialog).toBeVisible();
  expect(await simulator.writes()).toEqual([]);
});

test('a public repository cannot be shared, and who does not manage one does not see its accounts', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, 'containers/acme-web/shop$public-page/shared-accounts');
  const dialog = await openDialog(page, SHARE);
  await dialog.getByLabel('Account', { exact: true }).fill('acme-us');
  await press(dialog, SHARE);
  await expect(dialog.getByRole('alert').filter({ hasText: 'only private repositories are shared with accounts' })).toBeVisible();
  await press(dialog, 'Cancel');
  await signOut(page);
  await signIn(page, BEN, API);
  await expect(page.getByText('Only people with Manage on this repository can see')).toBeVisible();
});

test('a list that the service may have cut says so', async ({ page, simulator, cloud }) => {
  for (let number = 1; number <= 99; number += 1) await cloud.shareWithAccount('acme-web/shop/own', `account-${number}`);
  await signIn(page, simulator.token, OWN);
  await expect(headingOf(page, 'Shared accounts', 99)).toBeVisible();
  const cut = page.getByText('SWR lists at most 100 shared accounts');
  await expect(cut).toHaveCount(0);
  await cloud.shareWithAccount('acme-web/shop/own', 'account-100');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(cut).toBeVisible();
});

test('hostile names stay text, and those that no path can carry cannot be selected', async ({ page, simulator, cloud }) => {
  const hostile = await cloud.sharedAccounts('acme-web/shop/hostile');
  await signIn(page, simulator.token, 'containers/acme-web/shop$hostile/shared-accounts');
  await expect(headingOf(page, 'Shared accounts', hostile.length)).toBeVisible();
  for (const name of ['..', 'a/b']) {
    await expect(page.getByRole('checkbox', { name: `Select ${name}`, exact: true })).toBeDisabled();
  }
  await expect(page.locator('img')).toHaveCount(0);
  await select(page, 'part⟨U+202E⟩ner', '50% & more?#');
  const dialog = await openDialog(page, 'Stop sharing with 2 accounts');
  await confirm(dialog, 'Stop sharing with 2 accounts');
  await expectAnnouncement(page, 'no longer shared with 2 accounts, checked with the cloud at');
  const left = (await cloud.sharedAccounts('acme-web/shop/hostile')).map(({ access_domain }) => access_domain);
  expect(left).toEqual(['..', 'a/b', 'müller_söhne']);
});

test('the same in Chinese', async ({ page, simulator, cloud }) => {
  const shared = await cloud.sharedAccounts(SHOP_API);
  await signIn(page, simulator.token, API);
  await chooseLanguage(page, 'zh-CN');
  await expect(page.getByRole('heading', { name: `共享账号（${shared.length}）` })).toBeVisible();
  await expect(rowNamed(page, 'PARTNER-GMBH')).toContainText('永久有效');
  await page.getByRole('checkbox', { name: /PARTNER-GMBH/ }).check();
  await page.getByRole('button', { name: '停止向 1 个账号共享' }).click();
  const dialog = dialogNamed(page, '停止向 1 个账号共享');
  await expect(dialog).toContainText('将无法再拉取该镜像仓库的镜像');
  await expectNoAxeFindings(page);
  await dialog.getByRole('button', { name: '停止向 1 个账号共享' }).click();
  await expectAnnouncement(page, '已停止向 1 个账号共享');
});
