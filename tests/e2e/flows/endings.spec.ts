// How it ends while a change is under way: a crash, a service worker, leaving, signing out.
import type { Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import type { Cloud } from '../support/cloud.ts';
import { confirm, dialogNamed, openDialog, press } from '../support/dialog.ts';
import { hold } from '../support/hold.ts';
import { enterToken, signIn, signOut, tokenField } from '../support/session.ts';
import type { Simulator } from '../support/simulator.ts';
import { headingOf } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const COUNT = 9;

/** Deletes nine repositories, of which the first four are on their way until the test lets them go. */
async function deleting(page: Page, simulator: Simulator, cloud: Cloud): Promise<() => void> {
  for (let number = 1; number <= COUNT; number += 1) await cloud.createRepository(`empty/shop-${number}`);
  await signIn(page, simulator.token, 'containers/empty');
  await expect(headingOf(page, 'Repositories', COUNT)).toBeVisible();
  await page.getByRole('columnheader').getByRole('checkbox').check();
  await simulator.forgetRequests();
  const release = await hold(page, /\/manage\/namespaces\/empty\/repos\/[^/?]+$/);
  const held = page.waitForRequest((request) => request.method() === 'DELETE');
  const dialog = await openDialog(page, `Delete ${COUNT} repositories`);
  await confirm(dialog, `Delete ${COUNT} repositories`);
  await held;
  return release;
}

/** Lets the held ones go and waits until all four were answered, or were given up. */
async function ended(page: Page, release: () => void): Promise<void> {
  let left = 4;
  const answered = new Promise<void>((done) => {
    const count = () => (left -= 1) === 0 && done();
    page.on('requestfinished', (request) => request.method() === 'DELETE' && count());
    page.on('requestfailed', (request) => request.method() === 'DELETE' && count());
  });
  release();
  await answered;
}

/** Asks the page for a request of its own, which does not leave it. */
async function expectNothingIsSent(page: Page): Promise<void> {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await page.evaluate(() => {
    void fetch('api/swr/v2/manage/namespaces');
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
  expect(sent).toEqual([]);
}

test('after a crash nothing of a planned change is sent, and nobody is kept from leaving', async ({ page, simulator, cloud }) => {
  const release = await deleting(page, simulator, cloud);
  await page.evaluate(() => dispatchEvent(new CustomEvent('image-console-crash', { detail: 'panicked' })));
  await ended(page, release);
  await expectNothingIsSent(page);
  expect(await simulator.writes('DELETE')).toHaveLength(4);
  page.on('dialog', () => expect('nobody').toBe('asked'));
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(tokenField(page)).toBeVisible();
});

test('a service worker that takes control later ends the console before anything else is sent', async ({ page, simulator, cloud }) => {
  const release = await deleting(page, simulator, cloud);
  await page.evaluate(() => {
    Object.defineProperty(navigator.serviceWorker, 'controller', { value: { scriptURL: '/other.js' } });
    navigator.serviceWorker.dispatchEvent(new Event('controllerchange'));
  });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A service worker came between this page and the network');
  await expectNoAxeFindings(page);
  await ended(page, release);
  await expectNothingIsSent(page);
  expect(await simulator.writes('DELETE')).toHaveLength(4);
});

test('reloading while something is sent asks, and not afterwards', async ({ page, simulator, cloud, complaints }) => {
  // What is read back is gone.
  complaints.allowRefusals();
  const release = await deleting(page, simulator, cloud);
  let asked = 0;
  page.on('dialog', async (dialog) => {
    expect(dialog.type()).toBe('beforeunload');
    asked += 1;
    await dialog.dismiss();
  });
  // The page stays, so nothing comes of it.
  await page.evaluate(() => location.reload());
  await expect.poll(() => asked).toBe(1);
  release();
  await expect(headingOf(page, 'Repositories', 0)).toBeVisible();
  await page.reload();
  await expect(tokenField(page)).toBeVisible();
  expect(asked).toBe(1);
});

test('signing out while something is sent asks, and sends nothing more', async ({ page, simulator, cloud }) => {
  const release = await deleting(page, simulator, cloud);
  await signOut(page);
  const dialog = dialogNamed(page, 'A change is under way');
  await expect(dialog).toContainText('What was not sent yet is not sent any more.');
  await expectNoAxeFindings(page);
  await press(dialog, 'Cancel');
  await expect(dialog).toBeHidden();
  await signOut(page);
  await press(dialog, 'Sign out');
  await expect(tokenField(page)).toBeVisible();
  await ended(page, release);
  expect(await simulator.writes('DELETE')).toHaveLength(4);
});

test('after a reload in the middle of a change Activity tells what was done and what was not, and nothing more is sent', async ({
  page,
  simulator,
  cloud,
  complaints,
}) => {
  complaints.allowRefusals();
  for (let number = 1; number <= COUNT; number += 1) await cloud.createRepository(`empty/shop-${number}`);
  await signIn(page, simulator.token, 'containers/empty');
  await expect(headingOf(page, 'Repositories', COUNT)).toBeVisible();
  // Of the four that are sent first two reach the cloud; the page hears of none.
  let sent = 0;
  let reached = 0;
  await page.route(/\/manage\/namespaces\/empty\/repos\/[^/?]+$/, async (route) => {
    if (route.request().method() !== 'DELETE') return route.continue();
    sent += 1;
    if (sent > 2) return;
    await route.fetch();
    reached += 1;
  });
  await page.getByRole('columnheader').getByRole('checkbox').check();
  await confirm(await openDialog(page, `Delete ${COUNT} repositories`), `Delete ${COUNT} repositories`);
  await expect.poll(() => [sent, reached]).toEqual([4, 2]);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await simulator.forgetRequests();
  await enterToken(page, simulator.token);
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByText(/Removed, checked with the cloud at/)).toHaveCount(2);
  await expect(page.getByText(/Not changed: no clear answer/)).toHaveCount(2, { timeout: 45_000 });
  await expect(page.getByText('Not sent', { exact: true })).toHaveCount(COUNT - 4);
  expect(await simulator.writes()).toEqual([]);
  await expectNoAxeFindings(page);

  // What is left goes only after another confirmation, and after another look.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  const left = COUNT - 2;
  await page.getByRole('button', { name: `Send the ${left} not done` }).click();
  const dialog = dialogNamed(page, 'Send what is left');
  await expect(dialog).toContainText('It is checked once more before anything is sent.');
  await expectNoAxeFindings(page);
  await confirm(dialog, 'Send what is left');
  await expect(page.getByText('What was left here was sent again in a later change.')).toBeVisible();
  await expect.poll(async () => (await simulator.writes('DELETE')).length).toBe(left);
});
