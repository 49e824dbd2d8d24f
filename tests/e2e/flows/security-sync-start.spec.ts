// Starting a synchronization of images by the host security service: all or picked registries, or what failed.
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { copiedBy, openCopies } from '../support/clipboard.ts';
import { openDialog, press } from '../support/dialog.ts';
import { hold } from '../support/hold.ts';
import { CARLA, CARLAS_ENTERPRISE_PROJECT } from '../support/people.ts';
import {
  chooseEnterpriseProject,
  confirmStart,
  failedOf,
  HOSTILE,
  idOf,
  LARGEST,
  partOf,
  startPickedHarborA,
  starts,
  syncAgain,
} from '../support/security-sync.ts';
import { signIn } from '../support/session.ts';
import { headingOf, select, written } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

test('a sync of picked registries is started, found and followed to its end', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'security-sync');
  const dialog = await openDialog(page, 'Start a sync');
  await dialog.getByRole('radio', { name: 'Selected registries' }).check();
  await press(dialog, 'Start a sync');
  await expect(dialog.getByText('Select at least one registry.')).toBeVisible();
  await dialog.getByLabel('Filter registries').fill('harbor-a');
  await dialog.getByRole('checkbox', { name: 'Select harbor-a', exact: true }).check();
  await dialog.getByLabel('Filter registries').fill('quay');
  // Its type is not a documented one, so no request can name it.
  await expect(dialog.getByRole('checkbox', { name: 'Select quay-mirror' })).toBeDisabled();
  await dialog.getByLabel('Filter registries').fill('mirror-01');
  await dialog.getByRole('checkbox', { name: 'Select mirror-01' }).check();
  await expect(dialog.getByText('2 selected')).toBeVisible();
  await expect(dialog.getByRole('grid', { name: 'Registries' })).toBeVisible();
  await simulator.forgetRequests();
  await confirmStart(page);
  await expect(page.getByText('The task that you started:')).toBeVisible();
  const [start, ...others] = starts(await simulator.requests());
  expect(others).toEqual([]);
  expect(start?.body).toMatchObject({
    sync_all_registries: false,
    registry_info: [{ registry_type: 'Harbor' }, { registry_type: 'Jfrog' }],
  });
  await page.locator('.banner').getByRole('link').click();
  await expect(headingOf(page, 'Registries', 2)).toBeVisible();
  await simulator.advanceClock(60);
  await expectAnnouncement(page, 'The sync you started has ended: Finished');
  await expect(partOf(page, 'Finished', 2)).toBeVisible();
});

test('when somebody else starts one at the same time, both are offered', async ({ page, simulator, cloud }) => {
  const tasks = (await cloud.imageSyncTasks()).length;
  await signIn(page, simulator.token, 'security-sync');
  await expect(headingOf(page, 'Image sync tasks', tasks)).toBeVisible();
  await page.getByRole('button', { name: 'Start a sync' }).click();
  // The other one begins between the reading of the tasks and the own start.
  await page.route('**/image-sync/tasks', async (route) => {
    await route.fetch();
    await route.continue();
  });
  await confirmStart(page);
  await expect(page.getByText('One of these is yours:')).toBeVisible();
  await expect(page.locator('.banner').getByRole('link')).toHaveCount(2);
});

test('what others start later is not called this person\'s', async ({ page, simulator, cloud }) => {
  const tasks = (await cloud.imageSyncTasks()).length;
  await signIn(page, simulator.token, 'security-sync');
  await startPickedHarborA(page);
  await expect(page.getByText('The task that you started:')).toBeVisible();
  await simulator.advanceClock(60);
  const ended = page.getByRole('region', { name: 'Notifications' }).getByText('The sync you started has ended');
  await expect(ended).toBeVisible();
  await ended.locator('..').getByRole('button', { name: 'Dismiss' }).click();
  await expect(ended).toBeHidden();
  await simulator.advanceClock(3_600);
  await cloud.startImageSync({ sync_all_registries: true });
  const all = page.getByRole('grid', { name: /^Image sync tasks/ }).getByRole('row');
  await page.getByRole('button', { name: 'Refresh' }).first().click();
  await expect(headingOf(page, 'Image sync tasks', tasks + 2)).toBeVisible();
  await expect(all.nth(1)).toContainText('Syncing');
  await expect(page.locator('.banner').getByRole('link')).toHaveCount(1);
  await expect(page.getByText('The task that you started:')).toBeVisible();
  await simulator.advanceClock(120);
  await expect(all.nth(1)).toContainText('Finished');
  await expect(ended).toBeHidden();
});

test('while the tasks are read before a start, the dialog says so', async ({ page, simulator, cloud }) => {
  const again = await syncAgain(cloud, HOSTILE);
  await signIn(page, simulator.token, HOSTILE);
  const dialog = await openDialog(page, again);
  const release = await hold(page, '**/image/tasks?*');
  await press(dialog, again);
  await expect(dialog.getByRole('status').filter({ hasText: 'Checking current tasks…' })).toHaveCount(1);
  await expect(dialog.locator('[aria-busy="true"]').getByRole('button', { name: 'Cancel' })).toBeVisible();
  release();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('The task that you started:')).toBeVisible();
});

