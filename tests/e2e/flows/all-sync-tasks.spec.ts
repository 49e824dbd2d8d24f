// The sync tasks of all repositories: read one after the other, grouped by target, deleted, undone, caught up.
import type { Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { signIn } from '../support/session.ts';
import { expect, test } from '../support/test.ts';

const refused = /Failed to load resource/;
const WHOLE = 'Read 314 of 317 repositories, 3 could not be read.';

const rows = (page: Page) => page.getByRole('grid').getByRole('rowheader');
const writes = (requests: { method: string; path: string; body?: unknown }[], method: string) =>
  requests.filter((request) => request.method === method);

async function open(page: Page, token: string, address = 'sync-tasks'): Promise<void> {
  await signIn(page, token, address);
  await expect(page.getByText(WHOLE)).toBeVisible({ timeout: 20_000 });
}

/** How many repositories were asked for with an answer, good or not. */
async function covered(page: Page): Promise<number> {
  const text = await page.getByText(/^Read [0-9]+ of 317 repositories, [0-9]+ could not be read\.$/).innerText();
  return [...text.matchAll(/Read ([0-9]+)|([0-9]+) could/g)].reduce((sum, [, read, refused]) => sum + Number(read ?? refused), 0);
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
  await expect.poll(() => covered(page)).toBe(41);
  await page.getByRole('button', { name: 'Pause reading' }).click();
  release();
  // What was under way is still taken in, and nothing is asked for any more.
  await expect.poll(() => covered(page)).toBe(45);
  expect(asked).toBe(44);
  await page.getByRole('button', { name: 'Resume reading' }).click();
  await expect(page.getByText(WHOLE)).toBeVisible({ timeout: 20_000 });
  expect(asked).toBe(316);
  await page.getByText('3 repositories could not be read').click();
  await expect(page.getByText('acme-lab/<b>legacy</b>')).toBeVisible();
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
  await expect(page.getByRole('rowheader', { name: names[0]!, exact: true })).toHaveCount(0);
  // Only automatic ones have missed anything.
  await expect(page.getByText(/^[1-3] sync tasks? (was|were) gone for a while/)).toBeVisible();
  await page.getByRole('button', { name: 'Sync tags pushed meanwhile' }).click();
  const missed = page.getByRole('dialog', { name: 'Sync missing tags' });
  await expect(missed.getByText(/^Read ([1-3]) of \1 tasks?:/)).toBeVisible();
  for (const name of await missed.getByRole('listitem').allInnerTexts()) {
    expect(names.slice(2).some((one) => name.startsWith(`${one} → eu-nl/acme-web-nl`))).toBe(true);
  }
});

test('what the targets lack is worked out and copied', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await open(page, simulator.token, 'sync-tasks?target=eu-nl%2Facme-web-nl&last=failed');
  const names = await selectFirst(page, 2);
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
  // Their rows follow the new jobs, and leave the filter of failed ones.
  await expect(page.getByRole('heading', { name: 'Tasks (6)' })).toBeVisible();
  await page.getByLabel('Only those whose last job failed').uncheck();
  const row = page.getByRole('row').filter({ hasText: names[0]! });
  await simulator.advanceClock(30);
  await expect(row).toContainText('Success');
});

test('a repository that is new is read alone, and what was read of the others stays', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await open(page, simulator.token);
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible();
  const made = await page.request.post(`${simulator.url}v2/manage/namespaces/acme-web/repos`, {
    headers: { 'X-Auth-Token': simulator.token },
    data: { repository: 'aaa-new', is_public: false },
  });
  expect(made.status()).toBe(200);
  await simulator.forgetRequests();
  await page.getByRole('link', { name: 'All sync tasks' }).click();
  await expect(page.getByText('Read 315 of 318 repositories, 3 could not be read.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Tasks (58)' })).toBeVisible();
  const asked = (await simulator.requests()).filter((request) => request.path.endsWith('/sync_repo'));
  expect(asked.map((request) => request.path.split('/').at(-2))).toEqual(['aaa-new']);
});

test('tasks whose jobs cannot be read are shown all the same', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await page.route('**/shop%24api/sync_job*', (route) => route.fulfill({ status: 500, json: {} }));
  await open(page, simulator.token, 'sync-tasks?filter=shop%2Fapi');
  const row = page.getByRole('row').filter({ hasText: 'eu-nl/acme-web-nl' }).filter({ has: page.getByRole('link', { name: 'acme-web/shop/api', exact: true }) });
  await expect(row).toContainText('Not told');
  await expect(row.getByRole('checkbox')).toBeEnabled();
});

test('a repository that cannot be read again is left out of a deletion, and named', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await open(page, simulator.token, 'sync-tasks?target=eu-nl%2Facme-web-nl&sort=repository');
  const names = await selectFirst(page, 2);
  const escaped = names[0]!.slice(names[0]!.indexOf('/') + 1).replaceAll('/', '%24');
  await page.route(`**/${escaped}/sync_repo`, (route) =>
    route.request().method() === 'GET' ? route.fulfill({ status: 500, json: {} }) : route.continue());
  await page.getByRole('button', { name: 'Delete 2 sync tasks' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete 2 sync tasks' });
  await dialog.getByLabel('To confirm, type “confirm”.').fill('confirm');
  await simulator.forgetRequests();
  await dialog.getByRole('button', { name: 'Delete 2 sync tasks' }).click();
  const left = dialog.getByRole('listitem').filter({ hasText: names[0]! });
  await expect(left).toContainText('could not be read just now, left out');
  await expect(left).toContainText('HTTP 500');
  await expectNoAxeFindings(page);
  expect(writes(await simulator.requests(), 'DELETE')).toEqual([]);
  await dialog.getByRole('button', { name: 'Delete 2 sync tasks' }).click();
  await expect(page.getByText(/Removed, read back/)).toHaveCount(1);
  expect(writes(await simulator.requests(), 'DELETE')).toHaveLength(1);
  await expect(page.getByRole('rowheader', { name: names[0]!, exact: true })).toHaveCount(1);
});

test('who may see one repository only is told that the rest is not theirs', async ({ page, complaints }) => {
  complaints.allow(refused);
  await signIn(page, 'DEMO-TOKEN-carla-MIIExampleOnlyGoodForTheSimulator', 'sync-tasks');
  await expect(page.getByText(/^Read [0-9]+ of [0-9]+ repositories, [0-9]+ could not be read\.$/)).toBeVisible();
});
