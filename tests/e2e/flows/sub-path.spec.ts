// The same files below a path: only the line of the mount point is another.
import type { Page } from '@playwright/test';
import { enterToken } from '../support/session.ts';
import { expect, test } from '../support/test.ts';
import type { Simulator } from '../support/simulator.ts';

const BASE = '/tools/console/';

/** Serves the console and the cloud below the path, as a server does that answers unknown paths with the page. */
async function mountBelow(page: Page, simulator: Simulator, config: unknown): Promise<string[]> {
  const asked: string[] = [];
  await page.route(/\/tools\/console(\/|\?|$)/, async (route) => {
    const address = new URL(route.request().url());
    asked.push(address.pathname);
    const inside = `${address.pathname.slice(BASE.length)}${address.search}`;
    if (inside === 'config.json') return route.fulfill({ json: config });
    const own = inside.replace(/^api\/[^/]+\/[^/]+\/(?=(iam|swr|hss|ims)\/)/, 'api/');
    const response = await route.fetch({ url: `${simulator.url}${own}` });
    const isPage = (response.headers()['content-type'] ?? '').startsWith('text/html');
    if (!isPage) return route.fulfill({ response });
    const body = (await response.text()).replace('<base href="/">', `<base href="${BASE}">`);
    return route.fulfill({ response, body });
  });
  return asked;
}

for (const address of ['tools/console/', 'tools/console', 'tools/console?q=web']) {
  test(`the console begins at /${address}, and everything it asks for is below its path`, async ({ page, simulator }) => {
    const everything: string[] = [];
    page.on('request', (request) => everything.push(new URL(request.url()).pathname));
    await mountBelow(page, simulator, { clouds: [{ preset: 'open-telekom-cloud', regions: ['eu-de'] }] });
    await page.goto(address);
    await enterToken(page, simulator.token);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
    await page.getByRole('link', { name: 'Machine images', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Machine images');
    // What is still on its way when the test ends is not below the path any more.
    await expect(page.getByRole('grid').getByRole('rowheader').first()).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(`${BASE}machine-images`);
    expect(everything.filter((path) => `${path}/` !== BASE && !path.startsWith(BASE))).toEqual([]);
    const api = everything.filter((path) => path.includes('/api/'));
    expect(api.length).toBeGreaterThan(1);
    expect(api.filter((path) => !path.startsWith(`${BASE}api/open-telekom-cloud/eu-de/`))).toEqual([]);
  });
}

test('a link to a page below the path opens it, also after a reload', async ({ page, simulator }) => {
  await mountBelow(page, simulator, {});
  await page.goto('tools/console/containers/acme-web');
  await page.getByLabel('Keep until this tab is closed').check();
  await enterToken(page, simulator.token);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('acme-web');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('acme-web');
  expect(new URL(page.url()).pathname).toBe(`${BASE}containers/acme-web`);
});
