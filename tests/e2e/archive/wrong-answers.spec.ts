// A host that sends files as something else, sends the page where a file is missing, or keeps what it once sent: the console
// works, or says what is wrong.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { chooseLanguage, enterToken, personMenu, signIn, tokenField, tryToken } from '../support/session.ts';
import { expect, test } from '../support/unpacked.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const failure = (page: Page) => page.getByRole('group', { name: 'This page could not be loaded' });

const START_SCRIPT = /^boot\.js$/;
const PROGRAM = /_bg\.wasm$/;
// The names of files carry up to 16 digits: trunk leaves out zeros at the beginning.
const SCRIPT = /^image-console-[0-9a-f]{12,16}\.js$/;
const LOADER = /-areas\.js$/;
/** Everything but what a first visit loads. */
const AREAS = /^(?!.*_bg).*\.wasm$/;
const STYLES = /^console-[0-9a-f]{12,16}\.css$/;
const CHINESE = /^zh-CN-.*\.json$/;

/** What a browser says of a file that is another one, or of another type. */
const REFUSALS = [/integrity/i, /MIME type/, /Failed to load/, /Failed to fetch/, /Failed to find a valid digest/];

test.describe('a program that comes as something else', () => {
  for (const type of ['application/octet-stream', 'text/plain', 'text/html', null]) {
    test(`runs although it and its areas come as ${type ?? 'nothing in particular'}`, async ({ page, host, simulator }) => {
      host.instead = (name) => (name.endsWith('.wasm') ? { type } : undefined);
      await signIn(page, simulator.token, `${host.url}containers`);
      await page.getByRole('link', { name: 'Machine images', exact: true }).click();
      await expect(page.getByRole('grid').getByRole('rowheader').first()).toBeVisible();
      expect(host.asked.some((name) => PROGRAM.test(name)) && host.asked.some((name) => AREAS.test(name))).toBe(true);
    });
  }
});

test.describe('the page in the place of a file', () => {
  for (const [what, file] of [
    ['the program', PROGRAM],
    ['its script', SCRIPT],
    ['the script that loads areas', LOADER],
  ] as const) {
    test(`${what} is told at the start`, async ({ page, host, complaints }) => {
      complaints.allow(...REFUSALS);
      host.instead = (name) => ({ page: file.test(name) });
      await page.goto(host.url);
      await expect(heading(page)).toHaveText('Image Console could not be loaded');
      // The files of the start, for whoever runs the console.
      await expect(page.locator('pre')).toContainText(/image-console-[0-9a-f]{12,16}\.js.*image-console-[0-9a-f]{12,16}_bg\.wasm/);
    });
  }

  test('the start script is told, without a script', async ({ page, host, complaints }) => {
    complaints.allow(...REFUSALS);
    host.instead = (name) => ({ page: START_SCRIPT.test(name) });
    // Nobody waits here as long as a person does.
    const browser = await page.context().newCDPSession(page);
    await browser.send('Animation.enable');
    await browser.send('Animation.setPlaybackRate', { playbackRate: 1_000 });
    await page.goto(host.url);
    await expect(page.getByText('a file of the console did not arrive')).toBeVisible();
    await expect(page.getByText('控制台的某个文件未能到达')).toBeVisible();
    await expectNoAxeFindings(page);
  });

  test('nobody who waits for a short while is told anything', async ({ page, host }) => {
    let start = () => {};
    const waiting = new Promise<void>((done) => (start = done));
    await page.route('**/boot.js*', async (route) => {
      await waiting;
      await route.continue();
    });
    await page.goto(host.url, { waitUntil: 'commit' });
    await expect(page.locator('.boot-wait')).toBeVisible();
    await expect(page.getByText('a file of the console did not arrive')).toBeHidden();
    start();
    await expect(tokenField(page)).toBeVisible();
  });

  test('an area is told, and trying again gets it when it is there', async ({ page, host, simulator, complaints }) => {
    complaints.allow(...REFUSALS);
    host.instead = (name) => ({ page: name.includes('-machine_images-') });
    await signIn(page, simulator.token, `${host.url}containers`);
    await page.getByRole('link', { name: 'Machine images', exact: true }).click();
    await expect(failure(page)).toBeVisible();
    // For whoever runs the console.
    await expect(failure(page)).toContainText(/HTTP 200 · \S+\/image-console-machine_images-[0-9a-f]{16}\.wasm/);
    await expectNoAxeFindings(page);
    host.instead = () => undefined;
    await failure(page).getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('grid').getByRole('rowheader').first()).toBeVisible();
  });

  test('a dialog is told, and the next press gets it when it is there', async ({ page, host, simulator, complaints }) => {
    complaints.allow(...REFUSALS);
    host.instead = (name) => ({ page: name.includes('-go_to_dialog-') });
    await signIn(page, simulator.token, `${host.url}containers`);
    await expect(page.getByRole('grid').getByRole('rowheader').first()).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(page.getByText('This page could not be loaded').first()).toBeVisible();
    host.instead = () => undefined;
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
  });

  test('the texts of a language are told, and choosing it again gets them when they are there', async ({ page, host }) => {
    host.instead = (name) => ({ page: CHINESE.test(name) });
    await page.goto(host.url);
    await expect(tokenField(page)).toBeVisible();
    await chooseLanguage(page, 'zh-CN');
    await expect(page.getByText('The texts of this language could not be loaded.').first()).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    host.instead = () => undefined;
    await chooseLanguage(page, 'en');
    await chooseLanguage(page, 'zh-CN');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  });

  test('config.json is told by its name', async ({ page, host }) => {
    host.instead = (name) => ({ page: name === 'config.json' });
    await page.goto(host.url);
    await expect(heading(page)).toHaveText('config.json has to be corrected');
    await expect(page.getByRole('group')).toContainText('The server answers with a web page instead.');
  });
});

