// A console that only shows: nothing that writes is offered on any page, and nothing that writes leaves the browser.
import type { Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { enterToken } from '../support/session.ts';
import type { Simulator } from '../support/simulator.ts';
import { STATES, wordsOf } from '../support/states.ts';
import type { State } from '../support/states/state.ts';
import { expect, test } from '../support/test.ts';

/** What buttons say that lead to a write; what copies an ID, a command or a text does not. */
const WRITES = new RegExp(
  '^(Accept|Change level|Copy (tags now|those tags|missing tags)|Create\\b|Delete|Disable|Edit|Enable|Grant|Make|Reject|Remove|Retry|Run|' +
    'Send|Share\\b|Start a|Stop\\b|Sync (again|[0-9])|Undo)',
);

/** Every page as it is when it is opened. */
const pages = STATES.filter((state) => state.address !== undefined && !state.token && !state.before && !state.steps);

async function open(page: Page, simulator: Simulator, config: unknown): Promise<void> {
  await page.route('**/config.json', (route) => route.fulfill({ json: config }));
  await page.goto('');
  await page.getByLabel('Keep until this tab is closed').check();
  await enterToken(page, simulator.token);
}

/** What is offered on a page that writes: its buttons, and the menu of its first row. */
async function offered(page: Page, state: State): Promise<string[]> {
  await page.goto(state.address ?? '');
  await expect(wordsOf(page, state)).toBeVisible();
  const rowMenu = page.locator('[role=grid] [data-menu=row]').first();
  if (await rowMenu.isVisible()) await rowMenu.click();
  const names = await page.locator('button:visible').evaluateAll((buttons) => buttons.map((button) => button.textContent?.trim() ?? ''));
  return names.filter((name) => WRITES.test(name));
}

test('no page offers a write, none can be selected for one, and each says that it only shows', async ({ page, simulator, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  await open(page, simulator, { read_only: true });
  await simulator.forgetRequests();
  for (const state of pages) {
    await test.step(state.name, async () => {
      expect(await offered(page, state)).toEqual([]);
      await expect(page.getByText('This console only shows.')).toBeVisible();
      await expect(page.locator('[role=grid] input[type=checkbox]')).toHaveCount(0);
      await expect(page.locator('[role=grid] [data-menu]:not([data-menu=row])')).toHaveCount(0);
    });
  }
  const sent = (await simulator.requests()).filter((request) => request.method !== 'GET');
  expect(sent).toEqual([]);
});

test('without the key most of these pages offer one', async ({ page, simulator, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  await open(page, simulator, {});
  let count = 0;
  for (const state of pages) {
    if ((await offered(page, state)).length > 0) count += 1;
  }
  expect(count).toBeGreaterThan(pages.length / 2);
});

test('a page that only shows is without findings, wide and narrow', async ({ page, simulator }) => {
  await open(page, simulator, { read_only: true });
  await page.goto('containers/acme-web/shop$public-page/permissions');
  await expect(page.getByText('This console only shows.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Everyone' })).toBeVisible();
  await expectNoAxeFindings(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScrolling(page);
});
