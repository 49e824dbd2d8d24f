// Pictures of every page in every state: light, dark, Chinese, 768 and 320 px wide.
import type { Page } from '@playwright/test';
import { resolve } from 'node:path';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { reach, STATES } from '../support/states.ts';
import { expect, test } from '../support/test.ts';

const folder = resolve(import.meta.dirname, '../results/screenshots');

test.use({ reducedMotion: 'reduce' } as object);

for (const state of STATES) {
  test(state.name, async ({ page, simulator, complaints }) => {
    complaints.allowRefusals();
    await reach(page, simulator, state);
    const name = state.name.replaceAll(/[^a-z0-9]+/gi, '-');
    const picture = async (look: string, isWhole = false) => {
      await settle(page);
      await page.screenshot({ path: resolve(folder, `${name}-${look}.png`), fullPage: isWhole });
    };
    await picture('light');
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await picture('dark');
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 768, height: 800 });
    await picture('768');
    await page.setViewportSize({ width: 320, height: 640 });
    await picture('320', true);
    await page.setViewportSize({ width: 1280, height: 800 });
    await speakChinese(page);
    await picture('zh');
  });
}

/** What fades in is there, and the page has the width of the window. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((animation) => animation.effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
  await expect(async () => expectNoSidewaysScrolling(page)).toPass({ timeout: 5_000 });
}

/** Chooses Chinese where a dialog may stand before the menu. */
async function speakChinese(page: Page): Promise<void> {
  await page.locator('#language').evaluate((choice: HTMLSelectElement) => {
    choice.value = 'zh-CN';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
}
