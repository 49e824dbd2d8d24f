// How long it takes from the press on the sign-in page to the first page of the demo, on this machine and on a slow one
// with a slow line. The server sends what the archive says, so that the browser keeps what it has loaded.
import type { Browser } from '@playwright/test';
import { expect, test, wayIn } from '../support/demo.ts';
import { allowed, slowness } from '../support/machine.ts';
import type { StaticSite } from '../support/static-site.ts';
import { slowedWorker } from '../support/slowed-worker.ts';

test.use({ sender: 'hosts/_headers' });

/** Of which the one in the middle counts. */
const VISITS = 5;
/** How often slower the processor is on the slow profile. */
const SLOWER = 4;
/** What the sign-in page has loaded ahead when it has been there for a moment. */
const LAST = /^simulator-worker-.*\.wasm$/;

const PROFILES = [
  { name: 'here', most: 1_500, isSlow: false },
  { name: 'on a slow machine with a slow line', most: 6_000, isSlow: true },
];

/** Whether the person looks at the form first, while what the demo needs is loaded, or presses as soon as it is there. */
type Press = 'after a look' | 'at once';

interface Visit {
  /** Milliseconds from the press to the first page. */
  time: number;
  /** How busy the machine was just before, and just after. */
  slow: number;
}

const middle = (numbers: number[]): number => numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Infinity;

/** A visit by a browser that has loaded nothing before. */
async function visited(browser: Browser, site: StaticSite, isSlow: boolean, press: Press): Promise<Visit> {
  site.forget();
  // What a browser slows down is the page alone.
  if (isSlow) site.before = { name: /^simulator-worker-.*\.js$/, text: slowedWorker(SLOWER) };
  const context = await browser.newContext({ baseURL: site.url });
  const work = await context.newPage();
  const before = await slowness(work);
  const page = await context.newPage();
  const slowDown = async () => {
    if (!isSlow) return;
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    site.line = { latency: 562, bytesPerSecond: 1_440_000 / 8 };
  };
  // Whoever looks first has everything by then, however slow it came.
  if (press === 'at once') await slowDown();
  await page.goto('');
  await expect(wayIn(page)).toBeVisible({ timeout: 60_000 });
  if (press === 'after a look') {
    await expect.poll(() => site.asked.some((name) => LAST.test(name))).toBe(true);
    await page.waitForLoadState('networkidle');
    await slowDown();
  }
  const start = performance.now();
  await wayIn(page).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor({ timeout: 120_000 });
  const time = performance.now() - start;
  site.line = undefined;
  const slow = Math.max(before, await slowness(work));
  await context.close();
  return { time: Math.round(time), slow };
}

for (const { name, most, isSlow } of PROFILES) {
  for (const press of ['after a look', 'at once'] as const) {
    const title =
      press === 'at once' ? 'how long it takes is told of a press as soon as the form is there' : `the first page is there at most ${most / 1_000} s after the press`;
    test(`${title}, ${name}`, async ({ browser, startedSite }) => {
      test.setTimeout(600_000);
      const visits: Visit[] = [];
      for (let visit = 0; visit < VISITS; visit += 1) visits.push(await visited(browser, startedSite, isSlow, press));
      const [time, slow] = [middle(visits.map((visit) => visit.time)), middle(visits.map((visit) => visit.slow))];
      const limit = Math.round(allowed(most, slow));
      const times = visits.map((visit) => visit.time).join(', ');
      const of = press === 'at once' ? 'no limit' : `at most ${limit} ms, ${most} ms on an idle machine`;
      console.log(`entering the demo ${press} ${name}: ${time} ms in the middle of ${times}; ${of}; this machine takes ${slow.toFixed(2)} times as long`);
      if (press === 'after a look') expect(time).toBeLessThanOrEqual(limit);
    });
  }
}
