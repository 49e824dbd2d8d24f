// A console that does not offer the demo.
import { BASE, expect, test } from '../support/demo.ts';

test.use({ config: { demo: false } });

test('nobody is led into a demo that is not offered', async ({ page, site }) => {
  await page.goto('?demo');
  await expect(page.getByRole('form').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /demo/i })).toHaveCount(0);
  expect(site.asked.filter((name) => /worker|-demo-/.test(name))).toEqual([]);
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  // What a demo has left in the tab changes nothing.
  await page.evaluate((key) => sessionStorage.setItem(key, '300'), `image-console:${BASE}:demo:repositories`);
  await page.reload();
  await expect(page.getByRole('form').first()).toBeVisible();
});
