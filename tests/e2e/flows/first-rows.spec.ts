// Where the first row stands, in windows of four widths: high, and where the quiet bars stood before it was read.
import type { Page } from '@playwright/test';
import { hold } from '../support/hold.ts';
import { HOSTILE } from '../support/security-sync.ts';
import { chooseLanguage, signIn } from '../support/session.ts';
import { expect, test } from '../support/test.ts';

const REPOSITORY = 'containers/acme-web/shop$api';

/** Every page with a table: its address, and what is held back until the bars were measured. */
const LISTS: Record<string, { address: string; held: RegExp }> = {
  organizations: { address: 'containers', held: /\/v2\/manage\/namespaces/ },
  repositories: { address: 'containers/acme-web', held: /\/v2\/manage\/repos/ },
  'access to an organization': { address: 'containers/acme-web/~permissions', held: /\/access(\?|$)/ },
  tags: { address: `${REPOSITORY}/tags`, held: /\/repos\// },
  access: { address: `${REPOSITORY}/permissions`, held: /\/access(\?|$)|\/access-domains|\/repos\// },
  'sync tasks and copies': { address: `${REPOSITORY}/sync-tasks`, held: /\/repos\// },
  'shared accounts': { address: `${REPOSITORY}/shared-accounts`, held: /\/repos\/|\/access-domains/ },
  'all sync tasks': { address: 'sync-tasks', held: /\/v2\/manage\/repos/ },
  'all sync tasks, whose repositories are read': { address: 'sync-tasks', held: /\/sync_repo/ },
  'image security sync': { address: 'security-sync', held: /\/image\/tasks|\/registries/ },
  'image security sync, whose tasks are read': { address: 'security-sync', held: /\/registries/ },
  'a sync with failures': { address: HOSTILE, held: /\/image\/tasks|\/registries/ },
  'machine images': { address: 'machine-images', held: /\/v2\/(cloud)?images/ },
  'recipients of machine images': { address: 'machine-images/recipients', held: /\/v2\/(cloud)?images/ },
  'machine images shared with me': { address: 'machine-images/shared-with-me', held: /\/v2\/(cloud)?images/ },
};

/** Width and height of a desk, a small one, a tablet and a phone, and how low the first row may begin. */
const WINDOWS = [
  { width: 1280, height: 800, lowest: 300 },
  { width: 1024, height: 768, lowest: 300 },
  { width: 768, height: 1024, lowest: 300 },
  { width: 320, height: 640, lowest: 340 },
];

/** The top of something in each window. It is found and measured at one moment, for rows are drawn anew while more is read. */
async function tops(page: Page, selector: string): Promise<number[]> {
  const tops = [];
  for (const { width, height } of WINDOWS) {
    await page.setViewportSize({ width, height });
    const top = await page.waitForFunction((it) => {
      const place = document.querySelector(it)?.getBoundingClientRect();
      return place && place.height > 0 && Math.round(place.top);
    }, selector);
    tops.push(Number(await top.jsonValue()));
  }
  return tops;
}

for (const [name, { address, held }] of Object.entries(LISTS)) {
  for (const language of ['en', 'zh-CN'] as const) {
    test(`the first row of ${name} is high, and where it was awaited, in ${language}`, async ({ page, simulator, complaints }) => {
      complaints.allowRefusals();
      const release = await hold(page, held);
      await signIn(page, simulator.token, address);
      await chooseLanguage(page, language);
      await expect(page.locator('.table-wait').first()).toHaveCSS('opacity', '1');
      const awaited = await tops(page, '.table-wait');
      release();
      await expect(page.locator('.table-wait')).toHaveCount(0);
      await expect(page.getByText(/so far…|中的 [\d,]+ 个…/)).toHaveCount(0, { timeout: 60_000 });
      const read = await tops(page, '.table-row:not(.fixed)');
      expect(read).toEqual(awaited);
      for (const [window, top] of read.entries()) {
        const { width, lowest } = WINDOWS[window]!;
        expect(top, `${width} px wide`).toBeLessThanOrEqual(address === '' && width >= 768 ? 240 : lowest);
      }
    });
  }
}
