// Where images are copied to: making that, following it, stopping it, and taking the stop back.
import type { Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { signIn } from '../support/session.ts';
import { rowNamed } from '../support/table.ts';
import type { Simulator } from '../support/simulator.ts';
import { expect, test } from '../support/test.ts';

const refused = /Failed to load resource/;
const SHOP = 'containers/acme-web/shop$api/sync-tasks';
const CARLA = 'DEMO-TOKEN-carla-MIIExampleOnlyGoodForTheSimulator';
const BEN = 'DEMO-TOKEN-ben-MIIExampleOnlyGoodForTheSimulator';

/** Targets of the tasks that shop/api begins with, and more that exist. */
const WORKS = 'eu-nl/acme-web-nl';
const FAILS = 'af-south-1/acme-web';
const MORE = ['ap-southeast-3/acme-mirror', 'eu-nl/acme-data', 'eu-west-101/acme-web'];

const jobs = (page: Page) => page.getByRole('grid', { name: /Sync jobs/ });
const dialogNamed = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
const select = async (page: Page, ...targets: string[]) => {
  for (const target of targets) await page.getByRole('checkbox', { name: `Select ${target}`, exact: true }).check();
};

interface Body {
  remoteRegionId: string;
  remoteNamespace: string;
}

const targetOf = ({ remoteRegionId, remoteNamespace }: Body) => `${remoteRegionId}/${remoteNamespace}`;

/** Sends a request about the tasks of shop/api behind the console's back. */
async function elsewhere(page: Page, simulator: Simulator, method: 'POST' | 'DELETE', target: string): Promise<void> {
  const [remoteRegionId, remoteNamespace] = target.split('/');
  const answer = await page.request.fetch(`${simulator.url}v2/manage/namespaces/acme-web/repos/shop$api/sync_repo`, {
    method,
    headers: { 'X-Auth-Token': simulator.token },
    data: { remoteRegionId, remoteNamespace, ...(method === 'POST' && { syncAuto: true, override: false }) },
  });
  expect(answer.status()).toBe(200);
}

const writes = async (simulator: Simulator) =>
  (await simulator.requests()).filter((request) => request.method !== 'GET');

test('a sync task is made once every field is right', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await signIn(page, simulator.token, SHOP);
  await expect(rowNamed(page, WORKS)).toContainText('Success');
  await expect(rowNamed(page, FAILS)).toContainText('Failed');
  await simulator.forgetRequests();
  await page.getByRole('button', { name: 'Create sync task' }).click();
  const dialog = dialogNamed(page, 'Create sync task');
  const region = dialog.getByLabel('Target region');
  const organization = dialog.getByLabel('Target organization');
  const create = dialog.getByRole('button', { name: 'Create sync task' });
  await expect(dialog.getByRole('checkbox', { name: 'Automatic' })).toBeChecked();
  await expect(dialog.locator('datalist option[value="cn-east-3"]')).toBeAttached();
  await expect(dialog.locator('datalist option[value="eu-de"]')).toHaveCount(0);

  await create.click();
  await expect(dialog).toContainText('Enter the target region.');
  await expect(region).toBeFocused();
  await expect(dialog).toContainText('Enter a name.');
  await region.fill('EU-nl');
  await region.blur();
  await expect(dialog).toContainText('Character 1, “E”, is not allowed here.');
  await region.fill('eu-de');
  await expect(dialog).toContainText('Images are copied to other regions only; this repository is in eu-de.');
  await region.fill('eu-nl');
  await organization.fill('acme..web');
  await organization.blur();
  await expect(dialog).toContainText('Character 6, “.”, cannot follow another separator.');
  await organization.fill('acme-web-nl');
  await create.click();
  await expect(dialog).toContainText('There is a sync task to eu-nl/acme-web-nl already.');
  expect(await writes(simulator)).toEqual([]);

  await region.fill('xx-nowhere-1');
  await create.click();
  await expect(region).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog).toContainText('The service does not accept this region.');
  await region.fill('eu-west-101');
  await create.click();
  await expect(organization).toHaveAttribute('aria-invalid', 'true');
  await expect(organization).toBeFocused();
  await expect(dialog).toContainText('The service finds no such organization in eu-west-101.');
  await organization.fill('acme-mirror');
  await expect(dialog).toContainText('New pushes are copied to eu-west-101/acme-mirror.');
  await dialog.getByRole('checkbox', { name: 'Overwrite tags that are there already' }).check();
  await expectNoAxeFindings(page);
  await create.click();
  await expect(dialog).toBeHidden();
  await expect(rowNamed(page, 'eu-west-101/acme-mirror')).toContainText('None yet');
  const sent = (await writes(simulator)).at(-1);
  expect(sent?.body).toEqual({
    remoteRegionId: 'eu-west-101',
    remoteNamespace: 'acme-mirror',
    syncAuto: true,
    override: true,
  });
});

