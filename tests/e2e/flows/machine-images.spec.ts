// Machine images: all that a project can use, and who each is shared with.
import type { Locator, Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { readCsv, saved } from '../support/export.ts';
import { openGoTo } from '../support/go-to.ts';
import { CARLA } from '../support/people.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { chooseLanguage, signIn } from '../support/session.ts';
import { headingOf, rowNamed, select, written } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const IMAGES = 'machine-images';

/** Opens a menu of values and checks some of them. */
async function narrow(page: Page, menu: RegExp, ...values: RegExp[]): Promise<void> {
  // A column of the table has the same name.
  await page.getByRole('button', { name: menu }).and(page.locator('[popovertarget]')).click();
  for (const value of values) await page.getByRole('checkbox', { name: value }).check();
  await page.keyboard.press('Escape');
}

/** Opens the page of the image of this name. */
async function open(page: Page, name: string): Promise<void> {
  await page.getByLabel('Filter machine images').fill(name);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
}

/** What a page tells of a property. */
const property = (page: Page, name: string): Locator =>
  page.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd');

test('all two thousand images are listed to the last, over every enterprise project', async ({ page, simulator, cloud }) => {
  const images = await cloud.machineImages();
  expect(images).toHaveLength(2_000);
  await signIn(page, simulator.token);
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Machine images' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Machine images' })).toBeFocused();
  await expect(headingOf(page, 'Machine images', images.length)).toBeVisible();
  const asked = (await simulator.requests()).filter(({ path }) => path === '/v2/cloudimages');
  expect(asked.every(({ query }) => query?.includes('enterprise_project_id=all_granted_eps'))).toBe(true);
  const last = images.at(-1);
  await page.getByRole('grid').getByRole('rowheader').first().focus();
  await page.keyboard.press('Control+End');
  await expect(rowNamed(page, last?.name ?? '')).toBeVisible();
  await expect(page).toHaveTitle('Machine images – Image Console');
});

test('the list says what an image holds, who can use it, and how it stands', async ({ page, simulator }) => {
  await signIn(page, simulator.token, IMAGES);
  const row = (name: string) => rowNamed(page, name);
  await expect(row('web-golden-2026-11')).toContainText(/System disk.*Ubuntu 24\.04.*5\.4 GB.*Active.*Shared/);
  await expect(row('erp-full-ecs')).toContainText(/Full-ECS.*Windows Server 2022.*Shared/);
  await expect(row('archive-data-disk')).toContainText(/Data disk.*Private/);
  await expect(row('bare-metal-base')).toContainText('Physical server');
  await expect(row('installer-iso')).toContainText('IsoImage');
  await expect(row('being-made')).toContainText('Creating');
  await expect(row('could-not-be-made')).toContainText('Failed');
  await expect(row('odd-status')).toContainText('frozen-by-policy');
  await expect(row('<img src=x onerror=alert(1)>')).toBeVisible();
  await expectNoAxeFindings(page);
});

test('images are narrowed by a search, by who can use them and by what they hold, and the address keeps it', async ({
  page,
  simulator,
  cloud,
}) => {
  const images = await cloud.machineImages();
  const shared = images.filter(({ __imagetype, owner }) => __imagetype === 'shared' && owner !== images[0]?.owner);
  await signIn(page, simulator.token, IMAGES);
  await expect(headingOf(page, 'Machine images', images.length)).toBeVisible();
  await narrow(page, /^Visibility/, /^Shared with me/);
  await expect(headingOf(page, 'Machine images', shared.length, images.length)).toBeVisible();
  await narrow(page, /^Visibility/, /^Public/);
  await page.getByLabel('Filter machine images').fill('windows');
  await expect(headingOf(page, 'Machine images', 9, images.length)).toBeVisible();
  const address = page.url();
  expect(address).toContain('visibility=');
  await signIn(page, simulator.token, address);
  await expect(headingOf(page, 'Machine images', 9, images.length)).toBeVisible();
  await page.getByLabel('Filter machine images').fill('no such image');
  await page.getByRole('button', { name: 'Clear filter' }).click();
  await expect(headingOf(page, 'Machine images', images.length)).toBeVisible();
});

