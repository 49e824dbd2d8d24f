// Who machine images are shared with: counted by a scan, seen from the recipients, and what others share.
import type { Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import type { Cloud, ImageMember } from '../support/cloud.ts';
import { readCsv, saved } from '../support/export.ts';
import { openGoTo } from '../support/go-to.ts';
import { hold } from '../support/hold.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { signIn } from '../support/session.ts';
import { headingOf, rowNamed, written } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const IMAGES = 'machine-images';
const RECIPIENTS = 'machine-images/recipients';
const RECEIVED = 'machine-images/shared-with-me';
/** The project of the administrator, and one of another account. */
const PROJECT = '7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80';
const PARTNER = 'b7d1e3f5a7c94d02b4e6f8a0c2e4d6f8';

/** An image of the project that it shares. */
interface Shared {
  name: string;
  members: ImageMember[];
}

/** What the simulator begins with: every reset brings it back, so it is asked for once. */
let first: Promise<Shared[]> | undefined;
const allShared = (cloud: Cloud): Promise<Shared[]> => (first ??= readShared(cloud));

async function readShared(cloud: Cloud): Promise<Shared[]> {
  const images = await cloud.machineImages();
  const own = images.filter(({ owner, __imagetype }) => owner === PROJECT && __imagetype === 'shared');
  const read = [];
  for (const { id, name } of own) read.push({ name, members: await cloud.imageMembers(id) });
  return read;
}

/** Waits until everything is read. */
async function scanned(page: Page, count: number): Promise<void> {
  await expect(page.getByText(`${written(count)} shared images read`, { exact: true })).toBeVisible({ timeout: 60_000 });
}

const short = (id: string) => `${id.slice(0, 4)}…${id.slice(-4)}`;

/** The row of a recipient, by its whole ID. */
const recipient = (page: Page, id: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name: short(id), exact: true }) });

test('one press counts who all images are shared with, and can be paused', async ({ page, simulator, cloud }) => {
  test.slow();
  const shared = await allShared(cloud);
  // What the test asked itself.
  await simulator.forgetRequests();
  const counting = `Count who ${written(shared.length)} images are shared with`;
  await signIn(page, simulator.token, IMAGES);
  await expect(page.getByRole('button', { name: counting })).toBeVisible();
  expect((await simulator.requests()).filter(({ path }) => path.endsWith('/members'))).toHaveLength(0);
  const release = await hold(page, /\/members(\?|$)/);
  await page.getByRole('button', { name: counting }).click();
  await page.getByRole('button', { name: 'Pause reading' }).click();
  release();
  await expect(page.getByText(`4 of ${written(shared.length)} shared images read so far…`)).toBeVisible();
  await page.getByRole('button', { name: 'Resume reading' }).click();
  await scanned(page, shared.length);
  for (const [name, count] of [['web-golden-2026-11', '5'], ['shared-widely', '120'], ['archive-data-disk', '0']] as const) {
    await page.getByLabel('Filter machine images').fill(name);
    await expect(rowNamed(page, name).getByRole('gridcell', { name: count, exact: true })).toBeVisible();
  }
  await page.getByLabel('Filter machine images').fill('');
  await page.getByRole('button', { name: /^Shared with/ }).and(page.locator('[popovertarget]')).click();
  await page.getByRole('checkbox', { name: /^Somebody/ }).check();
  await expect(headingOf(page, 'Machine images', shared.length, 2_000)).toBeVisible();
  await expect(page).toHaveURL(/recipients=somebody/);
  const { about, head, rows } = readCsv((await saved(page, 'Export CSV')).text);
  expect(about['is_complete']).toBe('true');
  const widely = rows.find((row) => row[head.indexOf('name')] === 'shared-widely');
  expect(widely?.[head.indexOf('shared_with')]).toBe('120');
});

