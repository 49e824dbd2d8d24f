// What is on screen or about to be sent, copied as curl, KooCLI and Terraform: quoted safely, never with the token.
import type { Locator, Page } from '@playwright/test';
import { findAll, scanned } from '../support/all-sync-tasks.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { copiedBy, openCopies } from '../support/clipboard.ts';
import { SHOP_API, type SyncTask } from '../support/cloud.ts';
import { openDialog, press } from '../support/dialog.ts';
import { hold } from '../support/hold.ts';
import { openDetails } from '../support/result.ts';
import { signIn } from '../support/session.ts';
import { headingOf, select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const API = 'containers/acme-web/shop$api/permissions';

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

/** What the button for a form copies. */
async function copied(place: Page | Locator, page: Page, form: string): Promise<string> {
  if (place === page) await openCopies(page);
  const text = await copiedBy(page, place.getByRole('button', { name: `Copy as ${form}`, exact: true }));
  await expectAnnouncement(page, 'Copied.');
  return text;
}

test('the permissions on screen are copied as the read of them, and as a resource to import', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await expect(page.getByText('david').first()).toBeVisible();
  const curl = await copied(page, page, 'curl');
  expect(curl).toBe(
    `curl -X GET '${simulator.url}api/swr/v2/manage/namespaces/acme-web/repos/shop%24api/access' ` +
      `-H "X-Auth-Token: $TOKEN" -H 'X-Image-Console: 1' -H 'Content-Type: application/json'`,
  );
  const hcloud = await copied(page, page, 'KooCLI');
  expect(hcloud).toContain('hcloud SWR ShowUserRepositoryAuth --cli-region=eu-de');
  expect(hcloud).toContain('"repository":"shop$api"');
  const terraform = await copied(page, page, 'Terraform');
  expect(terraform).toContain('to = huaweicloud_swr_repository.acme-web_shop_api');
  expect(terraform).toContain('to = huaweicloud_swr_image_permissions.acme-web_shop_api');
  expect(terraform).toContain('user_name  = "david"');
  for (const text of [curl, hcloud, terraform]) expect(text).not.toContain(simulator.token);
});

test('an organization and its permissions are copied', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web');
  const repositories = page.getByRole('grid').getByRole('rowheader');
  await page.getByLabel('Filter repositories').fill('shop/api');
  await expect(repositories.filter({ hasText: /^shop\/api$/ })).toHaveCount(1);
  const onScreen = await copied(page, page, 'Terraform');
  expect(onScreen).toContain(
    'import {\n  to = huaweicloud_swr_organization.acme-web\n  id = "acme-web"\n}\n\n' +
      'resource "huaweicloud_swr_organization" "acme-web" {\n  name = "acme-web"\n}\n',
  );
  expect(onScreen).toContain('to = huaweicloud_swr_repository.acme-web_shop_api\n');
  expect(onScreen.match(/^import \{/gm)).toHaveLength(1 + (await repositories.count()));
  expect(onScreen).not.toContain('public-page');
  const read = await copied(page, page, 'KooCLI');
  expect(read).toContain('"filter":"namespace::acme-web|');
  expect(read).toContain('hcloud SWR ListReposDetails --cli-region=eu-de --cli-jsonInput=SWR_ListReposDetails.json');
  await page.getByRole('link', { name: 'Access' }).click();
  await expect(page.getByText('greta').first()).toBeVisible();
  expect(await copied(page, page, 'KooCLI')).toBe('hcloud SWR ShowNamespaceAuth --cli-region=eu-de --namespace=acme-web');
  const permissions = await copied(page, page, 'Terraform');
  expect(permissions).toContain('resource "huaweicloud_swr_organization_permissions" "acme-web"');
  expect(permissions).toContain('permission = "Write"');
});

test('repositories whose names become one label are copied under two addresses', async ({ page, simulator, cloud }) => {
  for (const repository of ['empty/shop/api', 'empty/shop_api']) {
    await cloud.createRepository(repository, { category: 'database', description: 'Prices' });
  }
  await signIn(page, simulator.token, 'containers/empty');
  await expect(page.getByRole('grid').getByRole('rowheader')).toHaveCount(2);
  const terraform = await copied(page, page, 'Terraform');
  expect(terraform.match(/^ {2}to = .*/gm)).toEqual([
    '  to = huaweicloud_swr_organization.empty',
    '  to = huaweicloud_swr_repository.empty_shop_api',
    '  to = huaweicloud_swr_repository.empty_shop_api_2',
  ]);
  expect(terraform.match(/description {2}= "Prices"/g)).toHaveLength(2);
});

