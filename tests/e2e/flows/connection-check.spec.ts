// The connection check: every fault that a browser can tell, provoked on the way to the services, with what to do about it.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page, Route } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { copiedBy } from '../support/clipboard.ts';
import { checked, lineOf } from '../support/connection-check.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { chooseLanguage, personMenu, signIn, tryToken } from '../support/session.ts';
import { expect, test } from '../support/test.ts';

/** What is asked of SWR. */
const OF_SWR = '**/v2/manage/projects/**';
const PAGE = '<!DOCTYPE html><html><body><center>nginx</center></body></html>';

/** Opens the check as somebody who is signed in. */
async function open(page: Page, token: string): Promise<void> {
  await signIn(page, token);
  await personMenu(page).click();
  await page.getByRole('link', { name: 'Connection check' }).click();
  await checked(page);
}

async function again(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check again' }).click();
  await checked(page);
}

/** Answers for SWR from now on. */
async function answer(page: Page, options: Parameters<Route['fulfill']>[0]): Promise<void> {
  await page.unroute(OF_SWR);
  await page.route(OF_SWR, (route) => route.fulfill(options));
}

const json = (status: number, code: string, message = 'words') => ({ status, json: { error_code: code, error_msg: message } });

test('where all is well every service passes, nothing is changed, and the text holds no token', async ({ page, simulator, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await simulator.forgetRequests();
  await open(page, simulator.token);
  await expect(page.locator('#main > p').filter({ hasText: 'Passed: 5 of 5' })).toBeVisible();
  for (const name of ['IAM', 'SWR', 'HSS', 'IMS', 'SWR Enterprise']) {
    await expect(lineOf(page, name)).toContainText('The service answers.');
  }
  await expectNoAxeFindings(page);
  expect((await simulator.requests()).filter((request) => request.method !== 'GET')).toEqual([]);
  const text = await copiedBy(page, page.getByRole('button', { name: 'Copy as text' }));
  expect(text).toContain('SWR: Passed. The service answers.');
  expect(text).not.toContain(simulator.token);
  expect(await page.content()).not.toContain(simulator.token);
});

test('every fault of the proxy is told by its status, with the step and the lines', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await open(page, simulator.token);
  const swr = lineOf(page, 'SWR');
  for (const [status, told, line] of [
    [200, 'A web page came instead of data', 'location ^~ /api/swr/ {'],
    [401, 'The proxy wants a sign-in of its own (401)', 'auth_basic off;'],
    [403, 'The proxy forbids this (403)', 'proxy_set_header X-Image-Console'],
    [404, 'has nothing at this address (404 or 405)', 'route @image_console/api/swr {'],
    [413, 'takes no request of this size (413)', 'client_max_body_size'],
    [421, 'does not know the name under which the console was opened (421)', 'not host 127.0.0.1'],
    [431, 'takes no headers of this size', 'large_client_header_buffers'],
    [502, 'gets no connection to the service (502 or 503)', undefined],
    [504, 'did not answer the proxy in time (504)', undefined],
    [429, 'The proxy lets only so many requests through', undefined],
  ] as const) {
    await answer(page, { status, contentType: 'text/html', body: PAGE });
    await again(page);
    await expect(swr, `${status}`).toContainText(told);
    await expect(swr, `${status}`).toContainText('Failed');
    await expect(swr, `${status}`).toContainText(status === 502 || status === 504 ? 'between the proxy and the service' : 'Fails at: the proxy');
    if (line === undefined) await expect(swr.locator('pre')).toHaveCount(0);
    else await expect(swr.locator('pre').filter({ hasText: line })).toHaveCount(1);
    await expect(page.locator('#main > p').filter({ hasText: 'Passed: 4 of 5' })).toBeVisible();
  }
  // nginx says what it does not take in its page alone.
  await answer(page, { status: 400, contentType: 'text/html', body: PAGE.replace('nginx', 'Request Header Or Cookie Too Large') });
  await again(page);
  await expect(swr).toContainText('takes no headers of this size (431, from nginx also 400)');
  await expectNoAxeFindings(page);
});

test('what the gateway and the service refuse is told by their codes', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await open(page, simulator.token);
  const swr = lineOf(page, 'SWR');
  for (const [options, told, step] of [
    [json(404, 'APIGW.0101'), 'The API gateway does not know this address', 'the API gateway'],
    [json(404, 'APIG.0101'), 'The API gateway does not know this address', 'the API gateway'],
    [json(401, 'APIGW.0301', 'Incorrect IAM authentication information: x-auth-token not found'), 'arrived without your token', 'the proxy'],
    [json(401, 'APIGW.0301'), 'IAM accepts your token, but this service does not', 'the sign-in'],
    [json(400, 'SVCSTG.SWR.4000000'), 'The service refused this one.', 'the service'],
    [json(403, 'SVCSTG.SWR.4030000'), 'You may not read this. Ask an administrator.', 'the service'],
    [json(429, 'APIGW.0308'), 'gets too many requests', 'the service'],
    [json(500, 'SVCSTG.SWR.5000000'), 'The service or its gateway is failing', 'the service'],
    [{ status: 200, body: 'pong' }, 'What came is no answer of the service', 'the service'],
  ] as const) {
    await answer(page, options);
    await again(page);
    await expect(swr).toContainText(told);
    await expect(swr).toContainText(`Fails at: ${step}`);
  }
});

