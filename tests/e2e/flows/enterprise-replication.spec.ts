// Replication policies of an instance: read, run, followed to their end, changed, deleted and brought back.
import type { Locator, Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { confirm, openUndo, press } from '../support/dialog.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { signIn } from '../support/session.ts';
import { headingOf, rowNamed } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const POLICIES = 'enterprise/0c9b8a7d-6e5f-4d3c-b2a1-0f9e8d7c6b5a/policies';

/** What is polled every few seconds, and an execution that is being stopped. */
const IN_THE_END = { timeout: 80_000 };

/** The line of the newest change. */
const result = (page: Page, text: string | RegExp): Locator => page.getByRole('heading', { level: 3, name: text });

/** The dialog that a button of the page opens; it is called by what it has read. */
async function open(page: Page, button: string, name: string): Promise<Locator> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog', { name, exact: true });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  return dialog;
}

test('policies are listed with where they lead and how they ran last, and can be narrowed by it', async ({ page, simulator }) => {
  await signIn(page, simulator.token, POLICIES);
  await expect(page.getByText('10 replication policies')).toBeVisible();
  const row = rowNamed(page, 'from-lab');
  await expect(row).toContainText('harbor-lab');
  await expect(row).toContainText('This instance');
  await expect(row.getByRole('link', { name: 'Failed' })).toBeVisible();
  await expect(rowNamed(page, 'to-old-harbor')).toContainText('Disabled');
  await expect(rowNamed(page, 'to-old-harbor')).toContainText('Never ran');
  await expect(page.getByText('<script>alert(1)</script>')).toBeVisible();
  await page.getByRole('button', { name: 'Last run' }).first().click();
  await page.getByRole('checkbox', { name: /^Never ran/ }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByText('10 replication policies, 5 shown')).toBeVisible();
  await expectNoAxeFindings(page);
  await expectNoSidewaysScrolling(page);
});

test('an execution of 40 tags is followed to its end', async ({ page, simulator }) => {
  test.slow();
  await signIn(page, simulator.token, `${POLICIES}/22/301`);
  const beside = page.locator('.page-head');
  await expect(beside).toContainText('Copying');
  await expect(page.getByText('0 of 4 copied')).toBeVisible();
  await expect(headingOf(page, 'Images', 4)).toBeVisible();
  await page.getByRole('button', { name: /^library\/nginx-1 / }).click();
  await expect(headingOf(page, 'Tags of library/nginx-1', 25)).toBeVisible();
  await simulator.advanceClock(300);
  await expect(page.getByText('denied: requested access to the resource is denied').first()).toBeVisible(IN_THE_END);
  await expect(page.getByText('<script>alert(1)</script>').first()).toBeVisible();
  await simulator.advanceClock(500);
  await expectAnnouncement(page, '1 execution ended, 1 failed.');
  await expect(page.getByText('1 of 4 copied, 3 failed')).toBeVisible(IN_THE_END);
  await expect(beside).toContainText('Failed');
  await expect(page.getByRole('button', { name: 'Pause updates' })).toBeHidden();
  await expectNoAxeFindings(page);
  await expectNoSidewaysScrolling(page);
});

test('an execution that found nothing shows nothing of nothing', async ({ page, simulator }) => {
  await signIn(page, simulator.token, `${POLICIES}/25/302`);
  await expect(page.getByText('This execution found no images to copy.')).toBeVisible();
  await expect(page.getByText('failed to fetch artifacts')).toBeVisible();
  await expect(page.getByText('No images in this execution.')).toBeVisible();
  await expect(page.getByText('0 of 0')).toHaveCount(0);
});

test('of an execution of which everything failed the causes are told', async ({ page, simulator }) => {
  await signIn(page, simulator.token, `${POLICIES}/26/303`);
  await expect(page.getByText('0 of 2 copied, 2 failed')).toBeVisible();
  await page.getByRole('button', { name: /^library\/nginx-2 / }).click();
  await expect(headingOf(page, 'Tags of library/nginx-2', 2)).toBeVisible();
  await expect(page.getByText('dial tcp: lookup gone.swr-pro.invalid: no such host').first()).toBeVisible();
});

test('a failure that turns into success within a minute is never told as one', async ({ page, simulator }) => {
  test.slow();
  await signIn(page, simulator.token, `${POLICIES}/29`);
  await press(await open(page, 'Run now', 'Run 1 replication policy now'), 'Run 1 replication policy now');
  await expect(result(page, /^1 replication policy started/)).toBeVisible(IN_THE_END);
  await expect(page.getByText(/Copying|Waiting/).first()).toBeVisible(IN_THE_END);
  // All of its images were tried by then, and the last ones failed.
  await simulator.advanceClock(35);
  await expect(page.getByText('Failed, may be retried')).toBeVisible(IN_THE_END);
  await simulator.advanceClock(32);
  await expect(page.getByRole('row').filter({ hasText: 'Copied' })).toBeVisible(IN_THE_END);
  await expect(page.locator('.status.danger')).toHaveCount(0);
});

