// The tags of a repository: which names share an image, pulling one, deleting some.
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { SHOP_API } from '../support/cloud.ts';
import { confirm, dialogNamed, openDialog, press, typeConfirm } from '../support/dialog.ts';
import { openDetails } from '../support/result.ts';
import { chooseLanguage, signIn } from '../support/session.ts';
import { headingOf, rowNamed, select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const TAGS = 'containers/acme-web/shop$api/tags';

test('a tag says which account it is of', async ({ page, simulator }) => {
  await page.route('**/api/swr/**/tags?*', async (route) => {
    const tags = (await (await route.fetch()).json()) as { Tag: string; domain_id: string }[];
    const foreign = tags.map((tag) => (tag.Tag === '1.0.0' ? { ...tag, domain_id: 'an-account-elsewhere' } : tag));
    return route.fulfill({ json: foreign });
  });
  await signIn(page, simulator.token, TAGS);
  await expect(rowNamed(page, '1.4.2')).toContainText('ACME-EU');
  await expect(rowNamed(page, '1.0.0')).toContainText('an-account-elsewhere');
});

test('tags that are one image are told before one of them is deleted, and stay', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const tags = (await cloud.tags(SHOP_API)).length;
  await signIn(page, simulator.token, TAGS);
  await expect(headingOf(page, 'Tags', tags)).toBeVisible();
  await select(page, '1.4.2', 'latest', '1.2.0');
  await simulator.forgetRequests();
  const dialog = await openDialog(page, 'Delete 3 tags');
  await expect(dialog).toContainText('1.4.2: its image stays as stable');
  await expect(dialog).toContainText('latest: its image stays as stable');
  await expect(dialog.getByRole('listitem').filter({ hasText: '1.2.0' })).toHaveText('1.2.0');
  await expectNoAxeFindings(page);
  await press(dialog, 'Delete 3 tags');
  await expect(dialog.getByText('Type “confirm” first.')).toBeVisible();
  await confirm(dialog, 'Delete 3 tags');
  await expectAnnouncement(page, '3 tags of acme-web/shop/api deleted, checked with the cloud at');
  await openDetails(page);
  await expect(page.getByText(/Removed, checked with the cloud at/)).toHaveCount(3);
  await expect(rowNamed(page, '1.4.2')).toHaveCount(0);
  await expect(rowNamed(page, 'stable')).toBeVisible();
  await expect(headingOf(page, 'Tags', tags - 3)).toBeVisible();
  const sent = await simulator.writes('DELETE');
  expect(sent.map((request) => request.path.split('/').at(-1)).sort()).toEqual(['1.2.0', '1.4.2', 'latest']);
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await expectNoAxeFindings(page);
});

test('a tag that was pushed anew while the dialog was open is looked at again', async ({ page, simulator }) => {
  await signIn(page, simulator.token, TAGS);
  await select(page, 'stable');
  const dialog = await openDialog(page, 'Delete 1 tag');
  await expect(dialog).toContainText('stable: its image stays as 1.4.2, latest');
  await simulator.push('acme-web', 'shop/api', 'stable');
  await simulator.forgetRequests();
  await press(dialog, 'Delete 1 tag');
  await expect(dialog.getByRole('alert').filter({ hasText: 'has changed since it was shown' })).toBeVisible();
  await expect(dialog).not.toContainText('its image stays as');
  expect(await simulator.writes('DELETE')).toEqual([]);
});

test('a tag that is deleted elsewhere was already gone, and one that is refused stays', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, TAGS);
  await select(page, '1.0.0', '1.1.0', '1.2.0');
  await page.route('**/api/swr/**/tags/*', async (route) => {
    const isDelete = route.request().method() === 'DELETE';
    if (isDelete && route.request().url().endsWith('/1.1.0')) await cloud.deleteTag(SHOP_API, '1.1.0');
    if (!isDelete || !route.request().url().endsWith('/1.2.0')) return route.continue();
    return route.fulfill({ status: 400, json: { errors: [{ errorCode: 'SVCSTG.SWR.4000014', errorMessage: 'No' }] } });
  });
  const dialog = await openDialog(page, 'Delete 3 tags');
  await confirm(dialog, 'Delete 3 tags');
  await openDetails(page);
  await expect(page.getByText(/Removed, checked with the cloud at/)).toHaveCount(1);
  await expect(page.getByText(/Was already gone, checked with the cloud at/)).toHaveCount(1);
  await expect(page.getByText('Refused')).toHaveCount(1);
  await expect(rowNamed(page, '1.2.0')).toBeVisible();
  await expect(rowNamed(page, '1.1.0')).toHaveCount(0);
});

