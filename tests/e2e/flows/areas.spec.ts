// Areas of the console: loaded when they are opened, ahead of that where it costs nobody time, and told when they fail.
import type { Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { isArea, newerPage } from '../support/files.ts';
import { enterToken, personMenu, signIn, signOut, tokenField, tryToken } from '../support/session.ts';
import type { Simulator } from '../support/simulator.ts';
import { expect, test } from '../support/test.ts';

const signInForm = (page: Page) => page.getByRole('form').first();
const failure = (page: Page) => page.getByRole('group', { name: 'This page could not be loaded' });

/** Signs in where not even the top bar arrives. */
async function signInWithoutAreas(page: Page, token: string): Promise<void> {
  await page.goto('containers');
  await tryToken(page, token);
}

/** The areas' files that were asked for so far. */
function areasOf(page: Page): string[] {
  const areas: string[] = [];
  page.on('request', (request) => {
    const address = new URL(request.url());
    if (isArea(address)) areas.push(address.pathname);
  });
  return areas;
}

test('the sign-in form is there before any area is asked for', async ({ page }) => {
  const areas = areasOf(page);
  await page.goto('');
  await expect(signInForm(page)).toBeVisible();
  expect(areas).toEqual([]);
});

test('what comes after signing in is loaded while the form is filled in, and the other areas are not', async ({
  page,
  simulator,
}) => {
  const areas = areasOf(page);
  const loaded = page.waitForResponse((response) => response.url().includes('-overview-'));
  await page.goto('');
  await tokenField(page).focus();
  await loaded;
  const ahead = [...areas];
  await enterToken(page, simulator.token);
  await expect(page.getByRole('heading', { name: 'Who can get our images' })).toBeVisible();
  expect(areas).toEqual(ahead);
  expect(areas.filter((area) => area.includes('-activity-'))).toEqual([]);
});

test('an area is asked for once, however often it is opened', async ({ page, simulator }) => {
  const areas = areasOf(page);
  await signIn(page, simulator.token);
  const open = (area: string) =>
    page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: area }).click();
  await open('Activity');
  await expect(page.getByText('No changes yet.')).toBeVisible();
  await open('Container images');
  await expect(page.getByRole('grid')).toBeVisible();
  await open('Activity');
  await expect(page.getByText('No changes yet.')).toBeVisible();
  expect(areas.filter((area) => area.includes('-activity-'))).toHaveLength(1);
});

test('an area that does not arrive is told, and trying again gets it', async ({ page, simulator, complaints }) => {
  complaints.allow(/Failed to load resource/, /Failed to fetch/);
  await page.route(isArea, (route) => route.abort());
  await signInWithoutAreas(page, simulator.token);
  await expect(failure(page)).toBeVisible();
  // For whoever runs the console.
  await expect(failure(page)).toContainText(/http:\S+\/image-console-\w+-[0-9a-f]{16}\.wasm/);
  await expectNoAxeFindings(page);
  await failure(page).getByRole('button', { name: 'Try again' }).click();
  await expect(failure(page)).toBeVisible();
  await page.unroute(isArea);
  await failure(page).getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(failure(page)).toHaveCount(0);
});

test('an area that never arrives is told, and trying again gets it', async ({ page, simulator, complaints }) => {
  complaints.allow(/aborted/i);
  await page.clock.install();
  await page.route(/-container_images-/, () => undefined);
  await signIn(page, simulator.token);
  const word = page.getByRole('main').getByText('Loading', { exact: true });
  await expect(word).toBeVisible();
  await page.clock.fastForward(25_000);
  await expect(word).toBeVisible();
  // What was loaded ahead is given up first.
  await expect(async () => {
    await page.clock.fastForward(46_000);
    await expect(failure(page)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.unroute(/-container_images-/);
  await failure(page).getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
});

test('whoever signs out where nothing arrives is signed out in every tab', async ({ page, context, simulator, complaints }) => {
  complaints.allow(/Failed to load resource/, /Failed to fetch/);
  await signIn(page, simulator.token);
  await expect(page.getByRole('grid')).toBeVisible();
  const second = await context.newPage();
  await second.route(isArea, (route) => route.abort());
  await signInWithoutAreas(second, simulator.token);
  await second.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(tokenField(second)).toBeVisible();
  await expect(tokenField(page)).toBeVisible();
  await expect(page.getByText('You were signed out because you signed out in another tab.').first()).toBeVisible();
});

/** Signed in where nothing arrives, until it is tried again. */
async function withoutAreas(page: Page, token: string): Promise<void> {
  await page.route(isArea, (route) => route.abort());
  await signInWithoutAreas(page, token);
  await expect(failure(page)).toBeVisible();
  await page.unroute(isArea);
}

async function expectNothingRead(page: Page, simulator: Simulator): Promise<void> {
  await expect(tokenField(page)).toBeVisible();
  expect((await simulator.requests()).filter(({ path }) => path.startsWith('/v2/'))).toEqual([]);
}

test('what arrives when nobody was there for too long is locked', async ({ page, simulator, complaints }) => {
  complaints.allow(/Failed to load resource/, /Failed to fetch/);
  await page.clock.install();
  await withoutAreas(page, simulator.token);
  await page.clock.fastForward('03:00:00');
  await failure(page).getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('main').getByText('This page is locked: nobody used it for 15 minutes.')).toBeVisible();
  await expectNothingRead(page, simulator);
  expect(await page.content()).not.toContain(simulator.token);
  await expectNoAxeFindings(page);
  await tryToken(page, simulator.token);
  await expect(page.getByRole('grid')).toBeVisible();
});

test('what arrives when its person has signed out in another tab is nobody’s', async ({ page, context, simulator, complaints }) => {
  complaints.allow(/Failed to load resource/, /Failed to fetch/);
  await withoutAreas(page, simulator.token);
  const second = await context.newPage();
  await signIn(second, simulator.token);
  await signOut(second);
  await expect(tokenField(second)).toBeVisible();
  await simulator.forgetRequests();
  await failure(page).getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('You were signed out because you signed out in another tab.').first()).toBeVisible();
  await expectNothingRead(page, simulator);
});

test('whoever is signed in where nothing arrives can sign out', async ({ page, simulator, complaints }) => {
  complaints.allow(/Failed to load resource/, /Failed to fetch/);
  await page.route(isArea, (route) => route.abort());
  await signInWithoutAreas(page, simulator.token);
  await expect(failure(page)).toBeVisible();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(tokenField(page)).toBeVisible();
  await expect(tokenField(page)).toHaveValue('');
});

test('where only the page does not arrive, the way to the other pages and out is there', async ({
  page,
  simulator,
  complaints,
}) => {
  complaints.allow(/Failed to load resource/, /Failed to fetch/);
  await page.route(/-container_images-/, (route) => route.abort());
  await signIn(page, simulator.token);
  await expect(failure(page)).toBeVisible();
  await expect(personMenu(page)).toBeVisible();
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByText('No changes yet.')).toBeVisible();
});

