// The overview: its numbers are what the cloud counts, each leads to what it counts, and nothing claims more than was read.
import type { Page } from '@playwright/test';
import { removeAccess } from '../support/access.ts';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { SHOP_API } from '../support/cloud.ts';
import { openUndo, press } from '../support/dialog.ts';
import { countAll, expectRead, figure, readAll, section, type Counted } from '../support/overview.ts';
import { CARLA } from '../support/people.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { enterToken, signIn } from '../support/session.ts';
import type { Fault } from '../support/simulator.ts';
import { headingOf, rowNamed, written } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

/** Keeps a repository from being read from now on. */
const lost = (repository: string): Fault => ({
  path_contains: `/repos/${repository.slice(repository.indexOf('/') + 1)}/`, fate: 'status', status: 500, times: 100_000,
});

/** Follows a link, and expects so many rows in its table. */
async function leadsTo(page: Page, link: ReturnType<Page['getByRole']>, table: string, rows: number, of = rows): Promise<void> {
  await link.click();
  await expect(headingOf(page, table, rows, of)).toBeAttached({ timeout: 60_000 });
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
}

async function expectNumbers(page: Page, counted: Counted): Promise<void> {
  const who = section(page, 'Who can get our images');
  await expect(figure(page, 'Public repositories').getByRole('link')).toHaveText(new RegExp(`^${written(counted.public)} `));
  const grants = figure(page, 'Grants on organizations');
  await expect(grants).toContainText(counted.organizations === 0 ? '–' : `${written(counted.grants)} `);
  const shares = figure(page, 'Shares with accounts');
  const told = counted.repositories - counted.unread.length;
  await expect(shares).toContainText(told === 0 ? '–' : `${written(counted.shares)} `);
  // Of nothing that was read there is no number.
  const people = counted.reach.length === 0 ? 'Who can get our images' : `${counted.reach.length} `;
  await expect(who.getByRole('heading', { level: 2 })).toContainText(people);
  const widest = await who.locator('.reaches').getByRole('link').allInnerTexts().catch(() => []);
  expect(widest.map((text) => Number(/(\d+)/.exec(text.replace(/^.*\n/, ''))?.[1]))).toEqual(
    counted.reach.slice(0, 5).map(([, repositories]) => repositories),
  );
}

test('its numbers are those of the cloud, with repositories that cannot be read, and each leads to as many rows', async ({
  page, simulator, cloud, complaints,
}) => {
  test.slow();
  complaints.allowRefusals();
  const three = (await cloud.repositories('acme-web')).filter((name) => /^[^/]*\/[a-z0-9-]+$/.test(name)).slice(0, 3);
  await simulator.fault(...three.map(lost));
  const counted = await countAll(simulator, simulator.token);
  expect(counted.unread).toEqual(expect.arrayContaining(three));
  await signIn(page, simulator.token, 'overview');
  await expect(figure(page, 'Public repositories').getByRole('link')).toHaveText(new RegExp(`^${written(counted.public)} `));
  await expect(figure(page, 'Grants on organizations')).toContainText('–');
  await readAll(page, counted);
  await expectNumbers(page, counted);
  await expectNoAxeFindings(page);

  const failed = counted.tasks.filter(({ hasFailed }) => hasFailed).length;
  const attention = section(page, 'Needs attention');
  const who = section(page, 'Who can get our images');
  await leadsTo(page, figure(page, 'Public repositories').getByRole('link'), 'Public repositories', counted.public);
  await leadsTo(page, figure(page, 'Grants on organizations').getByRole('link'), 'Grants on organizations', counted.grants);
  await leadsTo(page, figure(page, 'Shares with accounts').getByRole('link'), 'Shares with accounts', counted.shares);
  await leadsTo(page, who.getByRole('heading', { level: 2 }).getByRole('link'), 'People with access', counted.reach.length);
  const widest = counted.reach[0]?.[1] ?? 0;
  await leadsTo(page, who.locator('.reaches').getByRole('link').first(), 'Repositories of one person', widest);
  const failures = attention.getByRole('link', { name: `${written(failed)} copies whose last job failed` });
  await leadsTo(page, failures, 'Tasks', failed, counted.tasks.length);
  const unread = attention.getByRole('link', { name: `${counted.unread.length} repositories could not be read` });
  await leadsTo(page, unread, 'Could not be read', counted.unread.length);
  const registries = attention.getByRole('link', { name: /target registr.* cannot be reached$/ }).first();
  const unhealthy = Number(/^\d+/.exec(await registries.innerText())?.[0]);
  await registries.click();
  await expect(page).toHaveURL(/\/registries\?health=unhealthy$/);
  await expect(page.getByRole('grid').getByRole('rowheader')).toHaveCount(unhealthy);
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Overview' }).click();
  const pending = attention.getByRole('link', { name: /machine images? shared with you waits? for an answer/ });
  await expect(pending).toContainText(`${counted.pending} `);
  await pending.click();
  await expect(page).toHaveURL(/machine-images\/shared-with-me\?status=pending$/);
  await expect(page.getByRole('grid').getByRole('rowheader')).toHaveCount(counted.pending);
});

