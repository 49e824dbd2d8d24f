// A tab that is open while the console's files are replaced by those of another version.
import type { Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { openDialog, press } from '../support/dialog.ts';
import { newerPage } from '../support/files.ts';
import { hold } from '../support/hold.ts';
import { PAULA } from '../support/people.ts';
import { enterToken, openPlace, personMenu, signIn, tokenField, tryToken } from '../support/session.ts';
import { expect, test } from '../support/test.ts';

const told = (page: Page) => page.getByRole('status').filter({ hasText: 'The console was updated while this page was open.' });

/** From now on the server has another version; what was asked for before stays as it is. */
async function update(page: Page, body = newerPage): Promise<() => number> {
  let asked = 0;
  await page.route(
    (url) => url.pathname === '/',
    (route) => {
      asked += 1;
      return route.fulfill({ contentType: 'text/html', body });
    },
  );
  return () => asked;
}

test('an open tab says that there is a new version and that reloading signs out, and goes on without it', async ({ page, simulator }) => {
  await page.clock.install();
  await signIn(page, simulator.token);
  await expect(page.getByRole('grid')).toBeVisible();
  await update(page);
  await page.clock.fastForward('05:01');
  await expect(told(page)).toContainText('Reloading signs you out: this tab does not keep the sign-in.');
  await expect(told(page)).not.toContainText('also signs you out');
  await expectNoAxeFindings(page);
  const [reload, dismiss] = await Promise.all(['Reload', 'Dismiss'].map((name) => told(page).getByRole('button', { name }).boundingBox()));
  expect(dismiss?.y, 'beside each other').toBe(reload?.y);
  await told(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(told(page)).toHaveCount(0);
  await expect(page.getByRole('grid')).toBeVisible();
  await page.clock.fastForward('05:01');
  await expect(told(page)).toHaveCount(0);
});

test('reloading for a new version keeps whoever has the tab keep the token, and says so before', async ({ page, simulator }) => {
  await page.clock.install();
  await page.goto('containers');
  await page.getByLabel('Keep until this tab is closed').check();
  await enterToken(page, simulator.token);
  await expect(page.getByRole('grid')).toBeVisible();
  await update(page);
  await page.clock.fastForward('05:01');
  await expect(told(page)).toContainText('Reloading keeps you signed in: this tab keeps the token.');
  await page.unrouteAll();
  await told(page).getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(tokenField(page)).toHaveCount(0);
  await expect(told(page)).toHaveCount(0);
});

test('reloading for a new version is said to end what else somebody is signed in to', async ({ page, simulator }) => {
  const besides = 'Reloading also signs you out of 1 other project.';
  await page.clock.install();
  await signIn(page, simulator.token);
  await openPlace(page);
  await page.getByRole('button', { name: 'Sign in to another project' }).click();
  await tryToken(page.getByRole('dialog'), PAULA);
  await expect(personMenu(page)).toContainText('paula');
  await update(page);
  await page.clock.fastForward('05:01');
  await expect(told(page)).toContainText(besides);
  await expectNoAxeFindings(page);
});

test('a dialog that does not arrive is told although nobody says whether there is a new version', async ({
  page,
  simulator,
  complaints,
}) => {
  complaints.allow(/Failed to load resource/, /Failed to fetch/);
  await page.clock.install();
  await page.route(/-machine_images_dialogs-/, (route) => route.abort());
  await signIn(page, simulator.token, 'machine-images');
  const asked = page.waitForRequest((request) => new URL(request.url()).pathname === '/');
  await page.route(
    (url) => url.pathname === '/',
    () => undefined,
  );
  await page.getByRole('grid').getByRole('row').nth(1).getByRole('checkbox').check();
  await page.getByRole('button', { name: /^Share 1 image/ }).click();
  await asked;
  await page.clock.fastForward(5_001);
  await expect(page.getByText('This page could not be loaded').first()).toBeVisible();
});

test('nobody is asked to reload while a change runs, and is once it has ended', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  await cloud.createRepository('empty/shop-1');
  await page.clock.install();
  await signIn(page, simulator.token, 'containers/empty');
  await page.getByRole('columnheader').getByRole('checkbox').check();
  const release = await hold(page, /\/manage\/namespaces\/empty\/repos\/[^/?]+$/, 'DELETE');
  const held = page.waitForRequest((request) => request.method() === 'DELETE');
  await press(await openDialog(page, 'Delete 1 repository'), 'Delete 1 repository');
  await held;
  const asked = await update(page);
  // Nothing that waits for an answer is told that its time is over.
  await page.clock.setSystemTime(Date.now() + 400_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await expect.poll(asked).toBe(1);
  await expect(told(page)).toHaveCount(0);
  release();
  // What is said of the clock has the same place, and comes first.
  await page.getByRole('status').filter({ hasText: "This computer's clock is" }).getByRole('button', { name: 'Dismiss' }).click();
  await expect(told(page)).toBeVisible();
});

test('the page of a proxy that wants a password is no new version', async ({ page, simulator }) => {
  await page.clock.install();
  await signIn(page, simulator.token);
  await expect(page.getByRole('grid')).toBeVisible();
  const asked = await update(page, '<!DOCTYPE html><html><title>Sign in</title></html>');
  await page.clock.fastForward('05:01');
  await expect.poll(asked).toBe(1);
  await expect(told(page)).toHaveCount(0);
});

test('a dialog whose files went with the former version says so', async ({ page, simulator, complaints }) => {
  complaints.allow(/Failed to load resource/, /Failed to fetch/, /integrity/i, /was answered with 404/);
  await page.route(/-machine_images_dialogs-/, (route) => route.fulfill({ status: 404, body: 'not here' }));
  await signIn(page, simulator.token, 'machine-images');
  await update(page);
  await page.getByRole('grid').getByRole('row').nth(1).getByRole('checkbox').check();
  await page.getByRole('button', { name: /^Share 1 image/ }).click();
  await expect(page.getByText('The console was updated while this page was open.').first()).toBeVisible();
  await expect(told(page).getByRole('button', { name: 'Reload' })).toBeVisible();
});
