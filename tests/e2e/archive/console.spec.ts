// The console from the unpacked archive on a plain host: at the root and below a path, with headers and without.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { enterToken } from '../support/session.ts';
import { expect, test } from '../support/unpacked.ts';

test('nothing has changed on the way: every sum is right', ({ unpacked }) => {
  const files = readdirSync(unpacked, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const told = execFileSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: unpacked, encoding: 'utf8' });
  expect(told.trim().split('\n')).toHaveLength(files.length - 1);
});

for (const [place, sendsHeaders] of [
  ['/', true],
  ['/tools/console/', true],
  ['/tools/console/', false],
] as const) {
  test.describe(`at ${place} ${sendsHeaders ? 'with the headers of the archive' : 'without headers'}`, () => {
    test.use({ place, sendsHeaders });

    const pages = [
      ['containers', 'Organizations'],
      ['machine-images', 'Machine images'],
      // Like a file, and below a folder.
      ['containers/acme-web/shop$api/tags', 'shop/api'],
    ];
    for (const [page, heading] of pages as [string, string][]) {
      test(`a link to /${page} leads there, also after a reload, and everything comes from below its path`, async ({
        page: tab,
        host,
        simulator,
      }) => {
        const asked: string[] = [];
        tab.on('request', (request) => asked.push(request.url()));
        await tab.goto(`${host.url}${page}`);
        await tab.getByLabel('Keep until this tab is closed').check();
        await enterToken(tab, simulator.token);
        await expect(tab.getByRole('heading', { level: 1 })).toContainText(heading);
        await tab.reload();
        await expect(tab.getByRole('heading', { level: 1 })).toContainText(heading);
        await expect(tab.getByRole('grid').getByRole('rowheader').first()).toBeVisible();
        expect(asked.filter((address) => !address.startsWith(host.url))).toEqual([]);
      });
    }

    test('every area opens', async ({ page, host, simulator }) => {
      await page.goto(host.url);
      await enterToken(page, simulator.token);
      const menu = page.getByRole('navigation', { name: 'Main menu' });
      await expect(menu.getByRole('link').first()).toBeVisible();
      for (const link of await menu.getByRole('link').all()) {
        const name = (await link.innerText()).trim();
        await link.click();
        await expect(page.getByRole('heading', { level: 1 }), name).toBeVisible();
        await expect(page.getByText('Loading…', { exact: true }), name).toHaveCount(0);
        await expect(page.getByRole('group', { name: 'This page could not be loaded' }), name).toHaveCount(0);
      }
    });
  });
}

test.describe('without the slash at the end of its path', () => {
  test.use({ place: '/tools/console/' });

  test('the console begins there too', async ({ page, host, simulator }) => {
    await page.goto(host.url.slice(0, -1));
    await enterToken(page, simulator.token);
    await expect(page.getByRole('navigation', { name: 'Main menu' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test('the host is told to keep what has a hash in its name, and nothing else', async ({ host, site }) => {
  for (const name of readdirSync(site).filter((name) => !/\.(br|gz)$/.test(name))) {
    const answer = await fetch(`${host.url}${name}`);
    const isKept = answer.headers.get('cache-control') === 'public, max-age=31536000, immutable';
    expect.soft(isKept, name).toBe(/-[0-9a-f]{12,16}/.test(name));
    expect.soft(answer.headers.get('content-security-policy'), name).toContain("frame-ancestors 'none'");
    expect.soft(answer.headers.get('x-content-type-options'), name).toBe('nosniff');
  }
});
