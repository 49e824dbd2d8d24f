// All copies to a region are stopped, everything is read once more, and what that proves is handed on.
import type { Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { coverage, findAll, regionOf, scanned } from '../support/all-sync-tasks.ts';
import { copiedBy } from '../support/clipboard.ts';
import { confirm, dialogNamed, openUndo, press } from '../support/dialog.ts';
import { hold } from '../support/hold.ts';
import { signIn } from '../support/session.ts';
import { expect, test } from '../support/test.ts';

const REGION = 'ap-southeast-3';
const STOP = `Stop all copies to ${REGION}`;

const tile = (page: Page) =>
  page.getByRole('group', { name: 'Target regions' }).getByRole('button', { name: new RegExp(`^${REGION} `) });

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('all copies to a region are stopped, and what is left is proven', async ({ page, simulator, cloud, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  const found = await findAll(cloud);
  const names = found.tasks.filter(({ target }) => regionOf(target) === REGION);
  expect(names.length).toBeGreaterThan(1);
  await signIn(page, simulator.token, 'sync-tasks');
  await scanned(page, found);
  await expect(page.getByRole('button', { name: STOP })).toHaveCount(0);
  await tile(page).click();
  await page.getByRole('button', { name: STOP }).click();
  const dialog = dialogNamed(page, STOP);
  await expect(dialog).toContainText(`${coverage(found)}: sync tasks of other repositories are not among these.`);
  for (const { repository, target } of names) await expect(dialog.getByRole('listitem').filter({ hasText: `${repository} → ${target}` })).toHaveCount(1);
  await expectNoAxeFindings(page);
  await simulator.forgetRequests();
  await confirm(dialog, `Stop ${names.length} sync tasks`);
  const proof = page.getByRole('status').filter({ hasText: `0 tasks to ${REGION}` });
  await expect(proof).toContainText(`0 tasks to ${REGION}, ${coverage(found)} at`, { timeout: 60_000 });
  await expect(proof).toContainText('UTC');
  await expect(proof).toContainText('could not be read, so there may be more');
  await expectNoAxeFindings(page);
  const requests = await simulator.requests();
  expect(requests.filter(({ method }) => method === 'DELETE')).toHaveLength(names.length);
  // Everything that can be asked about was read after the last deletion.
  const last = requests.map(({ method }) => method).lastIndexOf('DELETE');
  const read = requests.slice(last).filter(({ method, path }) => method === 'GET' && path.endsWith('/sync_repo'));
  expect(new Set(read.map(({ path }) => path)).size).toBe(found.repositories - found.nameless.length);
  const text = await copiedBy(page, proof.getByRole('button', { name: 'Copy as text' }));
  expect(text).toContain('Checked by anna');
  for (const { repository, target } of names) expect(text).toMatch(new RegExp(`${repository} → ${target}: .*request ID \\S+`));
  for (const repository of found.unreadable) expect(text).toContain(`Not read: ${repository}`);
  expect(text).not.toContain(simulator.token);
  await expect(tile(page)).toHaveCount(0);
  // The button that was pressed has left the page; the focus has not.
  await expect(page.getByRole('button', { name: STOP })).toHaveCount(0);
  await expect(page.locator(':focus')).toHaveCount(1);
});

test('the rows stay where they are when everything was read again', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const found = await findAll(cloud);
  const names = found.tasks.filter(({ target }) => regionOf(target) === REGION);
  await signIn(page, simulator.token, `sync-tasks?region=${REGION}`);
  await scanned(page, found);
  await page.getByRole('button', { name: STOP }).click();
  const dialog = dialogNamed(page, STOP);
  const release = await hold(page, /\/v2\/manage\/repos/);
  await confirm(dialog, `Stop ${names.length} sync tasks`);
  const reading = page.getByRole('status').filter({ hasText: 'Reading all repositories again' });
  await expect(reading).toBeVisible({ timeout: 60_000 });
  const before = await reading.boundingBox();
  release();
  const proof = page.getByRole('status').filter({ hasText: `0 tasks to ${REGION}` });
  await expect(proof).toContainText('could not be read, so there may be more', { timeout: 60_000 });
  expect(await proof.boundingBox()).toEqual(before);
});

test('what was proven is not told any more once the stop is undone', async ({ page, simulator, cloud, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  const found = await findAll(cloud);
  const names = found.tasks.filter(({ target }) => regionOf(target) === REGION);
  await signIn(page, simulator.token, `sync-tasks?region=${REGION}`);
  await scanned(page, found);
  await page.getByRole('button', { name: STOP }).click();
  await confirm(dialogNamed(page, STOP), `Stop ${names.length} sync tasks`);
  const proof = page.getByRole('status').filter({ hasText: `0 tasks to ${REGION}` });
  await expect(proof).toBeVisible({ timeout: 60_000 });
  await press(await openUndo(page), 'Undo');
  await expect(page.getByRole('heading', { level: 3, name: /created|started|undone/i }).first()).toBeVisible({ timeout: 60_000 });
  await expect(proof).toHaveCount(0);
});

test('a task that came meanwhile is counted by the check', async ({ page, simulator, cloud, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  const found = await findAll(cloud);
  await signIn(page, simulator.token, `sync-tasks?region=${REGION}`);
  await scanned(page, found);
  await page.getByRole('button', { name: STOP }).click();
  const names = found.tasks.filter(({ target }) => regionOf(target) === REGION);
  await cloud.createRepository('acme-web/aaa-new');
  await cloud.createSyncTask('acme-web/aaa-new', `${REGION}/acme-web`);
  await confirm(dialogNamed(page, STOP), `Stop ${names.length} sync tasks`);
  await expect(page.getByRole('status').filter({ hasText: `1 task to ${REGION}` })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('rowheader', { name: 'acme-web/aaa-new', exact: true })).toBeVisible();
  // What is there can be stopped in the same way.
  await page.getByRole('button', { name: STOP }).click();
  await press(dialogNamed(page, STOP), 'Stop 1 sync task');
  await expect(page.getByRole('status').filter({ hasText: `0 tasks to ${REGION}` })).toBeVisible({ timeout: 60_000 });
});
