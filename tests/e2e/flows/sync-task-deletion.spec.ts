// Stopping that images are copied, and taking the stop back.
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { SHOP_API, targetOf, type SyncTask } from '../support/cloud.ts';
import { confirm, dialogNamed, openDialog, openUndo, press } from '../support/dialog.ts';
import { BEN } from '../support/people.ts';
import { openDetails } from '../support/result.ts';
import { chooseLanguage, signIn } from '../support/session.ts';
import { FAILS, jobs, MORE, SHOP, WORKS } from '../support/sync-tasks.ts';
import { rowNamed, select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

test('five deletions end as they ended, are undone, and what was missed is synced', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  for (const target of MORE) await cloud.createSyncTask(SHOP_API, target);
  await signIn(page, simulator.token, SHOP);
  const [gone, , denied] = [...MORE].reverse() as [string, string, string];
  expect([gone, denied]).toEqual(['eu-west-101/acme-web', 'ap-southeast-3/acme-mirror']);
  await select(page, WORKS, FAILS, ...MORE);
  // At the last moment, after the console has read for the last time, one goes and another is refused.
  await page.route('**/api/swr/**/sync_repo', async (route) => {
    const target = route.request().method() === 'DELETE' && targetOf(route.request().postDataJSON() as SyncTask);
    if (target === gone) await cloud.deleteSyncTask(SHOP_API, gone);
    if (target !== denied) return route.continue();
    return route.fulfill({
      status: 400,
      json: { errors: [{ errorCode: 'SVCSTG.SWR.4000014', errorMessage: 'Busy', detail: '' }] },
    });
  });
  const dialog = await openDialog(page, 'Stop 5 sync tasks');
  for (const target of [WORKS, FAILS, ...MORE]) await expect(dialog).toContainText(target);
  await expect(dialog).toContainText('copies already there stay');
  await expectNoAxeFindings(page);
  await press(dialog, 'Stop 5 sync tasks');
  await expect(dialog.getByText('Type “confirm” first.')).toBeVisible();
  await confirm(dialog, 'Stop 5 sync tasks');
  await openDetails(page);
  await expect(page.getByText(/Stopped, checked with the cloud at/)).toHaveCount(3);
  await expect(page.getByText(/Was already gone, checked with the cloud at/)).toHaveCount(1);
  await expect(page.getByText('Refused')).toHaveCount(1);
  await expectAnnouncement(page, '4 sync tasks stopped; 1 of 5 is still there');
  await expect(rowNamed(page, denied)).toBeVisible();
  await expect(rowNamed(page, WORKS)).toHaveCount(0);
  await expectNoAxeFindings(page);

  await simulator.push('acme-web', 'shop/api', '1.5.0');
  await simulator.forgetRequests();
  const undo = await openUndo(page);
  await expect(undo).toContainText(`acme-web/shop/api → ${WORKS}`);
  await expect(undo.getByRole('listitem').filter({ hasText: gone })).toHaveCount(0);
  await expect(undo).toContainText('copy those tags once');
  await press(undo, 'Undo');
  await expectAnnouncement(page, '3 sync tasks created, checked with the cloud at');
  await expect(rowNamed(page, FAILS)).toBeVisible();
  const again = (await simulator.writes()).map((request) => request.body as SyncTask & { override: boolean });
  expect(again.map(targetOf).sort()).toEqual([FAILS, 'eu-nl/acme-data', WORKS].sort());
  expect(again.find((body) => targetOf(body) === FAILS)?.override).toBe(true);

  await page.getByRole('button', { name: 'Copy those tags' }).click();
  const sync = dialogNamed(page, 'Copy tags now');
  await expect(sync.getByRole('checkbox', { name: /^1\.5\.0/ })).toBeChecked();
  await expect(sync.getByRole('checkbox', { name: /^1\.4\.2/ })).not.toBeChecked();
  await simulator.forgetRequests();
  await press(sync, 'Copy tags now');
  await expect(sync).toBeHidden();
  await expect(jobs(page).getByRole('row').filter({ hasText: 'anna' }).filter({ hasText: '1.5.0' })).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Copy those tags' })).toBeHidden();
});

test('a deletion that is refused for want of a right says who may', async ({ page, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, BEN, SHOP);
  await select(page, WORKS);
  const dialog = await openDialog(page, 'Stop 1 sync task');
  await expect(dialog).toContainText(`New pushes stop being copied to ${WORKS}; copies already there stay.`);
  await press(dialog, 'Stop 1 sync task');
  await expect(page.getByText('Usually only the account or an administrator can manage automatic sync; identity policies can allow others to.').first()).toBeVisible();
  await expect(rowNamed(page, WORKS)).toBeVisible();
});

test('a task that has gone while the dialog was open is shown before anything is sent', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, SHOP);
  await select(page, WORKS);
  const dialog = await openDialog(page, 'Stop 1 sync task');
  await cloud.deleteSyncTask(SHOP_API, WORKS);
  await simulator.forgetRequests();
  await press(dialog, 'Stop 1 sync task');
  await expect(dialog.getByRole('alert').filter({ hasText: 'has changed since it was shown' })).toBeVisible();
  await expect(dialog).toContainText('already gone');
  expect(await simulator.writes()).toEqual([]);
  await expect(dialog).toContainText('There is nothing to send.');
  await press(dialog, 'Stop 1 sync task');
  await expect(dialog).toBeVisible();
  expect(await simulator.writes()).toEqual([]);
});

test('when the tasks cannot be read again nothing is deleted', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, SHOP);
  await select(page, WORKS);
  const dialog = await openDialog(page, 'Stop 1 sync task');
  await simulator.fault({ method: 'GET', path_contains: 'sync_repo', fate: 'status', status: 500, times: 1 });
  await simulator.forgetRequests();
  await press(dialog, 'Stop 1 sync task');
  await expect(dialog).toContainText('nothing was sent');
  expect(await simulator.writes()).toEqual([]);
  await press(dialog, 'Stop 1 sync task');
  await openDetails(page);
  await expect(page.getByText(/Stopped, checked with the cloud at/)).toHaveCount(1);
});

test('a deletion whose answer was lost ends in the truth', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, SHOP);
  await select(page, WORKS);
  await simulator.fault({ method: 'DELETE', path_contains: 'sync_repo', fate: 'drop-after' });
  await page.getByRole('button', { name: 'Stop 1 sync task' }).click();
  await dialogNamed(page, 'Stop 1 sync task').getByRole('button', { name: 'Stop 1 sync task' }).click();
  await openDetails(page);
  await expect(page.getByText(/Stopped, checked with the cloud at/)).toHaveCount(1);
  await expect(rowNamed(page, WORKS)).toHaveCount(0);
});

test('the same in Chinese', async ({ page, simulator }) => {
  await signIn(page, simulator.token, SHOP);
  await chooseLanguage(page, 'zh-CN');
  await page.getByRole('checkbox', { name: `选择 ${WORKS}` }).check();
  const dialog = await openDialog(page, '停止 1 个自动同步任务');
  await expect(dialog).toContainText(`新推送的镜像将不再同步到 ${WORKS}`);
  await expectNoAxeFindings(page);
  await press(dialog, '停止 1 个自动同步任务');
  await expectAnnouncement(page, '已停止 1 个自动同步任务');
  await page.getByRole('button', { name: '撤销' }).click();
  await dialogNamed(page, '撤销').getByRole('button', { name: '撤销' }).click();
  await expectAnnouncement(page, '已创建 1 个自动同步任务');
  await expect(page.getByRole('button', { name: '同步这些镜像版本' })).toBeVisible();
  await expectNoAxeFindings(page);
});