test('a pending change is copied before it is sent, once it is complete', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await simulator.forgetRequests();
  const dialog = await openDialog(page, 'Grant access');
  await expect(dialog.getByText('Fill in the form first.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Copy as curl' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'User ID' }).fill('abcdef0123456789abcdef0123456789');
  await dialog.getByRole('textbox', { name: 'User name' }).fill("o'neil $(id)");
  const curl = await copied(dialog, page, 'curl');
  expect(curl).toContain('curl -X POST');
  expect(curl).toContain(String.raw`"user_name":"o'\''neil $(id)"`);
  const hcloud = await copied(dialog, page, 'KooCLI');
  expect(hcloud).toContain('hcloud SWR CreateUserRepositoryAuth');
  expect(hcloud).toContain(String.raw`o'\''neil $(id)`);
  const terraform = await copied(dialog, page, 'Terraform');
  expect(terraform).toContain(`user_name  = "o'neil $(id)"`);
  await dialog.getByRole('textbox', { name: 'User name' }).fill('a\u0007b');
  await expect(dialog.getByRole('button', { name: 'Copy as Terraform' })).toHaveCount(0);
  expect(await simulator.writes()).toEqual([]);
});

test('a name with a control character is not offered as Terraform', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web/shop$hostile/permissions');
  await expect(page.getByText('<img src=x onerror=alert(1)>').first()).toBeVisible();
  await openCopies(page);
  await expect(page.getByRole('button', { name: 'Copy as curl' })).toBeEnabled();
  await expect(page.getByRole('button', { name: 'Copy as Terraform' })).toHaveCount(0);
});

test('what would be created is copied as a new resource, without an import', async ({ page, simulator }) => {
  await signIn(page, simulator.token);
  const dialog = await openDialog(page, 'Create organization');
  await dialog.getByLabel('Organization').fill('acme-new');
  const terraform = await copied(dialog, page, 'Terraform');
  expect(terraform).toBe('resource "huaweicloud_swr_organization" "acme-new" {\n  name = "acme-new"\n}\n');
  expect(await copied(dialog, page, 'KooCLI')).toContain('hcloud SWR CreateNamespace');
});

