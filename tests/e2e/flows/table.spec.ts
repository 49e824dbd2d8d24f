// The table itself, whatever is in it.
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
