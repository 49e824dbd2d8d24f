import { signIn } from '../support/session.ts';
import { select } from '../support/table.ts';
import { test } from '../support/test.ts';
const API = 'containers/acme-web/shop$api/permissions';
for (const [name, width, height, scheme] of [['light', 1280, 800, 'light'], ['dark', 1280, 800, 'dark'], ['320', 320, 640, 'light']] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce' } as object);
    test('look', async ({ page, simulator, complaints }) => {
      complaints.allow(/./);
      await signIn(page, simulator.token, API);
      await page.getByText('people can get this image').waitFor();
      await page.getByRole('button', { name: /^(Dismiss)$/ }).click();
      await page.screenshot({ path: `/tmp/look/access-${name}.png` });
      await select(page, 'carla', 'david', 'greta');
      await page.screenshot({ path: `/tmp/look/access-selected-${name}.png` });
      await page.getByRole('button', { name: 'Remove access', exact: true }).click();
      await page.getByText('covers').waitFor();
      await page.screenshot({ path: `/tmp/look/access-remove-${name}.png` });
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'About this repository' }).click();
      await page.screenshot({ path: `/tmp/look/access-facts-${name}.png` });
      await page.goto('containers/acme-web/shop$public-page/permissions');
      await page.getByText('Everyone can get this image').waitFor();
      await page.screenshot({ path: `/tmp/look/access-public-${name}.png` });
      await page.goto('containers/acme-web/~permissions');
      await page.getByText('greta').first().waitFor();
      await page.screenshot({ path: `/tmp/look/access-organization-${name}.png` });
    });
  });
}
