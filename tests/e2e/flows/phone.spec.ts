// A phone: what is read on a card is not cut off, what is pressed is large enough for a finger, and nothing takes two
// lines that fits in one.
import type { Page } from '@playwright/test';
import { HOSTILE } from '../support/security-sync.ts';
import { chooseLanguage, signIn } from '../support/session.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { rowNamed } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const REPOSITORY = 'containers/acme-web/shop$api';
const firstRow = (page: Page) => page.getByRole('grid').first().getByRole('row').nth(1);

test.describe('by touch, 320 px wide', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });

  for (const [name, address] of Object.entries({ organizations: 'containers', repositories: 'containers/acme-web' })) {
    for (const language of ['en', 'zh-CN']) {
      test(`the cards of ${name} cut off no number in ${language}`, async ({ page, simulator }) => {
        await signIn(page, simulator.token, address);
        await chooseLanguage(page, language);
        await expect(firstRow(page)).toBeVisible();
        const cut = await page.locator('.table-row > .table-cell.named').evaluateAll((cells) =>
          cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
        );
        expect(cut).toEqual([]);
      });
    }
  }

  test('a sync task says its target and beside it how the last copy ended', async ({ page, simulator }) => {
    await signIn(page, simulator.token, `${REPOSITORY}/sync-tasks`);
    const card = rowNamed(page, 'af-south-1/acme-web');
    await expect(card.locator('.fact')).toHaveText('Failed');
    const name = await card.getByRole('rowheader').boundingBox();
    expect(name?.width, 'the target has most of the line').toBeGreaterThan(110);
    await expect(card).toContainText('1.4.2');
  });

  test('that everyone can pull is read whole, with the way to end it', async ({ page, simulator }) => {
    await signIn(page, simulator.token, 'containers/acme-web/shop$public-page/permissions');
    const everyone = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Everyone' }) });
    const [row, name, button] = await Promise.all([
      everyone.boundingBox(),
      everyone.getByRole('rowheader').boundingBox(),
      everyone.getByRole('button', { name: 'Make private' }).boundingBox(),
    ]);
    expect(name?.height, 'its name stands in one line').toBeLessThanOrEqual(24);
    expect(button?.height).toBeGreaterThanOrEqual(44);
    expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual((row?.y ?? 0) + (row?.height ?? 0));
  });

  test('the level of a person and the name of a repository are large enough for a finger', async ({ page, simulator }) => {
    await signIn(page, simulator.token, `${REPOSITORY}/permissions`);
    const level = page.getByRole('button', { name: 'Level of carla: Read' });
    expect((await level.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await page.locator('.breadcrumbs').getByRole('link', { name: 'acme-web' }).tap();
    await expect(firstRow(page)).toBeVisible();
    const name = firstRow(page).getByRole('rowheader').getByRole('link');
    expect((await name.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });

  for (const [name, address] of Object.entries({ organizations: 'containers', access: `${REPOSITORY}/permissions`, repositories: 'containers/acme-web', accounts: `${REPOSITORY}/shared-accounts`, 'sync tasks': `${REPOSITORY}/sync-tasks` })) {
    for (const language of ['en', 'zh-CN']) {
      test(`what can be done with a list of ${name} stands in one line in ${language}`, async ({ page, simulator }) => {
        await signIn(page, simulator.token, address);
        await chooseLanguage(page, language);
        const tools = page.locator('.page-head > .page-tools');
        await expect(tools.locator('.primary')).toBeVisible();
        const tops = await tools.getByRole('button').evaluateAll((buttons) => buttons.map((button) => Math.round(button.getBoundingClientRect().top)));
        expect(new Set(tops).size).toBe(1);
        expect((await tools.boundingBox())?.height, 'no word is broken, so two lines are enough for a button').toBeLessThanOrEqual(54);
        await expectNoSidewaysScrolling(page);
      });
    }
  }

  test('what the answer leaves out on a phone leaves its full stop', async ({ page, simulator }) => {
    await signIn(page, simulator.token, `${REPOSITORY}/permissions`);
    const head = page.locator('.answer > strong');
    const stop = () => head.evaluate((it) => getComputedStyle(it, '::after').content);
    expect(await stop()).toContain('"."');
    await chooseLanguage(page, 'zh-CN');
    await expect(head).toContainText('可以获取');
    expect(await stop()).toContain('"。"');
  });

  test('before signing in the bar is as high as after it', async ({ page }) => {
    await page.goto('');
    await expect(page.getByRole('link', { name: 'Image Console' })).toBeAttached();
    expect(await page.locator('.top-bar').evaluate((bar) => bar.getBoundingClientRect().height)).toBe(48);
    await expectNoSidewaysScrolling(page);
  });

  test('a cause of failure is a filter that a finger meets', async ({ page, simulator }) => {
    await signIn(page, simulator.token, HOSTILE);
    const causes = page.locator('.causes > .tile');
    await expect(causes.first()).toBeVisible();
    const heights = await causes.evaluateAll((tiles) => tiles.map((tile) => tile.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });
});

for (const width of [1280, 1366]) {
  test(`the menu of a row covers no number of an image sync task at ${width} px`, async ({ page, simulator }) => {
    await page.setViewportSize({ width, height: 768 });
    await signIn(page, simulator.token, 'security-sync');
    const row = page.getByRole('grid', { name: /^Image sync tasks/ }).getByRole('row').nth(1);
    await expect(row).toBeVisible();
    const [last, menu] = await row.evaluate((it) => [...it.children].slice(-2).map((cell) => cell.getBoundingClientRect()));
    expect(last?.right ?? Number.NaN).toBeLessThanOrEqual((menu?.left ?? 0) + 1);
  });
}
