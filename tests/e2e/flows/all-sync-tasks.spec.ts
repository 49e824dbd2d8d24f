// The sync tasks of all repositories: read one after the other, grouped by region, deleted, undone, caught up.
import type { Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { findAll, regionOf, scanned, type Found } from '../support/all-sync-tasks.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { escaped, targetOf, type Cloud, type SyncTask } from '../support/cloud.ts';
import { confirm, dialogNamed, openDialog, openUndo, press, typeConfirm } from '../support/dialog.ts';
import { CARLA } from '../support/people.ts';
import { openDetails } from '../support/result.ts';
import { signIn } from '../support/session.ts';
import type { Simulator } from '../support/simulator.ts';
import { headingOf, select, written } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const rows = (page: Page) => page.getByRole('grid').getByRole('rowheader');

/** The target of most tasks that the cloud begins with. */
const TARGET = 'eu-nl/acme-web-nl';
const TO_TARGET = 'sync-tasks?region=eu-nl&filter=acme-web-nl';

/** Opens the page and waits until all is read; gives what there was to find. */
async function open(page: Page, simulator: Simulator, cloud: Cloud, address = 'sync-tasks'): Promise<Found> {
  const found = await findAll(cloud);
  await signIn(page, simulator.token, address);
  await scanned(page, found);
  return found;
}

/** A repository's name inside its organization, as it stands in addresses. */
const placeOf = (repository: string) => escaped(repository.slice(repository.indexOf('/') + 1));

const toTarget = ({ tasks }: Found) => tasks.filter(({ target }) => target === TARGET);

/** The dialog whose title says how many tags are missing, once that is known. */
const missingDialog = (page: Page) => page.getByRole('dialog', { name: /^Copy ([1-9]\d* )?missing tags?$/ });

/** The button that says how many repositories could not be read, and opens the list of them. */
const gaps = (page: Page) => page.getByRole('button', { name: /repositories could not be read$/ });

/** The number that a text begins with. */
const numberOf = (text: string) => Number(text.replace(/ .*$/, '').replaceAll(',', ''));

/** How many repositories were asked for with an answer, good or not. */
async function covered(page: Page): Promise<number> {
  const read = await page.getByText(/^[0-9,]+ of [0-9,]+ repositories read so far…$/).innerText();
  const refused = (await gaps(page).count()) === 0 ? 0 : numberOf(await gaps(page).innerText());
  return numberOf(read) + refused;
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

test('a scan over all repositories is paused, resumed, and tells which could not be read', async ({ page, simulator, cloud, complaints }) => {
  // Every request goes through the test.
  test.slow();
  complaints.allowRefusals();
  const found = await findAll(cloud);
  // These count as answered before anything is asked.
  const nameless = found.nameless.length;
  let asked = 0;
  let release = () => {};
  const gate = new Promise<void>((done) => (release = done));
  await page.route('**/sync_repo', async (route) => {
    asked += 1;
    if (asked > 40) await gate;
    await route.continue();
  });
  await signIn(page, simulator.token, 'sync-tasks');
  await expect.poll(() => covered(page)).toBe(40 + nameless);
  await page.getByRole('button', { name: 'Pause reading' }).click();
  release();
  // What was under way is still taken in, and nothing is asked for any more.
  await expect.poll(() => covered(page)).toBe(44 + nameless);
  expect(asked).toBe(44);
  await page.getByRole('button', { name: 'Resume reading' }).click();
  await scanned(page, found);
  expect(asked).toBe(found.repositories - nameless);
  await page.getByRole('button', { name: `${found.unreadable.length} of ${found.repositories} repositories could not be read` }).click();
  for (const repository of found.unreadable) await expect(page.getByText(repository).first()).toBeVisible();
  await expect(page.getByText('acme-lab/fault-500-always')).toBeVisible();
  await expect(page.getByText('acme-lab/fault-403-sync')).toBeVisible();
  await expectNoAxeFindings(page);
});

test('throttling lets the scan wait, says so, and it goes on by itself', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const found = await findAll(cloud);
  await simulator.fault({ method: 'GET', path_contains: '/sync_repo', fate: 'status', status: 429, skip: 20 });
  await simulator.forgetRequests();
  await signIn(page, simulator.token, 'sync-tasks');
  await expect(page.getByText('SWR asks to wait.')).toBeVisible();
  // The throttled one, what went before it, and what was under way beside it.
  const asked = (await simulator.requests()).filter((request) => request.path.endsWith('/sync_repo'));
  expect(asked.length).toBeLessThanOrEqual(20 + 4);
  await scanned(page, found);
});

test('tasks are grouped by region, and those that failed are found', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const found = await open(page, simulator, cloud);
  const all = found.tasks.length;
  const inRegion = found.tasks.filter(({ target }) => regionOf(target) === 'eu-nl');
  const failed = inRegion.filter(({ hasFailed }) => hasFailed).length;
  expect([all - inRegion.length, inRegion.length - failed, failed].map(Math.sign)).toEqual([1, 1, 1]);
  await expect(headingOf(page, 'Tasks', all)).toBeVisible();
  const tile = page.getByRole('group', { name: 'Target regions' }).getByRole('button', { name: `eu-nl ${inRegion.length} tasks, ${failed} failed` });
  await tile.click();
  await expect(tile).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/region=eu-nl/);
  await expect(headingOf(page, 'Tasks', inRegion.length, all)).toBeVisible();
  const onlyFailed = page.getByRole('button', { name: 'Last copy failed' });
  await onlyFailed.click();
  await expect(page).toHaveURL(/last=failed/);
  await expect(headingOf(page, 'Tasks', failed, all)).toBeVisible();
  await page.reload();
  await signIn(page, simulator.token, page.url());
  await expect(headingOf(page, 'Tasks', failed, all)).toBeVisible({ timeout: 60_000 });
  await expect(onlyFailed).toHaveAttribute('aria-pressed', 'true');
  await expectNoAxeFindings(page);
  await tile.click();
  await onlyFailed.click();
  await expect(headingOf(page, 'Tasks', all)).toBeVisible();
});

