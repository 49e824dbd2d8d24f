// Signing in with an access key: every request is signed in the browser, and the secret stays in it.
import type { Page, Request } from '@playwright/test';
import { removeAccess } from '../support/access.ts';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { copiedBy, openCopies } from '../support/clipboard.ts';
import { openUndo, press } from '../support/dialog.ts';
import { saved } from '../support/export.ts';
import { personMenu, signOut } from '../support/session.ts';
import { rowNamed } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const API = 'containers/acme-web/shop$api/permissions';

interface Key {
  id: string;
  secret: string;
  token?: string;
}

const ANNAS: Key = { id: 'DEMOACCESSKEY0000001', secret: 'demo-secret-key-for-the-simulator-only00' };
const ANNAS_TEMPORARY: Key = {
  id: 'DEMOTEMPORARYKEY0001',
  secret: 'demo-temporary-secret-of-anna-simulator00',
  token: 'DEMO-SECURITY-TOKEN-anna-OnlyGoodForTheSimulator',
};

async function tryKey(page: Page, key: Key, region = 'eu-de'): Promise<void> {
  await page.getByRole('tab', { name: 'Access key' }).click();
  await page.getByLabel('Access key ID (AK)').fill(key.id);
  await page.getByLabel('Secret access key (SK)').fill(key.secret);
  await page.getByLabel('Security token').fill(key.token ?? '');
  await page.getByLabel('Region or project ID').fill(region);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Everything that the browser remembers of this origin, and the address. */
const remembered = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, location.href, history.state]));

test('a key finds, cancels a permission and takes that back, and nothing secret is left anywhere', async ({ page, simulator, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const asked: Request[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/')) asked.push(request);
  });
  await page.goto(API);
  await page.getByRole('tab', { name: 'Access key' }).click();
  await expect(page.getByLabel('Secret access key (SK)')).toBeVisible();
  await expectNoAxeFindings(page);
  await tryKey(page, ANNAS);
  await expect(rowNamed(page, 'david')).toContainText('Edit');
  await expect(page.getByRole('banner')).toContainText('eu-de');
  await expect(page.getByRole('banner')).toContainText('anna');
  await removeAccess(page, 'david');
  await expectAnnouncement(page, 'Access removed for 1 person on acme-web/shop/api, checked with the cloud at');
  const undo = await openUndo(page);
  await press(undo, 'Undo');
  await expect(rowNamed(page, 'david')).toContainText('Edit');
  for (const request of asked) {
    const headers = await request.allHeaders();
    expect(headers['authorization'], request.url()).toContain(`SDK-HMAC-SHA256 Access=${ANNAS.id}`);
    expect(headers['x-auth-token'], request.url()).toBeUndefined();
    expect(JSON.stringify(headers) + request.url() + (request.postData() ?? '')).not.toContain(ANNAS.secret);
  }
  expect((await simulator.requests()).every((request) => request.status !== 401)).toBe(true);
  const exported = (await saved(page, 'Export CSV')).text;
  await page.keyboard.press('Escape');
  await openCopies(page);
  const curl = await copiedBy(page, page.getByRole('button', { name: 'Copy as curl', exact: true }));
  for (const text of [exported, curl, await remembered(page), await page.content()]) {
    expect(text).not.toContain(ANNAS.secret);
    expect(text).not.toContain('Signature=');
  }
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('a temporary key signs with its token, which is left nowhere', async ({ page }) => {
  await page.goto('');
  await tryKey(page, ANNAS_TEMPORARY, '');
  await expect(personMenu(page)).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('anna');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  const left = (await remembered(page)) + (await page.content());
  expect(left).not.toContain(ANNAS_TEMPORARY.token);
  expect(left).not.toContain(ANNAS_TEMPORARY.secret);
  await signOut(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('a wrong secret is told once, and exactly one request is sent', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await page.goto('');
  await simulator.forgetRequests();
  await tryKey(page, { ...ANNAS, secret: 'wrong' });
  const told = page.getByRole('alert').filter({ hasText: 'the secret access key is not that of this access key ID' });
  await expect(told).toBeVisible();
  await expect(told).toContainText('APIGW.0301');
  await expect(page.getByLabel('Secret access key (SK)')).toHaveValue('');
  await expectNoAxeFindings(page);
  expect((await simulator.requests()).map((request) => request.path)).toEqual(['/v3/auth/domains']);
});

test('a disabled key and one whose time is over are told apart', async ({ page, complaints }) => {
  complaints.allowRefusals();
  await page.goto('');
  await tryKey(page, { id: 'DEMOINACTIVEKEY00001', secret: 'demo-inactive-secret-of-anna-simulator000' });
  await expect(page.getByText('This access key cannot be used')).toBeVisible();
  await tryKey(page, {
    id: 'DEMOEXPIREDKEY000001',
    secret: 'demo-expired-secret-of-anna-simulator0000',
    token: 'DEMO-SECURITY-TOKEN-expired-OnlyForTheSimulator',
  });
  await expect(page.getByText('This temporary access key has expired.')).toBeVisible();
});

test('a clock that is an hour ahead is told with what to do', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await page.clock.install({ time: Date.now() + 3_600_000 });
  await page.goto('');
  await simulator.forgetRequests();
  await tryKey(page, ANNAS);
  await expect(page.getByText("This computer's clock is 1 h 0 min ahead.")).toBeVisible();
  await expect(page.getByText('Set the clock, then sign in')).toBeVisible();
  expect(await simulator.requests()).toHaveLength(1);
});

test('a password that needs a second factor is told where the code is typed', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await simulator.passwordStanding('ben', 'second-factor');
  await page.goto('');
  await page.getByRole('tab', { name: 'User name and password' }).click();
  const enter = async (code: string) => {
    await page.getByLabel('Account').fill('ACME-EU');
    await page.getByLabel('User name', { exact: true }).fill('ben');
    await page.locator('#password').fill('ben-demo-password');
    await page.getByLabel('Region or project ID').fill('eu-de');
    if (code !== '') {
      await page.getByLabel('One-time code').fill(code);
      await page.getByLabel('User ID').fill('1e2c6d7f8a9b4ac1b2d3e4f506172839');
    }
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  await enter('');
  await expect(page.getByText('This user needs a second factor')).toBeVisible();
  await expect(page.getByLabel('One-time code')).toBeFocused();
  await expectNoAxeFindings(page);
  await enter('111111');
  await expect(page.getByText('IAM does not accept the one-time code.')).toBeVisible();
  await enter('246810');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

test('a password without a region takes the one in which the person can work', async ({ page, simulator }) => {
  await page.goto('');
  await page.getByRole('tab', { name: 'User name and password' }).click();
  await page.getByLabel('Account').fill('ACME-EU');
  await page.getByLabel('User name', { exact: true }).fill('ben');
  await page.locator('#password').fill('ben-demo-password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('banner')).toContainText('eu-de');
  const asked = (await simulator.requests()).filter((request) => request.path.startsWith('/v3/auth/'));
  expect(asked.map((request) => `${request.method} ${request.path}`)).toEqual([
    'POST /v3/auth/tokens',
    'GET /v3/auth/projects',
    'POST /v3/auth/tokens',
  ]);
});
