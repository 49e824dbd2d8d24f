// The whole console behind the real servers, with the simulated cloud behind TLS.
import { mergeTests, type Page } from '@playwright/test';
import { removeAccess } from '../support/access.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { openUndo, press } from '../support/dialog.ts';
import { Encrypted } from '../support/encrypted.ts';
import { behindEach, configOf, test as proxied } from '../support/proxied.ts';
import { Proxy } from '../support/proxy.ts';
import { startPickedHarborA } from '../support/security-sync.ts';
import { chooseLanguage, enterToken, personMenu, signOut } from '../support/session.ts';
import { headingOf, rowNamed } from '../support/table.ts';
import { expect, test as ofConsole } from '../support/test.ts';

const KEY = 'demo-secret-key-for-the-simulator-only00';
const PASSWORD = 'ben-demo-password';
const PERMISSIONS = 'containers/acme-web/shop$api/permissions';

const test = mergeTests(ofConsole, proxied).extend<{ address: string }>({
  /** Where the console is, with a `/` at the end. */
  address: async ({ kind, place, certificates, simulator, context }, use) => {
    const cloud = await Encrypted.start(certificates.right, simulator);
    const [own] = configOf(cloud.host).clouds;
    const config = { password_sign_in: true, clouds: [own, { ...own, id: 'other', name: 'Other cloud' }] };
    const proxy = await Proxy.start(kind, place, config, certificates.authority);
    await use(proxy.url);
    // What is still asked for when a test ends is not missing.
    await Promise.all(context.pages().map((page) => page.close()));
    const written = await proxy.stop();
    await cloud.stop();
    for (const secret of [simulator.token, KEY, PASSWORD]) expect(written).not.toContain(secret);
  },
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

behindEach((_kind, mount) => {
  test('a token signs in, a permission is cancelled and comes back, and a link and a reload lead to the same', async ({ page, address }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${address}${PERMISSIONS}`);
    await page.getByLabel('Cloud and region').selectOption('Other cloud · eu-de');
    await page.getByLabel('Keep until this tab is closed').check();
    await enterToken(page, 'DEMO-TOKEN-anna-MIIExampleOnlyGoodForTheSimulator');
    await removeAccess(page, 'david');
    await expectAnnouncement(page, 'Access removed for 1 person on acme-web/shop/api, checked with the cloud at');
    await press(await openUndo(page), 'Undo');
    await expect(rowNamed(page, 'david')).toContainText('Edit');
    await page.reload();
    await expect(rowNamed(page, 'david')).toContainText('Edit');
    await page.getByRole('link', { name: 'Machine images', exact: true }).click();
    await expect(page.getByRole('grid').getByRole('rowheader').first()).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(`${mount}machine-images`);
    expect(asked.filter((path) => !path.startsWith(mount))).toEqual([]);
    const api = asked.filter((path) => path.includes('/api/'));
    expect(api.filter((path) => !path.startsWith(`${mount}api/other/eu-de/`))).toEqual([]);
    await signOut(page);
    await expect(heading(page)).toHaveText('Sign in');
  });

  test('every area opens, in both languages, and what is searched is found', async ({ page, address, simulator, complaints }) => {
    // Some repositories fail on purpose.
    complaints.allowRefusals();
    await page.goto(address);
    await enterToken(page, simulator.token);
    const menu = page.getByRole('navigation', { name: 'Main menu' });
    for (const area of ['Sync tasks', 'Enterprise registries', 'Image security sync', 'Machine images']) {
      await menu.getByRole('link', { name: area }).click();
      await expect(heading(page)).toContainText(area);
      await expect(page.getByRole('grid').getByRole('rowheader').first()).toBeVisible();
    }
    await menu.getByRole('link', { name: 'Activity' }).click();
    await expect(heading(page)).toHaveText('Activity');
    await chooseLanguage(page, 'zh-CN');
    await expect(heading(page)).toHaveText('操作记录');
    await chooseLanguage(page, 'en');
    await menu.getByRole('link', { name: 'Container images' }).click();
    await page.getByRole('grid').getByRole('link', { name: 'acme-web', exact: true }).click();
    await page.getByRole('searchbox', { name: 'Filter' }).fill('shop/api');
    await expect(page.getByRole('rowheader', { name: 'shop/api', exact: true })).toBeVisible();
  });

  test('a sync is started and followed to its end', async ({ page, address, simulator }) => {
    await page.goto(`${address}security-sync`);
    await enterToken(page, simulator.token);
    await startPickedHarborA(page);
    await page.locator('.banner').getByRole('link').click();
    await expect(headingOf(page, 'Registries', 1)).toBeVisible();
    await simulator.advanceClock(60);
    await expectAnnouncement(page, 'The sync you started has ended: Finished');
  });

  test('a password signs in', async ({ page, address }) => {
    await page.goto(address);
    await page.getByRole('tab', { name: 'User name and password' }).click();
    await page.getByLabel('Account').fill('ACME-EU');
    await page.getByLabel('User name', { exact: true }).fill('ben');
    await page.locator('#password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(heading(page)).toHaveText('Overview');
  });

  test('an access key signs for the host behind the server, for reads and for writes', async ({ page, address }) => {
    await page.goto(`${address}${PERMISSIONS}`);
    await page.getByRole('tab', { name: 'Access key' }).click();
    await page.getByLabel('Access key ID (AK)').fill('DEMOACCESSKEY0000001');
    await page.getByLabel('Secret access key (SK)').fill(KEY);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(personMenu(page)).toBeVisible();
    await removeAccess(page, 'david');
    await expectAnnouncement(page, 'Access removed for 1 person on acme-web/shop/api, checked with the cloud at');
  });
});
