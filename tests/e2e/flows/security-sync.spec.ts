// Image sync tasks of the host security service: watching one, finding what failed.
//
// That 9 and 201 rows are refused before any request is shown natively: `page_sizes_are_10_to_200` in
// crates/cloud-api/tests/hss_requests.rs.
import type { Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import {
  CARLA,
  CARLAS_ENTERPRISE_PROJECT,
  chooseEnterpriseProject,
  hold,
  HOSTILE,
  LARGEST,
  readings,
  refused,
  RUNNING,
  saved,
  scrollToEnd,
  startElsewhere,
  startPickedHarborA,
  task,
  TASK_OF_THE_SUB_PROJECT,
} from '../support/security-sync.ts';
import { signIn } from '../support/session.ts';
import type { Simulator } from '../support/simulator.ts';
import { rowNamed } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

test('the latest task comes first with its registries, failed ones are marked, and one is opened', async ({ page, simulator }) => {
  await signIn(page, simulator.token);
  await page.getByRole('link', { name: 'Image security sync' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Image security sync' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Sync tasks (36)' })).toBeVisible();
  const latest = page.getByRole('region', { name: 'Latest task' });
  await expect(latest).toContainText('Running');
  await expect(latest.getByRole('heading', { name: 'Registries (33)' })).toBeVisible();
  await expect(latest).toContainText('REQUEST_API_ERROR');
  const all = page.getByRole('grid', { name: /^Sync tasks/ }).getByRole('row');
  await expect(all.nth(1)).toContainText(/Running.*\d %/);
  await expect(all.nth(2)).toContainText(/Done, with failures.*100 %/);
  await latest.getByRole('link', { name: 'Open this task' }).click();
  await expect(page).toHaveURL(new RegExp(RUNNING));
  await expect(page.getByRole('heading', { name: 'Registries (33)' })).toBeVisible();
});

test('the first page keeps both tables in the address and follows a newer task', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'security-sync');
  const latest = page.getByRole('region', { name: 'Latest task' });
  await latest.getByRole('checkbox', { name: /^Failed/ }).check();
  await page.getByLabel('Filter sync tasks').fill('autoSync');
  await expect(page.getByRole('heading', { name: 'Sync tasks (30/36)' })).toBeVisible();
  await expect(page).toHaveURL(/status=failed/);
  await signIn(page, simulator.token, page.url());
  await expect(page.getByRole('heading', { name: 'Sync tasks (30/36)' })).toBeVisible();
  await expect(latest.getByRole('checkbox', { name: /^Failed/ })).toBeChecked();
  await latest.getByRole('checkbox', { name: /^Failed/ }).uncheck();
  await startPickedHarborA(page);
  await expect(latest.getByRole('heading', { name: 'Registries (1)' })).toBeVisible();
  await simulator.advanceClock(60);
  await expect(latest.getByRole('checkbox', { name: 'Finished (1)' })).toBeVisible();
});

