// The table itself, whatever is in it.
import { expectAnnouncement } from '../support/announcement.ts';
import { signIn } from '../support/session.ts';
import { expect, test } from '../support/test.ts';

test('rows that arrive after the table fill it', async ({ page, simulator }) => {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route('**/api/swr/v2/manage/repos?*', async (route) => {
    await held;
    await route.continue();
  });
  await signIn(page, simulator.token, 'containers/acme-web');
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  // Two frames: the empty table has been laid out and measured.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  release();
  await expect(page.getByRole('heading', { name: 'Repositories (300)' })).toBeVisible();
  await expect
    .poll(async () => {
      const bottom = (await grid.boundingBox())!;
      const last = (await grid.getByRole('row').last().boundingBox())!;
      return last.y + last.height >= bottom.y + bottom.height;
    })
    .toBe(true);
});

test('after a deletion the focus is on the heading of the table, and a cancelled dialog gives it back', async ({ page, simulator, complaints }) => {
  // The read-back of a deleted tag.
  complaints.allow(/404 \(Not Found\)/);
  await signIn(page, simulator.token, 'containers/acme-web/shop$api/tags');
  await page.getByRole('checkbox', { name: 'Select 1.0.0', exact: true }).check();
  const button = page.getByRole('button', { name: 'Delete 1 tag' });
  await button.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(button).toBeFocused();
  await button.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete 1 tag' }).click();
  await expect(page.getByRole('heading', { name: /^Tags/ })).toBeFocused();
});

test('selecting everything by key says how much that is', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web/shop$api/tags');
  await expect(page.getByRole('heading', { name: 'Tags (12)' })).toBeVisible();
  await page.getByRole('rowheader').first().click();
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('button', { name: 'Delete 12 tags' })).toBeEnabled();
  await expectAnnouncement(page, '12 rows selected');
});

test('where the browser has no clipboard, copying says what it needs', async ({ page, simulator }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await signIn(page, simulator.token, 'containers/acme-web/shop$api/tags');
  await page.getByRole('button', { name: 'Copy as curl' }).click();
  await expectAnnouncement(page, 'It needs https or localhost.');
});