test('every arrow of the picture, and of the table that tells the same, leads to as many tasks', async ({ page, simulator, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  const counted = await countAll(simulator, simulator.token);
  await signIn(page, simulator.token, 'overview');
  await readAll(page, counted);
  const copies = section(page, 'Where copies go');
  const regions = new Set(counted.tasks.map(({ region }) => region)).size;
  await expect(copies.getByRole('link', { name: `${written(counted.tasks.length)} tasks, ${regions} regions` })).toBeVisible();
  const { organization, region } = counted.tasks[0]!;
  const pair = counted.tasks.filter((task) => task.organization === organization && task.region === region);
  const arrow = copies.getByRole('link', { name: new RegExp(`^${organization} to ${region}: ${written(pair.length)} tasks?`) });
  await expect(arrow).toBeAttached();
  await expect(copies.getByRole('table')).toBeHidden();
  await copies.getByRole('button', { name: 'As a table' }).click();
  const row = copies.getByRole('row').filter({ has: page.getByRole('rowheader', { name: organization, exact: true }) }).filter({
    has: page.getByRole('cell', { name: region, exact: true }),
  });
  await expect(row.getByRole('cell').nth(1)).toHaveText(written(pair.length));
  await expectNoAxeFindings(page);
  await leadsTo(page, row.getByRole('cell').nth(1).getByRole('link'), 'Tasks', pair.length, counted.tasks.length);
  // A press with the keyboard opens an arrow as well, and the page is not loaded anew.
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  await arrow.focus();
  await page.keyboard.press('Enter');
  await expect(headingOf(page, 'Tasks', pair.length, counted.tasks.length)).toBeAttached();
  expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
  await page.getByRole('button', { name: `Only ${organization}` }).click();
  const inRegion = counted.tasks.filter((task) => task.region === region).length;
  await expect(headingOf(page, 'Tasks', inRegion, counted.tasks.length)).toBeAttached();
});

test('a reader is told how little can be seen, and nothing is claimed of the rest', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  const all = await countAll(simulator, simulator.token);
  const counted = await countAll(simulator, CARLA);
  expect(counted.repositories).toBeLessThan(all.repositories);
  await signIn(page, CARLA, 'overview');
  await expect(page.getByText(`You can see ${written(counted.repositories)} of ${written(all.repositories)} repositories`)).toBeVisible();
  await readAll(page, counted);
  await expectNumbers(page, counted);
  await expectNoAxeFindings(page);
});