test('a task is watched to its end while failures appear, and then nothing is asked any more', async ({ page, simulator }) => {
  await simulator.advanceClock(-60);
  // Before the page runs, so that no alarm of it escapes the clock.
  await page.clock.install();
  await signIn(page, simulator.token, RUNNING);
  await expect(page.getByText('0 %')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Failed (0)' })).toBeVisible();
  await rowNamed(page, 'harbor-b').getByRole('checkbox').check();
  await simulator.advanceClock(60);
  await expect(page.getByRole('checkbox', { name: /^Failed \([34]\)$/ })).toBeVisible();
  await expect(rowNamed(page, 'harbor-b')).toContainText('REQUEST_API_ERROR');
  await expect(page.getByRole('row').nth(1)).toContainText('Failed');
  await expect(page.getByText(/^(1[89]|2\d) %$/)).toBeVisible();
  await expect(rowNamed(page, 'harbor-b').getByRole('checkbox')).toBeChecked();
  await simulator.advanceClock(300);
  await expect(page.getByText('Done, with failures')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Running (0)' })).toBeVisible();
  const stamp = page.getByText(/Last updated/);
  await expect(stamp).toBeVisible();
  const refresh = page.getByRole('button', { name: 'Refresh' });
  await expect(refresh).toHaveAttribute('aria-busy', 'false');
  await simulator.forgetRequests();
  await page.clock.fastForward(60_000);
  // What an alarm had asked for would stand before what the person asks for now.
  await refresh.click();
  await expect.poll(async () => readings(await simulator.requests()).length).toBeGreaterThan(0);
  await expect(refresh).toHaveAttribute('aria-busy', 'false');
  expect(readings(await simulator.requests())).toHaveLength(1);
});

test('a poll that is lost says so, goes on, and calls nothing failed', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await signIn(page, simulator.token, RUNNING);
  await expect(rowNamed(page, 'harbor-b')).toBeVisible();
  const failed = page.locator('label').filter({ has: page.getByRole('checkbox', { name: /^Failed/ }) });
  const before = await failed.textContent();
  expect(before).toMatch(/^Failed \(\d+\)$/);
  await simulator.fault({ path_contains: '/image-sync/tasks/', fate: 'drop-before', times: 1 });
  await expect(page.getByText('Status unknown, retrying.')).toBeVisible();
  await expect(rowNamed(page, 'harbor-b')).toBeVisible();
  expect(await failed.textContent()).toBe(before);
  await expect(page.getByText('Status unknown, retrying.')).toBeHidden();
});

test('paused updates stay paused over a reload and ask nothing', async ({ page, simulator }) => {
  await page.clock.install();
  await signIn(page, simulator.token, RUNNING);
  await page.getByRole('button', { name: 'Pause updates' }).click();
  await expect(page.getByRole('button', { name: 'Resume updates' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Refresh' })).toHaveAttribute('aria-busy', 'false');
  await simulator.forgetRequests();
  await page.clock.fastForward(60_000);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(async () => readings(await simulator.requests()).length).toBeGreaterThan(0);
  await expect(page.getByRole('button', { name: 'Refresh' })).toHaveAttribute('aria-busy', 'false');
  expect(readings(await simulator.requests())).toHaveLength(1);
  await signIn(page, simulator.token, RUNNING);
  await expect(rowNamed(page, 'harbor-b')).toBeVisible();
  await page.getByRole('button', { name: 'Resume updates' }).click();
  await page.clock.fastForward(6_000);
  await expect.poll(async () => readings(await simulator.requests()).length).toBeGreaterThan(1);
});

test('updates keep the focus on its row, wherever the row goes, and the selection', async ({ page, simulator }) => {
  await signIn(page, simulator.token, RUNNING);
  await page.getByRole('checkbox', { name: 'Select mirror-04', exact: true }).check();
  const header = rowNamed(page, 'mirror-04').getByRole('rowheader');
  await header.click();
  const place = await header.getAttribute('data-cell');
  await simulator.advanceClock(60);
  await expect(page.getByRole('checkbox', { name: /^Failed \([5-9]\)$/ })).toBeVisible();
  await expect(header).toBeFocused();
  expect(await header.getAttribute('data-cell')).not.toBe(place);
  await expect(page.getByRole('checkbox', { name: 'Select mirror-04', exact: true })).toBeChecked();
});

test('updates keep the scroll', async ({ page, simulator }) => {
  await signIn(page, simulator.token, RUNNING);
  await expect(rowNamed(page, 'harbor-b')).toBeVisible();
  await scrollToEnd(page);
  const viewport = page.getByRole('grid').locator('.table-viewport');
  const before = await viewport.evaluate((element) => element.scrollTop);
  await simulator.advanceClock(60);
  await expect(page.getByRole('checkbox', { name: /^Failed \([5-9]\)$/ })).toBeVisible();
  expect(await viewport.evaluate((element) => element.scrollTop)).toBe(before);
});

test('two types and failed ones are chosen, and the address says so', async ({ page, simulator }) => {
  await signIn(page, simulator.token, LARGEST);
  await expect(page.getByRole('heading', { name: 'Registries (5,000)' })).toBeVisible();
  await page.getByRole('checkbox', { name: /^SwrShared/ }).check();
  await page.getByRole('checkbox', { name: /^SwrEnterprise/ }).check();
  await expectAnnouncement(page, '2,500 rows match');
  await page.getByRole('checkbox', { name: /^Failed/ }).check();
  await expect(page.getByRole('heading', { name: /^Registries \(\d+\/5,000\)$/ })).toBeVisible();
  await expect(page).toHaveURL(/types=SwrShared%2CSwrEnterprise/);
  await expect(page).toHaveURL(/status=failed/);
  for (const row of (await page.getByRole('row').all()).slice(1)) {
    await expect(row).toContainText(/SwrShared|SwrEnterprise/);
    await expect(row).toContainText('Failed');
  }
  const heading = await page.getByRole('heading', { name: /^Registries/ }).textContent();
  const address = page.url();
  await signIn(page, simulator.token, address);
  await expect(page.getByRole('heading', { name: heading ?? '' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^SwrShared/ })).toBeChecked();
});

test('failures are grouped by cause, and a cause narrows the table', async ({ page, simulator }) => {
  await signIn(page, simulator.token, HOSTILE);
  await page.getByText('8 failure causes').click();
  await page.getByRole('checkbox', { name: 'REQUEST_API_ERROR (1)' }).check();
  await expect(page.getByRole('heading', { name: 'Registries (1/33)' })).toBeVisible();
  await expect(rowNamed(page, 'harbor-b')).toBeVisible();
  await page.getByLabel('Filter registries').fill('nothing-like-this');
  await expect(page.getByText('Nothing matches the filter.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filter' }).click();
  await expect(page.getByRole('heading', { name: 'Registries (33)' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'REQUEST_API_ERROR (1)' })).not.toBeChecked();
});

test('those that failed alike are put together, the most frequent cause first', async ({ page, simulator }) => {
  await simulator.advanceClock(300);
  await signIn(page, simulator.token, RUNNING);
  await page.getByRole('checkbox', { name: 'Group by cause' }).check();
  await expect(page).toHaveURL(/sort=cause/);
  const failed = page.getByRole('row').filter({ hasText: 'Failed' });
  const causes = await failed.getByRole('gridcell').filter({ hasText: /\(\d+\)$/ }).allTextContents();
  expect(causes.length).toBe(await failed.count());
  expect(new Set(causes).size).toBeGreaterThan(2);
  const sizes = causes.map((cause) => Number(/\((\d+)\)$/.exec(cause)?.[1]));
  expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
  expect(sizes[0]).toBeGreaterThan(1);
  for (const [place, size] of sizes.entries()) {
    const first = causes.indexOf(causes[place] ?? '');
    expect(place - first).toBeLessThan(size);
    expect(causes.filter((cause) => cause === causes[place])).toHaveLength(size);
  }
  await expectNoAxeFindings(page);
  await signIn(page, simulator.token, page.url());
  await expect(page.getByRole('checkbox', { name: 'Group by cause' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'Group by cause' }).uncheck();
  await expect(page.getByRole('gridcell', { name: /[A-Z]{2} \(\d+\)$/ })).toHaveCount(0);
  await expect(page).not.toHaveURL(/sort=/);
});

test('of 5,000 registries under way only those are read that have ended since', async ({ page, simulator }) => {
  const ids = Array.from({ length: 5_000 }, (_, number) => ({
    registry_id: `9b2a1d3f-4c5e-4f60-8b7c-${(10_000 + number).toString(16).padStart(12, '0')}`,
    registry_type: ['SwrPrivate', 'SwrPrivate', 'SwrShared', 'SwrEnterprise'][number % 4],
  }));
  await startElsewhere(simulator, { sync_all_registries: false, registry_info: ids });
  await simulator.advanceClock(-600);
  await signIn(page, simulator.token, task(1_000));
  await expect(page.getByRole('heading', { name: 'Registries (5,000)' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export CSV' })).toBeEnabled();
  await expect(page.getByRole('checkbox', { name: 'Failed (0)' })).toBeVisible();
  await simulator.forgetRequests();
  await simulator.advanceClock(605);
  await expect(page.getByRole('checkbox', { name: /^Failed \([1-9]/ })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^Finished \([1-9]/ })).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toContainText('Failed');
  const read = readings(await simulator.requests());
  expect(read.map(({ query }) => String(query)).filter((query) => !query.includes('sync_status='))).toEqual([]);
  // The end is read whole.
  await simulator.advanceClock(600);
  await expect(page.getByRole('checkbox', { name: 'Running (0)' })).toBeVisible();
  await expect(page.getByText(/^Done/)).toBeVisible();
});

test('nothing is exported or started for a part until all registries have arrived', async ({ page, simulator }) => {
  const release = await hold(page, /registries\?.*offset=4800/);
  await signIn(page, simulator.token, LARGEST);
  await expect(rowNamed(page, 'archive/app-0007')).toBeVisible();
  await expect(page.getByText('wait until all registries are read')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export CSV' })).toBeDisabled();
  await expect(page.getByRole('button', { name: /^Sync again \d+ that failed/ })).toBeDisabled();
  await page.getByRole('checkbox', { name: 'Select archive/app-0007' }).check();
  await expect(page.getByRole('button', { name: 'Sync 1 registry again' })).toBeEnabled();
  await page.getByRole('checkbox', { name: 'Select archive/app-0007' }).uncheck();
  release();
  await expect(page.getByRole('button', { name: 'Sync again 200 that failed' })).toBeEnabled();
  await expect(page.getByRole('button', { name: 'Export CSV' })).toBeEnabled();
  await expect(page.getByText('wait until all registries are read')).toBeHidden();
});

test('5,000 registries are scrolled to the end and exported whole', async ({ page, simulator }) => {
  await signIn(page, simulator.token, LARGEST);
  await expect(page.getByRole('heading', { name: 'Registries (5,000)' })).toBeVisible();
  await page.getByRole('button', { name: 'Registry', exact: true }).click();
  await scrollToEnd(page);
  await expect(rowNamed(page, 'archive/app-4999')).toBeVisible();
  const csv = await saved(page, 'Export CSV');
  expect(csv.name).toMatch(/^image-sync-.*\.csv$/);
  const lines = csv.text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(5_001);
  expect(lines[0]).toBe('registry_id,registry_name,registry_type,sync_status,failed_reason');
  expect(lines[5_000]).toContain('archive/app-4999');
  const json = await saved(page, 'Export JSON');
  const registries = JSON.parse(json.text) as { registry_name: string }[];
  expect(new Set(registries.map((registry) => registry.registry_name)).size).toBe(5_000);
  expect(csv.text + json.text).not.toContain(simulator.token);
});

test('an export holds what the filter leaves, and no live formula', async ({ page, simulator }) => {
  await signIn(page, simulator.token, HOSTILE);
  await page.getByText('8 failure causes').click();
  await page.getByRole('checkbox', { name: /^=HYPERLINK/ }).check();
  await expect(page.getByRole('heading', { name: 'Registries (1/33)' })).toBeVisible();
  const { text } = await saved(page, 'Export CSV');
  const lines = text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.invalid"")"`);
});

test('hostile causes stay text, and an unknown status is shown as it is', async ({ page, simulator }) => {
  await signIn(page, simulator.token, HOSTILE);
  await expect(page.getByRole('gridcell', { name: '<script>alert(1)</script>' })).toBeVisible();
  await expect(page.getByRole('gridcell', { name: /^left⟨U\+202E⟩/ })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'skipped-by-policy (1)' })).toBeVisible();
});

test('a user of one enterprise project chooses it once and sees its tasks', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await signIn(page, CARLA, 'security-sync');
  await expect(page.getByText('You may not see sync tasks of this enterprise project.')).toBeVisible();
  await chooseEnterpriseProject(page, 'not an ID');
  await expect(page.getByText('Character 4, “ ”, is not allowed here.')).toBeVisible();
  await page.getByLabel('Enterprise project ID').fill(CARLAS_ENTERPRISE_PROJECT);
  await page.getByRole('dialog').getByRole('button', { name: 'Change enterprise project' }).click();
  await expect(page.getByRole('heading', { name: 'Sync tasks (2)' })).toBeVisible();
  await page.getByRole('link', { name: 'Open this task' }).click();
  await expect(page.getByRole('heading', { name: 'Registries (3)' })).toBeVisible();
  const asked = await simulator.requests();
  expect(String(asked.at(-1)?.query)).toContain(`enterprise_project_id=${CARLAS_ENTERPRISE_PROJECT}`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, simulator.token, 'security-sync');
  await expect(page.getByRole('heading', { name: 'Sync tasks (36)' })).toBeVisible();
});

test('what one person chose does not meet the next one in the tab, and waits for the same one', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await signIn(page, CARLA, 'security-sync');
  await chooseEnterpriseProject(page, CARLAS_ENTERPRISE_PROJECT);
  await expect(page.getByRole('heading', { name: 'Sync tasks (2)' })).toBeVisible();
  await page.reload();
  await signIn(page, simulator.token, 'security-sync');
  await expect(page.getByRole('heading', { name: 'Sync tasks (36)' })).toBeVisible();
  await page.reload();
  await signIn(page, CARLA, 'security-sync');
  await expect(page.getByRole('heading', { name: 'Sync tasks (2)' })).toBeVisible();
});

test('all granted enterprise projects are asked at once', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'security-sync');
  await page.getByRole('button', { name: 'Change enterprise project' }).click();
  await page.getByRole('radio', { name: 'All that you were granted' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Change enterprise project' }).click();
  await expect(page.getByRole('heading', { name: 'Sync tasks (38)' })).toBeVisible();
});

test('a region without the service says so', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await simulator.leaveOut('hss');
  await signIn(page, simulator.token, 'security-sync');
  await expect(page.getByText('Image security sync is not offered in this region.')).toBeVisible();
});

test('a malformed task ID is refused in own words before any request', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'security-sync/tasks/..%2Fnot');
  await expect(page.getByRole('heading', { level: 1, name: 'No sync task can have this ID' })).toBeVisible();
  await expect(page.getByText('Character 1, “.”, is not allowed here.')).toBeVisible();
  expect((await simulator.requests()).filter(({ path }) => path.includes('/image'))).toEqual([]);
  await page.getByRole('link', { name: 'Go to the sync tasks' }).click();
  await expect(page.getByRole('heading', { name: 'Sync tasks (36)' })).toBeVisible();
});

for (const [what, address, words] of [
  ['an unknown', 'security-sync/tasks/unknown', 'There is no sync task with this ID.'],
  ['a foreign', `security-sync/tasks/${TASK_OF_THE_SUB_PROJECT}`, 'This task belongs to another project or enterprise project'],
  ['an empty', task(6), 'The service names no registries of this task'],
] as const) {
  test(`${what} task has its own words`, async ({ page, simulator, complaints }) => {
    complaints.allow(refused);
    await signIn(page, simulator.token, address);
    await expect(page.getByText(words)).toBeVisible();
  });
}

test('the same by keyboard alone', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'security-sync');
  await expect(page.getByRole('heading', { name: 'Sync tasks (36)' })).toBeVisible();
  await page.getByRole('button', { name: 'Start a sync' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Start a sync' });
  await expect(dialog.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  for (const before of [
    dialog.getByRole('button', { name: 'Copy as KooCLI' }),
    dialog.getByRole('button', { name: 'Copy as curl' }),
    dialog.getByRole('radio', { name: 'All registries' }),
  ]) {
    await page.keyboard.press('Shift+Tab');
    await expect(before).toBeFocused();
  }
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('harbor-a');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(dialog.getByText('1 picked')).toBeVisible();
  const start = dialog.getByRole('button', { name: 'Start a sync' });
  for (const after of [
    dialog.getByRole('button', { name: 'Copy as curl' }),
    dialog.getByRole('button', { name: 'Copy as KooCLI' }),
    dialog.getByRole('button', { name: 'Cancel', exact: true }),
    start,
  ]) {
    await page.keyboard.press('Tab');
    await expect(after).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(page.getByText('The task that you started:')).toBeVisible();
});

test('the same in Chinese', async ({ page, simulator }: { page: Page; simulator: Simulator }) => {
  await signIn(page, simulator.token, HOSTILE);
  await page.getByLabel('Language').selectOption('zh-CN');
  await expect(page.getByRole('heading', { name: '镜像仓 (33)' })).toBeVisible();
  await page.getByRole('checkbox', { name: /^同步失败/ }).check();
  await expect(page.getByRole('heading', { name: '镜像仓 (8/33)' })).toBeVisible();
  await page.getByRole('button', { name: '重新同步 8 个失败的镜像仓' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '重新同步 8 个失败的镜像仓' }).click();
  await expect(page.getByText('您启动的任务：')).toBeVisible();
  await expectNoAxeFindings(page);
});