test('what was read stays while another page is shown', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const { tasks } = await open(page, simulator, cloud);
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible();
  await simulator.forgetRequests();
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Sync tasks', exact: true }).click();
  await expect(headingOf(page, 'Tasks', tasks.length)).toBeVisible();
  expect((await simulator.requests()).filter((request) => request.path.endsWith('/sync_repo'))).toEqual([]);
});

test('five tasks are deleted, of which one is gone already and one is refused, and the three come back', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const found = await open(page, simulator, cloud, `${TO_TARGET}&sort=repository`);
  const [tasks, all] = [toTarget(found).length, found.tasks.length];
  const names = await selectFirst(page, 5);
  await simulator.fault({ method: 'DELETE', path_contains: `${placeOf(names[1]!)}/sync_repo`, fate: 'status', status: 400 });
  let isFirst = true;
  await page.route(`**/${placeOf(names[0]!)}/sync_repo`, async (route) => {
    if (isFirst && route.request().method() === 'DELETE') {
      isFirst = false;
      await cloud.deleteSyncTask(names[0]!, TARGET);
    }
    await route.continue();
  });
  const dialog = await openDialog(page, 'Stop 5 sync tasks');
  await expect(dialog).toContainText(`New pushes stop being copied to ${TARGET}; copies already there stay.`);
  await expectNoAxeFindings(page);
  await press(dialog, 'Stop 5 sync tasks');
  await expect(dialog.getByText('Type “confirm” first.')).toBeVisible();
  await confirm(dialog, 'Stop 5 sync tasks');
  await expectAnnouncement(page, '4 sync tasks stopped; 1 of 5 is still there');
  await openDetails(page);
  await expect(page.getByText(/Was already gone, checked with the cloud at/)).toHaveCount(1);
  await expect(page.getByText(/Stopped, checked with the cloud at/)).toHaveCount(3);
  await expect(page.getByText('Refused', { exact: true })).toHaveCount(1);
  await expect(headingOf(page, 'Tasks', tasks - 4, all - 4)).toBeVisible();
  await simulator.forgetRequests();
  const undo = await openUndo(page);
  await expect(undo.getByText('copy those tags once')).toHaveCount(1);
  await press(undo, 'Undo');
  await expect(headingOf(page, 'Tasks', tasks - 1, all - 1)).toBeVisible();
  const created = await simulator.writes('POST');
  expect(created.map((request) => request.path.split('/').at(-2)).sort()).toEqual(names.slice(2).map(placeOf).sort());
  await expect(page.getByRole('rowheader', { name: names[0]!, exact: true })).toHaveCount(0);
  // Only automatic ones have missed anything.
  await expect(page.getByText(/^[1-3] sync tasks? did not exist for a while/)).toBeVisible();
  await page.getByRole('button', { name: 'Copy those tags' }).click();
  const missed = missingDialog(page);
  await expect(missed.getByText(/^([1-3]) of \1 tasks checked/)).toBeVisible();
  await missed.getByText('Which tags').click();
  await expect(missed.getByRole('listitem').first()).toBeVisible();
  for (const name of await missed.getByRole('listitem').allInnerTexts()) {
    expect(names.slice(2).some((one) => name.startsWith(`${one} → ${TARGET}`))).toBe(true);
  }
});