test('what matches is saved under the names of the API, hostile names as text', async ({ page, simulator }) => {
  await signIn(page, simulator.token, IMAGES);
  await page.getByLabel('Filter machine images').fill('HYPERLINK');
  await expect(headingOf(page, 'Machine images', 1, 2_000)).toBeVisible();
  const { name, text } = await saved(page, 'Export CSV');
  expect(name).toBe('machine-images.csv');
  const { about, head, rows } = readCsv(text);
  expect(about['is_complete']).toBe('true');
  expect(head).toEqual(expect.arrayContaining(['id', 'name', '__imagetype', 'owner', 'status', '__image_size', 'created_at']));
  expect(rows).toHaveLength(1);
  expect(rows[0]?.[head.indexOf('name')]).toBe(`'=HYPERLINK("http://evil.invalid")`);
});

test('an image is opened by keyboard and tells its properties and members, whatever their case', async ({ page, simulator }) => {
  await signIn(page, simulator.token, IMAGES);
  await page.getByLabel('Filter machine images').fill('web-golden');
  await expect(headingOf(page, 'Machine images', 1, 2_000)).toBeVisible();
  await page.getByRole('grid').getByRole('rowheader').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'web-golden-2026-11' })).toBeVisible();
  await expect(page).toHaveURL(/machine-images\/[0-9a-f-]{36}$/);
  await expect(page).toHaveTitle('Machine images – Image Console');
  await expect(property(page, 'Visibility')).toHaveText('Shared');
  await expect(property(page, 'Operating system')).toHaveText('Ubuntu 24.04 server 64bit');
  await expect(property(page, 'Enterprise project')).toHaveText('Default');
  await expect(property(page, 'Encrypted')).toHaveText('No');
  await expect(headingOf(page, 'Members', 5)).toBeVisible();
  const members = page.getByRole('grid').getByRole('row');
  for (const words of [/Account.*Pending/, /Organization \(Organizations service\).*Accepted/, /Project.*Rejected/]) {
    await expect(members.filter({ hasText: words })).toHaveCount(1);
  }
  await expect(members.filter({ hasText: /Project.*Pending/ })).toHaveCount(1);
  await expect(page.getByText('A member that rejected the image can still create servers from it.')).toBeVisible();
  await expectNoAxeFindings(page);
});

test('many members are read to the last, and what no document knows is shown as it is', async ({ page, simulator }) => {
  await signIn(page, simulator.token, IMAGES);
  await open(page, 'shared-widely');
  await expect(headingOf(page, 'Members', 120)).toBeVisible();
  const pages = (await simulator.requests()).filter(({ path }) => path.endsWith('/members'));
  expect(pages).toHaveLength(2);
  await page.goBack();
  await open(page, 'odd-members');
  await expect(headingOf(page, 'Members', 2)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'expired-by-policy' })).toContainText('team');
});

test('an image that is not shared, of everybody, or of another project says so', async ({ page, simulator }) => {
  await signIn(page, simulator.token, IMAGES);
  await open(page, 'payroll-encrypted');
  await expect(page.getByText('This image is not shared.')).toBeVisible();
  await expect(property(page, 'Encrypted')).toHaveText('Yes');
  await page.goBack();
  await open(page, 'marketplace-appliance-0');
  await expect(page.getByText('Everyone can use this image, so it has no members.')).toBeVisible();
  expect((await simulator.requests()).filter(({ path }) => path.endsWith('/members'))).toHaveLength(1);
  await page.goBack();
  await open(page, 'partner-accepted-0');
  await expect(page.getByText('Only that project sees all members.')).toBeVisible();
  await expect(headingOf(page, 'Members', 1)).toBeVisible();
});

