// Machine images are shared: recipients pasted in any shape, many with many, exactly what is missing, and taken back.
import type { Locator, Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { copiedBy } from '../support/clipboard.ts';
import { PROJECT } from '../support/cloud.ts';
import { confirm, openUndo, press, typeConfirm } from '../support/dialog.ts';
import { named, recipientsOf, sharesSent } from '../support/machine-images.ts';
import { PAULA, PAULAS_ACCOUNT, PAULAS_PROJECT } from '../support/people.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { chooseLanguage, signIn, signOut } from '../support/session.ts';
import type { Simulator } from '../support/simulator.ts';
import { headingOf, rowNamed, select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const IMAGES = 'machine-images';
const FIRST = '11111111111111111111111111111111';
const SECOND = '22222222222222222222222222222222';
const OTHER_REGION = 'd9c8b7a6958473625140f3e2d1c0b9a8';
const ORGANIZATION = 'organizations::c8e2f4a6b8d05e13c5f7a9b1d3f5e7a9:organization:o-3h9k2m5p7q';

/** Jobs, and the reading that follows them. */
const IN_THE_END = { timeout: 80_000 };

/** Each image with each recipient that the calls name. */
async function pairsSent(simulator: Simulator, method: 'POST' | 'DELETE' = 'POST'): Promise<string[]> {
  const calls = (await sharesSent(simulator, method)) as Record<string, string[]>[];
  const pairs = calls.flatMap(({ images = [], ...recipients }) => {
    const all = Object.values(recipients).flat();
    return images.flatMap((image) => all.map((recipient) => `${image} ${recipient}`));
  });
  return pairs.toSorted();
}

/** Selects images that the list of 2,000 does not show at once, and opens the dialog. */
async function openShare(page: Page, names: string[]): Promise<Locator> {
  await expect(headingOf(page, 'Machine images', 2_000)).toBeVisible({ timeout: 60_000 });
  for (const name of names) {
    await page.getByLabel('Filter machine images').fill(name);
    await select(page, name);
  }
  await page.getByLabel('Filter machine images').fill('');
  const images = names.length === 1 ? '1 image' : `${names.length} images`;
  await page.getByRole('button', { name: `Share ${images}`, exact: true }).click();
  // Its name follows what is typed.
  const dialog = page.getByRole('dialog', { name: /^Share/ });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expect(dialog).not.toContainText('read so far');
  return dialog;
}

const recipients = (dialog: Locator): Locator => dialog.getByLabel('Recipients', { exact: true });

/** The line of the newest change. */
const result = (page: Page, text: string | RegExp): Locator => page.getByRole('heading', { level: 3, name: text });

test('of pasted IDs the wrong one is told with its place, and nothing is sent before it is right', async ({ page, simulator, cloud }) => {
  const images = await named(cloud, 'bare-metal-base');
  await signIn(page, simulator.token, IMAGES);
  const dialog = await openShare(page, ['bare-metal-base']);
  await recipients(dialog).fill(`["${FIRST}",\n "${SECOND.slice(1)}z"]`);
  await simulator.forgetRequests();
  await press(dialog, 'Add 1 share');
  await expect(dialog).toContainText(`Line 2, character 3, “${SECOND.slice(1)}z”: Character 32, “z”`);
  await expect(recipients(dialog)).toBeFocused();
  await expectNoAxeFindings(page);
  expect(await sharesSent(simulator)).toEqual([]);
  await recipients(dialog).fill(`["${FIRST}",\n "${SECOND}"]`);
  await confirm(dialog, 'Add 2 shares');
  await expect(dialog).toBeHidden();
  await expect(result(page, /^2 shares added, checked with the cloud at/)).toBeVisible(IN_THE_END);
  expect(await sharesSent(simulator)).toEqual([{ images: [images[0]?.id], projects: [FIRST, SECOND] }]);
  expect(await recipientsOf(cloud, images[0])).toEqual([FIRST, SECOND]);
  // What was private a moment ago counts its recipients.
  await page.getByLabel('Filter machine images').fill('bare-metal-base');
  await expect(rowNamed(page, 'bare-metal-base')).toContainText('Shared', IN_THE_END);
});

test('many images are shared with many recipients, and what was shared already is not sent again', async ({ page, simulator, cloud, context }) => {
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const images = await named(cloud, 'release-a', 'release-b', 'release-c');
  const before = await recipientsOf(cloud, images[0]);
  const known = before[0] ?? '';
  await simulator.member('release-b', known);
  await signIn(page, simulator.token, IMAGES);
  const dialog = await openShare(page, ['release-a', 'release-b', 'release-c']);
  await recipients(dialog).fill(`${FIRST}; ${known}\naccount:${PAULAS_ACCOUNT}\n${ORGANIZATION}`);
  await expect(dialog).toContainText('10 of 12 possible shares are new.');
  for (const name of ['release-a', 'release-c']) await expect(dialog).toContainText(`${name}: already shared with ${known}`);
  await expect(dialog).toContainText('may be accepted at once, and cannot be deleted');
  await expectNoAxeFindings(page);
  const terraform = await copiedBy(page, dialog.getByRole('button', { name: 'Copy as Terraform' }));
  expect(terraform).toContain('huaweicloud_images_image_share');
  await expect(dialog).toContainText('Not in the Terraform copy: 6 shares');
  const hcloud = await copiedBy(page, dialog.getByRole('button', { name: 'Copy as KooCLI' }));
  expect(hcloud).toContain('hcloud IMS BatchAddMembers');
  await simulator.forgetRequests();
  await confirm(dialog, 'Add 10 shares');
  await expect(result(page, /^10 shares added, checked with the cloud at/)).toBeVisible(IN_THE_END);
  const all = images.flatMap(({ id }) => [FIRST, known, PAULAS_ACCOUNT, ORGANIZATION].map((recipient) => `${id} ${recipient}`));
  const missing = all.filter((pair) => ![`${images[0]?.id} ${known}`, `${images[2]?.id} ${known}`].includes(pair));
  expect(await pairsSent(simulator)).toEqual(missing.toSorted());
  expect(await sharesSent(simulator)).toHaveLength(2);
  for (const image of images) {
    expect(await recipientsOf(cloud, image)).toEqual(expect.arrayContaining([FIRST, known, PAULAS_ACCOUNT]));
  }
  await simulator.forgetRequests();
  const undo = await openUndo(page);
  await typeConfirm(undo);
  await undo.getByRole('button', { name: /^Stop \d+ shares?$/ }).click();
  await expect(result(page, /^10 shares stopped, checked with the cloud at/)).toBeVisible(IN_THE_END);
  expect(await pairsSent(simulator, 'DELETE')).toEqual(missing.toSorted());
  expect(await recipientsOf(cloud, images[0])).toEqual(before);
  expect(await recipientsOf(cloud, images[1])).toEqual(before.slice(1));
});

test('an image is shared with the same recipients as another, on its own page', async ({ page, simulator, cloud }) => {
  test.slow();
  const images = await named(cloud, 'bare-metal-base', 'held-by-several-routes');
  await signIn(page, simulator.token, `machine-images/${images[0]?.id}`);
  await expect(page.getByText('This image is not shared.')).toBeVisible();
  await page.getByRole('button', { name: 'Share 1 image' }).click();
  const dialog = page.getByRole('dialog', { name: /^Share/ });
  await press(dialog, 'Same recipients as image');
  const field = dialog.getByLabel('Same recipients as image');
  await expect(field).toBeFocused();
  await expect(dialog.getByText('Loading')).toBeHidden(IN_THE_END);
  await field.fill('no such image');
  await press(dialog, 'Add recipients');
  await expect(dialog).toContainText('This project shares no image of this name or ID.');
  await field.fill('held-by-several-routes');
  await press(dialog, 'Add recipients');
  await expect(dialog).toContainText('3 recipients of held-by-several-routes added');
  await expect(recipients(dialog)).toHaveValue(`${PAULAS_PROJECT}\naccount:${PAULAS_ACCOUNT}\n${ORGANIZATION}`);
  await expectNoAxeFindings(page);
  await simulator.forgetRequests();
  await confirm(dialog, 'Add 3 shares');
  await expect(result(page, /^3 shares added, checked with the cloud at/)).toBeVisible(IN_THE_END);
  await expect(headingOf(page, 'Members', 3)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Share 1 image' })).toBeVisible();
  expect(await sharesSent(simulator)).toEqual([
    { images: [images[0]?.id], projects: [PAULAS_PROJECT], domains: [PAULAS_ACCOUNT], organizations: [ORGANIZATION] },
  ]);
  expect(await recipientsOf(cloud, images[0])).toEqual(await recipientsOf(cloud, images[1]));
});

test('a refusal is told in words in the dialog, which keeps what was typed', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, IMAGES);
  const dialog = await openShare(page, ['release-a']);
  await recipients(dialog).fill(OTHER_REGION);
  await press(dialog, 'Add 1 share');
  await expect(dialog).toContainText('The recipient is in another region. Copy the image there, then share the copy.');
  await expect(dialog).toContainText('IMG.0177');
  await expect(recipients(dialog)).toHaveValue(OTHER_REGION);
  await recipients(dialog).fill(FIRST);
  await press(dialog, 'Add 1 share');
  await expect(result(page, /^1 share added, checked with the cloud at/)).toBeVisible(IN_THE_END);
});

test('what cannot be shared is told and left out, and what may be refused is a warning', async ({ page, simulator, cloud }) => {
  const [own] = await named(cloud, 'crm-full-ecs');
  const all = await cloud.machineImages();
  const nameOf = (type: string) => all.find(({ __imagetype }) => __imagetype === type)?.name ?? '';
  const [gold, market] = [nameOf('gold'), nameOf('market')];
  const others = all.find(({ __imagetype, owner }) => __imagetype === 'shared' && owner !== PROJECT)?.name ?? '';
  await signIn(page, simulator.token, IMAGES);
  const dialog = await openShare(page, ['crm-full-ecs', gold, market, others]);
  await recipients(dialog).fill(`${FIRST} ${SECOND} ${PROJECT}`);
  await expect(dialog).toContainText('crm-full-ecs would have 11 recipients. IMS may refuse more than 10.');
  await expect(dialog).toContainText('crm-full-ecs is a Windows image. Huawei Cloud does not share such images.');
  await expect(dialog).toContainText(`${gold}: Everyone can use this image, so it cannot be shared.`);
  await expect(dialog).toContainText(`${market}: Marketplace images cannot be shared.`);
  await expect(dialog).toContainText(`${others}: Another project owns the image.`);
  await expect(dialog).toContainText(`${PROJECT}: this project itself`);
  await recipients(dialog).fill(FIRST);
  await expect(dialog).not.toContainText('would have');
  await simulator.forgetRequests();
  await press(dialog, 'Add 1 share');
  await expect(result(page, /^1 share added, checked with the cloud at/)).toBeVisible(IN_THE_END);
  expect(await sharesSent(simulator)).toEqual([{ images: [own?.id], projects: [FIRST] }]);
});

test('what somebody else has shared meanwhile is told, asked again, and not sent', async ({ page, simulator, cloud }) => {
  const images = await named(cloud, 'release-a', 'release-b');
  await signIn(page, simulator.token, IMAGES);
  const dialog = await openShare(page, ['release-a', 'release-b']);
  await recipients(dialog).fill(FIRST);
  await expect(dialog).toContainText('2 of 2 possible shares are new.');
  await simulator.member('release-b', FIRST, 'pending');
  await simulator.forgetRequests();
  await confirm(dialog, 'Add 2 shares');
  await expect(dialog).toContainText('This list has changed since it was shown. Check it, then confirm again.');
  await expect(dialog).toContainText(`release-b: already shared with ${FIRST}`);
  expect(await sharesSent(simulator)).toEqual([]);
  await press(dialog, 'Add 1 share');
  await expect(result(page, /^1 share added, checked with the cloud at/)).toBeVisible(IN_THE_END);
  expect(await sharesSent(simulator)).toEqual([{ images: [images[0]?.id], projects: [FIRST] }]);
});

for (const cloudKind of ['otc', 'openstack'] as const) {
  test(`images are shared on clouds like ${cloudKind}`, async ({ page, simulator, cloud, complaints }) => {
    test.slow();
    // What is not known there is refused first.
    complaints.allowRefusals();
    await simulator.shareImagesLike(cloudKind);
    const images = await named(cloud, 'release-a', 'release-b');
    await signIn(page, simulator.token, IMAGES);
    const dialog = await openShare(page, ['release-a', 'release-b']);
    await recipients(dialog).fill(`${FIRST}\n${SECOND}`);
    await confirm(dialog, 'Add 4 shares');
    await expect(result(page, /^4 shares added, checked with the cloud at/)).toBeVisible(IN_THE_END);
    for (const image of images) expect(await recipientsOf(cloud, image)).toEqual(expect.arrayContaining([FIRST, SECOND]));
  });
}

test('what is shared waits for its recipient', async ({ page, simulator }) => {
  test.slow();
  await signIn(page, simulator.token, IMAGES);
  const dialog = await openShare(page, ['release-a']);
  await recipients(dialog).fill(PAULAS_PROJECT);
  await press(dialog, 'Add 1 share');
  await expect(result(page, /^1 share added, checked with the cloud at/)).toBeVisible(IN_THE_END);
  await signOut(page);
  await signIn(page, PAULA, 'machine-images/shared-with-me');
  await page.getByLabel('Filter machine images').fill('release-a');
  await expect(rowNamed(page, 'release-a')).toContainText('Pending');
});

test('the keyboard alone shares an image with several projects', async ({ page, simulator, cloud }) => {
  const images = await named(cloud, 'release-a');
  await signIn(page, simulator.token, `machine-images/${images[0]?.id}`);
  await expect(headingOf(page, 'Members', 4)).toBeVisible();
  await page.getByRole('button', { name: 'Share 1 image' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Share/ });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  // A new line in the list sends nothing.
  await recipients(dialog).focus();
  await page.keyboard.type(FIRST);
  await page.keyboard.press('Enter');
  await page.keyboard.type(SECOND);
  await expect(dialog).toContainText('2 of 2 possible shares are new.');
  await typeConfirm(dialog);
  await simulator.forgetRequests();
  await page.keyboard.press('Enter');
  await expect(result(page, /^2 shares added, checked with the cloud at/)).toBeVisible(IN_THE_END);
  await expect(headingOf(page, 'Members', 6)).toBeVisible();
  expect(await sharesSent(simulator)).toEqual([{ images: [images[0]?.id], projects: [FIRST, SECOND] }]);
});

test('in Chinese and at 320 px the dialog fits', async ({ page, simulator, cloud }) => {
  const images = await named(cloud, 'held-by-several-routes');
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, simulator.token, `machine-images/${images[0]?.id}`);
  await chooseLanguage(page, 'zh-CN');
  await page.getByRole('button', { name: '共享 1 个镜像' }).click();
  const dialog = page.getByRole('dialog', { name: /共享/ });
  await dialog.getByLabel('接受者', { exact: true }).fill(`${ORGANIZATION}\n${FIRST}x ${ORGANIZATION}`);
  await dialog.getByRole('button', { name: '沿用以下镜像的接受者' }).click();
  await expect(dialog).toContainText(`已共享给 ${ORGANIZATION}`);
  await expectNoSidewaysScrolling(page);
  await expectNoAxeFindings(page);
});