test.describe('a cache that keeps what a host once sent', () => {
  const POISONED = 'public, max-age=31536000, immutable';

  test('an area is asked for past it', async ({ page, host, simulator, complaints }) => {
    complaints.allow(...REFUSALS);
    const isArea = (name: string) => name.includes('-machine_images-');
    host.instead = (name) => (isArea(name) ? { page: true, cache: POISONED } : undefined);
    await signIn(page, simulator.token, `${host.url}containers`);
    await page.getByRole('link', { name: 'Machine images', exact: true }).click();
    await expect(failure(page)).toBeVisible();
    host.instead = () => undefined;
    await page.goto(host.url);
    await enterToken(page, simulator.token);
    await page.getByRole('link', { name: 'Machine images', exact: true }).click();
    await expect(page.getByRole('grid').getByRole('rowheader').first()).toBeVisible();
  });

  for (const [what, file] of [
    ['the program', PROGRAM],
    ['its script', SCRIPT],
    ['the script that loads areas', LOADER],
  ] as const) {
    test(`reloading gets past it to ${what}`, async ({ page, host, complaints }) => {
      complaints.allow(...REFUSALS);
      host.instead = (name) => (file.test(name) ? { page: true, cache: POISONED } : undefined);
      await page.goto(host.url);
      await expect(heading(page)).toHaveText('Image Console could not be loaded');
      host.instead = () => undefined;
      await page.getByRole('button', { name: 'Reload' }).click();
      await expect(tokenField(page)).toBeVisible();
    });
  }

  test('the styles are asked for past it, and told until they come', async ({ page, host, complaints }) => {
    complaints.allow(...REFUSALS);
    host.instead = (name) => (STYLES.test(name) ? { page: true, cache: POISONED } : undefined);
    await page.goto(host.url);
    await expect(heading(page)).toHaveText('Image Console could not be loaded');
    await expect(page.locator('pre')).toContainText(/console-[0-9a-f]{12,16}\.css/);
    host.instead = () => undefined;
    await page.goto(host.url);
    await expect(tokenField(page)).toBeVisible();
    // By the styles alone.
    await expect(page.locator('.skip-link')).not.toBeInViewport();
    expect(host.asked.filter((name) => STYLES.test(name)).length).toBeGreaterThan(2);
  });

  test('the texts of a language are asked for past it', async ({ page, host }) => {
    host.instead = (name) => (CHINESE.test(name) ? { page: true, cache: POISONED } : undefined);
    await page.goto(host.url);
    await chooseLanguage(page, 'zh-CN');
    await expect(page.getByText('The texts of this language could not be loaded.').first()).toBeVisible();
    host.instead = () => undefined;
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  });
});

test.describe('files of two versions', () => {
  /** Valid, and of another build. */
  const other = (content: Buffer) => Buffer.concat([content, Buffer.from([0, 1, 0])]);

  test('an area of another version does not run', async ({ page, host, site, simulator, complaints }) => {
    complaints.allow(...REFUSALS);
    host.instead = (name) => (AREAS.test(name) ? { content: other(readFileSync(`${site}/${name}`)) } : undefined);
    await page.goto(host.url);
    await tryToken(page, simulator.token);
    await expect(failure(page)).toBeVisible();
    await expect(personMenu(page)).toHaveCount(0);
  });

  test('after an update a page that is open says so where its files are gone', async ({ page, host, simulator, complaints }) => {
    complaints.allow(...REFUSALS);
    await signIn(page, simulator.token, `${host.url}containers`);
    await expect(page.getByRole('grid').getByRole('rowheader').first()).toBeVisible();
    host.instead = (name) => {
      if (name.includes('-machine_images-')) return { page: true };
      return name === '' ? { content: Buffer.from('<!DOCTYPE html><html><script src="boot.js?script=other.js"></script></html>') } : undefined;
    };
    await page.getByRole('link', { name: 'Machine images', exact: true }).click();
    await expect(failure(page)).toContainText('The console was updated while this page was open.');
    await expect(failure(page).getByRole('button', { name: 'Try again' })).toHaveCount(0);
  });

  test('the page of the former version, which a cache gave, is told with what is missing', async ({ page, host, complaints }) => {
    complaints.allow(...REFUSALS);
    const former = '0123456789abcdef';
    await page.route(host.url, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replaceAll(/(image-console-|console-)[0-9a-f]{12,16}/g, `$1${former}`);
      await route.fulfill({ response: answer, body });
    });
    await page.goto(host.url);
    await expect(heading(page)).toHaveText('Image Console could not be loaded');
    await expect(page.getByText('If the console was just updated, reload.')).toBeVisible();
    await expect(page.locator('pre')).toContainText(former);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(tokenField(page)).toBeVisible();
  });
});
