// A console that does not offer the demo.
import { expect, test } from '../support/demo.ts';

test.use({ config: { demo: false } });

test('nobody is led into a demo that is not offered', async ({ page, site }) => {
  await page.goto('?demo');
  await expect(page.getByRole('form').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /demo/i })).toHaveCount(0);
  expect(site.asked.filter((name) => /worker|-demo-/.test(name))).toEqual([]);
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
});