test('what could not be read says so, and no file calls it complete', async ({ page, simulator, cloud, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  const shared = await allShared(cloud);
  await simulator.fault({ path_contains: '/members', fate: 'status', status: 500, times: 1 });
  await signIn(page, simulator.token, RECIPIENTS);
  const gaps = `1 of ${written(shared.length)} images could not be read`;
  await expect(page.getByRole('button', { name: gaps })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/^As far as was read: /)).toBeVisible({ timeout: 60_000 });
  const { about } = readCsv((await saved(page, 'Export CSV')).text);
  expect(about['is_complete']).toBe('false');
  await page.getByRole('link', { name: 'Images', exact: true }).click();
  await page.getByRole('button', { name: /^Shared with/ }).and(page.locator('[popovertarget]')).click();
  await page.getByRole('checkbox', { name: /^Could not be read/ }).check();
  await expect(headingOf(page, 'Machine images', 1, 2_000)).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toContainText('Could not be read');
});

test('each recipient is one row that tells its images, and what it may keep by another route', async ({ page, simulator, cloud }) => {
  test.slow();
  const shared = await allShared(cloud);
  const all = new Set(shared.flatMap(({ members }) => members.map(({ member_type, member_id }) => `${member_type} ${member_id}`)));
  await signIn(page, simulator.token, RECIPIENTS);
  await scanned(page, shared.length);
  await expect(headingOf(page, 'Recipients', all.size)).toBeVisible();
  const held = shared.filter(({ members }) => members.some(({ member_id }) => member_id === PARTNER));
  await page.getByLabel('Filter recipients').fill(PARTNER);
  await expect(recipient(page, PARTNER)).toContainText('Project');
  const otherwise = held.filter(({ members }) => members.some(({ member_type }) => member_type !== 'project'));
  await expect(recipient(page, PARTNER)).toContainText(`Maybe ${otherwise.length} through its account or an organization`);
  await expectNoAxeFindings(page);
  await recipient(page, PARTNER).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: PARTNER })).toBeFocused();
  await expect(headingOf(page, 'Images shared with this recipient', held.length)).toBeVisible();
  const { head, rows } = readCsv((await saved(page, 'Export CSV')).text);
  expect(rows.map((row) => row[head.indexOf('name')]).sort()).toEqual(held.map(({ name }) => name).sort());
  const filter = page.getByLabel('Filter machine images');
  await filter.fill('web-golden-2026-11');
  await expect(rowNamed(page, 'web-golden-2026-11')).toContainText('May keep it');
  await filter.fill('erp-full-ecs');
  await page.getByRole('checkbox', { name: 'Select erp-full-ecs' }).check();
  await expect(page.getByText('1 machine image selected')).toBeVisible();
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScrolling(page);
});

test('what others share is one table, whatever the case of its state', async ({ page, simulator }) => {
  await signIn(page, simulator.token, RECEIVED);
  await expect(headingOf(page, 'Shared with me', 8)).toBeVisible();
  await expect(page).toHaveTitle('Shared with me – Image Console');
  await expect(rowNamed(page, 'partner-pending-4')).toContainText('Pending');
  await expect(rowNamed(page, 'partner-pending-4')).toContainText(short(PARTNER));
  await expect(page.getByText('You can still create servers from an image that you rejected.')).toBeVisible();
  await page.getByRole('button', { name: /^Status/ }).and(page.locator('[popovertarget]')).click();
  await page.getByRole('checkbox', { name: /^Rejected/ }).check();
  await page.keyboard.press('Escape');
  await expect(headingOf(page, 'Shared with me', 2, 8)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select partner-rejected-2' }).check();
  await expectNoAxeFindings(page);
  const asked = (await simulator.requests()).filter(({ query }) => query?.includes('member_status'));
  expect(asked.every(({ query }) => query?.includes('enterprise_project_id=all_granted_eps'))).toBe(true);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScrolling(page);
});

test('an image that was listed is gone to by its name', async ({ page, simulator }) => {
  await signIn(page, simulator.token, IMAGES);
  await expect(headingOf(page, 'Machine images', 2_000)).toBeVisible();
  await openGoTo(page);
  await page.keyboard.type('web-golden');
  await expect(page.getByRole('option').first()).toHaveText('web-golden-2026-11Machine image');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'web-golden-2026-11' })).toBeVisible();
});
