// How long it takes from the press on the sign-in page to the first page of the demo, on this machine and on a slow one
// with a slow line. The server sends what the archive says, so that the browser keeps what it has loaded.
import type { Browser } from '@playwright/test';
import { expect, test, wayIn } from '../support/demo.ts';
import type { StaticSite } from '../support/static-site.ts';
import { slowedWorker } from '../support/slowed-worker.ts';

test.use({ sender: 'hosts/_headers' });

/** Of which the one in the middle counts. */
const VISITS = 5;
/** How much longer a machine may take that has other work than this. */
const GENEROUS = Number(process.env.ENTRY_TIME_FACTOR ?? 4);
/** How often slower the processor is on the slow profile. */
const SLOWER = 4;
/** What the sign-in page has loaded ahead when it has been there for a moment. */
const LAST = /^simulator-worker-.*\.wasm$/;

const PROFILES = [
  { name: 'here', most: 1_500, isSlow: false },
  { name: 'on a slow machine with a slow line', most: 6_000, isSlow: true },
];

/** Milliseconds from the press to the first page, in a browser that has loaded nothing before. */
async function entered(browser: Browser, site: StaticSite, isSlow: boolean): Promise<number> {
  site.forget();
  // What a browser slows down is the page alone.
  if (isSlow) site.before = { name: /^simulator-worker-.*\.js$/, text: slowedWorker(SLOWER) };
  const context = await browser.newContext({ baseURL: site.url });
  const page = await context.newPage();
  await page.goto('');
  await expect(wayIn(page)).toBeVisible();
  await expect.poll(() => site.asked.some((name) => LAST.test(name))).toBe(true);
  await page.waitForLoadState('networkidle');
  if (isSlow) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    site.line = { latency: 562, bytesPerSecond: 1_440_000 / 8 };
  }
  const start = performance.now();
  await wayIn(page).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  const time = performance.now() - start;
  await context.close();
  return Math.round(time);
}

for (const { name, most, isSlow } of PROFILES) {
  test(`the first page is there at most ${most / 1_000} s after the press, ${name}`, async ({ browser, startedSite }) => {
    test.setTimeout(300_000);
    const times: number[] = [];
    for (let visit = 0; visit < VISITS; visit += 1) {
      times.push(await entered(browser, startedSite, isSlow));
    }
    const middle = times.sort((one, other) => one - other)[Math.floor(VISITS / 2)] ?? Infinity;
    console.log(`entering the demo ${name}: ${middle} ms in the middle of ${times.join(', ')}; at most ${most} ms`);
    expect(middle).toBeLessThanOrEqual(most * GENEROUS);
  });
}