test('a region without a service, a lost answer, a redirect, a silent server and no network are told apart', async ({ page, simulator, complaints, context }) => {
  complaints.allow(/Failed to load resource/, /Failed to fetch/);
  await open(page, simulator.token);
  const swr = lineOf(page, 'SWR');
  await simulator.leaveOut('hss');
  await simulator.fault({ method: 'GET', path_contains: '/v2/manage/projects', fate: 'drop-before' });
  await again(page);
  await expect(lineOf(page, 'HSS')).toContainText('The API gateway does not know this address');
  await expect(swr).toContainText('The answer broke off. Try again.');

  await answer(page, { status: 302, headers: { location: '/captive' } });
  await again(page);
  await expect(swr).toContainText('The address redirects');

  await page.unroute(OF_SWR);
  await page.route(OF_SWR, (route) => route.abort('connectionrefused'));
  await again(page);
  await expect(swr).toContainText("No answer comes from the console's own server at this address.");
  await expect(swr).toContainText('Fails at: the network');

  await context.setOffline(true);
  await page.unroute(OF_SWR);
  await again(page);
  await expect(swr).toContainText('You are offline. Check the network.');
  await expect(swr).toContainText('Fails at: the browser');
});

test('a service that does not answer in time is told, and the others are not kept waiting', async ({ page, simulator }) => {
  await page.clock.install();
  await open(page, simulator.token);
  await page.unroute(OF_SWR);
  await page.route(OF_SWR, () => {});
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(lineOf(page, 'IMS')).toContainText('The service answers.');
  await expect(lineOf(page, 'SWR')).toContainText('Checking…');
  await page.clock.fastForward(31_000);
  await checked(page);
  await expect(lineOf(page, 'SWR')).toContainText('Fails at: the network');
});

test('a token that has ended is told once, and the other services are still asked', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await open(page, simulator.token);
  await simulator.fault(
    { method: 'GET', path_contains: '/v2/manage/projects', fate: 'status', status: 401 },
    { method: 'GET', path_contains: '/v3/auth/tokens', fate: 'status', status: 401 },
  );
  await again(page);
  await expect(lineOf(page, 'SWR')).toContainText('The token is not accepted any more. Sign in again.');
  await expect(page.getByRole('button', { name: 'Sign in again' })).toBeVisible();
});

