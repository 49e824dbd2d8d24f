// Image sync tasks of the host security service: watching one, whose they are, and what has no task.
//
// That 9 and 201 rows are refused before any request is shown natively: `page_sizes_are_10_to_200` in
// crates/cloud-api/tests/hss_requests.rs.
import { openExport } from '../support/export.ts';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { CARLA, CARLAS_ENTERPRISE_PROJECT } from '../support/people.ts';
import {
  chooseEnterpriseProject,
  expectFailedOf,
  failedOf,
  HOSTILE,
  idOf,
  LARGEST,
  NO_WAY,
  partOf,
  readings,
  RUNNING,
  scrollToEnd,
  startPickedHarborA,
  task,
  TASK_OF_THE_SUB_PROJECT,
} from '../support/security-sync.ts';
import { chooseLanguage, openPlace, signIn, signOut } from '../support/session.ts';
import { headingOf, rowNamed, select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

test('the latest task comes first with its registries, failed ones are marked, and one is opened', async ({ page, simulator, cloud }) => {
  const tasks = (await cloud.imageSyncTasks()).length;
  const registries = (await cloud.taskRegistries(idOf(RUNNING))).length;
  await signIn(page, simulator.token);
  await page.getByRole('link', { name: 'Image security sync' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Image security sync' })).toBeFocused();
  await expect(headingOf(page, 'Image sync tasks', tasks)).toBeVisible();
  const latest = page.getByRole('region', { name: 'Latest task' });
  await expect(latest).toContainText('Syncing');
  await expect(headingOf(latest, 'Registries', registries)).toBeVisible();
  await expect(latest).toContainText(NO_WAY);
  const all = page.getByRole('grid', { name: /^Image sync tasks/ }).getByRole('row');
  await expect(all.nth(1)).toContainText(/Syncing.*\d%/);
  await expect(all.nth(2)).toContainText(/Finished with failures/);
  await page.getByRole('link', { name: /^Manual sync, \d+ \w+ \d\d:\d\d$/ }).first().click();
  await expect(page).toHaveURL(new RegExp(RUNNING));
  await expect(headingOf(page, 'Registries', registries)).toBeVisible();
});

test('the first page keeps both tables in the address and follows a newer task', async ({ page, simulator, cloud }) => {
  const tasks = await cloud.imageSyncTasks();
  const automatic = tasks.filter(({ task_name }) => task_name.startsWith('autoSync')).length;
  await signIn(page, simulator.token, 'security-sync');
  const latest = page.getByRole('region', { name: 'Latest task' });
  await partOf(latest, 'Failed').click();
  await page.getByLabel('Filter image sync tasks').fill('autoSync');
  await expect(headingOf(page, 'Image sync tasks', automatic, tasks.length)).toBeVisible();
  await expect(page).toHaveURL(/status=failed/);
  await signIn(page, simulator.token, page.url());
  await expect(headingOf(page, 'Image sync tasks', automatic, tasks.length)).toBeVisible();
  await expect(partOf(latest, 'Failed')).toHaveAttribute('aria-pressed', 'true');
  await partOf(latest, 'Failed').click();
  await startPickedHarborA(page);
  await expect(headingOf(latest, 'Registries', 1)).toBeVisible();
  await simulator.advanceClock(60);
  await expect(partOf(latest, 'Finished', 1)).toBeVisible();
});

test('a task is watched to its end while failures appear, and then nothing is asked any more', async ({ page, simulator, cloud }) => {
  await simulator.advanceClock(-60);
  // Before the page runs, so that no alarm of it escapes the clock.
  await page.clock.install();
  await signIn(page, simulator.token, RUNNING);
  await expect(page.getByText('0%')).toBeVisible();
  await expect(partOf(page, 'Failed', 0)).toBeVisible();
  await rowNamed(page, 'harbor-b').getByRole('checkbox').check();
  await simulator.advanceClock(60);
  await expectFailedOf(page, cloud, RUNNING, 0);
  await expect(rowNamed(page, 'harbor-b')).toContainText(NO_WAY);
  await expect(page.getByRole('row').nth(1)).toContainText('Failed');
  await expect(page.getByText(/^(1[89]|2\d)%$/)).toBeVisible();
  await expect(rowNamed(page, 'harbor-b').getByRole('checkbox')).toBeChecked();
  await simulator.advanceClock(300);
  await expect(page.getByText('Finished with failures')).toBeVisible();
  await expect(partOf(page, 'Syncing', 0)).toBeVisible();
  const stamp = page.getByText(/Updated/);
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
  complaints.allowRefusals();
  await signIn(page, simulator.token, RUNNING);
  await expect(rowNamed(page, 'harbor-b')).toBeVisible();
  const failed = partOf(page, 'Failed');
  const before = await failed.textContent();
  expect(before).toMatch(/^Failed \d+$/);
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

test('updates keep the focus on its row, wherever the row goes, and the selection', async ({ page, simulator, cloud }) => {
  const before = failedOf(await cloud.taskRegistries(idOf(RUNNING))).length;
  await signIn(page, simulator.token, RUNNING);
  await select(page, 'mirror-04');
  const header = rowNamed(page, 'mirror-04').getByRole('rowheader');
  await header.click();
  const place = await header.getAttribute('data-cell');
  await simulator.advanceClock(60);
  await expectFailedOf(page, cloud, RUNNING, before);
  await expect(header).toBeFocused();
  expect(await header.getAttribute('data-cell')).not.toBe(place);
  await expect(page.getByRole('checkbox', { name: 'Select mirror-04', exact: true })).toBeChecked();
});

test('updates keep the scroll', async ({ page, simulator, cloud }) => {
  const before = failedOf(await cloud.taskRegistries(idOf(RUNNING))).length;
  await signIn(page, simulator.token, RUNNING);
  await expect(rowNamed(page, 'harbor-b')).toBeVisible();
  await scrollToEnd(page);
  const viewport = page.getByRole('grid').locator('.table-viewport');
  const place = await viewport.evaluate((element) => element.scrollTop);
  expect(place).toBeGreaterThan(0);
  await simulator.advanceClock(60);
  await expectFailedOf(page, cloud, RUNNING, before);
  expect(await viewport.evaluate((element) => element.scrollTop)).toBe(place);
});

test('of 5,000 registries under way only those are read that have ended since', async ({ page, simulator, cloud }) => {
  const registries = await cloud.taskRegistries(idOf(LARGEST));
  const registry_info = registries.map(({ registry_id, registry_type }) => ({ registry_id, registry_type }));
  await cloud.startImageSync({ sync_all_registries: false, registry_info });
  const [started] = await cloud.imageSyncTasks();
  await simulator.advanceClock(-600);
  await signIn(page, simulator.token, `security-sync/tasks/${started?.task_id}`);
  await expect(headingOf(page, 'Registries', registries.length)).toBeVisible();
  await openExport(page);
  await expect(page.getByRole('button', { name: 'Export CSV', exact: true })).toBeEnabled();
  await expect(partOf(page, 'Failed', 0)).toBeVisible();
  await simulator.forgetRequests();
  await simulator.advanceClock(605);
  await expect(partOf(page, 'Failed')).toBeVisible();
  await expect(partOf(page, 'Finished')).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toContainText('Failed');
  const read = readings(await simulator.requests());
  expect(read.map(({ query }) => String(query)).filter((query) => !query.includes('sync_status='))).toEqual([]);
  // The end is read whole.
  await simulator.advanceClock(600);
  await expect(partOf(page, 'Syncing', 0)).toBeVisible();
  await expect(page.getByText(/^Finished( with failures)?$/).first()).toBeVisible();
});

test('a user of one enterprise project chooses it once and sees its tasks', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const tasks = await cloud.imageSyncTasks(CARLAS_ENTERPRISE_PROJECT);
  const registries = await cloud.taskRegistries(tasks[0]!.task_id, CARLAS_ENTERPRISE_PROJECT);
  const others = (await cloud.imageSyncTasks()).length;
  await signIn(page, CARLA, 'security-sync');
  await expect(page.getByText('You may not see image sync tasks of this enterprise project.')).toBeVisible();
  await chooseEnterpriseProject(page, 'not an ID');
  await expect(page.getByText('Character 4, “ ”, is not allowed here.')).toBeVisible();
  await page.getByLabel('Enterprise project ID').fill(CARLAS_ENTERPRISE_PROJECT);
  await page.getByRole('dialog').getByRole('button', { name: 'Change enterprise project' }).click();
  await expect(headingOf(page, 'Image sync tasks', tasks.length)).toBeVisible();
  await page.locator('.page-head').getByRole('link').click();
  await expect(headingOf(page, 'Registries', registries.length)).toBeVisible();
  const asked = await simulator.requests();
  expect(String(asked.at(-1)?.query)).toContain(`enterprise_project_id=${CARLAS_ENTERPRISE_PROJECT}`);
  await signOut(page);
  await signIn(page, simulator.token, 'security-sync');
  await expect(headingOf(page, 'Image sync tasks', others)).toBeVisible();
});

test('what one person chose does not meet the next one in the tab, and waits for the same one', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const carlas = (await cloud.imageSyncTasks(CARLAS_ENTERPRISE_PROJECT)).length;
  const others = (await cloud.imageSyncTasks()).length;
  await signIn(page, CARLA, 'security-sync');
  await chooseEnterpriseProject(page, CARLAS_ENTERPRISE_PROJECT);
  await expect(headingOf(page, 'Image sync tasks', carlas)).toBeVisible();
  await page.reload();
  await signIn(page, simulator.token, 'security-sync');
  await expect(headingOf(page, 'Image sync tasks', others)).toBeVisible();
  await page.reload();
  await signIn(page, CARLA, 'security-sync');
  await expect(headingOf(page, 'Image sync tasks', carlas)).toBeVisible();
});

test('all granted enterprise projects are asked at once', async ({ page, simulator, cloud }) => {
  const tasks = (await cloud.imageSyncTasks('all_granted_eps')).length;
  expect(tasks).toBeGreaterThan((await cloud.imageSyncTasks()).length);
  await signIn(page, simulator.token, 'security-sync');
  await openPlace(page);
  await page.getByRole('button', { name: 'Change enterprise project' }).click();
  await page.getByRole('radio', { name: 'All enterprise projects you have access to' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Change enterprise project' }).click();
  await expect(headingOf(page, 'Image sync tasks', tasks)).toBeVisible();
});

test('a region without the service says so', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await simulator.leaveOut('hss');
  await signIn(page, simulator.token, 'security-sync');
  await expect(page.getByText('Image security sync is not offered in this region.')).toBeVisible();
});

test('a malformed task ID is refused in own words before any request', async ({ page, simulator, cloud }) => {
  const tasks = (await cloud.imageSyncTasks()).length;
  await simulator.forgetRequests();
  await signIn(page, simulator.token, 'security-sync/tasks/..%2Fnot');
  await expect(page.getByRole('heading', { level: 1, name: 'This is not a task ID.' })).toBeVisible();
  await expect(page.getByText('Character 1, “.”, is not allowed here.')).toBeVisible();
  expect((await simulator.requests()).filter(({ path }) => path.includes('/image'))).toEqual([]);
  await page.getByRole('link', { name: 'Back to image sync tasks' }).click();
  await expect(headingOf(page, 'Image sync tasks', tasks)).toBeVisible();
});

for (const [what, address, words] of [
  ['an unknown', 'security-sync/tasks/unknown', 'There is no task with this ID.'],
  ['a foreign', `security-sync/tasks/${TASK_OF_THE_SUB_PROJECT}`, 'This task is in another project or enterprise project'],
  ['an empty', task(6), 'HSS lists no registries for this task'],
] as const) {
  test(`${what} task has its own words`, async ({ page, simulator, complaints }) => {
    complaints.allowRefusals();
    await signIn(page, simulator.token, address);
    await expect(page.getByText(words)).toBeVisible();
  });
}

test('the same by keyboard alone', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'security-sync');
  await expect(page.getByRole('heading', { name: /^Image sync tasks \([1-9]/ })).toBeVisible();
  await page.getByRole('button', { name: 'Start a sync' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Start a sync' });
  await expect(dialog.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  for (const before of [
    dialog.getByRole('button', { name: 'Copy as KooCLI' }),
    dialog.getByRole('button', { name: 'Copy as PowerShell' }),
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
  await expect(dialog.getByText('1 selected')).toBeVisible();
  const start = dialog.getByRole('button', { name: 'Start a sync' });
  for (const after of [
    dialog.getByRole('button', { name: 'Copy as curl' }),
    dialog.getByRole('button', { name: 'Copy as PowerShell' }),
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

test('the same in Chinese', async ({ page, simulator, cloud }) => {
  const registries = await cloud.taskRegistries(idOf(HOSTILE));
  const failed = failedOf(registries).length;
  await signIn(page, simulator.token, HOSTILE);
  await chooseLanguage(page, 'zh-CN');
  await expect(headingOf(page, '镜像仓', registries.length)).toBeVisible();
  await partOf(page, '同步失败').click();
  await expect(headingOf(page, '镜像仓', failed, registries.length)).toBeVisible();
  await page.getByRole('button', { name: `重新同步 ${failed} 个失败的镜像仓` }).click();
  await page.getByRole('dialog').getByRole('button', { name: `重新同步 ${failed} 个失败的镜像仓` }).click();
  await expect(page.getByText('您启动的任务：')).toBeVisible();
  await expectNoAxeFindings(page);
});
