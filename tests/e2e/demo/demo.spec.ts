// The demo from a plain server: entered without a credential, changed, reloaded, begun anew and left.
import type { Page } from '@playwright/test';
import { removeAccess } from '../support/access.ts';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { BASE, banner, enterDemo, expect, openArea, openPermissions, test } from '../support/demo.ts';
import { dialogNamed, openUndo, press } from '../support/dialog.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { openDetails, panelOf } from '../support/result.ts';
import { personMenu, signOut } from '../support/session.ts';
import { rowNamed } from '../support/table.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const REMOVED = 'Access removed for 1 person on acme-web/shop/api, checked with the cloud at';

/** Every key of both storages. */
const keys = (page: Page) =>
  page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);

test('one press signs in the administrator of the demo cloud on the first page', async ({ page }) => {
  await enterDemo(page);
  await expect(personMenu(page)).toContainText('anna');
  await expect(heading(page)).toBeVisible();
  await expect(page).toHaveTitle(/^DEMO /);
  await expect(banner(page)).toContainText('Nothing leaves this browser');
  await expect(banner(page)).not.toContainText('not kept');
  await expect(page.locator('html')).toHaveAttribute('data-environment', 'demo');
  await expectNoAxeFindings(page);
});

test('its address leads into the demo', async ({ page }) => {
  await page.goto('?demo');
  await expect(personMenu(page)).toContainText('anna');
});

test('access that is removed stays removed after a reload, and an undo gives it back', async ({ page }) => {
  await enterDemo(page);
  await openPermissions(page);
  await removeAccess(page, 'david');
  await expectAnnouncement(page, REMOVED);

  await page.goto('?demo');
  await openPermissions(page);
  await expect(rowNamed(page, 'emma')).toBeVisible();
  await expect(rowNamed(page, 'david')).toBeHidden();

  await openArea(page, 'Activity');
  await press(await openUndo(page), 'Undo');
  await expectAnnouncement(page, 'Access to acme-web/shop/api granted for 1 person, checked with the cloud at');
  await openPermissions(page);
  await expect(rowNamed(page, 'david')).toContainText('Edit');
});

test('what was changed in a cloud that is gone is not told of the next one', async ({ page }) => {
  await enterDemo(page);
  await openPermissions(page);
  await removeAccess(page, 'david');
  await expectAnnouncement(page, REMOVED);
  // As another version of the console has written it.
  await page.evaluate(async (name) => {
    const opening = indexedDB.open(name);
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const journal = database.transaction('journal', 'readwrite');
    const store = journal.objectStore('journal');
    const finding = store.getAllKeys(null, 1);
    finding.onsuccess = () => store.put({ program: 'other' }, finding.result[0]);
    await new Promise((resolve) => (journal.oncomplete = resolve));
    database.close();
  }, `image-console:${BASE}:demo:cloud:300`);

  await page.goto('?demo');
  await openPermissions(page);
  await expect(rowNamed(page, 'david')).toBeVisible();
  await openArea(page, 'Activity');
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(0);
  expect((await keys(page)).filter((key) => key.includes(':changes:'))).toEqual([]);
});

test('two tabs have one cloud, and one that begins anew takes the other along', async ({ page, context }) => {
  await enterDemo(page);
  const other = await context.newPage();
  await other.goto('?demo');
  await expect(personMenu(other)).toBeVisible();
  await openPermissions(page);
  await removeAccess(page, 'david');
  await expectAnnouncement(page, REMOVED);
  await openPermissions(other);
  await expect(rowNamed(other, 'emma')).toBeVisible();
  await expect(rowNamed(other, 'david')).toBeHidden();

  const again = dialogNamed(page, 'Start the demo again?');
  await banner(page).getByRole('button', { name: 'Start again' }).click();
  await expect(again).toContainText('gone for good');
  await press(again, 'Cancel');
  await openPermissions(page);
  await expect(rowNamed(page, 'emma')).toBeVisible();
  await expect(rowNamed(page, 'david')).toBeHidden();
  await banner(page).getByRole('button', { name: 'Start again' }).click();
  await press(again, 'Start again');
  await expect(other).toHaveURL(/console\/\?demo$/);
  for (const tab of [page, other]) {
    await openPermissions(tab);
    await expect(rowNamed(tab, 'david')).toBeVisible();
  }
  await openArea(page, 'Activity');
  await expect(page.getByRole('article')).toHaveCount(0);
});

