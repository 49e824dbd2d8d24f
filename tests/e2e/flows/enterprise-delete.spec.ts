// Target registries deleted: free ones, and ones in use, which are freed first.
import type { Locator, Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { copiedBy } from '../support/clipboard.ts';
import { confirm, dialogNamed, press } from '../support/dialog.ts';
import { ACME, LARGE_ID } from '../support/enterprise.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { enterToken, signIn } from '../support/session.ts';
import { rowNamed } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const REGISTRIES = `${ACME}/registries`;
const DELETE = 'Delete 1 target registry';
const FREE = 'Free and delete 1 target registry';

/** An execution that is being stopped, and what is checked after it. */
const IN_THE_END = { timeout: 60_000 };

/** The line of the newest change. */
const result = (page: Page, text: RegExp): Locator => page.getByRole('heading', { level: 3, name: text });

/** Selects registries and opens the dialog that deletes them, once it has read who uses them. */
async function open(page: Page, ...names: string[]): Promise<Locator> {
  for (const name of names) await rowNamed(page, name).getByRole('checkbox').check();
  const button = names.length === 1 ? DELETE : `Delete ${names.length} target registries`;
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = dialogNamed(page, button);
  await expect(dialog.getByText('Loading')).toBeHidden();
  await expect(dialog.getByRole('listitem').first()).toBeVisible();
  return dialog;
}

/** What was sent, as the method and the end of the path. */
async function sent(simulator: { writes(): Promise<{ method: string; path: string }[]> }): Promise<string[]> {
  return (await simulator.writes()).map(({ method, path }) => `${method} ${path.split('/').slice(-2).join('/')}`);
}

test('a free registry is deleted plainly', async ({ page, simulator, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  await signIn(page, simulator.token, REGISTRIES);
  const dialog = await open(page, 'unused');
  await expect(dialog).toContainText('SWR never shows the secret');
  await expect(dialog).not.toContainText('in the way');
  await expectNoAxeFindings(page);
  await press(dialog, DELETE);
  await expect(result(page, /^1 target registry deleted/)).toBeVisible(IN_THE_END);
  await expect(rowNamed(page, 'unused')).toHaveCount(0);
  expect(await simulator.writes()).toHaveLength(1);
});

test('an ID that no number of JavaScript holds is deleted exactly', async ({ page, simulator, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  await signIn(page, simulator.token, REGISTRIES);
  const dialog = await open(page, 'large-id');
  await expect(dialog).toContainText('to-large: This instance → large-id');
  await confirm(dialog, FREE);
  await expect.poll(() => sent(simulator), IN_THE_END).toEqual(['DELETE policies/28', `DELETE registries/${LARGE_ID}`]);
  await expect(rowNamed(page, 'large-id')).toHaveCount(0, IN_THE_END);
});

for (const orphan of [false, true]) {
  const world = orphan ? 'that orphans policies' : 'that refuses';
  test(`a registry in use is freed and deleted in a cloud ${world}`, async ({ page, simulator, complaints }) => {
    test.slow();
    complaints.allowRefusals();
    await simulator.orphanPolicies(orphan);
    await signIn(page, simulator.token, REGISTRIES);
    const dialog = await open(page, 'old-harbor');
    await expect(dialog).toContainText('3 replication policies are in the way.');
    await expect(dialog).toContainText('from-old-harbor: old-harbor → This instance');
    await expect(dialog).toContainText('Execution 301 is running');
    // Nobody may delete this one.
    await dialog.getByLabel('What happens to fault-403-delete').selectOption('Point it to ee-nl');
    await expectNoAxeFindings(page);
    await expectNoSidewaysScrolling(page);
    await confirm(dialog, FREE);
    await expect.poll(async () => (await sent(simulator)).at(-1), IN_THE_END).toBe('DELETE registries/11');
    await expect(rowNamed(page, 'old-harbor')).toHaveCount(0, IN_THE_END);
    await expect(rowNamed(page, 'ee-nl')).toContainText('fault-403-delete');
    const lines = await sent(simulator);
    expect(lines.slice(0, -1).sort()).toEqual(['DELETE policies/22', 'DELETE policies/23', 'PUT executions/301', 'PUT policies/27']);
    // It is an execution of this policy.
    expect(lines.indexOf('PUT executions/301')).toBeLessThan(lines.indexOf('DELETE policies/22'));
  });
}

test('after a refusal in the middle and a reload, what is left is sent', async ({ page, simulator, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  await simulator.fault({ method: 'DELETE', path_contains: '/replication/policies/26', fate: 'status', status: 403, times: 1 });
  await signIn(page, simulator.token, REGISTRIES);
  const dialog = await open(page, 'ee-gone');
  await confirm(dialog, FREE);
  await expect(page.getByText('Not sent', { exact: true }).first()).toBeVisible(IN_THE_END);
  expect(await sent(simulator)).toEqual(['DELETE policies/26']);
  await page.reload();
  await enterToken(page, simulator.token);
  await page.getByRole('link', { name: 'Activity' }).click();
  await page.getByRole('button', { name: 'Send the 2 not done' }).click();
  const left = dialogNamed(page, 'Send what is left');
  await confirm(left, 'Send what is left');
  await expect.poll(() => sent(simulator), IN_THE_END).toEqual(['DELETE policies/26', 'DELETE policies/26', 'DELETE registries/15']);
});

test('a registry that somebody has begun to use meanwhile is not deleted with what is left', async ({ page, simulator, cloud, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  await simulator.orphanPolicies(true);
  await simulator.fault({ method: 'DELETE', path_contains: '/replication/policies/26', fate: 'status', status: 403, times: 1 });
  await signIn(page, simulator.token, REGISTRIES);
  await confirm(await open(page, 'ee-gone'), FREE);
  await expect(page.getByText('Not sent', { exact: true }).first()).toBeVisible(IN_THE_END);
  await cloud.createPolicy('theirs', 15);
  const before = (await sent(simulator)).length;
  await page.getByRole('button', { name: 'Send the 2 not done' }).first().click();
  const left = dialogNamed(page, 'Send what is left');
  await confirm(left, 'Send what is left');
  await expect(left).toContainText('in use by theirs by now');
  await expectNoAxeFindings(page);
  expect((await sent(simulator)).slice(before)).toEqual([]);
});

test('a right that is missing is told with the encoded message, which is copied', async ({ page, context, simulator, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, simulator.token, REGISTRIES);
  const dialog = await open(page, 'fault-403-delete', 'unused');
  await confirm(dialog, 'Delete 2 target registries');
  await expect(page.getByText('SWR names the missing right in encoded form.')).toBeVisible(IN_THE_END);
  expect(await copiedBy(page, page.getByRole('button', { name: 'Copy encoded message' }))).toMatch(/^[A-Za-z0-9+/=]+$/);
  await expect(rowNamed(page, 'unused')).toHaveCount(0, IN_THE_END);
  await expect(rowNamed(page, 'fault-403-delete')).toBeVisible();
});

test('a refused policy spares the others of its registry', async ({ page, simulator, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  await signIn(page, simulator.token, REGISTRIES);
  // Nobody may delete its policy fault-403-delete.
  const dialog = await open(page, 'old-harbor');
  await confirm(dialog, FREE);
  const left = page.getByRole('listitem').filter({ hasText: 'Not sent' });
  await expect(left.filter({ hasText: 'Target registry old-harbor' })).toBeVisible(IN_THE_END);
  await expect(left.filter({ hasText: 'Replication policy' })).toHaveCount(2);
  expect((await sent(simulator)).sort()).toEqual(['DELETE policies/27', 'PUT executions/301']);
});

for (const orphan of [false, true]) {
  const world = orphan ? 'that orphans policies' : 'that refuses';
  test(`a deleted registry is created again with its secret, and its policy gets the new one, in a cloud ${world}`, async ({
    page,
    simulator,
    complaints,
  }) => {
    test.slow();
    complaints.allowRefusals();
    await simulator.orphanPolicies(orphan);
    await signIn(page, simulator.token, REGISTRIES);
    await confirm(await open(page, 'harbor-lab'), FREE);
    await page.getByRole('button', { name: 'Create harbor-lab again' }).click(IN_THE_END);
    const form = dialogNamed(page, 'Create target registry again');
    await expect(form).toContainText('Then 1 replication policy gets the registry again:');
    await expect(form.getByLabel('Target registry', { exact: true })).toHaveValue('harbor-lab');
    await expectNoAxeFindings(page);
    await form.getByLabel('Hosts and their IP addresses').fill('harbor-lab.example.com 192.0.2.10');
    await form.getByLabel('Secret').fill('new-secret');
    await press(form, 'Create target registry again');
    await expect(form).toBeHidden(IN_THE_END);
    await expect(rowNamed(page, 'harbor-lab')).toContainText('from-lab', IN_THE_END);
  });
}
