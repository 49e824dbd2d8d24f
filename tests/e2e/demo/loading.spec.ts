// Which files the demo needs, and when they are loaded: none before the sign-in form is there, all of them half a second
// later, and nothing more when somebody enters it.
import type { Page } from '@playwright/test';
import { expect, test, wayIn } from '../support/demo.ts';
import { personMenu } from '../support/session.ts';
import type { StaticSite } from '../support/static-site.ts';

/** What the demo needs besides what the sign-in page has, but for the numbered pieces that several parts share. */
const OF_DEMO = [
  'image-console-common.wasm',
  'image-console-demo.wasm',
  'image-console-overview.wasm',
  'image-console-overview_common.wasm',
  'image-console-signed_in.wasm',
  'simulator-worker.js',
  'simulator-worker.wasm',
];

/** The files that were asked for, each once and without the hash in its name, in order. */
const files = (site: StaticSite): string[] => [...new Set(site.asked.map((name) => name.replace(/-[0-9a-f]{16}/, '')))].sort();

const isNumbered = (name: string): boolean => name.includes('-chunk_');

/** From now on it is noted that the page has started a worker. */
const noteWorkers = (page: Page) =>
  page.addInitScript(() => {
    for (const kind of ['Worker', 'SharedWorker'] as const) {
      const started = window[kind];
      Object.assign(window, {
        [kind]: new Proxy(started, {
          construct: (target, given) => {
            document.documentElement.dataset.worker = 'started';
            return Reflect.construct(target, given) as object;
          },
        }),
      });
    }
  });

const started = (page: Page) => page.locator('html[data-worker=started]');

test('until the sign-in form is there the same files are loaded with the demo and without it', async ({ page, site }) => {
  // Paused: half a second after the form more is loaded, however long this test takes to look.
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1_000);
  await page.goto('');
  await expect(wayIn(page)).toBeVisible();
  // The icon of the tab comes when the browser likes.
  await page.waitForLoadState('networkidle');
  const withDemo = files(site);
  site.forget();
  await page.route(/config\.json$/, (route) => route.fulfill({ json: { demo: false } }));
  await page.goto('');
  await expect(page.getByRole('form').first()).toBeVisible();
  await expect(wayIn(page)).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  // The page that the test asks for in the place of the server.
  expect([...files(site), 'config.json'].sort()).toEqual(withDemo);
  await page.clock.runFor(1_000);
  await page.waitForLoadState('networkidle');
  expect(files(site).filter((name) => /worker|-demo/.test(name))).toEqual([]);
});

test('half a second after the form all that the demo needs is loaded, no worker runs, and entering it loads nothing else', async ({ page, site }) => {
  await noteWorkers(page);
  await page.clock.install();
  await page.goto('');
  await expect(wayIn(page)).toBeVisible();
  const before = files(site);
  await page.clock.runFor(1_000);
  const ahead = () => files(site).filter((name) => !before.includes(name));
  await expect.poll(() => ahead().filter((name) => !isNumbered(name))).toEqual(OF_DEMO);
  await page.waitForLoadState('networkidle');
  const loaded = files(site);
  expect(ahead().filter((name) => !isNumbered(name))).toEqual(OF_DEMO);
  await expect(started(page)).toHaveCount(0);

  await wayIn(page).click();
  await expect(personMenu(page)).toContainText('anna');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(started(page)).toHaveCount(1);
  expect(files(site)).toEqual(loaded);
});