test('what the targets lack is worked out and copied', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const found = await open(page, simulator, cloud, `${TO_TARGET}&last=failed`);
  const failed = toTarget(found).filter(({ hasFailed }) => hasFailed).length;
  const names = await selectFirst(page, 2);
  await page.getByRole('button', { name: 'Copy missing tags' }).click();
  const dialog = missingDialog(page);
  await expect(dialog.getByText(/^2 of 2 tasks checked, [1-9]/)).toBeVisible();
  await expect(dialog).toHaveAccessibleName(/^Copy [1-9]\d* missing tags?$/);
  await expectNoAxeFindings(page);
  await typeConfirm(dialog);
  await simulator.forgetRequests();
  await dialog.getByRole('button', { name: /^Copy [1-9][0-9]* tags? of 2 repositories$/ }).click();
  await expect(page.getByRole('heading', { name: /^Copying of [1-9][0-9]* tags? started/ })).toBeVisible();
  await expect.poll(async () => (await simulator.writes('POST')).length).toBe(2);
  for (const { path } of await simulator.writes('POST')) expect(path).toMatch(/\/sync_images$/);
  // Their rows follow the new jobs, and leave the filter of failed ones.
  await expect(page.getByText('2 hidden by the filter')).toBeVisible();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(headingOf(page, 'Tasks', failed - 2, found.tasks.length)).toBeVisible();
  await page.getByRole('button', { name: 'Last copy failed' }).click();
  const row = page.getByRole('row').filter({ hasText: names[0]! });
  await simulator.advanceClock(30);
  await expect(row).toContainText('Copied');
});

test('a target that is deselected is left out of what is copied', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const found = await open(page, simulator, cloud, 'sync-tasks?filter=shop%2Fapi');
  const tasks = found.tasks.filter(({ repository }) => repository === 'acme-web/shop/api');
  expect(tasks).toHaveLength(2);
  await select(page, ...tasks.map(({ repository, target }) => `${repository} → ${target}`));
  await page.getByRole('button', { name: 'Copy missing tags' }).click();
  const dialog = missingDialog(page);
  const targets = dialog.getByRole('group', { name: 'Targets that lack tags' }).getByRole('checkbox');
  await expect(targets).toHaveCount(2);
  const names = await dialog.getByRole('group', { name: 'Targets that lack tags' }).locator('label').allInnerTexts();
  const [first, second] = names.map((name) => /^(\S+) ([0-9]+) tags?$/.exec(name.trim()));
  const [left, stays] = [Number(first?.[2]), Number(second?.[2])];
  await expect(dialog.getByRole('button', { name: `Copy ${left + stays} tags of 1 repository` })).toBeVisible();
  await targets.first().uncheck();
  const action = dialog.getByRole('button', { name: `Copy ${stays} ${stays === 1 ? 'tag' : 'tags'} of 1 repository` });
  await expect(action).toBeVisible();
  await expectNoAxeFindings(page);
  await typeConfirm(dialog);
  await simulator.forgetRequests();
  await action.click();
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await simulator.writes('POST')).map(({ body }) => targetOf(body as SyncTask))).toEqual([second?.[1]]);
});