test('a start that the service refuses has its own words', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, 'security-sync');
  await page.route('**/image-sync/tasks', (route) =>
    route.fulfill({ status: 400, json: { error_code: 'HSS.1019', error_description: 'The registry does not exist' } }),
  );
  await startPickedHarborA(page);
  await expect(page.getByText('HSS no longer knows one of these registries.').first()).toBeVisible();
});

test('reads and a start can be copied, with enterprise project and region, never with the token', async ({ page, cloud, context, complaints }) => {
  complaints.allowRefusals();
  const tasksOfCarla = (await cloud.imageSyncTasks(CARLAS_ENTERPRISE_PROJECT)).length;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, CARLA, 'security-sync');
  await chooseEnterpriseProject(page, CARLAS_ENTERPRISE_PROJECT);
  await expect(headingOf(page, 'Image sync tasks', tasksOfCarla)).toBeVisible();
  const latest = page.getByRole('region', { name: 'Latest task' });
  await openCopies(latest);
  const registries = await copiedBy(page, latest.getByRole('button', { name: 'Copy as curl' }));
  expect(registries).toContain('/registries?');
  await page.getByRole('button', { name: 'Copy as', exact: true }).last().click();
  const tasks = await copiedBy(page, page.getByRole('button', { name: 'Copy as KooCLI' }));
  expect(tasks).toContain('hcloud HSS ListImageScanTask');
  const dialog = await openDialog(page, 'Start a sync');
  const start = await copiedBy(page, dialog.getByRole('button', { name: 'Copy as curl' }));
  expect(start).toContain("-H 'region: eu-de'");
  expect(start).toContain('sync_all_registries');
  await dialog.getByRole('radio', { name: 'Selected registries' }).check();
  await expect(dialog.getByRole('button', { name: 'Copy as curl' })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: 'Select team-harbor' }).check();
  const picked = await copiedBy(page, dialog.getByRole('button', { name: 'Copy as KooCLI' }));
  expect(picked).toContain('hcloud HSS CreateImageSynchronizeTask');
  expect(picked).toContain('registry_info');
  for (const line of [registries, tasks, start, picked]) {
    expect(line).toContain(CARLAS_ENTERPRISE_PROJECT);
    expect(line).not.toContain(CARLA);
  }
});

test('a start whose answer is lost is proved by no task of whoever, and not sent again', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, 'security-sync');
  await page.getByRole('button', { name: 'Start a sync' }).click();
  await simulator.fault({ method: 'POST', path_contains: '/image-sync/tasks', fate: 'drop-after' });
  await simulator.forgetRequests();
  await confirmStart(page);
  await expect(page.getByText('A sync has begun since, and somebody else may have started it')).toBeVisible();
  await expect(page.getByText('The task that you started:')).toHaveCount(0);
  expect(starts(await simulator.requests())).toHaveLength(1);
});

test('nothing is started when the tasks cannot be read before', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const again = await syncAgain(cloud, HOSTILE);
  await signIn(page, simulator.token, HOSTILE);
  const dialog = await openDialog(page, again);
  await simulator.fault({ method: 'GET', path_contains: '/image/tasks', fate: 'status', status: 500, times: 1 });
  await simulator.forgetRequests();
  await press(dialog, again);
  await expect(dialog.getByRole('alert').filter({ hasText: 'so nothing was started' })).toBeVisible();
  expect(starts(await simulator.requests())).toEqual([]);
});

test('what failed is synchronized again', async ({ page, simulator, cloud }) => {
  const registries = await cloud.taskRegistries(idOf(LARGEST));
  const failed = failedOf(registries);
  const again = await syncAgain(cloud, LARGEST);
  await signIn(page, simulator.token, LARGEST);
  await expect(headingOf(page, 'Registries', registries.length)).toBeVisible({ timeout: 60_000 });
  const dialog = await openDialog(page, again);
  await expect(dialog).toContainText(failed[0]?.registry_name ?? '');
  await expect(dialog).toContainText(`and ${written(failed.length - 100)} more`);
  await expectNoAxeFindings(page);
  await press(dialog, again);
  await page.locator('.banner').getByRole('link').click();
  await expect(headingOf(page, 'Registries', failed.length)).toBeVisible();
  await simulator.advanceClock(60);
  // What HSS gets at is done this time, what it does not get at fails again.
  const [started] = await cloud.imageSyncTasks();
  const read = await cloud.taskRegistries(started?.task_id ?? '');
  const failedAgain = failedOf(read).length;
  expect([read.length - failedAgain, failedAgain].map(Math.sign)).toEqual([1, 1]);
  await expect(partOf(page, 'Finished', read.length - failedAgain)).toBeVisible();
  await expect(partOf(page, 'Failed', failedAgain)).toBeVisible();
});

test('only selected registries are synchronized again', async ({ page, simulator }) => {
  await signIn(page, simulator.token, HOSTILE);
  await select(page, 'harbor-b');
  await simulator.forgetRequests();
  await page.getByRole('button', { name: 'Sync 1 registry again' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sync 1 registry again' }).click();
  await expect(page.getByText('The task that you started:')).toBeVisible();
  const [start] = starts(await simulator.requests());
  expect(start?.body).toMatchObject({ registry_info: [{ registry_type: 'Harbor' }] });
});
