// Organizations and repositories: made, deleted with the cloud's own refusals, and who has access to a whole organization.
import type { Locator, Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { signIn } from '../support/session.ts';
import { rowNamed } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const refused = /Failed to load resource/;
const ACCESS = 'containers/acme-web/~permissions';
const BEN = '1e2c6d7f8a9b4ac1b2d3e4f506172839';

async function select(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
}

/** Presses a button of the page and gives the dialog of the same name. */
async function open(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog', { name });
  await expect(dialog.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  return dialog;
}

const writes = (requests: { method: string; path: string; body?: unknown }[]) =>
  requests.filter((request) => request.method !== 'GET');

async function tryName(dialog: Locator, name: string): Promise<void> {
  await dialog.getByLabel('Organization').fill(name);
  await dialog.getByRole('button', { name: 'Create organization' }).click();
}

test('a wrong name is told by its character, and nothing is sent', async ({ page, simulator }) => {
  await signIn(page, simulator.token);
  const dialog = await open(page, 'Create organization');
  await expect(dialog).toContainText('7 of 10 organizations exist.');
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
  await expect(dialog.getByText('65 characters are too many: at most 64 are allowed.')).toBeVisible();
  expect(writes(await simulator.requests())).toEqual([]);
  await expectNoAxeFindings(page);
});

test('a taken name is said at the field, and a free one then stands in the list', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await signIn(page, simulator.token);
  await expect(page.getByText(/In this region: 7 organizations, 3[0-9]{2} repositories, [0-9,]+ images\./)).toBeVisible();
  const dialog = await open(page, 'Create organization');
  await tryName(dialog, 'library');
  await expect(dialog.getByText('The name is taken, possibly by another customer of this region.')).toBeVisible();
  await expect(dialog.getByLabel('Organization')).toHaveAttribute('aria-invalid', 'true');
  await tryName(dialog, 'acme-new');
  await expect(dialog).toBeHidden();
  await expect(rowNamed(page, 'acme-new')).toContainText('Manage');
  await expect(page.getByRole('heading', { name: 'Create the organization acme-new' })).toBeVisible();
  await expect(page.getByText(/Done, read back/).first()).toBeVisible();
  await expect(page.getByText(/In this region: 8 organizations/)).toBeVisible();
});

test('beyond the quota the service refuses and says so', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  const headers = { 'X-Auth-Token': simulator.token, 'Content-Type': 'application/json' };
  for (const namespace of ['one', 'two', 'three']) {
    const address = `${simulator.url}v2/manage/namespaces`;
    expect((await page.request.post(address, { headers, data: { namespace } })).status()).toBe(201);
  }
  await signIn(page, simulator.token);
  const dialog = await open(page, 'Create organization');
  await expect(dialog).toContainText('10 of 10 organizations exist.');
  await tryName(dialog, 'four');
  await expect(dialog.getByText('The quota is reached.')).toBeVisible();
});

test('who may not create one is told', async ({ page, complaints }) => {
  complaints.allow(refused);
  await signIn(page, 'DEMO-TOKEN-ben-MIIExampleOnlyGoodForTheSimulator');
  const dialog = await open(page, 'Create organization');
  await tryName(dialog, 'bens-own');
  await expect(dialog.getByText('You do not have the right to do this.')).toBeVisible();
});

test('an organization that holds images is not deleted', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await signIn(page, simulator.token);
  await select(page, 'platform');
  const dialog = await open(page, 'Delete 1 organization');
  await expect(dialog).toContainText('platform – Repositories: 3');
  await expect(dialog).toContainText('The cloud refuses while an organization holds images.');
  await dialog.getByRole('button', { name: 'Delete 1 organization' }).click();
  await expect(page.getByText('It still holds images. Delete them first.')).toBeVisible();
  await expect(rowNamed(page, 'platform')).toHaveCount(1);
});