test('leaving the demo leads to the sign-in, with nothing carried over', async ({ page }) => {
  await enterDemo(page);
  await openPermissions(page);
  await removeAccess(page, 'david');
  await expectAnnouncement(page, REMOVED);
  expect((await keys(page)).filter((key) => !key.startsWith(`image-console:${BASE}:demo:`))).toEqual([]);

  await banner(page).getByRole('button', { name: 'Leave the demo' }).click();
  await expect(page.getByRole('form').first()).toBeVisible();
  await expect(page).toHaveTitle(/^Sign in/);
  await expect(page.locator('html')).not.toHaveAttribute('data-environment');
  expect(new URL(page.url()).search).toBe('');
  await page.reload();
  await expect(page.getByRole('form').first()).toBeVisible();
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
});

test('a person works as somebody else, without a credential', async ({ page }) => {
  await enterDemo(page);
  for (const [role, user] of [['Reader', 'carla'], ['Editor', 'ben'], ['Recipient project', 'paula'], ['Administrator', 'anna']] as const) {
    await banner(page).getByLabel('Work as').selectOption(role);
    await expect(personMenu(page)).toContainText(user);
  }
  await banner(page).getByLabel('Work as').selectOption('Reader');
  await expect(personMenu(page)).toContainText('carla');
  await page.goto('?demo');
  await expect(personMenu(page)).toContainText('carla');
  await expect(banner(page).getByLabel('Work as')).toHaveValue('reader');
});

test('what was tried is ticked off, and the list can be put away', async ({ page }) => {
  await enterDemo(page);
  const tried = banner(page).getByRole('listitem').filter({ hasText: 'Done' });
  await expect(banner(page).getByRole('listitem')).toHaveCount(6);
  await expect(tried).toHaveCount(0);
  await openPermissions(page);
  await removeAccess(page, 'david');
  await expectAnnouncement(page, REMOVED);
  await expect(tried).toHaveText([/^Take back the access of someone who left/]);
  await banner(page).getByRole('link', { name: 'Undo one of your changes' }).click();
  await press(await openUndo(page), 'Undo');
  await expect(tried).toHaveCount(2);
  await expect(banner(page)).toContainText('2 of 6 done');

  await banner(page).getByText('What to try').click();
  await expect(banner(page).getByRole('listitem').first()).toBeHidden();
  await page.goto('?demo');
  await expect(banner(page)).toContainText('2 of 6 done');
  await expect(banner(page).getByRole('listitem').first()).toBeHidden();
});

test('details beside the page leave the banner of the demo its buttons', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await enterDemo(page);
  await openPermissions(page);
  await removeAccess(page, 'david');
  await expectAnnouncement(page, REMOVED);
  await openDetails(page);
  const panel = (await panelOf(page).boundingBox())!;
  for (const button of await banner(page).getByRole('button').all()) {
    if (!(await button.isVisible())) continue;
    const { x, width } = (await button.boundingBox())!;
    expect(x + width, await button.innerText()).toBeLessThanOrEqual(panel.x);
    await button.click({ trial: true });
  }
});