test('what was changed is taken back from the overview', async ({ page, simulator, cloud }) => {
  await signIn(page, simulator.token, 'containers/acme-web/shop$api/permissions');
  const before = await cloud.access(SHOP_API);
  await removeAccess(page, 'david');
  await expectAnnouncement(page, `Access removed for 1 person on ${SHOP_API}, checked with the cloud at`);
  await page.getByRole('link', { name: 'Overview' }).click();
  const changed = section(page, 'What you changed');
  await expect(changed.getByRole('listitem')).toContainText(`Access removed for 1 person on ${SHOP_API}`);
  const undo = await openUndo(page);
  await press(undo, 'Undo');
  await expect(changed.getByRole('listitem').filter({ hasText: 'granted for 1 person' })).toBeVisible();
  await expect.poll(async () => (await cloud.access(SHOP_API)).length).toBe(before.length);
  await changed.getByRole('link', { name: 'All changes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible();
});

test('a first visit offers three sentences, each of which leads on', async ({ page, simulator, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  await page.goto('');
  await enterToken(page, simulator.token);
  const first = section(page, 'What do you want to do first');
  await expect(first).toBeVisible();
  await expectNoAxeFindings(page);
  await first.getByRole('link', { name: 'Stop copies to a region' }).click();
  await expect(page.getByRole('group', { name: 'Target regions' }).getByRole('button').first()).toBeVisible();
  // Something was read since.
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(first).toHaveCount(0);
  await page.reload();
  await enterToken(page, simulator.token);
  await first.getByRole('link', { name: 'Take away a person’s access' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'People with access' })).toBeVisible();
  await page.getByRole('grid').getByRole('link', { name: 'david', exact: true }).click();
  await page.getByRole('grid').getByRole('link', { name: SHOP_API, exact: true }).click();
  await expect(page.getByRole('checkbox', { name: 'Select david' })).toBeVisible();
  await page.goto('');
  await enterToken(page, simulator.token);
  await first.getByRole('button', { name: 'Export who has access' }).click();
  const counted = await countAll(simulator, simulator.token);
  await expectRead(page, counted);
  const file = section(page, 'Export who has access');
  await expect(file).toContainText('The file can be saved now.');
  const download = page.waitForEvent('download');
  await file.getByRole('button', { name: 'Export CSV', exact: true }).click();
  expect((await download).suggestedFilename()).toBe('who-can-get-images.csv');
  await expect(file).toHaveCount(0);
  await page.getByRole('main').getByRole('button', { name: 'Who has access' }).click();
  await expect(page.getByRole('button', { name: 'Export JSON' })).toBeVisible();
});

test('hostile names stay text', async ({ page, simulator, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  const counted = await countAll(simulator, simulator.token);
  await signIn(page, simulator.token, 'overview');
  await readAll(page, counted);
  const who = section(page, 'Who can get our images');
  await who.getByRole('heading', { level: 2 }).getByRole('link').click();
  const hostile = '<img src=x onerror=alert(1)>';
  await page.getByLabel('Filter').fill('onerror');
  await expect(rowNamed(page, hostile)).toBeVisible();
  await rowNamed(page, hostile).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(hostile);
  await expectNoAxeFindings(page);
});

test('nothing is asked of services that the region lacks', async ({ page, simulator }) => {
  const services = { iam: { host: 'iam.cloud.test', address: '/api/iam' }, hss: { host: 'hss.cloud.test', address: '/api/hss' } };
  await page.route('**/config.json', (route) =>
    route.fulfill({ json: { clouds: [{ id: 'own', name: 'Our cloud', regions: [{ id: 'eu-de', services }] }] } }),
  );
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await signIn(page, simulator.token, 'overview');
  await expect(section(page, 'What you changed')).toBeVisible();
  await expect(section(page, 'Who can get our images')).toHaveCount(0);
  await expect(section(page, 'Where copies go')).toHaveCount(0);
  expect(asked.filter((path) => /\/(swr|ims|swr-pro)\//.test(path))).toEqual([]);
});

test('on a phone the picture is a table, and nothing scrolls sideways', async ({ page, simulator, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  const counted = await countAll(simulator, simulator.token);
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, simulator.token, 'overview');
  await expectNoSidewaysScrolling(page);
  await readAll(page, counted);
  await expect(section(page, 'Where copies go').getByRole('table')).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await expectNoAxeFindings(page);
});

test('organizations that could not be read are counted and listed with why', async ({ page, simulator, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  await simulator.fault({ path_contains: '/namespaces/acme-data/access', fate: 'status', status: 500, times: 100_000 });
  const counted = await countAll(simulator, simulator.token);
  await signIn(page, simulator.token, 'overview');
  await readAll(page, counted);
  await expectNumbers(page, counted);
  const all = counted.unread.length + 1;
  const told = { name: `${all} repositories and organizations could not be read` };
  await expect(page.locator('.page-head').getByRole('link', told)).toBeVisible();
  await section(page, 'Needs attention').getByRole('link', told).click();
  await expect(headingOf(page, 'Could not be read', all)).toBeAttached();
  await expect(rowNamed(page, 'acme-data')).toContainText('HTTP 500');
  await expectNoAxeFindings(page);
});

for (const [width, height] of [[1280, 800], [768, 1000]] as const) {
  test(`nothing changes its place while it is read, at ${width} px`, async ({ page, simulator, complaints }) => {
    test.slow();
    complaints.allowRefusals();
    const counted = await countAll(simulator, simulator.token);
    await page.setViewportSize({ width, height });
    await signIn(page, simulator.token, 'overview');
    await expect(section(page, 'Needs attention').getByRole('link', { name: /waits? for an answer/ })).toBeVisible();
    await page.getByRole('button', { name: 'Read all repositories' }).click();
    const tops = () =>
      page.locator('.overview').evaluate((overview) => {
        const placed = [...overview.querySelectorAll('h2, .figures, .picture, .attention a[href*="machine-images"]')];
        return placed.map((element) => element.getBoundingClientRect().top);
      });
    await expect(page.getByRole('button', { name: 'Pause reading' })).toBeVisible();
    const before = await tops();
    expect(before).toHaveLength(7);
    await expectRead(page, counted);
    await expect(section(page, 'Needs attention').getByRole('link')).toHaveCount(4);
    expect(await tops()).toEqual(before);
  });
}

test('what was changed is taken back after a reload, and more than it shows is in Activity', async ({ page, simulator, cloud }) => {
  await signIn(page, simulator.token, 'containers/acme-web/shop$api/permissions');
  const before = await cloud.access(SHOP_API);
  await removeAccess(page, 'david');
  await expectAnnouncement(page, `Access removed for 1 person on ${SHOP_API}, checked with the cloud at`);
  await page.goto('overview');
  await enterToken(page, simulator.token);
  const changed = section(page, 'What you changed');
  await expect(changed.getByRole('listitem')).toContainText(`Access removed for 1 person on ${SHOP_API}`);
  await press(await openUndo(page), 'Undo');
  await expect.poll(async () => (await cloud.access(SHOP_API)).length).toBe(before.length);
  await expect(changed.getByRole('link', { name: 'All changes' })).toBeVisible();
});

for (const width of [320, 768]) {
  test(`the button that reads all stands apart from the title, at ${width} px`, async ({ page, simulator }) => {
    await page.setViewportSize({ width, height: 900 });
    await signIn(page, simulator.token, 'overview');
    const title = await page.getByRole('heading', { level: 1 }).boundingBox();
    const button = await page.getByRole('button', { name: 'Read all repositories' }).boundingBox();
    const first = await section(page, 'What do you want to do first').boundingBox();
    expect(button!.y - (title!.y + title!.height)).toBeGreaterThanOrEqual(4);
    expect(first!.y - (button!.y + button!.height)).toBeGreaterThanOrEqual(8);
  });
}

for (const width of [320, 1280]) {
  test(`what could not be read is seen whole in the head, at ${width} px`, async ({ page, simulator, complaints }) => {
    test.slow();
    complaints.allowRefusals();
    const counted = await countAll(simulator, simulator.token);
    await page.setViewportSize({ width, height: 800 });
    await signIn(page, simulator.token, 'overview');
    await readAll(page, counted);
    const told = page.locator('.page-head').getByRole('link', { name: /could not be read$/ });
    const expectWhole = async () => {
      const isCut = await told.evaluate((link) => {
        const around = [link, link.querySelector('span')!, link.parentElement!];
        return around.some((box) => box.scrollWidth > box.clientWidth);
      });
      const box = await told.boundingBox();
      expect(isCut).toBe(false);
      expect(box!.x + box!.width).toBeLessThanOrEqual(width);
    };
    await expectWhole();
    await page.getByRole('link', { name: /^\d+ people$/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'People with access' })).toBeVisible();
    await expectWhole();
  });
}
