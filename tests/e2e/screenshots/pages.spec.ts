// Pictures of the pages listed in pages.json: light, dark, Chinese, and 320 px wide.
import { resolve } from 'node:path';
import { expect, test } from '../support/test.ts';
import { signIn } from '../support/session.ts';
import pages from './pages.json' with { type: 'json' };

const folder = resolve(import.meta.dirname, '../results/screenshots');

const looks = [
  { name: 'light', colorScheme: 'light', locale: 'en-GB', width: 1280 },
  { name: 'dark', colorScheme: 'dark', locale: 'en-GB', width: 1280 },
  { name: 'zh-CN', colorScheme: 'light', locale: 'zh-CN', width: 1280 },
  { name: '320px', colorScheme: 'light', locale: 'en-GB', width: 320 },
] as const;

for (const { name, colorScheme, locale, width } of looks) {
  test.describe(name, () => {
    test.use({ colorScheme, locale, viewport: { width, height: 800 }, reducedMotion: 'reduce' } as object);
    for (const { name: pageName, address, signedIn } of pages) {
      test(pageName, async ({ page, simulator, complaints }) => {
        // Some pages show what could not be read.
        complaints.allow(/Failed to load resource/);
        if (signedIn) await signIn(page, simulator.token, address);
        else await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.getByText(/^(Loading|正在加载)$/)).toHaveCount(0);
        const reading = page.getByRole('button', { name: /^(Pause reading|暂停读取)$/ });
        if (address === 'sync-tasks') await expect(reading).toBeHidden({ timeout: 25_000 });
        const dismiss = page.getByRole('button', { name: /^(Dismiss|关闭)$/ });
        if (signedIn) await dismiss.click();
        await page.screenshot({ path: resolve(folder, `${pageName}-${name}.png`), fullPage: width === 320 });
      });
    }
  });
}