test('who is not an administrator is told who can manage automatic sync', async ({ page, complaints }) => {
  complaints.allow(refused);
  await signIn(page, BEN, SHOP);
  await page.getByRole('button', { name: 'Create sync task' }).click();
  const dialog = dialogNamed(page, 'Create sync task');
  await dialog.getByLabel('Target region').fill('eu-nl');
  await dialog.getByLabel('Target organization').fill('acme-data');
  await dialog.getByRole('button', { name: 'Create sync task' }).click();
  await expect(dialog.getByText('Only the account or an administrator can manage automatic sync.')).toBeVisible();
});

test('a manual sync is followed to its end, a failed tag included', async ({ page, simulator }) => {
  await signIn(page, simulator.token, SHOP);
  await select(page, WORKS, FAILS);
  await page.getByRole('button', { name: 'Sync tags by hand' }).click();
  const dialog = dialogNamed(page, 'Sync tags by hand');
  await expect(dialog).toContainText(WORKS);
  await dialog.getByRole('button', { name: 'Sync tags by hand' }).click();
  await expect(dialog).toContainText('Choose at least one tag.');
  await dialog.getByRole('button', { name: 'Choose all' }).click();
  await expect(dialog.getByRole('checkbox', { name: /^1\.4\.0/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Choose none' }).click();
  await dialog.getByRole('checkbox', { name: /^1\.4\.0/ }).check();
  await expectNoAxeFindings(page);
  await simulator.forgetRequests();
  await dialog.getByRole('button', { name: 'Sync tags by hand' }).click();
  await expect(dialog).toBeHidden();
  const newest = jobs(page).getByRole('row').filter({ hasText: '1.4.0' });
  await expect(newest).toHaveCount(2);
  await expect(newest.filter({ hasText: WORKS })).toContainText('Waiting');
  await expect(newest.first()).toContainText('anna');
  await simulator.advanceClock(3);
  await expect(newest.filter({ hasText: WORKS })).toContainText('Running');
  await simulator.advanceClock(10);
  await expect(newest.filter({ hasText: WORKS })).toContainText('Success');
  await expect(newest.filter({ hasText: FAILS })).toContainText('Failed');
  await expectAnnouncement(page, 'Sync jobs ended: 2, not copied: 1');
  await expect(rowNamed(page, FAILS)).toContainText('1.4.0');
  await page.getByRole('button', { name: 'Status' }).click();
  await expect(jobs(page).getByRole('row').nth(1)).toContainText('Failed');
  const sent = (await writes(simulator)).map((request) => (request.body as { imageTag: string[] }).imageTag);
  expect(sent).toEqual([['1.4.0'], ['1.4.0']]);
});

test('copies are said to be started, and a tag that the service names as failed is not taken', async ({ page, simulator }) => {
  await page.route('**/api/swr/**/sync_images', async (route) => {
    const body = route.request().postDataJSON() as { imageTag: string[] };
    const imageTag = body.imageTag.filter((tag) => tag !== '1.4.2');
    const response = await route.fetch({ postData: JSON.stringify({ ...body, imageTag }) });
    await route.fulfill({ response, json: ['1.4.2'] });
  });
  await signIn(page, simulator.token, SHOP);
  await select(page, WORKS);
  await page.getByRole('button', { name: 'Sync tags by hand' }).click();
  const dialog = dialogNamed(page, 'Sync tags by hand');
  for (const tag of [/^1\.4\.1/, /^1\.4\.2/]) await dialog.getByRole('checkbox', { name: tag }).check();
  await dialog.getByRole('button', { name: 'Sync tags by hand' }).click();
  await expect(dialog).toBeHidden();
  const card = page.getByRole('article', { name: 'Sync 2 tags' });
  await expect(card).toContainText('1 of 2 started, 1 not');
  await expect(card.getByRole('listitem').filter({ hasText: /^1\.4\.1/ })).toContainText(/Started, read back \d/);
  await expect(card.getByRole('listitem').filter({ hasText: /^1\.4\.2/ })).toContainText('the service named it as failed');
  await expect(card).not.toContainText('Done');
  await expectAnnouncement(page, '1 of 2 started, 1 not');
});

test('jobs are followed without losing the place, and not at all while updates are paused', async ({ page, simulator }) => {
  await page.clock.install();
  await signIn(page, simulator.token, SHOP);
  await simulator.push('acme-web', 'shop/api', '1.5.0');
  await page.getByRole('button', { name: 'Refresh' }).last().click();
  const job = jobs(page).getByRole('row').filter({ hasText: '1.5.0' }).filter({ hasText: WORKS });
  await expect(job).toContainText('Waiting');
  await expect(job).toContainText('A push');
  await page.getByRole('button', { name: 'Pause updates' }).click();
  await expect(page.getByRole('button', { name: 'Resume updates' })).toBeVisible();
  await simulator.advanceClock(10);
  await simulator.forgetRequests();
  await job.getByRole('gridcell').nth(1).click();
  // Longer than the longest wait between two refreshes.
  await page.clock.runFor(20_000);
  expect((await simulator.requests()).filter((request) => request.path.endsWith('sync_job'))).toEqual([]);
  await expect(job).toContainText('Waiting');
  await page.getByRole('button', { name: 'Resume updates' }).click();
  await job.getByRole('gridcell').nth(1).click();
  await expect(job).toContainText('Success');
  await expect(job.locator(':focus')).toHaveCount(1);
});

test('five deletions end as they ended, are undone, and what was missed is synced', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  for (const target of MORE) await elsewhere(page, simulator, 'POST', target);
  await signIn(page, simulator.token, SHOP);
  const [gone, , denied] = [...MORE].reverse() as [string, string, string];
  expect([gone, denied]).toEqual(['eu-west-101/acme-web', 'ap-southeast-3/acme-mirror']);
  await select(page, WORKS, FAILS, ...MORE);
  // At the last moment, after the console has read for the last time, one goes and another is refused.
  await page.route('**/api/swr/**/sync_repo', async (route) => {
    const target = route.request().method() === 'DELETE' && targetOf(route.request().postDataJSON() as Body);
    if (target === gone) await elsewhere(page, simulator, 'DELETE', gone);
    if (target !== denied) return route.continue();
    return route.fulfill({
      status: 400,
      json: { errors: [{ errorCode: 'SVCSTG.SWR.4000014', errorMessage: 'Busy', detail: '' }] },
    });
  });
  await page.getByRole('button', { name: 'Delete 5 sync tasks' }).click();
  const dialog = dialogNamed(page, 'Delete 5 sync tasks');
  await expect(dialog.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  for (const target of [WORKS, FAILS, ...MORE]) await expect(dialog).toContainText(target);
  await expect(dialog).toContainText('copies already there stay');
  await expectNoAxeFindings(page);
  await dialog.getByRole('button', { name: 'Delete 5 sync tasks' }).click();
  await expect(dialog.getByText('Type “confirm” first.')).toBeVisible();
  await dialog.getByLabel('To confirm, type “confirm”.').fill('confirm');
  await dialog.getByRole('button', { name: 'Delete 5 sync tasks' }).click();
  await expect(page.getByText(/Removed, read back/)).toHaveCount(3);
  await expect(page.getByText(/Was already gone, read back/)).toHaveCount(1);
  await expect(page.getByText('Refused')).toHaveCount(1);
  await expectAnnouncement(page, '4 of 5 removed, 1 left');
  await expect(rowNamed(page, denied)).toBeVisible();
  await expect(rowNamed(page, WORKS)).toHaveCount(0);
  await expectNoAxeFindings(page);

  await simulator.push('acme-web', 'shop/api', '1.5.0');
  await simulator.forgetRequests();
  await page.getByRole('button', { name: 'Undo' }).click();
  const undo = dialogNamed(page, 'Undo the change');
  await expect(undo).toContainText(`acme-web/shop/api → ${WORKS}`);
  await expect(undo).not.toContainText(gone);
  await expect(undo).toContainText('sync those tags by hand');
  await undo.getByLabel('To confirm, type “confirm”.').fill('confirm');
  await undo.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/Done, read back/)).toHaveCount(3);
  await expect(rowNamed(page, FAILS)).toBeVisible();
  const again = (await writes(simulator)).map((request) => request.body as Body & { override: boolean });
  expect(again.map(targetOf).sort()).toEqual([FAILS, 'eu-nl/acme-data', WORKS].sort());
  expect(again.find((body) => targetOf(body) === FAILS)?.override).toBe(true);

  await page.getByRole('button', { name: 'Sync tags pushed meanwhile' }).click();
  const sync = dialogNamed(page, 'Sync tags by hand');
  await expect(sync.getByRole('checkbox', { name: /^1\.5\.0/ })).toBeChecked();
  await expect(sync.getByRole('checkbox', { name: /^1\.4\.2/ })).not.toBeChecked();
  await simulator.forgetRequests();
  await sync.getByRole('button', { name: 'Sync tags by hand' }).click();
  await expect(sync).toBeHidden();
  await expect(jobs(page).getByRole('row').filter({ hasText: 'anna' }).filter({ hasText: '1.5.0' })).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Sync tags pushed meanwhile' })).toBeHidden();
});

test('a deletion that is refused for want of a right says who may', async ({ page, complaints }) => {
  complaints.allow(refused);
  await signIn(page, BEN, SHOP);
  await select(page, WORKS);
  await page.getByRole('button', { name: 'Delete 1 sync task' }).click();
  const dialog = dialogNamed(page, 'Delete 1 sync task');
  await expect(dialog).toContainText(`New pushes stop being copied to ${WORKS}; copies already there stay.`);
  await dialog.getByRole('button', { name: 'Delete 1 sync task' }).click();
  await expect(page.getByText('Only the account or an administrator can manage automatic sync.')).toBeVisible();
  await expect(rowNamed(page, WORKS)).toBeVisible();
});

test('a task that has gone while the dialog was open is shown before anything is sent', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await signIn(page, simulator.token, SHOP);
  await select(page, WORKS);
  await page.getByRole('button', { name: 'Delete 1 sync task' }).click();
  const dialog = dialogNamed(page, 'Delete 1 sync task');
  await elsewhere(page, simulator, 'DELETE', WORKS);
  await simulator.forgetRequests();
  await dialog.getByRole('button', { name: 'Delete 1 sync task' }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: 'has changed since it was shown' })).toBeVisible();
  await expect(dialog).toContainText('already gone');
  expect(await writes(simulator)).toEqual([]);
  await dialog.getByRole('button', { name: 'Delete 1 sync task' }).click();
  await expect(page.getByText(/Was already gone, read back/)).toBeVisible();
});

