// Small and much magnified screens: the answer and the first row are seen at once, facts are whole, and what is over the page
// covers none of it for good.
import type { Locator, Page } from '@playwright/test';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { HOSTILE } from '../support/security-sync.ts';
import { chooseLanguage, personMenu, signIn } from '../support/session.ts';
import { rowNamed } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const REPOSITORY = 'containers/acme-web/shop$api';
const ACCESS = { repository: `${REPOSITORY}/permissions`, organization: 'containers/acme-web/~permissions' };
const SCREENS = { 'by touch at 320 px': [320, 568, true], 'with a mouse at 320 px': [320, 568, false], 'at 200 % of 1280 px': [640, 400, false] } as const;

const firstRow = (page: Page) => page.getByRole('grid').first().getByRole('row').nth(1);
const heightOf = async (what: Locator) => (await what.boundingBox())?.height ?? Number.NaN;

/** Texts in the cells that are cut off. */
const cut = (page: Page, cells: string) =>
  page.locator(cells).evaluateAll((all) => all.filter((cell) => cell.scrollWidth > cell.clientWidth + 1 || cell.scrollHeight > cell.clientHeight + 1).map((cell) => cell.textContent));

for (const [screen, [width, height, hasTouch]] of Object.entries(SCREENS)) {
  test.describe(screen, () => {
    test.use({ hasTouch, isMobile: hasTouch, viewport: { width, height } });

    for (const [place, address] of Object.entries(ACCESS)) {
      for (const language of ['en', 'zh-CN']) {
        test(`who can get the images of a ${place} begins within 300 px in ${language}`, async ({ page, simulator }) => {
          await signIn(page, simulator.token, address);
          await chooseLanguage(page, language);
          await expect(page.locator('.answer strong')).toBeVisible();
          await expect(async () => expect((await firstRow(page).boundingBox())?.y).toBeLessThanOrEqual(300)).toPass({ timeout: 5_000 });
          expect(await heightOf(page.locator('.tabs')), 'the tabs stand in one line').toBeLessThanOrEqual(48);
        });
      }
    }
  });
}

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 568 } });

  test('the tab that is open is seen', async ({ page, simulator }) => {
    for (const [address, name] of [['permissions', 'Access'], ['shared-accounts', 'Shared accounts'], ['tags', 'Tags']] as const) {
      await page.goto('about:blank');
      await signIn(page, simulator.token, `${REPOSITORY}/${address}`);
      const tab = page.getByRole('navigation', { name: 'Repository tabs' }).getByRole('link', { name: new RegExp(`^${name}`) });
      await expect(tab).toBeInViewport({ ratio: 0.9 });
    }
  });

  test('the question to sign in again stands over what can be done, and hides none of it', async ({ page, simulator, complaints }) => {
    complaints.allowRefusals();
    await signIn(page, simulator.token, 'containers/acme-web');
    await expect(firstRow(page)).toBeVisible();
    await simulator.fault({ method: 'GET', path_contains: '/v2/manage/repos', fate: 'status', status: 401 });
    await simulator.fault({ method: 'GET', path_contains: '/v3/auth/tokens', fate: 'status', status: 401 });
    await page.getByRole('button', { name: 'Refresh' }).click();
    const question = page.locator('.over-page .banner').filter({ hasText: 'Your token is not accepted any more' });
    await expect(question).toBeInViewport({ ratio: 1 });
    const [above, below] = [await question.boundingBox(), await page.locator('.page-head > .page-tools').boundingBox()];
    expect((above?.y ?? Number.NaN) + (above?.height ?? Number.NaN)).toBeLessThanOrEqual(below?.y ?? Number.NaN);
    await page.getByRole('button', { name: 'Refresh' }).click({ trial: true });
  });

  test('why a registry failed is read whole', async ({ page, simulator }) => {
    await signIn(page, simulator.token, HOSTILE);
    for (const language of ['en', 'zh-CN']) {
      await chooseLanguage(page, language);
      const causes = page.locator('.table-row > .whole').filter({ hasText: /HSS|企业主机安全|镜像仓/ });
      await expect(causes.first()).toBeVisible();
      expect(await causes.evaluateAll((all) => all.filter((cell) => cell.scrollHeight > cell.clientHeight + 1).map((cell) => cell.textContent))).toEqual([]);
    }
  });

  test('until when an account has access is read whole, and that this is over', async ({ page, simulator }) => {
    await signIn(page, simulator.token, `${REPOSITORY}/shared-accounts`);
    await expect(rowNamed(page, 'Example Logistics')).toContainText('Expired');
    expect(await cut(page, '.table-row > .whole')).toEqual([]);
  });

  test('how an image sync ended is read whole', async ({ page, simulator }) => {
    await signIn(page, simulator.token, 'security-sync');
    const states = page.getByRole('grid', { name: /^Image sync tasks/ }).locator('.table-row > .whole');
    await expect(states.first()).toBeAttached();
    expect(await states.evaluateAll((all) => all.filter((cell) => cell.scrollHeight > cell.clientHeight + 1).map((cell) => cell.textContent))).toEqual([]);
  });

  test('a link in a sentence is large enough for a finger', async ({ page, simulator }) => {
    await signIn(page, simulator.token, ACCESS.repository);
    const link = page.getByRole('link', { name: /shared accounts can pull/ });
    await expect(link).toBeVisible();
    const heights = await link.evaluate((it) => [...it.getClientRects()].map((rect) => rect.height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(43.5);
  });

  test('what can be done stands at the foot and leaves the last row in sight', async ({ page, simulator }) => {
    await signIn(page, simulator.token, ACCESS.repository);
    const foot = page.locator('.page-head > .page-tools');
    await expect(foot.getByRole('button', { name: 'Grant access' })).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.answer strong')).toBeVisible();
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const last = page.getByRole('row').filter({ hasText: 'Administrators, IAM groups' });
    const [row, bar] = await Promise.all([last.boundingBox(), foot.boundingBox()]);
    expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  });

  test('two deeds at the foot leave the last row in sight', async ({ page, simulator }) => {
    await signIn(page, simulator.token, `${REPOSITORY}/sync-tasks`);
    const foot = page.locator('.page-head > .page-tools');
    await expect(foot.getByRole('button', { name: 'Copy tags now' })).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('grid')).toHaveCount(2);
    await expect(page.getByRole('grid').last().getByRole('row').nth(1)).toBeAttached();
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const [list, bar] = await Promise.all([page.getByRole('grid').last().boundingBox(), foot.boundingBox()]);
    expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  });

  test('all people are chosen in the line of the filter', async ({ page, simulator }) => {
    await signIn(page, simulator.token, ACCESS.repository);
    await page.getByRole('checkbox', { name: 'Select all' }).tap();
    await expect(page.locator('.selection-bar')).toContainText('selected');
    await page.getByRole('searchbox').first().tap();
    await page.keyboard.type('greta');
    await expect(page.getByRole('row').filter({ hasText: 'david' })).toHaveCount(0);
  });
});

