// Requests that wait until the test lets them go.
import type { Page } from '@playwright/test';

/** Holds the requests that match back until it is called. */
export async function hold(page: Page, address: string | RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((done) => (release = done));
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}
