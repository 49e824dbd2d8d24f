// The sync tasks of all repositories: read one after the other, grouped by target, deleted, undone, caught up.
import type { Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { signIn } from '../support/session.ts';
import { expect, test } from '../support/test.ts';

const refused = /Failed to load resource/;
const WHOLE = 'Read 314 of 316 repositories, 2 refused.';

const rows = (page: Page) => page.getByRole('grid').getByRole('rowheader');
const writes = (requests: { method: string; path: string; body?: unknown }[], method: string) =>
  requests.filter((request) => request.method === method);

async function open(page: Page, token: string, address = 'sync-tasks'): Promise<void> {
  await signIn(page, token, address);
  await expect(page.getByText(WHOLE)).toBeVisible({ timeout: 20_000 });
}

/** Selects the first tasks of the table and tells their repositories. */
async function selectFirst(page: Page, count: number): Promise<string[]> {
  const names: string[] = [];
  for (let index = 0; index < count; index += 1) {
    names.push(await rows(page).nth(index).innerText());
    await page.getByRole('grid').getByRole('checkbox', { name: /^Select / }).nth(index + 1).check();
  }
  return names;
}

test('a scan over 316 repositories is paused, resumed, and tells which two could not be read', async ({ page, simulator, complaints }) => {
  // Every one of 316 requests goes through the test.
  test.slow();
  complaints.allow(refused);
  let asked = 0;
  let release = () => {};
  const gate = new Promise<void>((done) => (release = done));
  await page.route('**/sync_repo', async (route) => {
    asked += 1;
    if (asked > 40) await gate;
    await route.continue();
  });
  await signIn(page, simulator.token, 'sync-tasks');
  await expect(page.getByText('Read 38 of 316 repositories, 2 refused.')).toBeVisible();
  await page.getByRole('button', { name: 'Pause reading' }).click();
  release();
  // What was under way is still taken in, and nothing is asked for any more.
  await expect(page.getByText('Read 42 of 316 repositories, 2 refused.')).toBeVisible();
  expect(asked).toBe(44);
  await page.getByRole('button', { name: 'Resume reading' }).click();
  await expect(page.getByText(WHOLE)).toBeVisible({ timeout: 20_000 });
  expect(asked).toBe(316);
  await page.getByText('2 repositories could not be read').click();
  await expect(page.getByText('acme-lab/fault-500-always')).toBeVisible();
  await expect(page.getByText('acme-lab/fault-403-sync')).toBeVisible();
  await expectNoAxeFindings(page);
});

test('throttling stops the scan, says so, and going on is up to the person', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await simulator.fault({ method: 'GET', path_contains: '/sync_repo', fate: 'status', status: 429, skip: 20 });
  await signIn(page, simulator.token, 'sync-tasks');
  await expect(page.getByText('Reading has stopped')).toBeVisible();
  await expect(page.getByText('Too many requests. Wait a minute and retry.')).toBeVisible();
  await page.getByRole('group', { name: 'Reading has stopped' }).getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(WHOLE)).toBeVisible({ timeout: 20_000 });
});

test('tasks are grouped by target, and those that failed are found', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await open(page, simulator.token);
  await expect(page.getByRole('heading', { name: 'Tasks (58)' })).toBeVisible();
  await page.getByRole('button', { name: /^eu-nl\/acme-web-nl – 17 tasks, 8 failed$/ }).click();
  await expect(page).toHaveURL(/target=eu-nl/);
  await expect(page.getByRole('heading', { name: 'Tasks (17)' })).toBeVisible();
  await page.getByLabel('Only those whose last job failed').check();
  await expect(page).toHaveURL(/last=failed/);
  await expect(page.getByRole('heading', { name: 'Tasks (8)' })).toBeVisible();
  await page.reload();
  await signIn(page, simulator.token, page.url());
  await expect(page.getByRole('heading', { name: 'Tasks (8)' })).toBeVisible({ timeout: 20_000 });
  await expectNoAxeFindings(page);
});

test('what was read stays while another page is shown', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await open(page, simulator.token);
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible();
  await simulator.forgetRequests();
  await page.getByRole('link', { name: 'All sync tasks' }).click();
  await expect(page.getByRole('heading', { name: 'Tasks (58)' })).toBeVisible();
  expect((await simulator.requests()).filter((request) => request.path.endsWith('/sync_repo'))).toEqual([]);
});