test('refused, unreachable and unknown are told apart, and trying again gets the list', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await simulator.fault({ path_contains: '/v2/cloudimages', fate: 'status', status: 403 });
  await signIn(page, simulator.token, IMAGES);
  await expect(page.getByText('You may not see machine images of this project.')).toBeVisible();
  await simulator.fault({ path_contains: '/v2/cloudimages', fate: 'drop-before', times: 9 });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('The cloud cannot be reached.').first()).toBeVisible();
  await expectNoAxeFindings(page);
  await simulator.reset();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(headingOf(page, 'Machine images', 2_000)).toBeVisible();
  await open(page, 'fault-403-members');
  await expect(page.getByText('You may not see who this image is shared with.')).toBeVisible();
  await page.goto(`${IMAGES}/5f3c1c0e-0000-4000-8000-000000000000`);
  await signIn(page, simulator.token, page.url());
  await expect(page.getByText('There is no image with this ID that this project can see.')).toBeVisible();
});

test('a page that is lost in the middle of the list is told, and nothing is called whole', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await simulator.fault({ path_contains: '/v2/cloudimages', fate: 'status', status: 500, skip: 2 });
  await signIn(page, simulator.token, IMAGES);
  await expect(page.getByRole('heading', { name: `Machine images (at least ${written(1_000)})` })).toBeVisible();
  await expect(page.getByText('HTTP 500')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(headingOf(page, 'Machine images', 2_000)).toBeVisible();
});

test('where the region does not offer IMS, that is said in both languages', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await simulator.leaveOut('ims');
  await signIn(page, simulator.token, IMAGES);
  await expect(page.getByText('IMS is not offered in this region.')).toBeVisible();
  await chooseLanguage(page, 'zh-CN');
  await expect(page.getByText('该区域未提供镜像服务（IMS）。')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: '云服务器镜像' })).toBeVisible();
});

test('a person who is restricted to an enterprise project sees its images', async ({ page }) => {
  await signIn(page, CARLA, IMAGES);
  await expect(page.getByRole('grid').getByRole('rowheader').first()).toContainText('app-image-');
  await expect(rowNamed(page, 'web-golden-2026-11')).toHaveCount(0);
});

test('on a narrow screen nothing but tables scrolls sideways, and the page is gone to by its name', async ({ page, simulator }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await signIn(page, simulator.token);
  await openGoTo(page);
  await page.keyboard.type('machine');
  await page.keyboard.press('Enter');
  await expect(headingOf(page, 'Machine images', 2_000)).toBeAttached();
  await expectNoSidewaysScrolling(page);
  await open(page, 'web-golden-2026-11');
  await expect(headingOf(page, 'Members', 5)).toBeAttached();
  await expectNoSidewaysScrolling(page);
});

test('the rows stay where they are when details open beside them', async ({ page, simulator }) => {
  await signIn(page, simulator.token, IMAGES);
  const row = rowNamed(page, 'erp-full-ecs');
  const before = await row.boundingBox();
  await row.getByRole('button').last().click();
  await page.getByText('Show details', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'erp-full-ecs' })).toBeVisible();
  expect((await row.boundingBox())?.y).toBe(before?.y);
});

test('what can be done with selected images stays in its line on a tablet, and on a phone its words break once', async ({ page, simulator }) => {
  await page.setViewportSize({ width: 768, height: 1000 });
  await signIn(page, simulator.token, IMAGES);
  const before = (await rowNamed(page, 'erp-full-ecs').boundingBox())?.y;
  await select(page, 'web-golden-2026-11', 'erp-full-ecs');
  const clear = page.getByRole('button', { name: 'Clear', exact: true });
  const bar = await page.locator('.selection-bar').boundingBox();
  const box = await clear.boundingBox();
  expect(box!.x + box!.width).toBeLessThanOrEqual(bar!.x + bar!.width);
  expect((await rowNamed(page, 'erp-full-ecs').boundingBox())?.y).toBe(before);
  await page.setViewportSize({ width: 320, height: 640 });
  const stop = page.getByRole('button', { name: 'Stop sharing 2 images', exact: true });
  await expect.poll(async () => (await stop.boundingBox())?.height).toBeLessThanOrEqual(48);
});
