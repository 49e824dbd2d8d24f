// The table itself, whatever is in it.
import { openCopies } from '../support/clipboard.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { SHOP_API } from '../support/cloud.ts';
import { hold } from '../support/hold.ts';
import { signIn } from '../support/session.ts';
import { headingOf, select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

test('rows that arrive after the table fill it', async ({ page, simulator, cloud }) => {
  const repositories = (await cloud.repositories('acme-web')).length;
  const release = await hold(page, '**/api/swr/v2/manage/repos?*');
  await signIn(page, simulator.token, 'containers/acme-web');
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  // Two frames: the empty table has been laid out and measured.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  release();
  await expect(headingOf(page, 'Repositories', repositories)).toBeVisible();
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
  await select(page, '1.0.0');
  const button = page.getByRole('button', { name: 'Delete 1 tag' });
  await button.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(button).toBeFocused();
  await button.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete 1 tag' }).click();
  await expect(page.getByRole('heading', { name: /^Tags/ })).toBeFocused();
});

test('selecting everything by key says how much that is', async ({ page, simulator, cloud }) => {
  const tags = (await cloud.tags(SHOP_API)).length;
  await signIn(page, simulator.token, 'containers/acme-web/shop$api/tags');
  await expect(headingOf(page, 'Tags', tags)).toBeVisible();
  await page.getByRole('rowheader').first().click();
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('button', { name: `Delete ${tags} tags` })).toBeEnabled();
  await expectAnnouncement(page, `${tags} selected`);
});

test('the exact time behind an age is seen where the keyboard is', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web/shop$api/tags');
  await page.getByRole('rowheader').first().click();
  for (const _ of ['size', 'digest', 'pushed']) await page.keyboard.press('ArrowRight');
  const cell = page.locator('[data-cell]:focus');
  const exact = cell.locator('.exact');
  await expect(cell).toHaveRole('gridcell');
  await expect(exact).toHaveText(/\d{4}, \d\d:\d\d:\d\d UTC\)$/);
  expect((await exact.boundingBox())!.width).toBeGreaterThan(100);
  await page.keyboard.press('Home');
  await expect(exact).toHaveCount(0);
});

test('where the browser has no clipboard, copying says what it needs', async ({ page, simulator }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await signIn(page, simulator.token, 'containers/acme-web/shop$api/tags');
  await openCopies(page);
  await page.getByRole('button', { name: 'Copy as curl' }).click();
  await expectAnnouncement(page, 'It needs https or localhost.');
});
