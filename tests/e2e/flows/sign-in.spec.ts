// Signing in: good, malformed, wrong project, expired, with a password; and what happens when the token ends.
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { dialogNamed } from '../support/dialog.ts';
import { EXPIRED, SUB_PROJECT } from '../support/people.ts';
import { enterToken, signIn, signOut, tokenField, tryToken } from '../support/session.ts';
import { expect, test } from '../support/test.ts';

test('a good token leads to the overview and shows who, where and how long', async ({ page, simulator }) => {
  await page.goto('');
  await expectNoAxeFindings(page);
  await enterToken(page, simulator.token);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  const bar = page.getByRole('banner');
  await expect(bar).toContainText('eu-de');
  await expect(bar).toContainText('anna');
  await expect(bar).toContainText(/23 h \d+ min/);
  await expectAnnouncement(page, 'Signed in as anna');
  await expectNoAxeFindings(page);
});

test('a pasted answer of curl -i gives its token', async ({ page, simulator, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('');
  const answer = `HTTP/1.1 201 Created\r\nX-Subject-Token: ${simulator.token}\r\nContent-Length: 2\r\n\r\n{}`;
  await page.evaluate((text) => navigator.clipboard.writeText(text), answer);
  await tokenField(page).focus();
  await page.keyboard.press('Control+V');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

test('a token with a space inside is refused with its place, and nothing is sent', async ({ page, simulator }) => {
  await page.goto('');
  await simulator.forgetRequests();
  await tryToken(page, 'abc def');
  await expect(page.getByText('Character 4 is a space or line break.')).toBeVisible();
  expect(await simulator.requests()).toEqual([]);
});

test("a sub-project's token names the main project", async ({ page }) => {
  await page.goto('');
  await tryToken(page, SUB_PROJECT);
  await expect(page.getByRole('alert').filter({ hasText: 'eu-de_team' })).toContainText('get a token for the main project eu-de');
});

test('an expired token has its own words', async ({ page, complaints }) => {
  complaints.allowRefusals();
  await page.goto('');
  await tryToken(page, EXPIRED);
  await expect(page.getByText('This token has expired.')).toBeVisible();
});

test('a refused password keeps nothing, and shows what the service said', async ({ page, complaints }) => {
  complaints.allowRefusals();
  await page.goto('');
  await page.getByRole('tab', { name: 'User name and password' }).click();
  await page.getByLabel('Account').fill('ACME-EU');
  await page.getByLabel('User name', { exact: true }).fill('ben');
  await page.locator('#password').fill('wrong');
  await page.getByLabel('Region or project ID').fill('eu-de');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const reason = page.getByRole('alert').filter({ hasText: 'You are not signed in' });
  await expect(reason).toContainText('IAM does not accept this account, user name and password.');
  await expect(reason).toContainText('HTTP 401 · The username or password is wrong.');
  await expect(reason.getByRole('button', { name: 'Copy details' })).toBeVisible();
  await expect(page.locator('#password')).toHaveValue('');
  await expectNoAxeFindings(page);
});

test('a kept sign-in that cannot be checked keeps the address and goes on from there', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await page.goto('containers/acme-web?filter=shop');
  await page.getByLabel('Keep until this tab is closed').check();
  await tryToken(page, simulator.token);
  await expect(page.getByRole('rowheader', { name: 'shop/api', exact: true })).toBeVisible();
  await simulator.fault({ method: 'GET', path_contains: '/v3/auth/tokens', fate: 'status', status: 502 });
  await page.reload();
  await expect(page.getByText('The sign-in kept in this tab could not be checked')).toBeVisible();
  await expectNoAxeFindings(page);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('rowheader', { name: 'shop/api', exact: true })).toBeVisible();
  await expect(page).toHaveURL(/filter=shop/);
});

test('account, user and password sign in, and the password is nowhere afterwards', async ({ page }) => {
  await page.goto('');
  await page.getByRole('tab', { name: 'User name and password' }).click();
  await page.getByLabel('Account').fill('ACME-EU');
  await page.getByLabel('User name', { exact: true }).fill('ben');
  await page.locator('#password').fill('ben-demo-password');
  await page.getByLabel('Region or project ID').fill('eu-de');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  expect(stored).not.toContain('ben-demo-password');
  expect(stored).not.toContain('DEMO-TOKEN');
  expect(await page.content()).not.toContain('ben-demo-password');
});

test('a token is kept in the tab only when asked, and signing out forgets it', async ({ page, simulator }) => {
  await signIn(page, simulator.token);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await page.getByLabel('Keep until this tab is closed').check();
  await tryToken(page, simulator.token);
  await expect(page.getByRole('heading', { level: 1, name: 'Organizations' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Organizations' })).toBeVisible();
  await signOut(page);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('DEMO-TOKEN');
});

test('when the token expires the page stays, and signing in again continues there', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, 'containers/acme-web?filter=shop');
  await expect(page.getByRole('rowheader', { name: 'shop/api', exact: true })).toBeVisible();
  await simulator.fault({ method: 'GET', path_contains: '/v2/manage/repos', fate: 'status', status: 401 });
  await simulator.fault({ method: 'GET', path_contains: '/v3/auth/tokens', fate: 'status', status: 401 });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expectAnnouncement(page, 'Your token is not accepted any more', 'assertive');
  await expect(page.getByRole('rowheader', { name: 'shop/api', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Sign in again' }).click();
  const dialog = dialogNamed(page, 'Sign in again');
  await tryToken(dialog, simulator.token);
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/filter=shop/);
  await expect(page.getByText('Your token is not accepted any more').and(page.locator('p'))).toBeHidden();
});

test('a password that is refused over the page leaves its field in sight', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await page.setViewportSize({ width: 1280, height: 640 });
  await signIn(page, simulator.token);
  await simulator.fault({ method: 'GET', path_contains: '/v2/manage/', fate: 'status', status: 401 });
  await simulator.fault({ method: 'GET', path_contains: '/v3/auth/tokens', fate: 'status', status: 401 });
  await page.getByRole('button', { name: 'Refresh' }).first().click();
  await page.getByRole('button', { name: 'Sign in again' }).click();
  const dialog = dialogNamed(page, 'Sign in again');
  await dialog.getByRole('tab', { name: 'User name and password' }).click();
  const password = dialog.locator('#password');
  await password.fill('wrong');
  await password.press('Enter');
  await expect(dialog.getByRole('alert').filter({ hasText: 'You are not signed in' })).toBeVisible();
  await expect(password).toBeFocused();
  const isInFront = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const [left, top, right, bottom] = [x + 2, y + 2, x + width - 2, y + height - 2];
    return document.elementFromPoint(left, top) === element && document.elementFromPoint(right - 60, bottom) === element;
  };
  await expect.poll(() => password.evaluate(isInFront)).toBe(true);
});

test('on a computer that is a day ahead a fresh token holds, and the wrong clock is told', async ({ page, simulator }) => {
  await page.clock.install({ time: Date.now() + 25 * 3_600_000 });
  await signIn(page, simulator.token);
  const bar = page.getByRole('banner');
  await expect(bar).toContainText(/23 h \d+ min/);
  const told = page.getByText("This computer's clock is 25 h 0 min ahead.");
  await expect(told).toBeVisible();
  await expectNoAxeFindings(page);
  await page.clock.runFor(20_000);
  await expect(page.getByText('Your token is not accepted any more')).toBeHidden();
  // It stands over the foot of the page, which does not move.
  const row = page.getByRole('grid').getByRole('row').nth(1);
  await expect(row).toBeVisible();
  const before = (await row.boundingBox())?.y;
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(told).toBeHidden();
  expect((await row.boundingBox())?.y).toBe(before);
});

test('where the cloud hides its time a clock that is ahead ends no session, and is told', async ({ page, simulator }) => {
  await page.route('**/api/**', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    delete headers.date;
    await route.fulfill({ response, headers });
  });
  // By it the token ends within a minute.
  await page.clock.install({ time: Date.now() + 24 * 3_600_000 - 60_000 });
  await signIn(page, simulator.token);
  await expect(page.getByRole('grid')).toBeVisible();
  await page.clock.runFor(240_000);
  await expect(page.getByText("This computer's clock is wrong: by it your token has ended")).toBeVisible();
  await expect(page.getByText('Your token is not accepted any more')).toBeHidden();
  await expectNoAxeFindings(page);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
});