test.describe('a service on another origin', () => {
  let server: Server;
  let other: string;

  test.beforeAll(async () => {
    server = createServer((_, answer) => answer.end('{}'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    other = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  test.afterAll(() => server.close());

  /** Sets the console up with a machine image service at an address. */
  async function setUp(page: Page, address: string): Promise<void> {
    const services = {
      iam: { host: 'iam.cloud.test', address: '/api/iam' },
      swr: { host: 'swr.cloud.test', address: '/api/swr' },
      ims: { host: 'ims.cloud.test', address },
    };
    const config = { clouds: [{ id: 'own', name: 'Our cloud', regions: [{ id: 'eu-de', services }] }] };
    await page.route('**/config.json', (route) => route.fulfill({ json: config }));
  }

  /** Lets the console's policy allow every port of this machine. */
  async function allow(page: Page): Promise<void> {
    const more = (policy: string) => policy.replace("connect-src 'self'", "connect-src 'self' http://127.0.0.1:*");
    await page.route(/:\d+\/containers$/, async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      const policy = headers['content-security-policy'] ?? '';
      const body = more(await response.text());
      return route.fulfill({ response, headers: { ...headers, 'content-security-policy': more(policy) }, body });
    });
  }

  test('is blocked by the policy of the console, which names the line', async ({ page, simulator, complaints }) => {
    complaints.allow(/policy: connect-src/, /Content Security Policy/, /Failed to fetch/, /violates/);
    await setUp(page, other);
    await open(page, simulator.token);
    const ims = lineOf(page, 'IMS');
    await expect(ims).toContainText("The console's content security policy does not allow this address.");
    await expect(ims.locator('pre')).toHaveText(`connect-src 'self' ${other};`);
    await expect(lineOf(page, 'SWR')).toContainText('The service answers.');
  });

  test('is not asked where the console came encrypted and its address is not', async ({ page, simulator, complaints }) => {
    complaints.allow(/ERR_/, /Failed to load resource/, /Mixed Content/, /CORS policy/);
    // A host over TLS, in the place of which this answers.
    const console = 'https://console.test/';
    await page.route(`${console}**`, async (route) => {
      const response = await route.fetch({ url: route.request().url().replace(console, simulator.url) });
      const headers = response.headers();
      const policy = (headers['content-security-policy'] ?? '').replace("connect-src 'self'", "connect-src 'self' http://127.0.0.1:9");
      const isPage = (headers['content-type'] ?? '').startsWith('text/html');
      const body = isPage ? (await response.text()).replace("connect-src 'self'", "connect-src 'self' http://127.0.0.1:9") : await response.body();
      return route.fulfill({ response, headers: isPage ? { ...headers, 'content-security-policy': policy } : headers, body });
    });
    await setUp(page, 'http://127.0.0.1:9');
    await page.goto(`${console}connection-check`);
    await checked(page);
    await expect(lineOf(page, 'IMS')).toContainText('The console was opened over https, and this address begins with http');
    await expect(lineOf(page, 'IMS')).toContainText('Fails at: the browser');
  });

  test('answers but lets no page read it, or does not answer at all', async ({ page, simulator, complaints, context }) => {
    // A page that was changed on its way counts as one of the wide world, which may not ask this machine.
    await context.grantPermissions(['local-network-access']);
    complaints.allow(/CORS policy/, /Failed to load resource/, /ERR_/);
    await setUp(page, other);
    await allow(page);
    await open(page, simulator.token);
    const ims = lineOf(page, 'IMS');
    await expect(ims).toContainText('The server answers, but does not let this page read it (CORS).');
    await expect(ims.locator('pre').first()).toHaveText('"ims": { "host": "ims.cloud.test" }');
    await expect(ims.locator('pre').nth(2)).toContainText('location ^~ /api/own/eu-de/ims/ {');
    await page.unrouteAll({ behavior: 'ignoreErrors' });

    // Nobody listens on the port of discarding.
    await setUp(page, 'http://127.0.0.1:9');
    await allow(page);
    await open(page, simulator.token);
    await expect(ims).toContainText(/No connection to this server|does not let this page read it/);
    await expect(ims).toContainText('Fails at: the network');
  });
});

test('a list that fails leads to the check, and nobody has to be signed in for it', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.route('**/api/iam/**', (route) => route.fulfill({ status: 404, contentType: 'text/html', body: PAGE }));
  await page.goto('');
  await tryToken(page, simulator.token);
  const link = page.getByRole('main').getByRole('link', { name: 'Connection check' });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Connection check');
  await checked(page);
  await expect(lineOf(page, 'IAM')).toContainText('has nothing at this address');
  await expect(lineOf(page, 'SWR')).toContainText('Requests arrive.');
  expect(await page.content()).not.toContain(simulator.token);
  await expectNoSidewaysScrolling(page);
  await expectNoAxeFindings(page);
  await chooseLanguage(page, 'zh-CN');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('连接检查');
  await expect(page.getByRole('listitem').filter({ hasText: 'IAM' }).first()).toContainText('未通过的环节：代理');
  await expectNoSidewaysScrolling(page);
  await chooseLanguage(page, 'en');

  await page.unroute('**/api/iam/**');
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await simulator.fault({ method: 'GET', path_contains: '/v2/manage/namespaces', fate: 'status', status: 502 });
  await tryToken(page, simulator.token);
  await expect(personMenu(page)).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Connection check' }).click();
  await checked(page);
  await expect(page.locator('#main > p').filter({ hasText: 'Passed: 5 of 5' })).toBeVisible();
});

test("what a cloud lacks is not asked for, and one region's token goes to no other", async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  const clouds = [{ preset: 'open-telekom-cloud', regions: ['eu-de', 'eu-nl'] }];
  await page.route('**/config.json', (route) => route.fulfill({ json: { clouds } }));
  const carried: string[] = [];
  const bare: string[] = [];
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (path.includes('/api/')) (request.headers()['x-auth-token'] === undefined ? bare : carried).push(path);
  });
  const own = /\/api\/open-telekom-cloud\/[^/]+\/(?=(iam|swr|hss|ims)\/)/;
  await page.route(own, (route) => route.continue({ url: route.request().url().replace(own, '/api/') }));
  await open(page, simulator.token);
  const netherlands = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Open Telekom Cloud · eu-nl' }) });
  await expect(netherlands.getByRole('listitem').filter({ hasText: 'Not checked' })).toHaveCount(2);
  await expect(netherlands.getByRole('listitem').filter({ hasText: 'Requests arrive.' })).toHaveCount(3);
  expect(carried.filter((path) => !path.includes('/eu-de/'))).toEqual([]);
  expect(bare.filter((path) => path.includes('/eu-nl/'))).toHaveLength(3);
});