test('when the tasks cannot be read again nothing is deleted', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await signIn(page, simulator.token, SHOP);
  await select(page, WORKS);
  await page.getByRole('button', { name: 'Delete 1 sync task' }).click();
  const dialog = dialogNamed(page, 'Delete 1 sync task');
  await simulator.fault({ method: 'GET', path_contains: 'sync_repo', fate: 'status', status: 500, times: 1 });
  await simulator.forgetRequests();
  await dialog.getByRole('button', { name: 'Delete 1 sync task' }).click();
  await expect(dialog).toContainText('nothing was sent');
  expect(await writes(simulator)).toEqual([]);
  await dialog.getByRole('button', { name: 'Delete 1 sync task' }).click();
  await expect(page.getByText(/Removed, read back/)).toHaveCount(1);
});

test('a deletion whose answer was lost ends in the truth', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await signIn(page, simulator.token, SHOP);
  await select(page, WORKS);
  await simulator.fault({ method: 'DELETE', path_contains: 'sync_repo', fate: 'drop-after' });
  await page.getByRole('button', { name: 'Delete 1 sync task' }).click();
  await dialogNamed(page, 'Delete 1 sync task').getByRole('button', { name: 'Delete 1 sync task' }).click();
  await expect(page.getByText(/Removed, read back/)).toHaveCount(1);
  await expect(rowNamed(page, WORKS)).toHaveCount(0);
});

