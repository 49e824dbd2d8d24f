// What a person comes for, as whole stories: from the first page to the answer that is handed on.
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { coverage, findAll, regionOf, scanned } from '../support/all-sync-tasks.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { confirm, dialogNamed } from '../support/dialog.ts';
import { countPresses } from '../support/presses.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { chooseLanguage, signIn } from '../support/session.ts';
import { rowNamed } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const REGION = 'af-south-1';

test.describe('a release manager', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('stops all copies to a region, hands on the proof, and says who can pull an image, in ten clicks', async ({ page, simulator, cloud, complaints }) => {
    test.slow();
    complaints.allowRefusals();
    const found = await findAll(cloud);
    const stopped = found.tasks.filter(({ target }) => regionOf(target) === REGION);
    expect(stopped.length).toBeGreaterThan(1);
    await signIn(page, simulator.token);
    const presses = await countPresses(page);
    const areas = page.getByRole('navigation', { name: 'Main menu' });
    await areas.getByRole('link', { name: 'Sync tasks' }).click();
    await scanned(page, found);
    await page.getByRole('group', { name: 'Target regions' }).getByRole('button', { name: new RegExp(`^${REGION} `) }).click();
    const stop = `Stop all copies to ${REGION}`;
    await page.getByRole('button', { name: stop }).click();
    await confirm(dialogNamed(page, stop), `Stop ${stopped.length} sync tasks`);
    const proof = page.getByRole('status').filter({ hasText: `0 tasks to ${REGION}` });
    await expect(proof).toContainText(`0 tasks to ${REGION}, ${coverage(found)} at`, { timeout: 60_000 });
    await proof.getByRole('button', { name: 'Copy as text' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(`0 tasks to ${REGION}, ${coverage(found)}`);
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('Checked by anna');
    for (const { repository, target } of stopped) expect(text).toContain(`${repository} → ${target}`);
    // Who can pull, from the same page on.
    await areas.getByRole('link', { name: 'Container images' }).click();
    await page.getByRole('link', { name: 'acme-web', exact: true }).click();
    await page.getByLabel('Filter repositories').click();
    await page.keyboard.type('shop/api');
    await page.getByRole('link', { name: 'shop/api', exact: true }).click();
    await expect(page.getByText('9 people can get this image')).toBeVisible();
    await expect(page.locator('.answer')).toContainText('Administrators and IAM groups can too; no API lists them.');
    await expect(rowNamed(page, 'Administrators, IAM groups')).toBeVisible();
    expect(await presses()).toBeLessThanOrEqual(10);
    // The cloud says the same.
    for (const { repository, target } of stopped) {
      const left = await cloud.syncTasks(repository);
      expect(Array.isArray(left) && left.some((task) => `${task.remoteRegionId}/${task.remoteNamespace}` === target)).toBe(false);
    }
  });
});

for (const { what, use } of [
  { what: 'at 1366×768', use: { viewport: { width: 1366, height: 768 }, hasTouch: true } },
  { what: '320 px wide', use: { viewport: { width: 320, height: 640 }, hasTouch: true } },
]) {
  test.describe(`in Chinese by touch, ${what}`, () => {
    test.use({ ...use, locale: 'zh-CN' });

    test('both sources of one person are removed and nothing is left', async ({ page, simulator, cloud }) => {
      await signIn(page, simulator.token, 'containers/acme-web/shop$api/permissions');
      await chooseLanguage(page, 'zh-CN');
      await expect(page.getByText('9 个用户可以获取此镜像')).toBeVisible();
      const greta = rowNamed(page, 'greta');
      await greta.scrollIntoViewIfNeeded();
      await expect(greta).toContainText('读取');
      await expect(greta).toContainText('acme-web');
      await expectNoSidewaysScrolling(page);
      await page.getByRole('checkbox', { name: '选择 greta' }).tap();
      await expect(page.getByText('已选 1 个用户')).toBeVisible();
      await page.getByRole('button', { name: '移除权限' }).tap();
      const dialog = dialogNamed(page, '移除 1 个用户的权限');
      await dialog.getByRole('checkbox', { name: /通过组织/ }).tap();
      await expect(dialog).toContainText('移除后：无权限');
      await dialog.getByRole('textbox').fill('确认');
      await expectNoAxeFindings(page);
      await dialog.getByRole('button', { name: '移除 1 个用户的权限' }).tap();
      await expectAnnouncement(page, '已与云端核对');
      await expect(greta).toHaveCount(0);
      await expect(page.getByText('8 个用户可以获取此镜像')).toBeVisible();
      await expectNoSidewaysScrolling(page);
      for (const place of ['acme-web', 'acme-web/shop/api']) {
        expect((await cloud.access(place)).map(({ user_name }) => user_name)).not.toContain('greta');
      }
      // Nor is she among those of the whole organization.
      await rowNamed(page, 'ben').getByRole('link', { name: 'acme-web' }).tap();
      await expect(page).toHaveURL(/containers\/acme-web\/~permissions/);
      await expect(rowNamed(page, 'ben')).toBeVisible();
      await expect(rowNamed(page, 'greta')).toHaveCount(0);
    });
  });
}
