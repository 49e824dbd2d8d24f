// How long it takes from the sign-in page to the first page of the demo, at the machine's own speed and on a slow line.
import { enterDemo, expect, test } from '../support/demo.ts';
import { chromium, type Browser, type Page } from '@playwright/test';

for (const slow of [false, true]) {
  test(`measure ${slow}`, async ({ browser, startedSite }) => {
    test.setTimeout(300_000);
    const all: string[] = [];
    const kinds = (process.env.KINDS ?? '0,1500,6000').split(',').map(Number);
    for (const wait of kinds) {
      const times: number[][] = [];
      for (let i = 0; i < Number(process.env.N ?? 3); i++) {
        startedSite.line = undefined;
        const context = await browser.newContext();
        const page = await context.newPage();
        if (slow) {
          const cdp = await context.newCDPSession(page);
          await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
          startedSite.line = { latency: 562, bytesPerSecond: 1.44e6 / 8 };
          startedSite.before = { name: /^simulator-worker-.*\.js$/, text: `{
  const { instantiate } = WebAssembly;
  const slow = (run) => (...given) => { const start = performance.now(); const r = run(...given); const end = performance.now() + 3 * (performance.now() - start); while (performance.now() < end); return r; };
  WebAssembly.instantiate = async (...given) => {
    const start = performance.now();
    const { module, instance } = await instantiate.apply(WebAssembly, given);
    await new Promise((r) => setTimeout(r, 3 * (performance.now() - start)));
    const exports = Object.fromEntries(Object.entries(instance.exports).map(([n, e]) => [n, typeof e === 'function' && n.startsWith('cloud_') ? slow(e) : e]));
    return { module, instance: { exports } };
  };
}\n` };
        }
        await page.goto(startedSite.url);
        const button = page.getByRole('button', { name: 'Try the demo, no account needed' });
        await button.waitFor();
        await page.waitForTimeout(wait);
        startedSite.asked = [];
        const start = performance.now();
        const asked = () => startedSite.asked.length;
        await button.click();
        const heads = page.getByRole('heading', { level: 1, name: 'Overview' });
        await heads.waitFor({ timeout: 60_000 });
        const h = performance.now() - start;
        await page.getByText('What to try').waitFor();
        const b = performance.now() - start;
        times.push([Math.round(h), Math.round(b)]);
        if (i === 0) console.log(startedSite.asked.join(' '));
        await context.close();
      }
      all.push(`slow ${slow} wait ${wait}: ${JSON.stringify(times)}`);
    }
    console.log(all.join('\n'));
  });
}