test('an area whose file the server does not have is told with what it answered', async ({ page, simulator, complaints }) => {
  complaints.allow(/Failed to load resource/, /Failed to fetch/, /integrity/i);
  await page.route(isArea, (route) => route.fulfill({ status: 404, body: 'not here' }));
  await signInWithoutAreas(page, simulator.token);
  await expect(failure(page)).toContainText('The server does not have a file of this page');
  await expect(failure(page)).toContainText(/HTTP 404 · http:\S+\/image-console-\w+-[0-9a-f]{16}\.wasm/);
});

for (const type of ['application/octet-stream', 'text/plain', undefined]) {
  test(`an area runs although its file comes as ${type ?? 'nothing in particular'}`, async ({ page, simulator }) => {
    await page.route(isArea, async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers() };
      delete headers['content-type'];
      if (type !== undefined) headers['content-type'] = type;
      await route.fulfill({ status: 200, headers, body: await response.body() });
    });
    await signInWithoutAreas(page, simulator.token);
    await expect(page.getByRole('grid')).toBeVisible();
  });
}

test('after an update of the console nobody is sent to a file that is gone, and reloading says what it costs', async ({
  page,
  simulator,
  complaints,
}) => {
  complaints.allow(/Failed to load resource/, /Failed to fetch/, /integrity/i, /was answered with 404/);
  await page.route(isArea, (route) => route.fulfill({ status: 404, body: 'not here' }));
  await signInWithoutAreas(page, simulator.token);
  await expect(failure(page).getByRole('button', { name: 'Try again' })).toBeVisible();
  await page.route(
    (url) => url.pathname === '/',
    (route) => route.fulfill({ contentType: 'text/html', body: newerPage }),
  );
  await failure(page).getByRole('button', { name: 'Try again' }).click();
  await expect(failure(page)).toContainText('The console was updated while this page was open.');
  await expect(failure(page)).toContainText('Reloading signs you out');
  await expect(failure(page).getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await page.unroute(isArea);
  await expectNoAxeFindings(page);
  await page.unrouteAll();
  await failure(page).getByRole('button', { name: 'Reload' }).click();
  await expect(signInForm(page)).toBeVisible();
});

test('an area that arrives changed does not run', async ({ page, simulator, complaints }) => {
  complaints.allow(/integrity/i, /Failed to load resource/, /Failed to fetch/);
  await page.route(isArea, async (route) => {
    const response = await route.fetch();
    // An empty custom section at the end: still a valid program, with other bytes.
    await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from([0, 1, 0])]) });
  });
  await signInWithoutAreas(page, simulator.token);
  await expect(failure(page)).toBeVisible();
});

test.describe('below a path', () => {
  test('an area is loaded from where the console is', async ({ page, simulator }) => {
    await page.route('**/console/**', async (route) => {
      const address = new URL(route.request().url());
      const response = await route.fetch({ url: simulator.url + address.pathname.replace('/console/', '') });
      const isPage = (response.headers()['content-type'] ?? '').startsWith('text/html');
      await (isPage
        ? route.fulfill({ response, body: (await response.text()).replace('<base href="/">', '<base href="/console/">') })
        : route.fulfill({ response }));
    });
    const areas = areasOf(page);
    await page.goto('console/containers');
    await tokenField(page).focus();
    await enterToken(page, simulator.token);
    await expect(page.getByRole('grid').getByRole('rowheader').first()).toBeVisible();
    expect(areas.length).toBeGreaterThan(0);
    expect(areas.filter((area) => !area.startsWith('/console/'))).toEqual([]);
  });
});