test('a target can be typed for a manual sync, and a refusal stands at its field', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  await signIn(page, simulator.token, SHOP);
  await page.getByRole('button', { name: 'Sync tags by hand' }).click();
  const dialog = dialogNamed(page, 'Sync tags by hand');
  await dialog.getByLabel('Target region').fill('cn-east-3');
  await dialog.getByLabel('Target organization').fill('acme-web');
  await dialog.getByRole('checkbox', { name: /^1\.0\.0/ }).check();
  await dialog.getByRole('button', { name: 'Sync tags by hand' }).click();
  await expect(dialog).toContainText('The service finds no such organization in cn-east-3.');
  await dialog.getByLabel('Target organization').fill('acme-mirror');
  await dialog.getByRole('button', { name: 'Sync tags by hand' }).click();
  await expect(dialog).toBeHidden();
  await expect(jobs(page).getByRole('row').filter({ hasText: 'cn-east-3/acme-mirror' })).toHaveCount(1);
});

test('statuses that no document knows are shown as they are', async ({ page, simulator }) => {
  await page.route('**/api/swr/**/sync_job*', (route) =>
    route.fulfill({
      json: [
        { id: 2, tag: '<b>x</b>', remoteRegionId: 'eu-nl', remoteNamespace: 'acme-web-nl', status: 'half‮way', createdAt: 'soon' },
        { id: 1, tag: '1.0.0', remoteRegionId: 'Mars 1', remoteNamespace: '', status: 'failed' },
      ],
    }),
  );
  await page.route('**/api/swr/**/sync_repo', (route) =>
    route.fulfill({
      json: [
        { remoteRegionId: 'eu-nl', remoteNamespace: 'acme-web-nl' },
        { remoteRegionId: 'Mars 1', remoteNamespace: '' },
      ],
    }),
  );
  await signIn(page, simulator.token, SHOP);
  await expect(rowNamed(page, 'eu-nl/acme-web-nl')).toContainText('half⟨U+202E⟩way');
  await expect(rowNamed(page, 'eu-nl/acme-web-nl')).toContainText('Not told');
  await expect(rowNamed(page, '<b>x</b>')).toContainText('soon');
  await expect(page.getByRole('checkbox', { name: 'Select Mars 1/' })).toBeDisabled();
});