test('a change that was sent is copied as curl and KooCLI', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await select(page, 'david');
  await page.getByRole('button', { name: 'Remove access' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove access for 1 person' }).click();
  const card = page.getByRole('article', { name: /for 1 person|1 permission/ });
  const panel = await openDetails(card);
  await expect(panel.getByText(/Removed, checked with the cloud at/).first()).toBeVisible();
  expect(await copied(panel, page, 'curl')).toContain('curl -X DELETE');
  expect(await copied(panel, page, 'KooCLI')).toContain('hcloud SWR DeleteUserRepositoryAuth');
  await expect(panel.getByRole('button', { name: 'Copy as Terraform' })).toHaveCount(0);
});

test('tags, and the deletion of some of them, are copied line by line', async ({ page, simulator, cloud }) => {
  const shown = (await cloud.tags(SHOP_API)).length;
  await signIn(page, simulator.token, 'containers/acme-web/shop$api/tags');
  await expect(headingOf(page, 'Tags', shown)).toBeVisible();
  expect(await copied(page, page, 'curl')).toContain('/repos/shop%24api/tags?limit=1000&offset=0');
  expect(await copied(page, page, 'KooCLI')).toContain('hcloud SWR ListRepositoryTags');
  for (const tag of ['1.0.0', '1.1.0']) await page.getByRole('checkbox', { name: `Select ${tag}`, exact: true }).check();
  await page.getByRole('button', { name: 'Delete 2 tags' }).click();
  const dialog = page.getByRole('dialog');
  const lines = (await copied(dialog, page, 'curl')).split('\n');
  expect(lines.map((line) => /^curl -X DELETE '[^']*\/tags\/([^']*)'/.exec(line)?.[1]).sort()).toEqual(['1.0.0', '1.1.0']);
  await expect(dialog.getByRole('button', { name: 'Copy as Terraform' })).toHaveCount(0);
});

test('sync tasks are copied with the block that imports each, and so is one that is not made yet', async ({ page, simulator, cloud }) => {
  const tasks = (await cloud.syncTasks(SHOP_API)) as SyncTask[];
  const automatic = tasks.filter((task) => task.syncAuto);
  await page.route('**/api/swr/**/sync_repo', (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const byHand = { remoteRegionId: 'eu-nl', remoteNamespace: 'acme-data', syncAuto: false, override: false };
    return route.fulfill({ json: [...automatic, byHand] });
  });
  await signIn(page, simulator.token, 'containers/acme-web/shop$api/sync-tasks');
  await expect(headingOf(page, 'Sync tasks', automatic.length + 1)).toBeVisible();
  const curl = (await copied(page, page, 'curl')).split('\n');
  expect(curl.map((line) => /shop%24api\/(\w+)/.exec(line)?.[1])).toEqual(['sync_repo', 'sync_job']);
  const terraform = await copied(page, page, 'Terraform');
  expect(terraform.match(/^import \{/gm)).toHaveLength(automatic.length);
  expect(terraform).toContain('id = "acme-web,shop/api,eu-nl,acme-web-nl"');
  expect(terraform).not.toContain('acme-data');
  await expect(page.getByText('Not in the copy: 1 task started by hand; Terraform cannot describe it.')).toBeVisible();

  const dialog = await openDialog(page, 'Create sync task');
  await expect(dialog.getByText('Fill in the form first.')).toBeVisible();
  await dialog.getByLabel('Target region').fill('eu-west-101');
  await dialog.getByLabel('Target organization').fill('acme-mirror');
  expect(await copied(dialog, page, 'Terraform')).toMatch(/^resource "huaweicloud_swr_image_auto_sync" /);
  expect(await copied(dialog, page, 'KooCLI')).toContain('hcloud SWR CreateImageSyncRepo');
  await dialog.getByRole('checkbox', { name: 'Copy each new push automatically' }).uncheck();
  await expect(dialog.getByRole('button', { name: 'Copy as Terraform' })).toHaveCount(0);
  await press(dialog, 'Cancel');

  const sync = await openDialog(page, 'Copy tags now');
  await sync.getByLabel('Target region').fill('eu-nl');
  await sync.getByLabel('Target organization').fill('acme-web-nl');
  await expect(sync.getByRole('button', { name: 'Copy as curl' })).toBeDisabled();
  await sync.getByRole('checkbox', { name: /^1\.0\.0/ }).check();
  expect(await copied(sync, page, 'curl')).toContain('"imageTag":["1.0.0"]');
});

test('the tasks of all repositories are copied once all are read, and so is the deletion of some', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const found = await findAll(cloud);
  await signIn(page, simulator.token, 'sync-tasks?region=eu-nl&filter=acme-web-nl');
  await scanned(page, found);
  const lines = (await copied(page, page, 'curl')).split('\n');
  expect(lines).toHaveLength(found.tasks.filter(({ target }) => target === 'eu-nl/acme-web-nl').length);
  expect(await copied(page, page, 'Terraform')).toContain('resource "huaweicloud_swr_image_auto_sync"');
  await page.getByRole('grid').getByRole('checkbox', { name: /^Select / }).nth(1).check();
  await page.getByRole('button', { name: 'Stop 1 sync task' }).click();
  const curl = await copied(page.getByRole('dialog'), page, 'curl');
  expect(curl).toContain('curl -X DELETE');
  expect(curl).toContain('"remoteRegionId":"eu-nl"');
});

test('organizations on screen are copied, and an undo before it is sent', async ({ page, simulator }) => {
  await signIn(page, simulator.token);
  await page.getByLabel('Filter organizations').fill('acme-web');
  await expect(page.getByRole('grid').getByRole('rowheader')).toHaveCount(1);
  expect((await copied(page, page, 'Terraform')).match(/^import \{/gm)).toHaveLength(1);
  expect(await copied(page, page, 'KooCLI')).toContain('hcloud SWR ListNamespaces');
  await signIn(page, simulator.token, API);
  await select(page, 'david');
  await page.getByRole('button', { name: 'Remove access' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove access for 1 person' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  const undo = await copied(page.getByRole('dialog', { name: 'Undo', exact: true }), page, 'curl');
  expect(undo).toContain('curl -X POST');
  expect(undo).toContain('"auth":3');
});

test('while nothing is read yet nothing is said about Terraform', async ({ page, simulator }) => {
  const release = await hold(page, '**/api/swr/**/sync_repo');
  await signIn(page, simulator.token, 'containers/acme-web/shop$api/sync-tasks');
  await openCopies(page);
  await expect(page.getByRole('button', { name: 'Copy as curl' })).toBeEnabled();
  await expect(page.getByRole('button', { name: 'Copy as Terraform' })).toBeDisabled();
  release();
  await expect(page.getByRole('button', { name: 'Copy as Terraform' })).toBeEnabled();
});