test('an empty organization with permissions asks for the word, and an undo brings both back', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  const headers = { 'X-Auth-Token': simulator.token, 'Content-Type': 'application/json' };
  const access = `${simulator.url}v2/manage/namespaces/empty/access`;
  const ben = { user_id: BEN, user_name: 'ben', auth: 3 };
  expect((await page.request.post(access, { headers, data: [ben] })).status()).toBe(200);
  await signIn(page, simulator.token);
  await select(page, 'empty');
  await simulator.forgetRequests();
  const dialog = await open(page, 'Delete 1 organization');
  await expect(dialog).toContainText(`ben ${BEN} – Edit`);
  await dialog.getByRole('button', { name: 'Delete 1 organization' }).click();
  await expect(dialog.getByText('Type “confirm” first.')).toBeVisible();
  expect(writes(await simulator.requests())).toEqual([]);
  await expectNoAxeFindings(page);
  await dialog.getByLabel('To confirm, type “confirm”.').fill('confirm');
  await dialog.getByRole('button', { name: 'Delete 1 organization' }).click();
  await expectAnnouncement(page, '1 of 1 removed');
  await expect(rowNamed(page, 'empty')).toHaveCount(0);
  await simulator.forgetRequests();
  await page.getByRole('button', { name: 'Undo' }).click();
  const undo = page.getByRole('dialog', { name: 'Undo the change' });
  await expect(undo).toContainText('Somebody else may take the name first, and you become the creator.');
  await expect(undo).toContainText('Create the organization empty');
  await expect(undo).toContainText(`ben ${BEN} – Edit`);
  await undo.getByLabel('To confirm, type “confirm”.').fill('confirm');
  await undo.getByRole('button', { name: 'Undo' }).click();
  await expectAnnouncement(page, '2 of 2 done');
  await expect(rowNamed(page, 'empty')).toHaveCount(1);
  const sent = writes(await simulator.requests());
  expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /v2/manage/namespaces',
    'POST /v2/manage/namespaces/empty/access',
  ]);
  expect(sent[1]?.body).toEqual([ben]);
});

test('an organization that was filled while the dialog was open is looked at again', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await signIn(page, simulator.token);
  await select(page, 'empty');
  const dialog = await open(page, 'Delete 1 organization');
  await expect(dialog).toContainText('empty – Repositories: 0');
  const headers = { 'X-Auth-Token': simulator.token, 'Content-Type': 'application/json' };
  const address = `${simulator.url}v2/manage/namespaces/empty/repos`;
  expect((await page.request.post(address, { headers, data: { repository: 'late', is_public: false } })).ok()).toBe(true);
  await simulator.forgetRequests();
  await dialog.getByRole('button', { name: 'Delete 1 organization' }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: 'has changed since it was shown' })).toBeVisible();
  await expect(dialog).toContainText('empty – Repositories: 1');
  expect(writes(await simulator.requests())).toEqual([]);
});

test('only organizations that one manages can be selected', async ({ page }) => {
  await signIn(page, 'DEMO-TOKEN-ben-MIIExampleOnlyGoodForTheSimulator');
  await expect(page.getByRole('checkbox', { name: 'Select acme-web', exact: true })).toBeDisabled();
});

test('access to a whole organization is granted, changed and cancelled', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web');
  await page.getByRole('link', { name: 'Permissions' }).click();
  await expect(page).toHaveURL(/~permissions/);
  await expect(rowNamed(page, 'ben')).toContainText('Edit');
  await expectNoAxeFindings(page);
  await simulator.forgetRequests();
  const grant = await open(page, 'Grant permission');
  await expect(grant).toContainText('every repository of this organization');
  await grant.getByLabel('User', { exact: true }).selectOption({ label: 'carla (2f3d7e8a9bac4bd2c3e4f5061728394a)' });
  await grant.getByRole('button', { name: 'Grant permission' }).click();
  await expect(rowNamed(page, 'carla')).toContainText('Read');
  await select(page, 'carla');
  const change = await open(page, 'Change 1 permission');
  await change.getByLabel('Permission').selectOption('Manage');
  await change.getByRole('button', { name: 'Change 1 permission' }).click();
  await expect(rowNamed(page, 'carla')).toContainText('Manage');
  const cancel = await open(page, 'Cancel 1 permission');
  await expect(cancel).toContainText('Their permissions on single repositories stay.');
  await expect(cancel).toContainText('Whoever created the organization');
  await cancel.getByRole('button', { name: 'Cancel 1 permission' }).click();
  await expectAnnouncement(page, '1 of 1 removed');
  await expect(rowNamed(page, 'carla')).toHaveCount(0);
  const sent = writes(await simulator.requests());
  expect(sent.map((request) => request.method)).toEqual(['POST', 'PATCH', 'DELETE']);
  expect(new Set(sent.map((request) => request.path))).toEqual(new Set(['/v2/manage/namespaces/acme-web/access']));
});

