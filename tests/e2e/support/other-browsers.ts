// The `test` of what runs in Firefox and WebKit: the demo from a plain server, in a browser of its own for each test.
import { writeFileSync } from 'node:fs';
import { test as base } from '@playwright/test';
import { removal } from './access.ts';
import { BASE } from './demo.ts';
import { Simulator } from './simulator.ts';
import { StaticSite } from './static-site.ts';
import { Display } from './webdriver/display.ts';
import { Firefox } from './webdriver/firefox.ts';
import { Tab, type Found } from './webdriver/tab.ts';
import { WebKit } from './webdriver/webkit.ts';

export { expect } from '@playwright/test';

/** The browsers beside Chromium that the console is tried in. */
const BROWSERS = { Firefox, WebKit };
type Name = keyof typeof BROWSERS;

interface Fixtures {
  inBrowser: Name;
  tab: Tab;
  site: StaticSite;
}

interface WorkerFixtures {
  display: Display;
  startedSite: StaticSite;
  /** A cloud of its own, with the console behind the same address. */
  simulator: Simulator;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  inBrowser: ['Firefox', { option: true }],
  display: [
    async ({}, use) => {
      const display = await Display.start();
      await use(display);
      await display.stop();
    },
    { scope: 'worker' },
  ],
  startedSite: [
    async ({}, use) => {
      const site = await StaticSite.start(BASE, { demo: true }, true);
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  simulator: [
    async ({}, use) => {
      const simulator = await Simulator.start();
      await use(simulator);
      await simulator.stop();
    },
    { scope: 'worker' },
  ],
  site: async ({ startedSite, tab }, use) => {
    startedSite.forget();
    await use(startedSite);
    const asked = await tab.run(() => performance.getEntriesByType('resource').map(({ name }) => name));
    base.expect(asked.filter((address) => !address.startsWith(startedSite.url)), 'what was asked for elsewhere').toEqual([]);
    // What is refused for certain is reported after everything before it.
    await tab.run(askElsewhere, ELSEWHERE);
    const told = () => startedSite.reports.some((report) => report.includes(ELSEWHERE));
    await base.expect.poll(told, { message: 'the browser reports what the policy refuses', intervals: [50] }).toBe(true);
    base.expect(startedSite.reports.filter((report) => !report.includes(ELSEWHERE)), 'what the policy refused').toEqual([]);
    base.expect(startedSite.strange, 'what was asked for besides files of the console').toEqual([]);
  },
  tab: async ({ inBrowser, display }, use, info) => {
    const browser = await BROWSERS[inBrowser].start(display.name);
    info.annotations.push({ type: 'browser', description: browser.version });
    const tab = new Tab(browser);
    try {
      await use(tab);
      if (info.status !== info.expectedStatus) writeFileSync(info.outputPath('screen.png'), await tab.screenshot());
    } finally {
      await browser.stop();
    }
  },
});

/** The same sentences in each of the browsers. */
export function inEachBrowser(sentences: () => void): void {
  for (const name of Object.keys(BROWSERS) as Name[]) {
    test.describe(name, () => {
      test.use({ inBrowser: name });
      sentences();
    });
  }
}

/** Enters the demo from the sign-in page; ends when somebody is signed in. */
export async function enterDemo(tab: Tab, site: StaticSite): Promise<void> {
  await tab.open(site.url);
  await tab.press('button', 'Try the demo, no account needed');
  await tab.find('button', 'Account of anna');
}

/** Opens the people of a repository by its links. */
export async function openPermissions(tab: Tab): Promise<void> {
  await tab.press('link', 'Container images');
  await tab.press('link', 'acme-web');
  await tab.type('shop/api', 'searchbox', 'Filter repositories');
  await tab.press('link', 'shop/api');
  await tab.press('link', /^Access/);
  await tab.find('rowheader', 'emma');
}

/** Opens the dialog that takes access from one person of the table that is shown. */
export async function openRemoval(tab: Tab, person: string): Promise<Found> {
  await tab.press('checkbox', `Select ${person}`);
  await tab.press('button', 'Remove access');
  return tab.find('dialog', removal(1));
}

/** Sends what that dialog shows. */
export const confirmRemoval = (tab: Tab, dialog: Found) => tab.press('button', removal(1), dialog);

/** No host has this name. */
const ELSEWHERE = 'https://elsewhere.invalid/';

function askElsewhere(address: string): void {
  document.createElement('img').src = address;
}
