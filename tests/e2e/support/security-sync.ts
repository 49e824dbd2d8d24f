// What the flows of image security sync share: its tasks, its starts, what a button saves.
import type { Locator, Page } from '@playwright/test';
import type { Cloud, TaskRegistry } from './cloud.ts';
import { dialogNamed, openDialog, press } from './dialog.ts';
import { openPlace } from './session.ts';
import type { RecordedRequest } from './simulator.ts';
import { select, written } from './table.ts';
import { expect } from './test.ts';

export const TASK_OF_THE_SUB_PROJECT = 'b3a2c1d0-9e8f-4c7b-a6d5-0f1e2d3c4b5a';

/** The address of a task that the simulated cloud begins with. */
export const task = (number: number) => `security-sync/tasks/d4c3b2a1-0f9e-4d8c-b7a6-${number.toString(16).padStart(12, '0')}`;
export const RUNNING = task(1);
export const HOSTILE = task(2);
export const LARGEST = task(3);

/** The ID of the task at an address. */
export const idOf = (address: string) => address.split('/').at(-1) ?? '';

/** The registries that could not be read. */
export const failedOf = (registries: TaskRegistry[]) => registries.filter(({ sync_status }) => sync_status === 'failed');

/** The part of the status bar that counts the registries of a status, and shows them alone when it is pressed. */
export const partOf = (place: Page | Locator, status: string, count?: number) =>
  place.getByRole('group', { name: /^(Status|状态)$/ }).getByRole('button', {
    name: count === undefined ? new RegExp(`^${status} [\\d,]+$`) : `${status} ${written(count)}`,
    exact: count !== undefined,
  });

/** What the service calls a cause, and what the console says of it. */
export const NO_WAY = 'HSS cannot reach the registry. Check its cluster, or connect it again.';

/** The name of the button that starts what failed in the task at an address again. */
export async function syncAgain(cloud: Cloud, address: string): Promise<string> {
  const failed = failedOf(await cloud.taskRegistries(idOf(address))).length;
  return `Sync ${written(failed)} failed ${failed === 1 ? 'registry' : 'registries'} again`;
}

/** Waits until the page counts the failed registries of a running task as the cloud does, and more than there were. */
export async function expectFailedOf(page: Page, cloud: Cloud, address: string, before: number): Promise<void> {
  await expect(async () => {
    const failed = failedOf(await cloud.taskRegistries(idOf(address))).length;
    expect(failed).toBeGreaterThan(before);
    await expect(partOf(page, 'Failed', failed)).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
}

export const starts = (requests: RecordedRequest[]) =>
  requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/image-sync/tasks'));
export const readings = (requests: RecordedRequest[]) => requests.filter(({ path }) => path.endsWith('/registries'));

export async function confirmStart(page: Page): Promise<void> {
  const dialog = dialogNamed(page, 'Start a sync');
  await press(dialog, 'Start a sync');
  await expect(dialog).toBeHidden();
}

export async function startPickedHarborA(page: Page): Promise<void> {
  const dialog = await openDialog(page, 'Start a sync');
  await dialog.getByRole('radio', { name: 'Selected registries' }).check();
  await dialog.getByLabel('Filter registries').fill('harbor-a');
  await select(dialog, 'harbor-a');
  await confirmStart(page);
}

export async function chooseEnterpriseProject(page: Page, id: string): Promise<void> {
  await openPlace(page);
  const dialog = await openDialog(page, 'Change enterprise project');
  await dialog.getByRole('radio', { name: 'Enter an ID' }).check();
  await dialog.getByLabel('Enterprise project ID').fill(id);
  await press(dialog, 'Change enterprise project');
}

export async function scrollToEnd(page: Page): Promise<void> {
  await page.getByRole('grid').locator('.table-viewport').evaluate((viewport) => viewport.scrollTo(0, viewport.scrollHeight));
}
