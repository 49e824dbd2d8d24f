// Pages of an area that are a file of their own: loaded while a page is looked at from which they open, and told when they
// fail.
import type { Locator, Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { isArea } from '../support/files.ts';
import { signIn } from '../support/session.ts';
import { expect, test } from '../support/test.ts';

const INSTANCE = 'enterprise/0c9b8a7d-6e5f-4d3c-b2a1-0f9e8d7c6b5a';

const failure = (page: Page) => page.getByRole('group', { name: 'This page could not be loaded' });

/** A piece, the page from which it opens, the link that opens it, and what it shows. */
const pieces: { piece: RegExp; from: string; link: string; shown: (page: Page) => Locator }[] = [
  {
    piece: /-machine_images_shares-/,
    from: 'machine-images',
    link: 'Recipients',
    shown: (page) => page.getByLabel('Filter recipients'),
  },
  {
    piece: /-enterprise_reports-/,
    from: INSTANCE,
    link: 'Overview',
    shown: (page) => page.getByRole('heading', { name: 'Quotas' }),
  },
  {
    piece: /-enterprise_policy-/,
    from: `${INSTANCE}/policies`,
    link: 'from-lab',
    shown: (page) => page.getByRole('heading', { name: /^Executions/ }),
  },
];

for (const { piece, from, link, shown } of pieces) {
  const opening = (page: Page) => page.getByRole('main').getByRole('link', { name: link, exact: true }).first();

  test(`nobody waits for ${piece.source}: it is here before it is opened`, async ({ page, simulator }) => {
    const arrived = page.waitForResponse(piece);
    await signIn(page, simulator.token, from);
    await arrived;
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (isArea(new URL(request.url()))) asked.push(request.url());
    });
    await opening(page).click();
    await expect(shown(page)).toBeVisible();
    expect(asked).toEqual([]);
  });

  test(`where ${piece.source} does not arrive that is told, and trying again gets it`, async ({ page, simulator, complaints }) => {
    complaints.allow(/Failed to load resource/, /Failed to fetch/);
    await page.route(piece, (route) => route.abort());
    await signIn(page, simulator.token, from);
    await opening(page).click();
    await expect(failure(page)).toBeVisible();
    await expectNoAxeFindings(page);
    await page.unroute(piece);
    await failure(page).getByRole('button', { name: 'Try again' }).click();
    await expect(shown(page)).toBeVisible();
    await expect(failure(page)).toHaveCount(0);
  });
}

test('where the forms for signing in do not arrive that is told in their place, and trying again gets them', async ({ page, complaints }) => {
  const piece = /-sign_in_other_ways-/;
  complaints.allow(/Failed to load resource/, /Failed to fetch/);
  await page.route(piece, (route) => route.abort());
  await page.goto('');
  const tab = page.getByRole('tab', { name: 'Access key' });
  await tab.click();
  await expect(page.getByRole('tabpanel')).toContainText('The connection was lost, or the console was updated in the meantime.');
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  // Nobody is signed in.
  await expect(page.getByText('Reloading signs you out')).toHaveCount(0);
  await expectNoAxeFindings(page);
  await page.unroute(piece);
  await failure(page).getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByLabel('Secret access key (SK)')).toBeVisible();
  await expect(failure(page)).toHaveCount(0);
});