test('a repository whose sync nobody may see says so', async ({ page, complaints }) => {
  complaints.allow(refused);
  await signIn(page, CARLA, 'containers/acme-web/shop$fault/sync-tasks');
  await expect(page.getByText('You have no permission to see this list.').first()).toBeVisible();
});

test('a region without image sync says so, asks for no tasks, and is asked again', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  let isOffered = false;
  await page.route('**/feature-gates', (route) => route.fulfill({ json: { enable_image_sync: isOffered } }));
  await simulator.forgetRequests();
  await signIn(page, simulator.token, SHOP);
  await expect(page.getByText('Copying images to other regions is not offered here.')).toBeVisible();
  await expectNoAxeFindings(page);
  await page.getByRole('link', { name: 'All sync tasks' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'All sync tasks' })).toBeVisible();
  await expect(page.getByText('Copying images to other regions is not offered here.')).toBeVisible();
  expect((await simulator.requests()).filter((request) => request.path.includes('/sync_'))).toEqual([]);
  isOffered = true;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: /^Tasks/ })).toBeVisible();
});

test('a region that only refuses to list sync tasks says the same', async ({ page, simulator, complaints }) => {
  complaints.allow(refused);
  const unknown = { status: 404, json: { error_code: 'APIGW.0101', error_msg: 'The API does not exist', request_id: 'r1' } };
  await page.route('**/feature-gates', (route) => route.fulfill(unknown));
  await page.route('**/api/swr/**/sync_repo', (route) => route.fulfill(unknown));
  await signIn(page, simulator.token, SHOP);
  await expect(page.getByText('Copying images to other regions is not offered here.')).toBeVisible();
});

test('the same in Chinese', async ({ page, simulator }) => {
  await signIn(page, simulator.token, SHOP);
  await page.getByLabel('Language').selectOption('zh-CN');
  await page.getByRole('checkbox', { name: `选择 ${WORKS}` }).check();
  await page.getByRole('button', { name: '删除 1 个自动同步任务' }).click();
  const dialog = dialogNamed(page, '删除 1 个自动同步任务');
  await expect(dialog).toContainText(`新推送的镜像将不再同步到 ${WORKS}`);
  await expectNoAxeFindings(page);
  await dialog.getByRole('button', { name: '删除 1 个自动同步任务' }).click();
  await expectAnnouncement(page, '已删除 1/1');
  await page.getByRole('button', { name: '撤销' }).click();
  await dialogNamed(page, '撤销此更改').getByRole('button', { name: '撤销' }).click();
  await expectAnnouncement(page, '已完成 1/1');
  await expect(page.getByRole('button', { name: '同步该期间推送的镜像版本' })).toBeVisible();
  await expectNoAxeFindings(page);
});

test('the same by keyboard alone', async ({ page, simulator }) => {
  await signIn(page, simulator.token, SHOP);
  await expect(rowNamed(page, WORKS)).toBeVisible();
  await page.getByRole('button', { name: 'Create sync task' }).focus();
  await page.keyboard.press('Enter');
  const create = dialogNamed(page, 'Create sync task');
  await expect(create.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  await create.getByLabel('Target region').focus();
  await page.keyboard.type('eu-nl');
  await page.keyboard.press('Tab');
  await page.keyboard.type('acme-data');
  await page.keyboard.press('Tab');
  await expect(create.getByRole('checkbox', { name: 'Automatic' })).toBeFocused();
  // Overwrite, three ways to copy, cancel.
  for (let stop = 0; stop < 5; stop += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(create.getByRole('button', { name: 'Create sync task' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rowNamed(page, 'eu-nl/acme-data')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create sync task' })).toBeFocused();
});
