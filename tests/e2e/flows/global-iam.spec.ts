// A token that the region's IAM does not know, and the cloud's global one does.
import type { Page } from '@playwright/test';
import { openDialog } from '../support/dialog.ts';
import { BENS_ID, GLOBAL } from '../support/people.ts';
import { signOut, tryToken } from '../support/session.ts';
import { setUp } from '../support/set-up.ts';
import { expect, test } from '../support/test.ts';

const REGIONS = '/api/own/eu-de/iam/v3/auth/tokens';
const CLOUDS = '/api/own/eu-de/iam_global/v3/auth/tokens';
const SERVICES = {
  iam: { host: 'iam.eu-de.cloud.test' },
  iam_global: { host: 'iam.cloud.test' },
  swr: { host: 'swr.eu-de.cloud.test' },
};
/** The region that is selected first is not the token's. */
const CONFIG = {
  clouds: [
    {
      id: 'own',
      name: 'Our cloud',
      regions: [
        { id: 'eu-nl', services: SERVICES },
        { id: 'eu-de', services: SERVICES },
      ],
    },
  ],
};

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** The calls of IAM, in order. */
const ofIam = (asked: string[]) => asked.filter((path) => path.includes('/auth/tokens'));

/** Opens the console in the token's region. */
async function open(page: Page, address = ''): Promise<string[]> {
  const asked = await setUp(page, CONFIG);
  await page.goto(address);
  await page.getByLabel('Cloud and region').selectOption('Our cloud · eu-de');
  return asked;
}

test('a token that the global IAM knows alone signs in where its project is, and is asked for there after a reload', async ({ page, complaints }) => {
  complaints.allowRefusals();
  const asked = await setUp(page, CONFIG);
  await page.goto('containers');
  await page.getByLabel('Keep until this tab is closed').check();
  await tryToken(page, GLOBAL);
  await expect(heading(page)).toHaveText('Organizations');
  await expect(page.getByRole('banner')).toContainText('eu-de');
  await expect(page.getByRole('grid').getByRole('rowheader').first()).toBeVisible();
  const inOther = (path: string) => path.replace('eu-de', 'eu-nl');
  expect(ofIam(asked)).toEqual([inOther(REGIONS), inOther(CLOUDS)]);
  asked.length = 0;
  await page.reload();
  await expect(page.getByRole('grid').getByRole('rowheader').first()).toBeVisible();
  expect(ofIam(asked)).toEqual([CLOUDS]);
  await signOut(page);
});

test('a service that refuses it does not end it: the IAM that knows it is asked', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  const asked = await open(page, 'containers/acme-web?filter=shop');
  await tryToken(page, GLOBAL);
  await expect(page.getByRole('rowheader', { name: 'shop/api', exact: true })).toBeVisible();
  expect(ofIam(asked)).toEqual([REGIONS, CLOUDS]);
  await simulator.fault({ method: 'GET', path_contains: '/v2/manage/repos', fate: 'status', status: 401 });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('IAM accepts your token, but this service does not').first()).toBeVisible();
  await expect(page.getByText('Your token is not accepted any more')).toBeHidden();
  expect(ofIam(asked)).toEqual([REGIONS, CLOUDS, CLOUDS]);
});

test('people are chosen from what the same IAM lists', async ({ page, complaints }) => {
  complaints.allowRefusals();
  const asked = await open(page, 'containers/acme-web/shop$api/permissions');
  await tryToken(page, GLOBAL);
  const dialog = await openDialog(page, 'Grant access');
  await dialog.getByLabel('User', { exact: true }).selectOption({ label: `ben (${BENS_ID})` });
  expect(asked.filter((path) => path.endsWith('/v3/users'))).toEqual(['/api/own/eu-de/iam_global/v3/users']);
});

test('a token that neither knows is told once in the words of the region, also where the global IAM has none', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  const asked = await open(page);
  await tryToken(page, 'DEMO-TOKEN-of-nobody');
  const reason = page.getByRole('alert').filter({ hasText: 'You are not signed in' });
  await expect(reason).toContainText('HTTP 401 · The X-Auth-Token is invalid!');
  expect(ofIam(asked)).toEqual([REGIONS, CLOUDS]);
  asked.length = 0;
  await simulator.fault({ method: 'GET', path_contains: '/v3/auth/tokens', fate: 'status', status: 502, skip: 1 });
  await tryToken(page, GLOBAL);
  await expect(reason).toContainText('HTTP 401 · The X-Auth-Token is invalid!');
  expect(ofIam(asked)).toEqual([REGIONS, CLOUDS]);
  await simulator.fault({ method: 'GET', path_contains: '/v3/auth/tokens', fate: 'status', status: 502 });
  asked.length = 0;
  await tryToken(page, GLOBAL);
  await expect(reason).toContainText('HTTP 502');
  expect(ofIam(asked)).toEqual([REGIONS]);
});