test('five tasks are deleted, of which one is gone already and one is refused, and the three come back', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await open(page, simulator.token, 'sync-tasks?target=eu-nl%2Facme-web-nl&sort=repository');
  const names = await selectFirst(page, 5);
  const address = (name: string) => {
    const [organization, ...rest] = name.split('/');
    return `${simulator.url}v2/manage/namespaces/${organization}/repos/${rest.join('$')}/sync_repo`;
  };
  const headers = { 'X-Auth-Token': simulator.token, 'Content-Type': 'application/json' };
  const escaped = (name: string) => name.slice(name.indexOf('/') + 1).replaceAll('/', '%24');
  await simulator.fault({ method: 'DELETE', path_contains: `${escaped(names[1]!)}/sync_repo`, fate: 'status', status: 400 });
  let isFirst = true;
  await page.route(`**/${escaped(names[0]!)}/sync_repo`, async (route) => {
    if (isFirst && route.request().method() === 'DELETE') {
      isFirst = false;
      const gone = await page.request.delete(address(names[0]!), { headers, data: route.request().postDataJSON() });
      expect(gone.status()).toBe(200);
    }
    await route.continue();
  });
  await page.getByRole('button', { name: 'Delete 5 sync tasks' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete 5 sync tasks' });
  await expect(dialog).toContainText('New pushes stop being copied to eu-nl/acme-web-nl; copies already there stay.');
  await expectNoAxeFindings(page);
  await dialog.getByRole('button', { name: 'Delete 5 sync tasks' }).click();
  await expect(dialog.getByText('Type “confirm” first.')).toBeVisible();
  await dialog.getByLabel('To confirm, type “confirm”.').fill('confirm');
  await dialog.getByRole('button', { name: 'Delete 5 sync tasks' }).click();
  await expectAnnouncement(page, '4 of 5 removed, 1 left');
  await expect(page.getByText(/Was already gone, read back/)).toHaveCount(1);
  await expect(page.getByText(/Removed, read back/)).toHaveCount(3);
  await expect(page.getByText('Refused', { exact: true })).toHaveCount(1);
  await expect(page.getByRole('heading', { name: 'Tasks (13)' })).toBeVisible();
  await simulator.forgetRequests();
  await page.getByRole('button', { name: 'Undo' }).click();
  const undo = page.getByRole('dialog', { name: 'Undo the change' });
  await expect(undo.getByText('sync those tags by hand')).toHaveCount(1);
  await undo.getByLabel('To confirm, type “confirm”.').fill('confirm');
  await undo.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'Tasks (16)' })).toBeVisible();
  const created = writes(await simulator.requests(), 'POST');
  expect(created.map((request) => request.path.split('/').at(-2)).sort()).toEqual(names.slice(2).map(escaped).sort());
  await expect(page.getByText(names[0]!, { exact: true }).and(rows(page))).toHaveCount(0);
});

test('what the targets lack is worked out and copied', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await open(page, simulator.token, 'sync-tasks?target=eu-nl%2Facme-web-nl&last=failed');
  await selectFirst(page, 2);
  await page.getByRole('button', { name: 'Sync missing tags' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sync missing tags' });
  await expect(dialog.getByText(/^Read 2 of 2 tasks: [1-9]/)).toBeVisible();
  await expectNoAxeFindings(page);
  await dialog.getByLabel('To confirm, type “confirm”.').fill('confirm');
  await simulator.forgetRequests();
  await dialog.getByRole('button', { name: 'Sync missing tags' }).click();
  await expect(page.getByRole('heading', { name: /^Sync [1-9][0-9]* tags?$/ })).toBeVisible();
  await expect(page.getByText(/^[0-9]+ of [0-9]+ started$/).first()).toBeVisible();
  const copied = writes(await simulator.requests(), 'POST');
  expect(copied).toHaveLength(2);
  for (const { path } of copied) expect(path).toMatch(/\/sync_images$/);
});

test('who may see one repository only is told that the rest is not theirs', async ({ page, complaints }) => {
  complaints.allow(refused);
  await signIn(page, 'DEMO-TOKEN-carla-MIIExampleOnlyGoodForTheSimulator', 'sync-tasks');
  await expect(page.getByText(/^Read [0-9]+ of [0-9]+ repositories, [0-9]+ refused\.$/)).toBeVisible();
});