test('copies that failed are found by whoever looks at them, not by reading all', async ({ page }) => {
  test.slow();
  await enterDemo(page);
  const find = banner(page).getByRole('listitem').filter({ hasText: 'Find the copies that failed' });
  await find.getByRole('link').click();
  await expect(page.getByRole('heading', { name: /^Tasks \(\d+\)$/ })).toBeAttached({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Pause reading' })).toHaveCount(0, { timeout: 60_000 });
  await expect(banner(page)).toContainText('0 of 6 done');
  await page.getByRole('button', { name: 'Last copy failed' }).click();
  await expect(find).toContainText('Done');
  await page.goto('?demo');
  await expect(banner(page)).toContainText('1 of 6 done');
});

test('what is saved says that it is of the demo', async ({ page }) => {
  await enterDemo(page);
  await openPermissions(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('button', { name: 'Export JSON', exact: true }).click();
  const file = await (await saving).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of file) parts.push(part as Buffer);
  expect(JSON.parse(Buffer.concat(parts).toString()).about.environment).toBe('demo');
});

for (const tab of ['light', 'dark'] as const) {
  test(`the demo fits a phone and is accessible, ${tab}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: tab });
    await page.setViewportSize({ width: 320, height: 640 });
    await enterDemo(page);
    await expectNoSidewaysScrolling(page);
    await expectNoAxeFindings(page);
  });
}

test('on a phone the page begins on the first screen, and the rest of the banner is shown when asked for', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await enterDemo(page);
  const { height } = (await banner(page).boundingBox()) ?? { height: Infinity };
  expect(height).toBeLessThan(200);
  await expect(heading(page)).toBeInViewport();
  await expect(banner(page).getByLabel('Work as')).toBeHidden();
  const more = banner(page).getByRole('button', { name: 'Demo options' });
  await more.click();
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await banner(page).getByLabel('Work as').selectOption('Reader');
  await expect(personMenu(page)).toContainText('carla');
  await expectNoSidewaysScrolling(page);
  await expectNoAxeFindings(page);
});

test('a person with the name of a fault is answered as over a network, and Retry takes the rest', async ({ page }) => {
  test.slow();
  await enterDemo(page);
  await openPermissions(page, 'shop/fault');
  await removeAccess(page, 'david', 'emma', 'fault-500-once');
  await page.getByRole('button', { name: 'Retry the 1 that failed' }).click({ timeout: 60_000 });
  await expect(rowNamed(page, 'fault-500-once')).toHaveCount(0);
  await expect(rowNamed(page, 'farid')).toBeVisible();
});

test('after a crash the page says that it is the demo, and its cloud is sent nothing', async ({ page }) => {
  await page.addInitScript(() => {
    const { postMessage } = MessagePort.prototype;
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
      document.documentElement.dataset.sent = 'something';
      postMessage.call(this, message);
    };
  });
  await enterDemo(page);
  await page.evaluate(() => {
    dispatchEvent(new CustomEvent('image-console-crash', { detail: 'panicked' }));
    delete document.documentElement.dataset.sent;
  });
  await expect(page).toHaveTitle(/^DEMO Image Console stopped/);
  await page.evaluate(() => new MessageChannel().port1.postMessage(0));
  await expect(page.locator('html')).not.toHaveAttribute('data-sent');
});

test('whoever signs out leaves the demo', async ({ page }) => {
  await enterDemo(page);
  await signOut(page);
  await expect(page.getByRole('form').first()).toBeVisible();
});

test('no credential is stored, not even one of the demo', async ({ page }) => {
  await enterDemo(page);
  await openPermissions(page);
  await removeAccess(page, 'david');
  await expectAnnouncement(page, REMOVED);
  const stored = await page.evaluate(async (name) => {
    const opening = indexedDB.open(name);
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const all = database.transaction('journal').objectStore('journal').getAll();
    const entries = await new Promise<unknown[]>((resolve) => (all.onsuccess = () => resolve(all.result)));
    database.close();
    const texts = entries.map((entry) => (entry instanceof Uint8Array ? new TextDecoder().decode(entry) : JSON.stringify(entry)));
    return [...texts, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })].join('\n');
  }, `image-console:${BASE}:demo:cloud:300`);
  expect(stored).toContain('shop%24api/access');
  expect(stored).not.toMatch(/DEMO-TOKEN|password/i);
});

test('the size of the demo is told by the address', async ({ page }) => {
  await page.goto('?demo=20000');
  await openArea(page, 'Container images');
  await expect(page.getByRole('row').filter({ hasText: 'acme-web' })).toContainText('20,0');
});

test('the page starts no worker but its own', async ({ page }) => {
  await page.goto('');
  const refusals = await page.evaluate(() =>
    ['boot.js', 'data:text/javascript,0', '//elsewhere.test/simulator-worker.js'].map((script) => {
      try {
        return String(new Worker(script));
      } catch (refusal) {
        return String(refusal);
      }
    }),
  );
  for (const refusal of refusals) expect(refusal).toContain('starts only its own scripts');
});
