// How much memory the console's module holds, and long use of the console, driven from inside the page.
import type { Page } from '@playwright/test';
import { RUNNING } from './security-sync.ts';
import { signIn } from './session.ts';
import type { Simulator } from './simulator.ts';
import { expect } from './test.ts';

const MIB = 1024 * 1024;

/** Uses the console so many times. */
export type Use = (times: number) => Promise<void>;

/** What people do for hours, by its name; each signs in and shows what it is about. */
export type Uses = Record<string, (page: Page, simulator: Simulator) => Promise<Use>>;

/** Of the list of the largest organization's repositories. */
export const LONG_LIST: Uses = {
  'jumps in a long list': async (page, simulator) => {
    await signIn(page, simulator.token, 'containers/acme-web');
    await expect(page.getByRole('rowheader').first()).toBeVisible();
    const button = page.getByRole('button', { name: 'Refresh', exact: true });
    await expect(button).toHaveAttribute('aria-busy', 'false', { timeout: 120_000 });
    return (times) => jump(page, times);
  },
};

/** Of all else. */
export const OTHER_USES: Uses = {
  'page changes': async (page, simulator) => {
    const pages = await visitPages(page, simulator);
    return (times) => travel(page, pages, times);
  },
  'refreshes of a running task': async (page, simulator) => {
    await signIn(page, simulator.token, RUNNING);
    await expect(page.getByText(/^\d+%$/)).toBeVisible();
    return async (times) => {
      await refresh(page, times);
      // The task does not end meanwhile.
      await simulator.advanceClock(-5);
    };
  },
};

/** What the drivers below share with the page. */
interface Watched {
  moduleMemory?: WebAssembly.Memory;
  /** Page changes that `travel` has made. */
  travelled?: number;
}

/** Keeps the module's memory at hand: only the one who starts a module gets it. Before the page is loaded. */
export async function watchMemory(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched = globalThis as Watched;
    const started = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...of) => {
      const answer = await started(...of);
      const { memory } = answer.instance.exports;
      if (memory instanceof WebAssembly.Memory) watched.moduleMemory ??= memory;
      return answer;
    };
  });
}

/** The size of the module's memory in MiB. It never shrinks, and grows by 64 KiB at a time. */
export async function moduleSize(page: Page): Promise<number> {
  const bytes = await page.evaluate(() => (globalThis as Watched).moduleMemory?.buffer.byteLength);
  if (bytes === undefined) throw new Error('no module with a memory was started');
  return bytes / MIB;
}

/** Scrolls the table to so many places, one after the other; each is drawn before the next. */
async function jump(page: Page, times: number): Promise<void> {
  await page.evaluate(async (times) => {
    const viewport = document.querySelector('.table-viewport')!;
    const places = 97;
    for (let time = 0; time < times; time += 1) {
      // 31 and 97 have no common factor: every place comes, and no two neighbours overlap.
      const place = (time * 31) % places;
      viewport.scrollTop = ((viewport.scrollHeight - viewport.clientHeight) * place) / (places - 1);
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0)));
    }
  }, times);
}

/** Opens pages of every kind, one after the other, and says how many are in the history. */
async function visitPages(page: Page, simulator: Simulator): Promise<number> {
  const heading = page.getByRole('heading', { level: 1 });
  await signIn(page, simulator.token, 'containers/acme-web/shop$api/tags');
  await expect(heading).toHaveText('shop/api');
  const tabs = ['Access', 'Sync tasks', 'Shared accounts'];
  for (const tab of tabs) {
    await page.getByRole('main').getByRole('link', { name: tab, exact: true }).click();
    await expect(page.getByRole('main').getByRole('link', { name: tab, exact: true })).toHaveAttribute('aria-current');
  }
  await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'acme-web' }).click();
  await expect(heading).toHaveText('acme-web');
  const entries = await page.locator('.side-navigation a').all();
  for (const entry of entries) {
    await entry.click();
    await expect(entry).toHaveAttribute('aria-current', 'page');
  }
  return 1 + tabs.length + 1 + entries.length;
}

/** Goes back and forth in the history; every page is read before it is left. */
async function travel(page: Page, pages: number, times: number): Promise<void> {
  await page.evaluate(
    async ([pages, times]) => {
      const frame = () => new Promise(requestAnimationFrame);
      const watched = globalThis as Watched;
      for (let time = 0; time < times; time += 1) {
        const travelled = watched.travelled ?? 0;
        watched.travelled = travelled + 1;
        const left = location.pathname;
        history.go(Math.floor(travelled / (pages - 1)) % 2 === 0 ? -1 : 1);
        while (location.pathname === left) await frame();
        await frame();
        do await frame();
        while (document.querySelector('main [aria-busy="true"]') !== null);
      }
    },
    [pages, times] as const,
  );
}

/** Reads the page's first list again so many times. */
async function refresh(page: Page, times: number): Promise<void> {
  await page.evaluate(async (times) => {
    const button = document.querySelector<HTMLButtonElement>('main .page-tools [aria-busy]')!;
    for (let time = 0; time < times; time += 1) {
      button.click();
      do await new Promise(requestAnimationFrame);
      while (button.ariaBusy === 'true');
    }
  }, times);
}
