// Organizations: made, deleted with the cloud's own refusals.
import type { Locator } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { confirm, openDialog, openUndo, press } from '../support/dialog.ts';
import { BEN, BENS_ID, CARLA } from '../support/people.ts';
import { openDetails } from '../support/result.ts';
import { chooseLanguage, signIn } from '../support/session.ts';
import { rowNamed, select, written } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

async function tryName(dialog: Locator, name: string): Promise<void> {
  await dialog.getByLabel('Organization').fill(name);
  await press(dialog, 'Create organization');
}

test('a wrong name is told by its character, and nothing is sent', async ({ page, simulator, cloud }) => {
  const { used, limit } = await cloud.quota();
  await signIn(page, simulator.token);
  const dialog = await openDialog(page, 'Create organization');
  await expect(dialog).toContainText(`${used} of ${limit} organizations used`);
  await simulator.forgetRequests();
  await tryName(dialog, '');
  await expect(dialog.getByText('Enter a name.')).toBeVisible();
  await tryName(dialog, 'acme-Web');
  await expect(dialog.getByText('Character 6, “W”, is not allowed here.')).toBeVisible();
  await expect(dialog.getByLabel('Organization')).toBeFocused();
  await tryName(dialog, '9lives');
  await expect(dialog.getByText('“9” cannot come first: begin with a lowercase letter.')).toBeVisible();
  await tryName(dialog, 'acme-');
  await expect(dialog.getByText('“-” cannot come last')).toBeVisible();
  await tryName(dialog, 'acme-.web');
  await expect(dialog.getByText('Character 6, “.”, cannot follow another separator')).toBeVisible();
  await tryName(dialog, 'a'.repeat(65));
  await expect(dialog.getByText('65 characters; at most 64')).toBeVisible();
  expect(await simulator.writes()).toEqual([]);
  await expectNoAxeFindings(page);
});

test('a taken name is said at the field, and a free one then stands in the list', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const { organizations, repositories } = await cloud.overview();
  await signIn(page, simulator.token);
  const there = `In this region: ${written(organizations)} organizations, ${written(repositories)} repositories, `;
  await expect(page.getByText(there)).toHaveText(/, [0-9,]+ images\.$/);
  const dialog = await openDialog(page, 'Create organization');
  await tryName(dialog, 'library');
  await expect(dialog.getByText('The name is taken, possibly by another customer of this region.').first()).toBeVisible();
  await expect(dialog.getByLabel('Organization')).toHaveAttribute('aria-invalid', 'true');
  await tryName(dialog, 'acme-new');
  await expect(dialog).toBeHidden();
  await expect(rowNamed(page, 'acme-new')).toContainText('Manage');
  await expect(page.getByRole('heading', { name: /Organization acme-new created/ })).toBeVisible();
  await openDetails(page);
  await expect(page.getByText(/Done, checked with the cloud at/).first()).toBeVisible();
  await expect(page.getByText(`In this region: ${written(organizations + 1)} organizations, `)).toBeVisible();
});

test('who sees a part of the repositories is told how many', async ({ page, cloud, complaints }) => {
  complaints.allowRefusals();
  const { repositories } = await cloud.overview();
  await signIn(page, CARLA);
  const told = page.getByText(`This account has ${written(repositories)} repositories here; you can see `);
  await expect(told).toHaveText(/you can see [0-9]+\.$/);
  const seen = Number(/([0-9]+)\.$/.exec((await told.textContent()) ?? '')?.[1]);
  expect(seen).toBeGreaterThan(0);
  expect(seen).toBeLessThan(repositories);
});

test('beyond the quota the service refuses and says so', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const { used, limit } = await cloud.quota();
  for (let number = used; number < limit; number += 1) await cloud.createOrganization(`filling-${number}`);
  await signIn(page, simulator.token);
  const dialog = await openDialog(page, 'Create organization');
  await expect(dialog).toContainText(`${limit} of ${limit} organizations used`);
  await tryName(dialog, 'one-more');
  await expect(dialog.getByText('The quota is reached.').first()).toBeVisible();
});

test('who may not create one is told', async ({ page, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, BEN);
  const dialog = await openDialog(page, 'Create organization');
  await tryName(dialog, 'bens-own');
  await expect(dialog.getByText('You may not do this.').first()).toBeVisible();
});

