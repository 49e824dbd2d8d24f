// Repositories of an organization: made, and deleted with their tags.
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { confirm, openDialog, openUndo, press, typeConfirm } from '../support/dialog.ts';
import { openDetails } from '../support/result.ts';
import { signIn } from '../support/session.ts';
import { rowNamed, select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

test('a repository is created, stands in the list, and an undo warns of what was pushed', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, 'containers/empty');
  const dialog = await openDialog(page, 'Create repository');
  await dialog.getByLabel('Repository').fill('shop//api');
  await press(dialog, 'Create repository');
  await expect(dialog.getByText('Character 6, “/”, cannot follow another separator')).toBeVisible();
  await dialog.getByLabel('Repository').fill('shop/api');
  await dialog.getByLabel('Public: everyone can pull').check();
  await dialog.getByLabel('Category').selectOption('database');
  await dialog.getByLabel('Description').fill('What the shop sells');
  await expectNoAxeFindings(page);
  await simulator.forgetRequests();
  await press(dialog, 'Create repository');
  await expect(dialog).toBeHidden();
  await expect(rowNamed(page, 'shop/api')).toContainText('Public');
  expect((await simulator.writes())[0]?.body).toEqual({
    repository: 'shop/api',
    is_public: true,
    category: 'database',
    description: 'What the shop sells',
  });
  const undo = await openUndo(page);
  await expect(undo).toContainText('only a new push brings an image back');
  await expect(undo.getByRole('listitem').filter({ hasText: 'empty/shop/api' }).last()).toBeVisible();
  await expectNoAxeFindings(page);
  await confirm(undo, 'Delete 1 repository of empty');
  await expect(rowNamed(page, 'shop/api')).toHaveCount(0);
});

test('a repository that exists already is told at the field, and nothing is sent', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-data');
  await simulator.forgetRequests();
  const dialog = await openDialog(page, 'Create repository');
  await dialog.getByLabel('Repository').fill('warehouse');
  await press(dialog, 'Create repository');
  await expect(dialog.getByText('warehouse already exists.')).toBeVisible();
  await expect(dialog.getByLabel('Repository')).toBeFocused();
  expect(await simulator.writes()).toEqual([]);
});

test('after a lost answer no undo would delete what was there before', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  await cloud.createRepository('empty/old', { description: '' });
  await signIn(page, simulator.token, 'containers/empty');
  const dialog = await openDialog(page, 'Create repository');
  await dialog.getByLabel('Repository').fill('old');
  await simulator.fault(
    { method: 'GET', path_contains: 'empty/repos/old', fate: 'status', status: 500, times: 1 },
    { method: 'POST', path_contains: 'empty/repos', fate: 'drop-before' },
  );
  await press(dialog, 'Create repository');
  const card = page.getByRole('article', { name: /empty\/old/ });
  const panel = await openDetails(card);
  await expect(panel.getByText(/Done, checked with the cloud at/).first()).toBeVisible();
  await expect(card.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('a repository that one may not delete does not keep the others', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  for (const name of names) await cloud.createRepository(`empty/${name}`);
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
  const dialog = await openDialog(page, 'Delete 6 repositories');
  await confirm(dialog, 'Delete 6 repositories');
  await expectAnnouncement(page, '; 1 of 6 is still there');
  await expect(page.getByText('You may not do this.').first()).toBeVisible();
  await expect(rowNamed(page, 'a')).toHaveCount(1);
  await expect(rowNamed(page, 'f')).toHaveCount(0);
});

test('a repository that somebody makes meanwhile does not ask for another look', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, 'containers/acme-data');
  await select(page, 'etl/cleaner');
  const dialog = await openDialog(page, 'Delete 1 repository');
  await typeConfirm(dialog);
  await cloud.createRepository('acme-data/new');
  await press(dialog, 'Delete 1 repository');
  await expect(dialog).toBeHidden();
  await expectAnnouncement(page, '1 repository of');
});

test('repositories are deleted with their tags, and there is no undo', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, 'containers/acme-data');
  await select(page, 'etl/cleaner', 'etl/loader');
  const dialog = await openDialog(page, 'Delete 2 repositories');
  await expect(dialog).toContainText(/etl\/loader: \d+ tags?/);
  await expect(dialog).toContainText('No undo');
  await expectNoAxeFindings(page);
  await confirm(dialog, 'Delete 2 repositories');
  await expectAnnouncement(page, '2 repositories of');
  await expect(page.getByRole('heading', { name: /^2 repositories of acme-data deleted/ })).toBeVisible();
  await expect(rowNamed(page, 'etl/loader')).toHaveCount(0);
  await expect(rowNamed(page, 'warehouse')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('a repository with tags asks for the word even alone', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web?filter=shop%2Fapi');
  await select(page, 'shop/api');
  await simulator.forgetRequests();
  const dialog = await openDialog(page, 'Delete 1 repository');
  await press(dialog, 'Delete 1 repository');
  await expect(dialog.getByText('Type “confirm” first.')).toBeVisible();
  expect(await simulator.writes()).toEqual([]);
});