test('a running execution is stopped, and another one is started from its page', async ({ page, simulator }) => {
  test.slow();
  await signIn(page, simulator.token, `${POLICIES}/22/301`);
  await press(await open(page, 'Stop', 'Stop 1 execution'), 'Stop 1 execution');
  await expect(result(page, /^1 execution stopped/)).toBeVisible(IN_THE_END);
  await expect(page.locator('.page-head')).toContainText('Stopped', IN_THE_END);
  await simulator.forgetRequests();
  await press(await open(page, 'Run again', 'Run 1 replication policy now'), 'Run 1 replication policy now');
  await expect(result(page, /^1 replication policy started/)).toBeVisible(IN_THE_END);
  const [start] = await simulator.writes('POST');
  expect(start?.body).toEqual({ policy_id: 22 });
});

test('a deleted policy comes back under a new ID and without its history', async ({ page, simulator, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  await signIn(page, simulator.token, POLICIES);
  await rowNamed(page, 'from-lab').getByRole('checkbox').check();
  const dialog = await open(page, 'Delete 1 replication policy', 'Delete 1 replication policy');
  await expect(dialog).toContainText('from-lab: harbor-lab → This instance');
  await expectNoAxeFindings(page);
  await press(dialog, 'Delete 1 replication policy');
  await expect(result(page, /^1 replication policy deleted/)).toBeVisible(IN_THE_END);
  await expect(rowNamed(page, 'from-lab')).toHaveCount(0);
  const undo = await openUndo(page);
  await expect(undo).toContainText('from-lab gets a new ID, and its execution history is gone.');
  await press(undo, 'Undo');
  await expect(rowNamed(page, 'from-lab')).toContainText('Never ran', IN_THE_END);
});

test('what runs of a policy is stopped before it is deleted', async ({ page, simulator, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  await signIn(page, simulator.token, `${POLICIES}/22`);
  await expect(page.getByText('Copying').first()).toBeVisible();
  const dialog = await open(page, 'Delete', 'Delete 1 replication policy');
  await expect(dialog).toContainText('Execution 301 is running');
  await confirm(dialog, 'Delete 1 replication policy');
  await expect(page.getByText('There is no replication policy with this ID')).toBeVisible(IN_THE_END);
  const [stop, remove, ...others] = await simulator.writes();
  expect([stop?.method, remove?.method, others.length]).toEqual(['PUT', 'DELETE', 0]);
});

test('a policy is disabled and enabled with all of its settings', async ({ page, simulator }) => {
  test.slow();
  await signIn(page, simulator.token, `${POLICIES}/21`);
  await press(await open(page, 'Disable', 'Disable 1 replication policy'), 'Disable 1 replication policy');
  await expect(result(page, /^1 replication policy disabled/)).toBeVisible(IN_THE_END);
  await expect(page.getByText('Not while disabled')).toBeVisible(IN_THE_END);
  await press(await open(page, 'Enable', 'Enable 1 replication policy'), 'Enable 1 replication policy');
  await expect(result(page, /^1 replication policy enabled/)).toBeVisible(IN_THE_END);
  const bodies = (await simulator.writes('PUT')).map(({ body }) => body as Record<string, unknown>);
  expect(bodies.map(({ enabled }) => enabled)).toEqual([false, true]);
  expect(bodies[0]).toEqual({ ...bodies[1], enabled: false });
});

test('a policy is made, and what is wrong with it stands at its field', async ({ page, simulator, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  await signIn(page, simulator.token, POLICIES);
  const dialog = await open(page, 'Create replication policy', 'Create replication policy');
  await dialog.getByLabel('Replication policy', { exact: true }).fill('to-nl');
  await dialog.getByLabel('Target registry', { exact: true }).fill('ee-nl');
  await dialog.getByLabel('Filter: name').fill('{library,shop}/*');
  await expect(dialog.getByText('2 of 135 repositories match now')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Scheduled' }).check();
  await dialog.getByLabel('Times (cron)').fill('0 0 2 * * ?');
  await expect(dialog.getByRole('listitem').filter({ hasText: ', in UTC' })).toHaveCount(5);
  await expectNoAxeFindings(page);
  await expectNoSidewaysScrolling(page);
  await press(dialog, 'Create replication policy');
  await expect(dialog.getByText('A replication policy of this name is there already.')).toBeVisible();
  expect(await simulator.writes('POST')).toHaveLength(0);
  await dialog.getByLabel('Replication policy', { exact: true }).fill('each-night');
  await press(dialog, 'Create replication policy');
  await expect(dialog).toBeHidden();
  await expect(rowNamed(page, 'each-night')).toContainText('ee-nl', IN_THE_END);
  await expect(rowNamed(page, 'each-night')).toContainText('Scheduled, 0 0 2 * * ?');
});
