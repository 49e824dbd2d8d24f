// Signing out where the cloud ends tokens: also by whoever leaves the page at once.
import type { Page } from '@playwright/test';
import { enterToken } from '../support/session.ts';
import type { Simulator } from '../support/simulator.ts';
import { expect, test } from '../support/test.ts';

const service = (name: string) => ({ host: `${name}.cloud.test`, address: `/api/${name}` });
const ENDS_TOKENS = {
  clouds: [
    {
      preset: 'open-telekom-cloud',
      regions: [{ id: 'eu-de', services: { iam: service('iam'), swr: service('swr'), ims: service('ims') } }],
    },
  ],
};

/** As many as the browser has connections to one host. */
const CONNECTIONS = 6;

/** Has every connection of the page wait for an answer, so that what is asked next waits in the browser. */
async function busy(page: Page, simulator: Simulator): Promise<void> {
  await simulator.fault({ method: 'GET', path_contains: '/v2/manage/repos', fate: 'drop-before', delay_ms: 60_000, times: CONNECTIONS });
  await page.evaluate((count) => {
    for (let number = 0; number < count; number += 1) {
      void fetch(`api/swr/v2/manage/repos?number=${number}`, { headers: { 'X-Image-Console': '1' } }).catch(() => undefined);
    }
  }, CONNECTIONS);
  const waiting = async () => (await simulator.requests()).filter(({ query }) => query?.includes('number=')).length;
  await expect.poll(waiting).toBe(CONNECTIONS);
}

test('the token ends also where the page is left in the moment of signing out', async ({ page, simulator, complaints }) => {
  complaints.allow(/Failed to load resource/, /Failed to fetch/, /aborted/i);
  await page.route('**/config.json', (route) => route.fulfill({ json: ENDS_TOKENS }));
  await page.goto('containers');
  await enterToken(page, simulator.token);
  await expect(page.getByRole('grid')).toBeVisible();
  // What the test listens in on ends with the page.
  await page.unroute('**/config.json');
  await simulator.forgetRequests();
  await busy(page, simulator);
  await page.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find((button) => button.textContent.trim() === 'Sign out')?.click();
    setTimeout(() => location.assign('about:blank'));
  });
  await page.waitForURL('about:blank');
  await expect.poll(async () => (await simulator.writes('DELETE')).map(({ path }) => path)).toEqual(['/v3/auth/tokens']);
});
