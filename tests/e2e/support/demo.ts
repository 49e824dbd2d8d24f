// The `test` of what runs in the demo: no cloud, no simulator, only files; whatever else is asked for fails the test.
import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SITE } from './built.ts';
import { headersOfHost, headersOfNginx, type HeadersOf } from './headers.ts';
import { personMenu } from './session.ts';
import { StaticSite } from './static-site.ts';
import { Complaints, expect, listen } from './test.ts';

export { expect };

/** Where the console is served. */
export const BASE = '/tools/console/';

interface Fixtures {
  complaints: Complaints;
  context: BrowserContext;
  sender: Sender;
  site: StaticSite;
}

/** Whose headers the server sends: none, those of `hosts/_headers` or of nginx's configuration, both beside the site in the archive. */
export type Sender = 'plain server' | 'hosts/_headers' | 'nginx/open-telekom-cloud.conf';

function headersOf(sender: Sender): HeadersOf {
  if (sender === 'plain server') return () => [];
  const file = readFileSync(resolve(SITE, '..', sender), 'utf8');
  return sender === 'hosts/_headers' ? headersOfHost(file) : headersOfNginx(file);
}

export const test = base.extend<Fixtures, { config: unknown; startedSite: StaticSite }>({
  config: [{ demo: true }, { scope: 'worker', option: true }],
  sender: ['plain server', { option: true }],
  startedSite: [
    async ({ config }, use) => {
      const site = await StaticSite.start(BASE, config);
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ startedSite, sender }, use) => {
      startedSite.forget();
      startedSite.headersOf = headersOf(sender);
      await use(startedSite);
      base.expect(startedSite.strange, 'what was asked for besides files of the console').toEqual([]);
    },
    { auto: true },
  ],
  baseURL: async ({ startedSite }, use) => use(startedSite.url),
  complaints: async ({}, use) => {
    const complaints = new Complaints();
    await use(complaints);
    base.expect(complaints.unexpected, 'the browser complained').toEqual([]);
  },
  context: async ({ context, complaints, startedSite }, use) => {
    await listen(context, complaints);
    context.on('request', (request) => {
      if (!request.url().startsWith(startedSite.url)) complaints.hear(`a request to ${request.url()}`);
    });
    await use(context);
  },
});

/** Enters the demo from the sign-in page; ends when somebody is signed in. */
export async function enterDemo(page: Page): Promise<void> {
  await page.goto('');
  await wayIn(page).click();
  await expect(personMenu(page)).toBeVisible();
}

/** The banner above every page of the demo. */
export const banner = (page: Page) => page.getByRole('region', { name: 'Demo' });

/** The button of the sign-in page that leads into the demo. */
export const wayIn = (page: Page) => page.getByRole('button', { name: 'Try the demo, no account needed' });

/** Opens a page of the main menu. */
export const openArea = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name, exact: true }).click();

/** Opens the people of a repository by its links, as an address below the path is none of a static server. */
export async function openPermissions(page: Page, repository = 'shop/api'): Promise<void> {
  await openArea(page, 'Container images');
  await page.getByRole('link', { name: 'acme-web', exact: true }).first().click();
  await page.getByRole('searchbox').first().fill(repository);
  await page.getByRole('link', { name: repository, exact: true }).first().click();
  await page.getByRole('link', { name: /^Access/ }).click();
}