test('a repository that is new is read alone, and what was read of the others stays', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const found = await open(page, simulator, cloud);
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible();
  await cloud.createRepository('acme-web/aaa-new');
  await simulator.forgetRequests();
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Sync tasks', exact: true }).click();
  await scanned(page, { ...found, repositories: found.repositories + 1 });
  await expect(headingOf(page, 'Tasks', found.tasks.length)).toBeVisible();
  const asked = (await simulator.requests()).filter((request) => request.path.endsWith('/sync_repo'));
  expect(asked.map((request) => request.path.split('/').at(-2))).toEqual(['aaa-new']);
});

test('tasks whose jobs cannot be read are shown all the same', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  await page.route('**/shop%24api/sync_job*', (route) => route.fulfill({ status: 500, json: {} }));
  await open(page, simulator, cloud, 'sync-tasks?filter=shop%2Fapi');
  const row = page.getByRole('row').filter({ hasText: TARGET }).filter({ has: page.getByRole('link', { name: 'acme-web/shop/api', exact: true }) });
  await expect(row).toContainText('Not reported');
  await expect(row.getByRole('checkbox')).toBeEnabled();
});

test('a repository that cannot be read again is left out of a deletion, and named', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  await open(page, simulator, cloud, `${TO_TARGET}&sort=repository`);
  const names = await selectFirst(page, 2);
  await page.route(`**/${placeOf(names[0]!)}/sync_repo`, (route) =>
    route.request().method() === 'GET' ? route.fulfill({ status: 500, json: {} }) : route.continue());
  const dialog = await openDialog(page, 'Stop 2 sync tasks');
  await typeConfirm(dialog);
  await simulator.forgetRequests();
  await press(dialog, 'Stop 2 sync tasks');
  // What is left is counted anew.
  const rest = dialogNamed(page, 'Stop 1 sync task');
  const left = rest.getByRole('listitem').filter({ hasText: names[0]! });
  await expect(left).toContainText('could not be checked, not included');
  await expect(left).toContainText('HTTP 500');
  await expectNoAxeFindings(page);
  expect(await simulator.writes('DELETE')).toEqual([]);
  // What was confirmed has changed.
  await confirm(rest, 'Stop 1 sync task');
  await openDetails(page);
  await expect(page.getByText(/Stopped, checked with the cloud at/)).toHaveCount(1);
  expect(await simulator.writes('DELETE')).toHaveLength(1);
  await expect(page.getByRole('rowheader', { name: names[0]!, exact: true })).toHaveCount(1);
});

test('who may see one repository only gets what is read of that one, and is told so', async ({ page, cloud, complaints }) => {
  complaints.allowRefusals();
  const all = (await cloud.repositories()).length;
  await signIn(page, CARLA, 'sync-tasks');
  await expect(page.getByText(`You can see 1 of ${written(all)} repositories of this account; the others are not listed for you.`)).toBeVisible();
  await scanned(page, { repositories: 1, unreadable: [] });
  await expect(page.getByRole('link', { name: 'acme-web/shop/api', exact: true }).first()).toBeVisible();
  await expect(rows(page).filter({ hasNotText: 'acme-web/shop/api' })).toHaveCount(0);
});
