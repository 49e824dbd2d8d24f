// config.json: missing, wrong, and with clouds of its own. The browser is answered in the server's place.
import type { Page, Route } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { dialogNamed } from '../support/dialog.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { enterToken, openPlace, personMenu, signOut, tryToken } from '../support/session.ts';
import { setUp } from '../support/set-up.ts';
import { expect, test } from '../support/test.ts';

const OTC = { preset: 'open-telekom-cloud', regions: ['eu-de'] };

/** A cloud of one's own without the security service, behind other addresses than the usual ones. */
const OWN = {
  id: 'own',
  name: 'Our cloud',
  regions: [
    {
      id: 'eu-de',
      services: {
        iam: { host: 'iam.cloud.test', address: '/api/iam' },
        swr: { host: 'swr.cloud.test', address: '/api/swr' },
        ims: { host: 'ims.cloud.test', address: '/api/ims' },
      },
    },
  ],
};

async function answer(page: Page, options: Parameters<Route['fulfill']>[0]): Promise<void> {
  await page.route('**/config.json', (route) => route.fulfill(options));
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('a file that is missing is no fault, and nobody is asked for a password', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await answer(page, { status: 404, contentType: 'text/html', body: '<h1>Not found</h1>' });
  await page.goto('');
  await expect(heading(page)).toHaveText('Sign in');
  await expect(page.getByRole('tab')).toHaveText(['Token', 'Access key']);
  await enterToken(page, simulator.token);
  await expect(heading(page)).toHaveText('Overview');
});

for (const [what, options, told] of [
  ['broken JSON', { body: '{\n  "title": "Images",\n}' }, 'from line 3, column 1 on'],
  ['a web page', { body: '<!DOCTYPE html><html></html>', contentType: 'text/html' }, 'The server answers with a web page instead.'],
  ['an unknown key', { json: { clouds: [{ ...OTC, region: 'eu-de' }] } }, 'Known here: preset, id, name, regions, project_aliases.'],
  ['a key that is there twice', { body: '{"title": "Images", "clouds": [{"preset": "open-telekom-cloud", "regions": ["eu-nl"], "regions": ["eu-de"]}]}' }, 'clouds[0].regions'],
  ['a region that the preset does not know', { json: { clouds: [{ ...OTC, regions: ['eu-uk'] }] } }, 'The preset does not know this region.'],
  ['a value of another kind', { json: { password_sign_in: 'yes' } }, 'Has to be true or false, without quotation marks.'],
] as const) {
  test(`${what} is told in the place of the console, and nothing is asked`, async ({ page, simulator }) => {
    await simulator.forgetRequests();
    await answer(page, options);
    await page.goto('containers/acme-web');
    await expect(heading(page)).toHaveText('config.json has to be corrected');
    await expect(page.getByRole('group')).toContainText(told);
    await expect(page).toHaveTitle('config.json has to be corrected');
    await expect(page.locator('#boot')).toHaveCount(1);
    await expect(page.getByRole('textbox')).toHaveCount(0);
    expect(await simulator.requests()).toEqual([]);
    await expectNoAxeFindings(page);
  });
}

