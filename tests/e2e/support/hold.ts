// Requests that wait until the test lets them go.
import type { Page } from '@playwright/test';

/** Holds the requests that match back until it is called: all, or those of one method. */
export async function hold(page: Page, address: string | RegExp, method?: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((done) => (release = done));
  await page.route(address, async (route) => {
    if (method === undefined || route.request().method() === method) await released;
    await route.continue();
  });
  return () => release();
}
