// The console set up by a config.json of the test's, with a proxy that leads every cloud and region to the simulator. The
// browser is answered in the server's place.
import type { Page } from '@playwright/test';

/** Gives what the proxy was asked, as it comes. */
export async function setUp(page: Page, config: unknown): Promise<string[]> {
  await page.route('**/config.json', (route) => route.fulfill({ json: config }));
  const asked: string[] = [];
  const own = /\/api\/([^/]+\/[^/]+)\/(iam|swr|hss|ims|iam_global)(?=\/)/;
  page.on('request', (request) => {
    const path = /\/api\/.*/.exec(new URL(request.url()).pathname)?.[0];
    if (path !== undefined) asked.push(path);
  });
  await page.route(own, (route) => route.continue({ url: route.request().url().replace(own, '/api/$2') }));
  return asked;
}