test('a tag that is pushed anew after its deletion was refused is not deleted once more', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await simulator.fault({ method: 'DELETE', path_contains: '/tags/1.2.0', fate: 'status', status: 500, times: 1 });
  await signIn(page, simulator.token, TAGS);
  await select(page, '1.2.0');
  const dialog = await openDialog(page, 'Delete 1 tag');
  await press(dialog, 'Delete 1 tag');
  const again = page.getByRole('button', { name: 'Send the 1 not done' });
  await expect(again).toBeVisible();
  await simulator.push('acme-web', 'shop/api', '1.2.0');
  await simulator.forgetRequests();
  await again.click();
  const left = dialogNamed(page, 'Send what is left');
  await typeConfirm(left);
  await press(left, 'Send what is left');
  await expect(left.getByText('Everything is as it was wanted by now. There is nothing to send.')).toBeVisible();
  expect(await simulator.writes('DELETE')).toEqual([]);
});

test('a pull command is copied with its address in quotes, the whole digest on demand', async ({ page, simulator, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, simulator.token, TAGS);
  await page.getByLabel('Filter tags').fill('1.4.1');
  await rowNamed(page, '1.4.1').getByRole('button', { name: 'Copy pull command' }).click();
  await expectAnnouncement(page, 'Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^docker pull 'swr\.[^']*\/acme-web\/shop\/api:1\.4\.1'$/);
  const whole = rowNamed(page, '1.4.1').getByText(/^sha256:[0-9a-f]{64}$/);
  await expect(whole).toBeHidden();
  await rowNamed(page, '1.4.1').getByRole('button', { name: /^sha256:/ }).click();
  await expect(whole).toBeVisible();
  await expectNoAxeFindings(page);
  await page.keyboard.press('Escape');
  await expect(whole).toBeHidden();
});

test('hostile names and addresses stay text and give no command, and those that no path can carry cannot be selected', async ({ page, simulator }) => {
  await page.route('**/api/swr/**/tags?*', (route) =>
    route.fulfill({
      headers: { 'Content-Range': '0-4/4' },
      json: [
        { Tag: '<img src=x>', digest: 'sha256:1', path: 'a\nrm -rf ~', size: 1, updated: 'never' },
        { Tag: 'a‮b', digest: '', path: '--privileged' },
        { Tag: 'a/..' },
        { digest: null },
      ],
    }),
  );
  await signIn(page, simulator.token, TAGS);
  await expect(rowNamed(page, '<img src=x>')).toContainText('never');
  await expect(rowNamed(page, 'a⟨U+202E⟩b')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy pull command' })).toHaveCount(0);
  for (const name of ['<img src=x>', 'a⟨U+202E⟩b']) {
    await expect(page.getByRole('checkbox', { name: `Select ${name}` })).toBeEnabled();
  }
  await expect(page.getByRole('checkbox', { name: 'Select a/..' })).toBeDisabled();
  await expect(page.locator('img')).toHaveCount(0);
});

test('the same in Chinese and by keyboard alone', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, TAGS);
  await chooseLanguage(page, 'zh-CN');
  await expect(rowNamed(page, '1.4.2')).toBeVisible();
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('button', { name: '删除 2 个镜像版本' })).toBeEnabled();
  // Back past the button that deselects.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: '删除 2 个镜像版本' })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = dialogNamed(page, '删除 2 个镜像版本');
  await expect(dialog.getByRole('button', { name: '取消', exact: true })).toBeFocused();
  await expectNoAxeFindings(page);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('确认');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expectAnnouncement(page, '已删除 acme-web/shop/api 的 2 个镜像版本');
});