test('an undo gives the permissions on an organization back as they were', async ({ page, simulator }) => {
  await signIn(page, simulator.token, ACCESS);
  await select(page, 'ben', 'greta');
  const cancel = await open(page, 'Cancel 2 permissions');
  await cancel.getByLabel('To confirm, type “confirm”.').fill('confirm');
  await cancel.getByRole('button', { name: 'Cancel 2 permissions' }).click();
  await expect(rowNamed(page, 'ben')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  const undo = page.getByRole('dialog', { name: 'Undo the change' });
  await undo.getByLabel('To confirm, type “confirm”.').fill('confirm');
  await undo.getByRole('button', { name: 'Undo' }).click();
  await expect(rowNamed(page, 'ben')).toContainText('Edit');
  await expect(rowNamed(page, 'greta')).toContainText('Read');
});

test("one's own permission on an organization cannot be given back, and the dialog says so", async ({ page, simulator }) => {
  // Some sites list the caller among the others.
  await page.route('**/api/swr/v2/manage/namespaces/acme-web/access', async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const answer = await route.fetch();
    const list = (await answer.json()) as { self_auth: object; others_auths: object[] };
    await route.fulfill({ response: answer, json: { ...list, others_auths: [...list.others_auths, list.self_auth] } });
  });
  await signIn(page, simulator.token, ACCESS);
  await select(page, 'anna');
  const cancel = await open(page, 'Cancel 1 permission');
  await expect(cancel).toContainText('You cannot give this back to yourself.');
});

test('a reader is told that the list of an organization needs a right', async ({ page, complaints }) => {
  complaints.allow(refused);
  await signIn(page, 'DEMO-TOKEN-carla-MIIExampleOnlyGoodForTheSimulator', ACCESS);
  await expect(page.getByText('You have no permission to see this list.')).toBeVisible();
});

test('a repository is created, stands in the list, and an undo warns of what was pushed', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await signIn(page, simulator.token, 'containers/empty');
  const dialog = await open(page, 'Create repository');
  await dialog.getByLabel('Repository').fill('shop//api');
  await dialog.getByRole('button', { name: 'Create repository' }).click();
  await expect(dialog.getByText('Character 6, “/”, cannot follow another separator')).toBeVisible();
  await dialog.getByLabel('Repository').fill('shop/api');
  await dialog.getByLabel('Public: everyone can pull').check();
  await dialog.getByLabel('Category').selectOption('database');
  await dialog.getByLabel('Description').fill('What the shop sells');
  await expectNoAxeFindings(page);
  await simulator.forgetRequests();
  await dialog.getByRole('button', { name: 'Create repository' }).click();
  await expect(dialog).toBeHidden();
  await expect(rowNamed(page, 'shop/api')).toContainText('Public');
  expect(writes(await simulator.requests())[0]?.body).toEqual({
    repository: 'shop/api',
    is_public: true,
    category: 'database',
    description: 'What the shop sells',
  });
  await page.getByRole('button', { name: 'Undo' }).click();
  const undo = page.getByRole('dialog', { name: 'Undo the change' });
  await expect(undo).toContainText('only a new push brings an image back');
  await expect(undo.getByRole('listitem').filter({ hasText: 'empty/shop/api' }).last()).toBeVisible();
  await expectNoAxeFindings(page);
  await undo.getByLabel('To confirm, type “confirm”.').fill('confirm');
  await undo.getByRole('button', { name: 'Delete 1 repository of empty' }).click();
  await expect(rowNamed(page, 'shop/api')).toHaveCount(0);
});

test('a repository that exists already is told at the field, and nothing is sent', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-data');
  await simulator.forgetRequests();
  const dialog = await open(page, 'Create repository');
  await dialog.getByLabel('Repository').fill('warehouse');
  await dialog.getByRole('button', { name: 'Create repository' }).click();
  await expect(dialog.getByText('It exists already.')).toBeVisible();
  await expect(dialog.getByLabel('Repository')).toBeFocused();
  expect(writes(await simulator.requests())).toEqual([]);
});

