// What the flows of image security sync share: its tasks, its starts, what a button copies or saves.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { RecordedRequest, Simulator } from './simulator.ts';
import { expect } from './test.ts';

export const refused = /Failed to load resource/;
export const CARLA = 'DEMO-TOKEN-carla-MIIExampleOnlyGoodForTheSimulator';
export const CARLAS_ENTERPRISE_PROJECT = '6a1c9f20-58b4-4d6e-9b3f-0e7d2c5a8b41';
export const PROJECT = '7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80';
export const TASK_OF_THE_SUB_PROJECT = 'b3a2c1d0-9e8f-4c7b-a6d5-0f1e2d3c4b5a';

/** The address of a task that the simulated cloud begins with. */
export const task = (number: number) => `security-sync/tasks/d4c3b2a1-0f9e-4d8c-b7a6-${number.toString(16).padStart(12, '0')}`;
export const RUNNING = task(1);
export const HOSTILE = task(2);
export const LARGEST = task(3);

export const starts = (requests: RecordedRequest[]) =>
  requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/image-sync/tasks'));
export const readings = (requests: RecordedRequest[]) => requests.filter(({ path }) => path.endsWith('/registries'));

export async function confirmStart(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Start a sync' });
  await dialog.getByRole('button', { name: 'Start a sync' }).click();
  await expect(dialog).toBeHidden();
}

export async function startPickedHarborA(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start a sync' }).click();
  const dialog = page.getByRole('dialog', { name: 'Start a sync' });
  await dialog.getByRole('radio', { name: 'Picked registries' }).check();
  await dialog.getByLabel('Filter registries').fill('harbor-a');
  await dialog.getByRole('checkbox', { name: 'Select harbor-a', exact: true }).check();
  await confirmStart(page);
}

/** Starts a sync as somebody else would: without the console. */
export async function startElsewhere(simulator: Simulator, body: object): Promise<void> {
  const answer = await fetch(`${simulator.url}v5/${PROJECT}/image/image-sync/tasks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-auth-token': simulator.token, region: 'eu-de' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
}

/** What a button copies. */
export async function copied(page: Page, button: Locator): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await button.click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
  return page.evaluate(() => navigator.clipboard.readText());
}

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

export async function chooseEnterpriseProject(page: Page, id: string): Promise<void> {
  await page.getByRole('button', { name: 'Change enterprise project' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change enterprise project' });
  await dialog.getByRole('radio', { name: 'One, by ID' }).check();
  await dialog.getByLabel('Enterprise project ID').fill(id);
  await dialog.getByRole('button', { name: 'Change enterprise project' }).click();
}

/** The file that a button saves. */
export async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

export async function scrollToEnd(page: Page): Promise<void> {
  await page.getByRole('grid').locator('.table-viewport').evaluate((viewport) => viewport.scrollTo(0, viewport.scrollHeight));
}