test('a file that the server keeps back is told with its status, and reloading reads it again', async ({ page, complaints }) => {
  complaints.allowRefusals();
  await answer(page, { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('');
  await expect(page.getByRole('group')).toContainText('status 403');
  await expectNoSidewaysScrolling(page);
  await page.unroute('**/config.json');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(heading(page)).toHaveText('Sign in');
});

test.describe('in a Chinese browser', () => {
  test.use({ locale: 'zh-CN' });

  test('a wrong file is told in Chinese', async ({ page }) => {
    await answer(page, { json: { titel: 'Images' } });
    await page.goto('');
    await expect(heading(page)).toHaveText('config.json 需要更正');
    await expect(page.getByRole('group', { name: 'titel' })).toBeVisible();
    await expect(page.getByRole('group')).toContainText('此处可用的键：');
  });

  test('a console in English alone is in English', async ({ page }) => {
    await answer(page, { json: { languages: ['en'] } });
    await page.goto('');
    await expect(heading(page)).toHaveText('Sign in');
    await expect(page.getByLabel('Language')).toHaveCount(0);
  });
});

test('a preset and a region are enough, and what the cloud lacks is not offered', async ({ page, simulator }) => {
  const asked = await setUp(page, { title: 'Images of ACME', notice: 'No shares on Sunday.', clouds: [OTC] });
  await page.goto('containers/acme-web/shop$api/tags');
  await expect(page.getByText('No shares on Sunday.')).toBeVisible();
  await expectNoAxeFindings(page);
  await enterToken(page, simulator.token);
  await expect(heading(page)).toContainText('shop/api');
  await expect(page).toHaveTitle('Tags – Images of ACME');
  const menu = page.getByRole('navigation', { name: 'Main menu' });
  await expect(menu.getByRole('link', { name: 'Image security sync' })).toBeVisible();
  await expect(menu.getByRole('link', { name: 'Sync tasks' })).toHaveCount(0);
  await expect(menu.getByRole('link', { name: 'Enterprise registries' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Tags' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sync tasks' })).toHaveCount(0);
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.filter((path) => !path.startsWith('/api/open-telekom-cloud/eu-de/'))).toEqual([]);
  expect(asked.filter((path) => path.includes('feature-gates'))).toEqual([]);
});

test('two clouds: a token goes to the selected one, and the top bar leads to the other', async ({ page, simulator }) => {
  const asked = await setUp(page, { clouds: [OTC, OWN] });
  await page.goto('');
  await page.getByLabel('Cloud and region').selectOption('Our cloud · eu-de');
  await enterToken(page, simulator.token);
  await expect(heading(page)).toHaveText('Overview');
  expect(asked.filter((path) => path.startsWith('/api/open-telekom-cloud/'))).toEqual([]);
  const menu = page.getByRole('navigation', { name: 'Main menu' });
  await expect(menu.getByRole('link', { name: 'Image security sync' })).toHaveCount(0);
  await expect(menu.getByRole('link', { name: 'Sync tasks' })).toBeVisible();
  await expectNoAxeFindings(page);

  await openPlace(page);
  await page.getByRole('button', { name: 'Open Telekom Cloud · eu-de' }).click();
  const dialog = dialogNamed(page, 'Sign in to another region');
  await expect(dialog.getByLabel('Cloud and region')).toHaveValue('0');
  await expectNoAxeFindings(page);
  asked.length = 0;
  await tryToken(dialog, simulator.token);
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('banner')).toContainText('Open Telekom Cloud · eu-de');
  await expect(menu.getByRole('link', { name: 'Image security sync' })).toBeVisible();
  await expect(heading(page)).toHaveText('Overview');
  expect(asked.filter((path) => !path.startsWith('/api/open-telekom-cloud/eu-de/'))).toEqual([]);
});

test('a sign-in that the tab keeps goes back to its own cloud', async ({ page, simulator }) => {
  const asked = await setUp(page, { clouds: [OWN, OTC] });
  await page.goto('');
  await page.getByLabel('Cloud and region').selectOption('Open Telekom Cloud · eu-de');
  await page.getByLabel('Keep until this tab is closed').check();
  await enterToken(page, simulator.token);
  asked.length = 0;
  await page.reload();
  await expect(heading(page)).toHaveText('Overview');
  expect(asked.filter((path) => path.startsWith('/api/open-telekom-cloud/eu-de/iam/'))).not.toEqual([]);
  expect(asked.filter((path) => !path.startsWith('/api/open-telekom-cloud/eu-de/'))).toEqual([]);
  await signOut(page);
});

test('a link to what the region lacks says so, and is not asked for', async ({ page, simulator }) => {
  const asked = await setUp(page, { clouds: [OWN] });
  await page.goto('security-sync');
  await enterToken(page, simulator.token);
  await expect(page.getByText('Image security sync is not offered in this region.')).toBeVisible();
  expect(asked.filter((path) => path.includes('/hss/'))).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });

  test('with two clouds the top bar holds where one is and who one is', async ({ page, simulator }) => {
    await setUp(page, { clouds: [OWN, OTC] });
    await page.goto('machine-images');
    await page.getByLabel('Cloud and region').selectOption('Open Telekom Cloud · eu-de');
    await enterToken(page, simulator.token);
    await expect(page.getByRole('link', { name: /^web-golden/ }).first()).toBeVisible();
    await expect(personMenu(page)).toBeInViewport({ ratio: 1 });
    await expectNoSidewaysScrolling(page);
  });
});
