// The whole console behind the real servers, with the simulated cloud behind TLS.
import { mergeTests, type Page } from '@playwright/test';
import { removeAccess } from '../support/access.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { dialogNamed, openUndo, press } from '../support/dialog.ts';
import { behindEach, test as proxied } from '../support/proxied.ts';
import { Proxy } from '../support/proxy.ts';
import { startPickedHarborA } from '../support/security-sync.ts';
import { chooseLanguage, enterToken, openPlace, personMenu, signOut, tryToken } from '../support/session.ts';
import { Simulator } from '../support/simulator.ts';
import { headingOf, rowNamed } from '../support/table.ts';
import { expect, test as ofConsole } from '../support/test.ts';
import { startTwoClouds, type Place, type TwoClouds } from '../support/two-clouds.ts';

const KEY = 'demo-secret-key-for-the-simulator-only00';
const PASSWORD = 'ben-demo-password';
const PERMISSIONS = 'containers/acme-web/shop$api/permissions';

const test = mergeTests(ofConsole, proxied).extend<{ clouds: TwoClouds; places: Place[]; eachItsOwn: undefined; address: string }>({
  clouds: async ({ certificates, simulator }, use) => {
    const clouds = await startTwoClouds(certificates, simulator);
    await use(clouds);
    await clouds.stop();
  },
  places: async ({ clouds }, use) => use(clouds.places),
  /** Each place has a simulated cloud of its own; the first keeps that of all tests. */
  eachItsOwn: async ({ places, context }, use) => {
    const others = places.slice(1).map(async ({ host }) => {
      const simulator = await Simulator.start();
      host.lead(simulator);
      return simulator;
    });
    const simulators = await Promise.all(others);
    await use(undefined);
    // What they still ask for would be missing.
    await Promise.all(context.pages().map((page) => page.close()));
    await Promise.all(simulators.map((simulator) => simulator.stop()));
  },
  /** Where the console is, with a `/` at the end. */
  address: async ({ kind, place, certificates, clouds, simulator, context }, use) => {
    const proxy = await Proxy.start(kind, place, clouds.config, certificates.authority);
    await use(proxy.url);
    // What is still asked for when a test ends is not missing.
    await Promise.all(context.pages().map((page) => page.close()));
    const written = await proxy.stop();
    const tokens = clouds.places.map(({ token }) => token);
    for (const secret of [...tokens, simulator.token, KEY, PASSWORD]) expect(written).not.toContain(secret);
    // Whatever was done, no token reached another place than its own.
    for (const { host, token } of clouds.places) expect([...host.tokens].filter((sent) => sent !== token && tokens.includes(sent))).toEqual([]);
  },
});

/** Chooses where to sign in. */
async function choosePlace(page: Page, place: Place | undefined): Promise<void> {
  await page.getByLabel('Cloud and region').selectOption(place?.name ?? '');
}

/** Signs in at a place with its token. */
async function enterAt(page: Page, place: Place | undefined): Promise<void> {
  await choosePlace(page, place);
  await enterToken(page, place?.token ?? '');
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

behindEach((_kind, mount) => {
  test('a token signs in, a permission is cancelled and comes back, and a link and a reload lead to the same', async ({ page, address, places: [, , , last] }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${address}${PERMISSIONS}`);
    await page.getByLabel('Keep until this tab is closed').check();
    await enterAt(page, last);
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
    expect(api.filter((path) => !path.startsWith(`${mount}${last?.path}`))).toEqual([]);
    await signOut(page);
    await expect(heading(page)).toHaveText('Sign in');
  });

  test('every area opens, in both languages, and what is searched is found', async ({ page, address, places: [first], complaints }) => {
    // Some repositories fail on purpose.
    complaints.allowRefusals();
    await page.goto(address);
    await enterAt(page, first);
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

  test('a sync is started and followed to its end', async ({ page, address, places: [, second], simulator }) => {
    await page.goto(`${address}security-sync`);
    await enterAt(page, second);
    await startPickedHarborA(page);
    await page.locator('.banner').getByRole('link').click();
    await expect(headingOf(page, 'Registries', 1)).toBeVisible();
    await simulator.advanceClock(60);
    await expectAnnouncement(page, 'The sync you started has ended: Finished');
  });

  test('a password signs in', async ({ page, address, places: [, , third] }) => {
    await page.goto(address);
    await choosePlace(page, third);
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

  test('two clouds with two regions are used at once, and each has its own', async ({ page, context, address, places, eachItsOwn: _ }) => {
    const [first, second, third, last] = places;
    const tab = await context.newPage();
    for (const [one, place] of [[page, first], [tab, last]] as const) {
      await one.goto(`${address}${PERMISSIONS}`);
      await enterAt(one, place);
      await expect(one.getByRole('banner')).toContainText(place?.name ?? '');
      await expect(rowNamed(one, 'david')).toContainText('Edit');
    }
    await removeAccess(page, 'david');
    await expectAnnouncement(page, 'Access removed for 1 person on acme-web/shop/api, checked with the cloud at');
    await expect(rowNamed(page, 'david')).toHaveCount(0);
    await tab.getByRole('button', { name: 'Refresh' }).first().click();
    await expect(rowNamed(tab, 'david')).toContainText('Edit');
    for (const [one, place] of [[page, second], [tab, third]] as const) {
      await openPlace(one);
      await one.getByRole('button', { name: place?.name }).click();
      await tryToken(dialogNamed(one, 'Sign in to another region'), place?.token ?? '');
      await expect(one.getByRole('banner')).toContainText(place?.name ?? '');
      await expect(rowNamed(one, 'david')).toContainText('Edit');
    }
    // What the former place answered last stands there until the new one has.
    for (const { host, token } of places) await expect.poll(() => [...host.tokens]).toEqual([token]);
  });
});
