// Jobs of the image service: what is seen of them, and that nothing loses one.
import type { Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { dialogNamed } from '../support/dialog.ts';
import { keepJob } from '../support/kept-job.ts';
import { BEN } from '../support/people.ts';
import { enterToken, signIn, signOut, tokenField, tryToken } from '../support/session.ts';
import type { Simulator } from '../support/simulator.ts';
import { expect, test } from '../support/test.ts';

/** The image whose jobs take ten minutes. */
const SLOW = 'fault-slow-job';

const ENDED = /^2 shares stopped, checked with the cloud at/;
const ANOTHER_TAB = 'Another tab of this browser goes on with this change.';

/** Its line in Activity. */
const running = (page: Page) => page.getByRole('article').getByRole('timer').filter({ hasText: /^Running/ });
const ended = (page: Page) => page.getByRole('article').getByRole('heading', { name: ENDED });

/** Counts what a page asks about jobs. */
function polls(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => (count += request.url().includes('/cloudimages/job/') ? 1 : 0));
  return () => count;
}

async function expectNothingSent(simulator: Simulator): Promise<void> {
  expect(await simulator.writes()).toEqual([]);
}

test('a job is told with its ID, survives a reload, and is believed once the members say so', async ({ page, simulator, cloud }) => {
  await keepJob(page, cloud, SLOW);
  await simulator.forgetRequests();
  await signIn(page, simulator.token, 'activity');
  await expect(running(page)).toBeVisible();
  await expect(page).toHaveTitle(/^\(1\) /);
  await page.getByRole('button', { name: 'Details' }).click();
  const panel = page.getByRole('complementary');
  await expect(panel).toContainText('Request ID request-of-the-call');
  await expect(panel.getByRole('button', { name: 'Copy job ID' })).toBeVisible();
  await expect(panel).toContainText(`${SLOW}, project 2`);
  await expectNoAxeFindings(page);
  let asked = 0;
  page.on('dialog', async (dialog) => {
    asked += 1;
    await dialog.accept();
  });
  await page.reload();
  expect(asked).toBe(1);
  await enterToken(page, simulator.token);
  await expect(running(page)).toBeVisible();
  await simulator.advanceClock(600);
  await expect(ended(page)).toBeVisible({ timeout: 60_000 });
  await expect(page).not.toHaveTitle(/^\(/);
  await expectNothingSent(simulator);
});

test('a job goes on in another tab that is opened after the one was closed', async ({ page, context, simulator, cloud }) => {
  await keepJob(page, cloud, SLOW);
  await signIn(page, simulator.token, 'activity');
  await expect(running(page)).toBeVisible();
  await page.close({ runBeforeUnload: false });
  await simulator.forgetRequests();
  const second = await context.newPage();
  await signIn(second, simulator.token, 'activity');
  await expect(running(second)).toBeVisible();
  await simulator.advanceClock(600);
  await expect(ended(second)).toBeVisible({ timeout: 60_000 });
  await expectNothingSent(simulator);
});

test('a network that is gone for 20 seconds is status unknown and never failed', async ({ page, context, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  await page.clock.install();
  await keepJob(page, cloud, SLOW);
  await signIn(page, simulator.token, 'activity');
  await expect(running(page)).toBeVisible();
  await context.setOffline(true);
  await page.clock.runFor(20_000);
  await expect(page.getByRole('article').getByRole('timer')).toContainText('Status unknown, retrying…');
  await expect(page.getByText('Failed')).toHaveCount(0);
  await context.setOffline(false);
  await page.clock.runFor(6_000);
  await expect(running(page)).toBeVisible();
});

test('a token that ends in the middle holds the job until somebody has signed in again', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  await keepJob(page, cloud, SLOW);
  await signIn(page, simulator.token, 'activity');
  await expect(running(page)).toBeVisible();
  await simulator.fault({ method: 'GET', path_contains: '/cloudimages/job/', fate: 'status', status: 401 });
  await simulator.fault({ method: 'GET', path_contains: '/v3/auth/tokens', fate: 'status', status: 401 });
  await expect(page.getByRole('article').getByRole('timer')).toContainText('Status unknown', { timeout: 45_000 });
  await page.getByRole('button', { name: 'Sign in again' }).click();
  const dialog = dialogNamed(page, 'Sign in again');
  await tryToken(dialog, simulator.token);
  await expect(dialog).toBeHidden();
  await expect(running(page)).toBeVisible();
});

test('somebody else who signs in sees nothing of it and asks for nothing of it', async ({ page, simulator, cloud }) => {
  await keepJob(page, cloud, SLOW);
  await signIn(page, simulator.token, 'activity');
  await expect(running(page)).toBeVisible();
  await signOut(page);
  await dialogNamed(page, 'A change is under way').getByRole('button', { name: 'Sign out' }).click();
  await expect(tokenField(page)).toBeVisible();
  const asked = polls(page);
  await enterToken(page, BEN);
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByText('No changes yet.')).toBeVisible();
  await expect(page.getByText(SLOW)).toHaveCount(0);
  await expect(page).not.toHaveTitle(/^\(/);
  expect(asked()).toBe(0);
  await signOut(page);
  await enterToken(page, simulator.token);
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(running(page)).toBeVisible();
});

test('of two tabs one asks for the job and both tell it, and the other takes over when that is closed', async ({
  page,
  context,
  simulator,
  cloud,
}) => {
  await keepJob(page, cloud, SLOW);
  const first = polls(page);
  await signIn(page, simulator.token, 'activity');
  await expect(running(page)).toBeVisible();
  const second = await context.newPage();
  const others = polls(second);
  await signIn(second, simulator.token, 'activity');
  await expect(second.getByText(ANOTHER_TAB)).toBeVisible();
  await expect(running(second)).toBeVisible();
  const before = first();
  await expect.poll(first, { timeout: 60_000 }).toBeGreaterThan(before);
  expect(others()).toBe(0);
  await page.close({ runBeforeUnload: false });
  await expect(second.getByText(ANOTHER_TAB)).toBeHidden();
  await simulator.advanceClock(600);
  await expect(ended(second)).toBeVisible({ timeout: 60_000 });
});

test.describe('in a browser without locks and channels', () => {
  test.beforeEach(async ({ context }) => {
    await context.addInitScript(() => {
      Object.defineProperty(navigator, 'locks', { value: undefined });
      delete (globalThis as { BroadcastChannel?: unknown }).BroadcastChannel;
    });
  });

  test('one tab asks for the job, and the other hears how it ended', async ({ page, context, simulator, cloud }) => {
    await keepJob(page, cloud, SLOW);
    await signIn(page, simulator.token, 'activity');
    await expect(running(page)).toBeVisible();
    const second = await context.newPage();
    const others = polls(second);
    await signIn(second, simulator.token, 'activity');
    await expect(second.getByText(ANOTHER_TAB)).toBeVisible();
    await simulator.advanceClock(600);
    await expect(ended(page)).toBeVisible({ timeout: 60_000 });
    await expect(ended(second)).toBeVisible();
    expect(others()).toBe(0);
  });

  test('what a closed tab has left is taken over once it has said nothing for a while', async ({ page, context, simulator, cloud }) => {
    await keepJob(page, cloud, SLOW);
    await signIn(page, simulator.token, 'activity');
    await expect(running(page)).toBeVisible();
    const second = await context.newPage();
    await second.clock.install();
    const others = polls(second);
    await signIn(second, simulator.token, 'activity');
    await expect(second.getByText(ANOTHER_TAB)).toBeVisible();
    await page.close({ runBeforeUnload: false });
    await second.clock.runFor(130_000);
    await expect(second.getByText(ANOTHER_TAB)).toBeHidden();
    await expect.poll(others).toBeGreaterThan(0);
  });
});