test('an organization that holds images is not deleted', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const repositories = await cloud.repositories('platform');
  await signIn(page, simulator.token);
  await select(page, 'platform');
  const dialog = await openDialog(page, 'Delete 1 organization');
  await expect(dialog).toContainText(`platform: ${written(repositories.length)} repositories`);
  await expect(dialog).toContainText('SWR refuses while an organization holds images.');
  await press(dialog, 'Delete 1 organization');
  await expect(page.getByText('platform still holds images. Delete them first.').first()).toBeVisible();
  await expect(rowNamed(page, 'platform')).toHaveCount(1);
});

test('an empty organization with permissions asks for the word, and an undo brings both back', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const ben = { user_id: BENS_ID, user_name: 'ben', auth: 3 };
  await cloud.grantAccess('empty', ben);
  await signIn(page, simulator.token);
  await select(page, 'empty');
  await simulator.forgetRequests();
  const dialog = await openDialog(page, 'Delete 1 organization');
  await expect(dialog).toContainText(`ben (${BENS_ID}): Edit`);
  await press(dialog, 'Delete 1 organization');
  await expect(dialog.getByText('Type “confirm” first.')).toBeVisible();
  expect(await simulator.writes()).toEqual([]);
  await expectNoAxeFindings(page);
  await confirm(dialog, 'Delete 1 organization');
  await expectAnnouncement(page, '1 organization deleted, checked with the cloud at');
  await expect(rowNamed(page, 'empty')).toHaveCount(0);
  await simulator.forgetRequests();
  const undo = await openUndo(page);
  await expect(undo).toContainText('Someone else may take the name first, and you become its creator.');
  await expect(undo).toContainText('Create organization empty');
  await expect(undo).toContainText(`ben (${BENS_ID}): Edit`);
  await press(undo, 'Undo');
  await expectAnnouncement(page, 'Organization empty created, checked with the cloud at');
  await expect(rowNamed(page, 'empty')).toHaveCount(1);
  const sent = await simulator.writes();
  expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /v2/manage/namespaces',
    'POST /v2/manage/namespaces/empty/access',
  ]);
  expect(sent[1]?.body).toEqual([ben]);
});

test('an organization that was filled while the dialog was open is looked at again', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token);
  await select(page, 'empty');
  const dialog = await openDialog(page, 'Delete 1 organization');
  await expect(dialog).toContainText('empty: 0 repositories');
  await cloud.createRepository('empty/late');
  await simulator.forgetRequests();
  await press(dialog, 'Delete 1 organization');
  await expect(dialog.getByRole('alert').filter({ hasText: 'has changed since it was shown' })).toBeVisible();
  await expect(dialog).toContainText('empty: 1 repository');
  expect(await simulator.writes()).toEqual([]);
});

test('only organizations that one manages can be selected', async ({ page }) => {
  await signIn(page, BEN);
  await expect(page.getByRole('checkbox', { name: 'Select acme-web', exact: true })).toBeDisabled();
});

test('an organization that one may not see, or that is not there, is not called empty', async ({ page, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, BEN, 'containers/acme-lab');
  await expect(page.getByText('You have no access to this organization, so its repositories are not shown.')).toBeVisible();
  await signIn(page, BEN, 'containers/nope');
  await expect(page.getByText('There is no organization of this name, or it is another customer')).toBeVisible();
});

test('the same in Chinese', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const { used, limit } = await cloud.quota();
  await signIn(page, simulator.token);
  await chooseLanguage(page, 'zh-CN');
  const dialog = await openDialog(page, '创建组织');
  await expect(dialog).toContainText(`已用 ${used} 个组织，配额 ${limit} 个`);
  await dialog.getByLabel('组织').fill('组织');
  await press(dialog, '创建组织');
  await expect(dialog.getByText('第 1 个字符“组”不允许出现在此处。')).toBeVisible();
  await dialog.getByLabel('组织').fill('acme-new');
  await press(dialog, '创建组织');
  await expect(rowNamed(page, 'acme-new')).toHaveCount(1);
  await expectNoAxeFindings(page);
  await page.getByRole('link', { name: 'acme-new' }).click();
  await page.getByRole('link', { name: '访问权限' }).click();
  await expect(page.getByRole('heading', { name: /访问权限/ }).first()).toBeVisible();
});

test('the same by keyboard alone', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token);
  await expect(rowNamed(page, 'empty')).toBeVisible();
  await page.getByRole('button', { name: 'Create organization' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Create organization' });
  await expect(dialog.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  // Nothing was filled in, so the focus goes to what is missing.
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Organization')).toBeFocused();
  await page.keyboard.type('acme-new');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Copy as curl' })).toBeFocused();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Create organization' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rowNamed(page, 'acme-new')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Create organization' })).toBeFocused();
});
