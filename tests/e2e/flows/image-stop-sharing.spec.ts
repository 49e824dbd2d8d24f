// Machine images are no longer shared: some recipients of some images, exactly those, and what is left of it.
import type { Locator, Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { confirm, dialogNamed, openUndo, press, typeConfirm } from '../support/dialog.ts';
import { type Named, named, recipientsOf, sharesSent } from '../support/machine-images.ts';
import { PAULAS_ACCOUNT, PAULAS_PROJECT } from '../support/people.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { signIn } from '../support/session.ts';
import type { Simulator } from '../support/simulator.ts';
import { headingOf, select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const IMAGES = 'machine-images';
const LEAVING_PROJECT = 'e5a7c9b1d3f54e6789a0b1c2d3e4f506';

/** Jobs, and the reading that follows them. */
const IN_THE_END = { timeout: 80_000 };

const idsOf = (images: Named[]) => images.map(({ id }) => id).sort();

/** What the calls carry that stop sharing. */
const stopped = (simulator: Simulator) => sharesSent(simulator, 'DELETE');

/** Selects images that the list of 2,000 does not show at once. */
async function selectImages(page: Page, images: Named[]): Promise<void> {
  await expect(headingOf(page, 'Machine images', 2_000)).toBeVisible({ timeout: 60_000 });
  for (const { name } of images) {
    await page.getByLabel('Filter machine images').fill(name);
    await select(page, name);
  }
  await page.getByLabel('Filter machine images').fill('');
}

/** Presses the button of the table; the dialog is called by what it has read. */
async function openStop(page: Page, button: string, name: string): Promise<Locator> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(dialogNamed(page, name)).toBeVisible();
  // Its name follows what is ticked.
  const dialog = page.getByRole('dialog', { name: /^Stop sharing/ });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  return dialog;
}

/** The line of the newest change. */
const result = (page: Page, text: string | RegExp): Locator => page.getByRole('heading', { level: 3, name: text });

test('three images are taken from four projects, and the one share that is left is stopped alone', async ({ page, simulator, cloud }) => {
  test.slow();
  const images = await named(cloud, 'release-a', 'release-b', 'fault-left-once');
  const projects = await recipientsOf(cloud, images[0]);
  await signIn(page, simulator.token, IMAGES);
  await selectImages(page, images);
  const dialog = await openStop(page, 'Stop sharing 3 images', 'Stop sharing 3 images with 4 projects');
  await expect(dialog).toContainText('12 of 12 possible shares exist now. 1 call stops the selected shares.');
  await expect(dialog.getByRole('cell', { name: 'Shared, call 1' })).toHaveCount(12);
  await expect(dialog.getByRole('columnheader')).toHaveCount(5);
  await expectNoAxeFindings(page);
  await simulator.forgetRequests();
  await confirm(dialog, 'Stop 12 shares');
  await expect(dialog).toBeHidden();
  await page.getByLabel('Filter machine images').fill('fault-left-once');
  const row = page.getByRole('row', { name: /fault-left-once/ });
  await expect(row).toContainText('Stopping…');
  await expect(result(page, /1 of 12 is still there/)).toBeVisible(IN_THE_END);
  await expect(row).not.toContainText('Stopping…');
  expect(await stopped(simulator)).toEqual([{ images: idsOf(images), projects }]);
  const left = await recipientsOf(cloud, images[2]);
  expect(left).toHaveLength(1);
  await simulator.forgetRequests();
  await page.getByRole('button', { name: /^Retry/ }).click();
  await expect(result(page, /^12 shares stopped, checked with the cloud at/)).toBeVisible(IN_THE_END);
  expect(await stopped(simulator)).toEqual([{ images: [images[2]?.id], projects: left }]);
  for (const image of images) expect(await recipientsOf(cloud, image)).toEqual([]);
});

test('what forms no rectangle is stopped by the fewest calls, and nobody loses what was not chosen', async ({ page, simulator, cloud }) => {
  test.slow();
  const images = await named(cloud, 'release-a', 'release-b', 'release-c');
  const [first, second, third, last] = await recipientsOf(cloud, images[0]);
  for (const project of [first, second]) await simulator.member('release-c', project ?? '');
  await simulator.member('release-a', last ?? '');
  await simulator.member('release-b', last ?? '');
  await signIn(page, simulator.token, IMAGES);
  await selectImages(page, images);
  const dialog = await openStop(page, 'Stop sharing 3 images', 'Stop sharing 3 images with 4 projects');
  await expect(dialog).toContainText('8 of 12 possible shares exist now. 2 calls stop the selected shares.');
  await expect(dialog.getByRole('cell', { name: 'Shared, call 1' })).toHaveCount(6);
  await expect(dialog.getByRole('cell', { name: 'Shared, call 2' })).toHaveCount(2);
  await expect(dialog.getByRole('cell', { name: 'Not shared' })).toHaveCount(4);
  await dialog.getByRole('checkbox').first().uncheck();
  await expect(dialog.getByRole('cell', { name: 'Shared, stays' })).toHaveCount(2);
  await expect(dialog.getByRole('checkbox').first()).toBeFocused();
  await simulator.forgetRequests();
  await confirm(dialog, 'Stop 6 shares');
  await expect(result(page, /^6 shares stopped, checked with the cloud at/)).toBeVisible(IN_THE_END);
  const calls = (await stopped(simulator)) as { images: string[]; projects: string[] }[];
  const pairs = calls.flatMap((call) => call.images.flatMap((image) => call.projects.map((project) => `${image} ${project}`)));
  const [a, b, c] = images.map(({ id }) => id);
  expect(pairs.toSorted()).toEqual([`${a} ${second}`, `${a} ${third}`, `${b} ${second}`, `${b} ${third}`, `${c} ${third}`, `${c} ${last}`].toSorted());
  expect(await recipientsOf(cloud, images[0])).toEqual([first]);
});

test('a recipient that holds an image by another route is told, on a narrow screen too', async ({ page, simulator, cloud }) => {
  const images = await named(cloud, 'held-by-several-routes');
  await signIn(page, simulator.token, IMAGES);
  await selectImages(page, images);
  const dialog = await openStop(page, 'Stop sharing 1 image', 'Stop sharing 1 image with 3 recipients');
  await expect(dialog).not.toContainText('may keep');
  await dialog.getByRole('checkbox', { name: new RegExp(PAULAS_ACCOUNT.slice(0, 4)) }).uncheck();
  await expect(dialog).toContainText(`${PAULAS_PROJECT} may keep held-by-several-routes through its account or an organization.`);
  await expect(dialog).toContainText('Recipients no longer see the images and cannot create servers or disks from them');
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScrolling(page);
  await expectNoAxeFindings(page);
});

test('a project leaves: it is taken from the forty of two thousand images that it holds', async ({ page, simulator, cloud }) => {
  test.slow();
  await signIn(page, simulator.token, 'machine-images/recipients');
  await expect(page.getByText(/^\d+ shared images read$/)).toBeVisible({ timeout: 60_000 });
  await page.getByLabel('Filter recipients').fill(LEAVING_PROJECT);
  await select(page, LEAVING_PROJECT);
  const dialog = await openStop(page, 'Stop sharing with 1 recipient', 'Stop sharing 40 images with 1 project');
  await expect(dialog.getByRole('cell', { name: 'Shared, call 1' })).toHaveCount(40);
  await simulator.forgetRequests();
  await confirm(dialog, 'Stop 40 shares');
  await expect(result(page, /^40 shares stopped, checked with the cloud at/)).toBeVisible(IN_THE_END);
  const calls = (await stopped(simulator)) as { images: string[]; projects: string[] }[];
  expect(calls.map(({ projects }) => projects)).toEqual([[LEAVING_PROJECT]]);
  const images = calls[0]?.images ?? [];
  expect(new Set(images).size).toBe(40);
  for (const id of images) {
    const members = await cloud.imageMembers(id);
    expect(members.map(({ member_id }) => member_id)).not.toContain(LEAVING_PROJECT);
  }
  // Nobody holds anything any more under that name.
  await expect(page.getByRole('checkbox', { name: `Select ${LEAVING_PROJECT}` })).toBeHidden();
});

test('one recipient is taken from one of its images, on its own page', async ({ page, simulator }) => {
  await signIn(page, simulator.token, `machine-images/recipients/project/${LEAVING_PROJECT}`);
  await expect(headingOf(page, 'Images shared with this recipient', 40)).toBeVisible({ timeout: 60_000 });
  const name = await page.getByRole('rowheader').first().innerText();
  await select(page, name.trim());
  const dialog = await openStop(page, 'Stop sharing 1 image', 'Stop sharing 1 image with 1 project');
  const header = dialog.getByRole('columnheader').nth(1);
  const [kind, whole] = [await header.getByText('Project').boundingBox(), await header.boundingBox()];
  expect(kind?.height ?? 0, 'the kind has a line of its own under the ID').toBeLessThan((whole?.height ?? 0) / 2);
  await confirm(dialog, 'Stop 1 share');
  await expect(result(page, /^1 share stopped, checked with the cloud at/)).toBeVisible(IN_THE_END);
  await expect(headingOf(page, 'Images shared with this recipient', 39)).toBeVisible();
});

test('what somebody else has stopped meanwhile is told, asked again, and not sent', async ({ page, simulator, cloud }) => {
  test.slow();
  const images = await named(cloud, 'release-a', 'release-b');
  const projects = await recipientsOf(cloud, images[0]);
  await signIn(page, simulator.token, IMAGES);
  await selectImages(page, images);
  const dialog = await openStop(page, 'Stop sharing 2 images', 'Stop sharing 2 images with 4 projects');
  await simulator.member('release-b', projects[0] ?? '');
  await confirm(dialog, 'Stop 8 shares');
  await expect(dialog).toContainText('This list has changed since it was shown. Check it, then confirm again.');
  await expect(dialog).toContainText('7 of 8 possible shares exist now.');
  expect(await stopped(simulator)).toEqual([]);
  await press(dialog, 'Stop 7 shares');
  await expect(dialog).toContainText('Type “confirm” first.');
  await confirm(dialog, 'Stop 7 shares');
  await expect(result(page, /^7 shares stopped, checked with the cloud at/)).toBeVisible(IN_THE_END);
  const calls = await stopped(simulator);
  const [a, b] = images.map(({ id }) => id);
  expect(calls).toHaveLength(2);
  expect(calls).toContainEqual({ images: [a], projects });
  expect(calls).toContainEqual({ images: [b], projects: projects.slice(1) });
});

test('the undo shares again exactly what was stopped, and says that it has to be accepted', async ({ page, simulator, cloud }) => {
  test.slow();
  const images = await named(cloud, 'release-a');
  const [first, second, ...others] = await recipientsOf(cloud, images[0]);
  await signIn(page, simulator.token, `machine-images/${images[0]?.id}`);
  await expect(headingOf(page, 'Members', 4)).toBeVisible();
  await select(page, first ?? '', second ?? '');
  const dialog = await openStop(page, 'Stop sharing with 2 recipients', 'Stop sharing 1 image with 2 projects');
  await confirm(dialog, 'Stop 2 shares');
  await expect(result(page, /^2 shares stopped, checked with the cloud at/)).toBeVisible(IN_THE_END);
  await expect(headingOf(page, 'Members', 2)).toBeVisible();
  await simulator.forgetRequests();
  const undo = await openUndo(page);
  await expect(undo).toContainText('The recipients have to accept the images again.');
  // Each recipient is told once, and giving back asks for no word.
  expect((await undo.innerText()).split(first ?? '').length - 1).toBe(1);
  await expect(undo.getByLabel('To confirm, type “confirm”')).toHaveCount(0);
  await press(undo, 'Undo');
  await expect(headingOf(page, 'Members', 4)).toBeVisible(IN_THE_END);
  const added = (await simulator.writes('POST')).filter(({ path }) => path.endsWith('/cloudimages/members'));
  expect(added.map(({ body }) => body)).toEqual([{ images: [images[0]?.id], projects: [first, second] }]);
  const members = await cloud.imageMembers(images[0]?.id ?? '');
  const pending = members.filter(({ status }) => /^pending$/i.test(status)).map(({ member_id }) => member_id);
  expect(pending).toEqual(expect.arrayContaining([first, second]));
  expect(members.map(({ member_id }) => member_id)).toEqual(expect.arrayContaining(others));
});

for (const cloudKind of ['otc', 'openstack'] as const) {
  test(`sharing is stopped on clouds like ${cloudKind}`, async ({ page, simulator, cloud, complaints }) => {
    test.slow();
    // What is not known there is refused first.
    complaints.allowRefusals();
    await simulator.shareImagesLike(cloudKind);
    const images = await named(cloud, 'release-a', 'release-b');
    await signIn(page, simulator.token, IMAGES);
    await selectImages(page, images);
    const dialog = await openStop(page, 'Stop sharing 2 images', 'Stop sharing 2 images with 4 projects');
    await confirm(dialog, 'Stop 8 shares');
    await expect(result(page, /^8 shares stopped, checked with the cloud at/)).toBeVisible(IN_THE_END);
    for (const image of images) expect(await recipientsOf(cloud, image)).toEqual([]);
  });
}

test('the keyboard alone stops a share', async ({ page, simulator, cloud }) => {
  const images = await named(cloud, 'release-a');
  const [first] = await recipientsOf(cloud, images[0]);
  await signIn(page, simulator.token, `machine-images/${images[0]?.id}`);
  await expect(headingOf(page, 'Members', 4)).toBeVisible();
  await page.getByRole('checkbox', { name: `Select ${first}`, exact: true }).focus();
  await page.keyboard.press('Space');
  const stop = page.getByRole('button', { name: 'Stop sharing with 1 recipient', exact: true });
  await stop.focus();
  await page.keyboard.press('Enter');
  const dialog = dialogNamed(page, 'Stop sharing 1 image with 1 project');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  // An Enter that confirms nothing stops nothing.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Type “confirm” first.');
  await typeConfirm(dialog);
  await page.keyboard.press('Enter');
  await expect(result(page, /^1 share stopped, checked with the cloud at/)).toBeVisible(IN_THE_END);
  expect(await stopped(simulator)).toEqual([{ images: [images[0]?.id], projects: [first] }]);
});
