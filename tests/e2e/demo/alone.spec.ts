// A console of the demo alone, as the archive's own config.json sets it up.
import { readFileSync } from 'node:fs';
import { banner, enterDemo, expect, test } from '../support/demo.ts';

test.use({ config: JSON.parse(readFileSync(new URL('../../../deploy/demo.json', import.meta.url), 'utf8')) });

test('nobody is asked for a credential where no cloud is', async ({ page, site }) => {
  await page.goto('');
  await expect(page.getByRole('heading', { level: 1, name: 'Image Console' })).toBeVisible();
  await expect(page).toHaveTitle('Image Console');
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('tab')).toHaveCount(0);
  expect(site.asked.filter((name) => name.includes('api/'))).toEqual([]);

  await enterDemo(page);
  await banner(page).getByRole('button', { name: 'Leave the demo' }).click();
  await expect(page.getByRole('button', { name: 'Try the demo' })).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
});
