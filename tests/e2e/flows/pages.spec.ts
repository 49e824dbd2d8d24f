// Every page in every state that a person can meet: no axe finding in light or dark, no violation of the policy (each test
// listens), nothing but tables scrolls sideways, wide or narrow.
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { signIn } from '../support/session.ts';
import { reach, STATES, wordsOf } from '../support/states.ts';
import { headingOf } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

for (const state of STATES) {
  test(state.name, async ({ page, simulator, complaints }) => {
    complaints.allowRefusals();
    await reach(page, simulator, state);
    await expectNoAxeFindings(page);
    // Also what is hidden from sight takes no room beside the page.
    await expectNoSidewaysScrolling(page);
    await page.setViewportSize({ width: 320, height: 800 });
    await expect(wordsOf(page, state)).toBeVisible();
    await expectNoSidewaysScrolling(page);
  });
}

test('rows fill the whole height of the table', async ({ page, simulator, cloud }) => {
  const repositories = (await cloud.repositories('acme-web')).length;
  await signIn(page, simulator.token, 'containers/acme-web');
  const table = page.getByRole('grid').locator('.table-viewport');
  await expect(headingOf(page, 'Repositories', repositories)).toBeVisible();
  await expect
    .poll(() =>
      table.evaluate((viewport) => {
        const rows = [...viewport.querySelectorAll('.table-row')].map((row) => row.getBoundingClientRect().bottom);
        return Math.max(...rows) >= viewport.getBoundingClientRect().bottom;
      }),
    )
    .toBe(true);
});

test('a mistake in the program itself ends in the crash page, which tells what it was', async ({ page, simulator, cloud, complaints }) => {
  const repositories = (await cloud.repositories('acme-web')).length;
  complaints.allow(/panicked|unreachable|RuntimeError|no such element here/);
  await signIn(page, simulator.token, 'containers/acme-web');
  await expect(headingOf(page, 'Repositories', repositories)).toBeVisible();
  // The program takes it for granted that the browser makes elements; from here on it does not.
  await page.evaluate(() => {
    const make = Document.prototype.createElement;
    Document.prototype.createElement = function (this: Document, name: string, ...rest: unknown[]) {
      if (name === 'dl' || name === 'section') throw new Error('no such element here');
      return Reflect.apply(make, this, [name, ...rest]) as HTMLElement;
    } as typeof make;
  });
  await page.getByLabel('Filter repositories').fill('shop/api');
  await page.getByRole('link', { name: 'shop/api', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Image Console stopped' })).toBeFocused();
  await expect(page.getByText(/panicked at/)).toBeVisible();
  expect(await page.content()).not.toContain(simulator.token);
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});
