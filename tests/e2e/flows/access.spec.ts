// Who can get an image, in one table, and taken away wherever it comes from in one dialog.
import { openLevelChange, openRemoval, removal } from '../support/access.ts';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { confirm, dialogNamed, openUndo, press } from '../support/dialog.ts';
import { signIn } from '../support/session.ts';
import { rowNamed, select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const API = 'containers/acme-web/shop$api/permissions';

test('who can get shop/api is answered in one sentence and one table', async ({ page, simulator, cloud }) => {
  const direct = (await cloud.access('acme-web/shop/api')).map(({ user_id }) => user_id);
  const above = (await cloud.access('acme-web')).map(({ user_id }) => user_id);
  const both = above.filter((user) => direct.includes(user)).length;
  const all = new Set([...direct, ...above]).size + 1;
  await signIn(page, simulator.token, API);
  await expect(page.getByText(`${all} people can get this image`)).toBeVisible();
  const sentence = page.locator('.answer');
  await expect(sentence).toContainText(`${direct.length} directly, ${above.length} through acme-web (${both} of them both), and you.`);
  await expect(sentence).toContainText('Administrators and IAM groups can too; no API lists them.');
  await expect(page.getByRole('link', { name: 'Access', exact: true })).toHaveText(`Access${all}`);
  await expect(rowNamed(page, 'ben')).toContainText('acme-web');
  await expect(rowNamed(page, 'ben')).not.toContainText('direct');
  const greta = rowNamed(page, 'greta');
  await expect(greta).toContainText('direct');
  await expect(greta.getByRole('link', { name: 'acme-web' })).toHaveAttribute('href', 'containers/acme-web/~permissions');
  const anna = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^anna you/ }) });
  await expect(anna).toContainText('your own rights');
  await expect(anna.getByRole('checkbox')).toBeDisabled();
  await expect(rowNamed(page, 'Administrators, IAM groups')).toContainText('not listed by this API');
  expect(all).toBe(9);
  await page.setViewportSize({ width: 1280, height: 800 });
  const first = await rowNamed(page, 'ben').or(anna).first().boundingBox();
  expect(first?.y, 'where the first row begins').toBeLessThanOrEqual(300);
});

test('access to the repository and through the organization is removed in one dialog, and an undo gives both back', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await select(page, 'greta');
  await simulator.forgetRequests();
  const dialog = await openRemoval(page, 1);
  const through = dialog.getByRole('checkbox', { name: /^greta \w{32} Read, through acme-web/ });
  await expect(dialog.getByRole('checkbox', { name: /^greta \w{32} Read, direct$/ })).toBeChecked();
  await expect(through).not.toBeChecked();
  await expect(dialog).toContainText(/covers [0-9,]+ repositories/);
  await expect(dialog).toContainText('afterwards: Read through acme-web');
  await through.check();
  await expect(through).toBeFocused();
  await expect(dialog).toContainText('afterwards: none');
  await expectNoAxeFindings(page);
  await confirm(dialog, removal(1));
  await expectAnnouncement(page, 'Access removed for 1 person on acme-web/shop/api, checked with the cloud at');
  await expect(rowNamed(page, 'greta')).toHaveCount(0);
  await expect(page.getByText('8 people can get this image')).toBeVisible();
  const removed = await simulator.writes('DELETE');
  expect(removed.map(({ path }) => path).sort()).toEqual([
    '/v2/manage/namespaces/acme-web/access',
    '/v2/manage/namespaces/acme-web/repos/shop%24api/access',
  ]);
  const undo = await openUndo(page);
  // Each place is told by itself.
  const given = undo.locator('.dialog-list > li > strong');
  await expect(given).toHaveText([/acme-web\/shop\/api/, /acme-web(?!\/)/]);
  await press(undo, 'Undo');
  await expect(rowNamed(page, 'greta')).toContainText('acme-web');
  await expect(rowNamed(page, 'greta')).toContainText('direct');
});

test('who keeps a higher level through the organization is told before the direct one is changed', async ({ page, simulator, cloud }) => {
  await cloud.changeAccess('acme-web', 'greta', 3);
  await signIn(page, simulator.token, API);
  await select(page, 'greta');
  const dialog = await openLevelChange(page, 1);
  const higher = dialog.getByText('1 person keeps a higher level through acme-web.');
  await expect(higher).toBeVisible();
  await dialog.getByLabel('Level').selectOption({ label: 'Manage' });
  await expect(higher).toHaveCount(0);
});

test('nothing is sent as long as nothing is ticked', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await select(page, 'ben');
  await simulator.forgetRequests();
  await page.getByRole('button', { name: 'Remove access', exact: true }).click();
  // Nothing is ticked in it, so its title counts nobody.
  const dialog = dialogNamed(page, 'Remove access');
  await dialog.getByRole('button', { name: 'Remove access', exact: true }).click();
  await expect(dialog.getByText('Select at least one source.')).toBeVisible();
  expect(await simulator.writes()).toEqual([]);
});

test('what is told of the repository stands behind a button beside its title', async ({ page, simulator }) => {
  await signIn(page, simulator.token, API);
  await expect(page.getByText('Private', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'About this repository' }).click();
  await expect(page.getByText('Pull address', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy pull address' })).toBeVisible();
  await expectNoAxeFindings(page);
});