test('no target is smaller than 24 px with a mouse', async ({ page, simulator }) => {
  await page.setViewportSize({ width: 768, height: 800 });
  for (const address of [ACCESS.repository, `${REPOSITORY}/tags`, 'security-sync']) {
    await page.goto('about:blank');
    await signIn(page, simulator.token, address);
    await expect(firstRow(page)).toBeVisible();
    const small = await page.locator('a, button').evaluateAll((all) =>
      all
        .filter((it) => it.checkVisibility({ visibilityProperty: true }) && it.getBoundingClientRect().width > 2)
        .filter((it) => [...it.getClientRects()].some(({ width, height }) => height < 23.5 || width < 23.5))
        .map((it) => it.textContent),
    );
    expect(small).toEqual([]);
  }
});

for (const language of ['en', 'zh-CN']) {
  test(`a token that ends soon pushes nothing off a screen of 320 px in ${language}`, async ({ page, simulator }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.route('**/v3/auth/tokens*', async (route) => {
      if (route.request().method() !== 'GET') return route.continue();
      const response = await route.fetch();
      const json = await response.json();
      json.token.expires_at = new Date(Date.now() + 29 * 60_000).toISOString();
      return route.fulfill({ response, json });
    });
    await signIn(page, simulator.token, REPOSITORY);
    await chooseLanguage(page, language);
    await expect(page.getByRole('banner').getByText(/^(Token ends in |Token 剩余有效期：)2\d/)).toBeAttached();
    await expectNoSidewaysScrolling(page);
    await personMenu(page).click();
    await expect(page.getByRole('button', { name: /^(Sign out|退出登录)$/ })).toBeInViewport();
  });
}
