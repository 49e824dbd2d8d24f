// What is on screen or about to be sent, copied as curl, KooCLI and Terraform: quoted safely, never with the token.
import type { Locator, Page } from '@playwright/test';
import { expectAnnouncement } from '../support/announcement.ts';
import { signIn } from '../support/session.ts';
import { expect, test } from '../support/test.ts';

const API = 'containers/acme-web/shop$api/permissions';

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

/** What a button copies. */
async function copied(place: Page | Locator, page: Page, form: string): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await place.getByRole('button', { name: `Copy as ${form}`, exact: true }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
  await expectAnnouncement(page, 'Copied.');
  return page.evaluate(() => navigator.clipboard.readText());
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
  const itself = await copied(page, page, 'Terraform');
  expect(itself).toBe(
    'import {\n  to = huaweicloud_swr_organization.acme-web\n  id = "acme-web"\n}\n\n' +
      'resource "huaweicloud_swr_organization" "acme-web" {\n  name = "acme-web"\n}\n',
  );
  expect(await copied(page, page, 'KooCLI')).toContain('hcloud SWR ListReposDetails --cli-region=eu-de --namespace=acme-web');
  await page.getByRole('link', { name: 'Permissions' }).click();
  await expect(page.getByText('greta').first()).toBeVisible();
  expect(await copied(page, page, 'KooCLI')).toBe('hcloud SWR ShowNamespaceAuth --cli-region=eu-de --namespace=acme-web');
  const permissions = await copied(page, page, 'Terraform');
  expect(permissions).toContain('resource "huaweicloud_swr_organization_permissions" "acme-web"');
  expect(permissions).toContain('permission = "Write"');
});

test('a pending change is copied before it is sent, once it is complete', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await simulator.forgetRequests();
  await page.getByRole('button', { name: 'Grant permission' }).click();
  const dialog = page.getByRole('dialog', { name: 'Grant permission' });
  await expect(dialog.getByText('Fill in the fields first.')).toBeVisible();
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
  await expect(dialog.getByRole('button', { name: 'Copy as Terraform' })).toBeDisabled();
  expect((await simulator.requests()).filter((request) => request.method !== 'GET')).toEqual([]);
});

test('a name with a control character is not offered as Terraform, and the page says why', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web/shop$hostile/permissions');
  await expect(page.getByText('<img src=x onerror=alert(1)>').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy as curl' })).toBeEnabled();
  await expect(page.getByRole('button', { name: 'Copy as Terraform' })).toBeDisabled();
  await expect(page.getByText('Terraform has no form for this')).toBeVisible();
});

test('what would be created is copied as a new resource, without an import', async ({ page, simulator }) => {
  await signIn(page, simulator.token);
  await page.getByRole('button', { name: 'Create organization' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create organization' });
  await dialog.getByLabel('Organization').fill('acme-new');
  const terraform = await copied(dialog, page, 'Terraform');
  expect(terraform).toBe('resource "huaweicloud_swr_organization" "acme-new" {\n  name = "acme-new"\n}\n');
  expect(await copied(dialog, page, 'KooCLI')).toContain('hcloud SWR CreateNamespace');
});

test('a change that was sent is copied as curl and KooCLI', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await page.getByRole('checkbox', { name: 'Select david', exact: true }).check();
  await page.getByRole('button', { name: 'Cancel 1 permission' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel 1 permission' }).click();
  const card = page.getByRole('article', { name: /Cancel 1 permission/ });
  await expect(card.getByText(/Removed, read back/)).toBeVisible();
  expect(await copied(card, page, 'curl')).toContain('curl -X DELETE');
  expect(await copied(card, page, 'KooCLI')).toContain('hcloud SWR DeleteUserRepositoryAuth');
  await expect(card.getByRole('button', { name: 'Copy as Terraform' })).toHaveCount(0);
});