test('after a lost answer no undo would delete what was there before', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  const headers = { 'X-Auth-Token': simulator.token, 'Content-Type': 'application/json' };
  const address = `${simulator.url}v2/manage/namespaces/empty/repos`;
  const old = { repository: 'old', is_public: false, description: '' };
  expect((await page.request.post(address, { headers, data: old })).ok()).toBe(true);
  await signIn(page, simulator.token, 'containers/empty');
  const dialog = await open(page, 'Create repository');
  await dialog.getByLabel('Repository').fill('old');
  await simulator.fault(
    { method: 'GET', path_contains: 'empty/repos/old', fate: 'status', status: 500, times: 1 },
    { method: 'POST', path_contains: 'empty/repos', fate: 'drop-before' },
  );
  await dialog.getByRole('button', { name: 'Create repository' }).click();
  const card = page.getByRole('article', { name: 'Create the repository empty/old' });
  await expect(card.getByText(/Done, read back/)).toBeVisible();
  await expect(card.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('a repository that one may not delete does not keep the others', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  const headers = { 'X-Auth-Token': simulator.token, 'Content-Type': 'application/json' };
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  for (const repository of names) {
    const address = `${simulator.url}v2/manage/namespaces/empty/repos`;
    expect((await page.request.post(address, { headers, data: { repository, is_public: false } })).ok()).toBe(true);
  }
  await page.route('**/api/swr/**/empty/repos/a', (route) =>
    route.request().method() === 'DELETE'
      ? route.fulfill({
          status: 403,
          json: { errors: [{ errorCode: 'SVCSTG.SWR.4030170', errorMessage: 'No right', detail: '' }] },
        })
      : route.continue(),
  );
  await signIn(page, simulator.token, 'containers/empty');
  await select(page, ...names);
  const dialog = await open(page, 'Delete 6 repositories');
  await dialog.getByLabel('To confirm, type “confirm”.').fill('confirm');
  await dialog.getByRole('button', { name: 'Delete 6 repositories' }).click();
  await expectAnnouncement(page, '5 of 6 removed, 1 left');
  await expect(page.getByText('You do not have the right to do this.')).toBeVisible();
  await expect(rowNamed(page, 'a')).toHaveCount(1);
  await expect(rowNamed(page, 'f')).toHaveCount(0);
});

test('a repository that somebody makes meanwhile does not ask for another look', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await signIn(page, simulator.token, 'containers/acme-data');
  await select(page, 'etl/cleaner');
  const dialog = await open(page, 'Delete 1 repository');
  await dialog.getByLabel('To confirm, type “confirm”.').fill('confirm');
  const headers = { 'X-Auth-Token': simulator.token, 'Content-Type': 'application/json' };
  const address = `${simulator.url}v2/manage/namespaces/acme-data/repos`;
  expect((await page.request.post(address, { headers, data: { repository: 'new', is_public: false } })).ok()).toBe(true);
  await dialog.getByRole('button', { name: 'Delete 1 repository' }).click();
  await expect(dialog).toBeHidden();
  await expectAnnouncement(page, '1 of 1 removed');
});

test('repositories are deleted with their tags, and there is no undo', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await signIn(page, simulator.token, 'containers/acme-data');
  await select(page, 'etl/cleaner', 'etl/loader');
  const dialog = await open(page, 'Delete 2 repositories');
  await expect(dialog).toContainText(/etl\/loader – Tags: \d+/);
  await expect(dialog).toContainText('There is no undo');
  await expectNoAxeFindings(page);
  await dialog.getByLabel('To confirm, type “confirm”.').fill('confirm');
  await dialog.getByRole('button', { name: 'Delete 2 repositories' }).click();
  await expectAnnouncement(page, '2 of 2 removed');
  await expect(page.getByRole('heading', { name: 'Delete 2 repositories of acme-data' })).toBeVisible();
  await expect(rowNamed(page, 'etl/loader')).toHaveCount(0);
  await expect(rowNamed(page, 'warehouse')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('a repository with tags asks for the word even alone', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web?filter=shop%2Fapi');
  await select(page, 'shop/api');
  await simulator.forgetRequests();
  const dialog = await open(page, 'Delete 1 repository');
  await dialog.getByRole('button', { name: 'Delete 1 repository' }).click();
  await expect(dialog.getByText('Type “confirm” first.')).toBeVisible();
  expect(writes(await simulator.requests())).toEqual([]);
});

test('an organization that one may not see, or that is not there, is not called empty', async ({ page, complaints }) => {
  complaints.allow(refused);
  await signIn(page, 'DEMO-TOKEN-ben-MIIExampleOnlyGoodForTheSimulator', 'containers/acme-lab');
  await expect(page.getByText('You have no permission in this organization, so its repositories are not shown.')).toBeVisible();
  await signIn(page, 'DEMO-TOKEN-ben-MIIExampleOnlyGoodForTheSimulator', 'containers/nope');
  await expect(page.getByText('There is no organization of this name, or it is another customer')).toBeVisible();
});

test('the same in Chinese', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await signIn(page, simulator.token);
  await page.getByLabel('Language').selectOption('zh-CN');
  await page.getByRole('button', { name: '创建组织' }).click();
  const dialog = page.getByRole('dialog', { name: '创建组织' });
  await expect(dialog).toContainText('已有 7 个组织，配额 10 个。');
  await dialog.getByLabel('组织').fill('组织');
  await dialog.getByRole('button', { name: '创建组织' }).click();
  await expect(dialog.getByText('第 1 个字符“组”不允许出现在此处。')).toBeVisible();
  await dialog.getByLabel('组织').fill('acme-new');
  await dialog.getByRole('button', { name: '创建组织' }).click();
  await expect(rowNamed(page, 'acme-new')).toHaveCount(1);
  await expectNoAxeFindings(page);
  await page.getByRole('link', { name: 'acme-new' }).click();
  await page.getByRole('link', { name: '组织权限' }).click();
  await expect(page.getByRole('heading', { name: /组织权限/ }).first()).toBeVisible();
});

test('the same by keyboard alone', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
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
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Create organization' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rowNamed(page, 'acme-new')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Create organization' })).toBeFocused();
});
