// Images that other projects share are accepted and rejected, as their recipient.
import type { Locator, Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { type Cloud, PROJECT } from '../support/cloud.ts';
import { confirm, dialogNamed, openDialog, openUndo, press } from '../support/dialog.ts';
import { openGoTo } from '../support/go-to.ts';
import { PAULA, PAULAS_PROJECT } from '../support/people.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { chooseLanguage, signIn } from '../support/session.ts';
import type { Simulator } from '../support/simulator.ts';
import { headingOf, rowNamed, select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const RECEIVED = 'machine-images/shared-with-me';
/** Vaults: one that takes images in, one that is full, one for disks. */
const VAULT = '1f6a2b3c-4d5e-4f60-8a1b-2c3d4e5f6071';
const FULL = '2f6a2b3c-4d5e-4f60-8a1b-2c3d4e5f6072';
const OF_DISKS = '4f6a2b3c-4d5e-4f60-8a1b-2c3d4e5f6074';

/** Jobs, and the reading that follows them. */
const IN_THE_END = { timeout: 80_000 };

/** The images that are offered to Paula's project, on screen. */
async function showOffers(page: Page, filter = 'offer-'): Promise<void> {
  await signIn(page, PAULA, RECEIVED);
  await page.getByLabel('Filter machine images').fill(filter);
  await expect(rowNamed(page, filter === 'offer-' ? 'offer-0' : filter)).toContainText('Pending');
  // Until then a row stands as its list says.
  await expect(page.getByText(/^\d+ shared images? read$/)).toBeVisible(IN_THE_END);
}

/** The line of the newest change. */
const result = (page: Page, text: string | RegExp): Locator => page.getByRole('heading', { level: 3, name: text });

/** What the calls carry that answer shares. */
async function answered(simulator: Simulator): Promise<unknown[]> {
  const sent = (await simulator.writes('PUT')).filter(({ path }) => path.endsWith('/cloudimages/members'));
  return sent.map(({ body }) => body);
}

/** An image by its name, and how Paula's project stands with it, as its owner is told. */
async function standing(cloud: Cloud, name: string): Promise<string | undefined> {
  const members = await cloud.imageMembers(await idOf(cloud, name));
  return members.find(({ member_id }) => member_id === PAULAS_PROJECT)?.status.toLowerCase();
}

async function idOf(cloud: Cloud, name: string): Promise<string> {
  const image = (await cloud.machineImages()).find((one) => one.name === name);
  if (image === undefined) throw new Error(`there is no ${name}`);
  return image.id;
}

test('one image is accepted, another rejected and accepted after all, and that is undone', async ({ page, simulator, cloud }) => {
  test.slow();
  await showOffers(page);
  await select(page, 'offer-0');
  await simulator.forgetRequests();
  const accept = await openDialog(page, 'Accept 1 image');
  await expect(accept).toContainText('You accept for project eu-de of account PARTNER-GMBH. Only a token of this project can.');
  await expect(accept).toContainText(PAULAS_PROJECT);
  await expect(accept).toContainText('Undo cannot make an image pending again.');
  await expectNoAxeFindings(page);
  await press(accept, 'Accept 1 image');
  await expect(accept).toBeHidden();
  // What is being done stands beside the name.
  await expect(page.getByRole('row').filter({ hasText: 'offer-0' })).toContainText(/In progress…|Checking…/);
  // It leaves the name whole.
  expect(await page.getByRole('link', { name: 'offer-0' }).evaluate((link) => link.scrollWidth - link.clientWidth)).toBeLessThanOrEqual(0);
  await expect(result(page, /^1 image accepted, checked with the cloud at/)).toBeVisible(IN_THE_END);
  await expect(rowNamed(page, 'offer-0')).toContainText('Accepted');
  // Nothing makes it pending again.
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeHidden();
  await select(page, 'offer-1');
  const reject = await openDialog(page, 'Reject 1 image');
  await expect(reject).toContainText('You can still create servers from an image that you rejected.');
  await press(reject, 'Reject 1 image');
  await expect(result(page, /^1 image rejected, checked with the cloud at/)).toBeVisible(IN_THE_END);
  await expect(rowNamed(page, 'offer-1')).toContainText('Rejected');
  expect(await standing(cloud, 'offer-1')).toBe('rejected');
  await select(page, 'offer-1');
  const again = await openDialog(page, 'Accept 1 image');
  await expect(again).not.toContainText('pending again');
  await press(again, 'Accept 1 image');
  await expect(result(page, /^1 image accepted, checked with the cloud at/)).toBeVisible(IN_THE_END);
  await expect(rowNamed(page, 'offer-1')).toContainText('Accepted');
  expect(await standing(cloud, 'offer-1')).toBe('accepted');
  const [zero, one] = [await idOf(cloud, 'offer-0'), await idOf(cloud, 'offer-1')];
  const body = (image: string, status: string) => ({ images: [image], project_id: PAULAS_PROJECT, status });
  expect(await answered(simulator)).toEqual([body(zero, 'accepted'), body(one, 'rejected'), body(one, 'accepted')]);
  await press(await openUndo(page), 'Undo');
  await expect(rowNamed(page, 'offer-1')).toContainText('Rejected', IN_THE_END);
  expect(await standing(cloud, 'offer-1')).toBe('rejected');
});

test('several images are accepted by one call', async ({ page, simulator, cloud }) => {
  test.slow();
  await showOffers(page);
  await select(page, 'offer-0', 'offer-1', 'offer-2');
  await simulator.forgetRequests();
  await press(await openDialog(page, 'Accept 3 images'), 'Accept 3 images');
  await expect(result(page, /^3 images accepted, checked with the cloud at/)).toBeVisible(IN_THE_END);
  const calls = (await answered(simulator)) as { images: string[] }[];
  expect(calls).toHaveLength(1);
  expect(calls[0]?.images).toHaveLength(3);
  for (const name of ['offer-0', 'offer-1', 'offer-2']) expect(await standing(cloud, name)).toBe('accepted');
});

test('a full-ECS image is accepted into a vault, and what is wrong with one stands at its field', async ({ page, simulator, cloud, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  await showOffers(page, 'crm-full-ecs');
  await select(page, 'crm-full-ecs');
  const dialog = await openDialog(page, 'Accept 1 image');
  const vault = dialog.getByLabel('Vault ID');
  await simulator.forgetRequests();
  await press(dialog, 'Accept 1 image');
  await expect(dialog).toContainText('Enter the ID of a vault.');
  await expect(vault).toBeFocused();
  expect(await answered(simulator)).toEqual([]);
  for (const [id, why] of [[OF_DISKS, 'The vault is of another type.'], [FULL, 'The vault is full.']] as const) {
    await vault.fill(id);
    await press(dialog, 'Accept 1 image');
    await expect(dialog).toContainText(why);
    await expect(vault).toBeFocused();
  }
  await expectNoAxeFindings(page);
  await vault.fill(VAULT);
  await press(dialog, 'Accept 1 image');
  await expect(dialog).toBeHidden();
  await expect(result(page, /^1 image accepted, checked with the cloud at/)).toBeVisible(IN_THE_END);
  expect((await answered(simulator)).at(-1)).toMatchObject({ vault_id: VAULT });
  expect(await standing(cloud, 'crm-full-ecs')).toBe('accepted');
});

test('a refused right is told in the dialog, which stays with what was selected', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await showOffers(page);
  await select(page, 'offer-0');
  await simulator.fault({ method: 'PUT', path_contains: '/cloudimages/members', fate: 'status', status: 403, times: 1 });
  const dialog = await openDialog(page, 'Accept 1 image');
  await press(dialog, 'Accept 1 image');
  await expect(dialog).toContainText('Ask an administrator for ims:images:share.');
  await expect(dialog).toContainText('IMG.0026');
  await press(dialog, 'Accept 1 image');
  await expect(result(page, /^1 image accepted, checked with the cloud at/)).toBeVisible(IN_THE_END);
});

test('what somebody else has answered meanwhile is told, left out, and asked again', async ({ page, simulator }) => {
  await showOffers(page);
  await select(page, 'offer-0', 'offer-1');
  await openDialog(page, 'Reject 2 images');
  // Its name follows what is left.
  const dialog = page.getByRole('dialog', { name: /^Reject/ });
  await simulator.member('offer-0', PAULAS_PROJECT, 'REJECTED');
  await confirm(dialog, 'Reject 2 images');
  await expect(dialog).toContainText('This list has changed since it was shown. Check it, then confirm again.');
  await expect(dialog).toContainText('offer-0: already rejected');
  expect(await answered(simulator)).toEqual([]);
  await press(dialog, 'Reject 1 image');
  await expect(result(page, /^1 image rejected, checked with the cloud at/)).toBeVisible(IN_THE_END);
  expect(await answered(simulator)).toHaveLength(1);
});

test('what came by the account cannot be answered by one project', async ({ page, simulator }) => {
  await signIn(page, simulator.token, RECEIVED);
  await expect(rowNamed(page, 'account-wide-base')).toContainText('Account', IN_THE_END);
  await select(page, 'account-wide-base');
  const dialog = await openDialog(page, 'Reject 1 image');
  await expect(dialog).toContainText('account-wide-base: shared with an account or organization.');
  await press(dialog, 'Reject 1 image');
  await expect(dialog).toContainText('No selected image is left to answer.');
  expect(await answered(simulator)).toEqual([]);
});

for (const cloudKind of ['otc', 'openstack'] as const) {
  test(`images are accepted on clouds like ${cloudKind}`, async ({ page, simulator, cloud, complaints }) => {
    test.slow();
    // What is not known there is refused first.
    complaints.allowRefusals();
    await simulator.shareImagesLike(cloudKind);
    await showOffers(page);
    await select(page, 'offer-0', 'offer-1');
    await press(await openDialog(page, 'Accept 2 images'), 'Accept 2 images');
    await expect(result(page, /^2 images accepted, checked with the cloud at/)).toBeVisible(IN_THE_END);
    for (const name of ['offer-0', 'offer-1']) expect(await standing(cloud, name)).toBe('accepted');
  });
}

test('the page of an image and the keyboard alone reject it', async ({ page, simulator }) => {
  test.slow();
  await signIn(page, simulator.token, RECEIVED);
  await page.getByRole('link', { name: 'partner-pending-1' }).click();
  const buttons = page.getByRole('button', { name: /^(Accept|Reject) 1 image$/ });
  await expect(buttons).toHaveCount(2);
  await expectNoAxeFindings(page);
  await page.getByRole('button', { name: 'Reject 1 image' }).focus();
  await page.keyboard.press('Enter');
  const dialog = dialogNamed(page, 'Reject 1 image');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Reject 1 image' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(result(page, /^1 image rejected, checked with the cloud at/)).toBeVisible(IN_THE_END);
  await expect(buttons).toHaveText(['Accept 1 image']);
  const bodies = (await answered(simulator)) as { project_id: string; status: string }[];
  expect(bodies.map(({ project_id, status }) => [project_id, status])).toEqual([[PROJECT, 'rejected']]);
});

test('without anything shared the list says what would stand there', async ({ page, simulator, complaints }) => {
  // Images are asked about once more that are not shared any more.
  complaints.allowRefusals();
  await signIn(page, simulator.token, RECEIVED);
  await expect(headingOf(page, 'Shared with me', 8)).toBeVisible();
  const names = await page.getByRole('rowheader').allInnerTexts();
  for (const name of names) {
    for (const [id, kind] of [[PROJECT, 'project'], ['4f1c0a77d3b94b6a9b0f5f0f0b7e2a10', 'domain']] as const) {
      await simulator.member(name.trim(), id, undefined, kind);
    }
  }
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('No other project shares an image with this one.')).toBeVisible();
});

test('in Chinese and at 320 px the dialog fits, and the properties leave room for the members', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, PAULA, RECEIVED);
  await chooseLanguage(page, 'zh-CN');
  await page.getByLabel('筛选云服务器镜像').fill('crm-full-ecs');
  await page.getByRole('checkbox', { name: /crm-full-ecs/ }).check();
  const dialog = await openDialog(page, '接受 1 个镜像');
  await expect(dialog).toContainText('您将代表账号 PARTNER-GMBH 的项目 eu-de 接受。');
  await expect(dialog.getByLabel('存储库 ID')).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await expectNoAxeFindings(page);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'crm-full-ecs' }).click();
  const more = page.getByRole('button', { name: '更多属性' });
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByText('磁盘格式')).toBeHidden();
  await more.click();
  await expect(page.getByText('磁盘格式')).toBeVisible();
  await page.setViewportSize({ width: 1_280, height: 800 });
  await expect(more).toBeHidden();
  await expect(page.getByText('磁盘格式')).toBeVisible();
});

test('both tabs are gone to by their names', async ({ page, simulator }) => {
  await signIn(page, simulator.token);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const [sought, title] of [['shared with me', 'Shared with me'], ['recip', 'Recipients']] as const) {
    await openGoTo(page);
    await page.keyboard.type(sought);
    await expect(page.getByRole('option').first()).toHaveText(`${title}Page`);
    await page.keyboard.press('Enter');
    await expect(page).toHaveTitle(`${title} – Image Console`);
  }
});
