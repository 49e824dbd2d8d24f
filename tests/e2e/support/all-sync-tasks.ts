// What a scan over all repositories finds, asked repository by repository as the administrator.
import { expect, type Page } from '@playwright/test';
import { targetOf, type Cloud } from './cloud.ts';
import { written } from './table.ts';

/** A sync task with its repository, and whether its newest job left its tag behind. */
export interface FoundTask {
  repository: string;
  target: string;
  hasFailed: boolean;
}

/** What there is to find. */
export interface Found {
  repositories: number;
  /** Those whose tasks the cloud does not tell. */
  unreadable: string[];
  /** Of these, those whose names no request can carry. */
  nameless: string[];
  tasks: FoundTask[];
}

const NOT_COPIED = ['failed', 'timeout', 'cancel'];

/** What the simulator begins with: every reset brings it back, so it is asked for once. */
let first: Promise<Found> | undefined;

/** Reads every repository. Asked before the test has changed anything. */
export const findAll = (cloud: Cloud): Promise<Found> => (first ??= read(cloud));

async function read(cloud: Cloud): Promise<Found> {
  const repositories = await cloud.repositories();
  const found: Found = { repositories: repositories.length, unreadable: [], nameless: [], tasks: [] };
  for (const repository of repositories) {
    const tasks = await cloud.syncTasks(repository);
    if (typeof tasks === 'number') {
      found.unreadable.push(repository);
      if (tasks === 400) found.nameless.push(repository);
      continue;
    }
    const jobs = tasks.length === 0 ? [] : await cloud.syncJobs(repository);
    for (const target of tasks.map(targetOf)) {
      const newest = jobs.filter((job) => targetOf(job) === target).sort((one, other) => other.id - one.id)[0];
      found.tasks.push({ repository, target, hasFailed: NOT_COPIED.includes(newest?.status ?? '') });
    }
  }
  return found;
}

/** How much a scan that is through has read, as the page says it. */
export function coverage({ repositories, unreadable }: Pick<Found, 'repositories' | 'unreadable'>): string {
  const read = repositories - unreadable.length;
  if (read === repositories) return `${written(read)} ${read === 1 ? 'repository' : 'repositories'} read`;
  return `${written(read)} of ${written(repositories)} repositories read`;
}

/** The region of a target, such as `eu-nl` of `eu-nl/acme-web-nl`. */
export const regionOf = (target: string) => target.split('/')[0] ?? '';

/** Waits until a scan is through. */
export async function scanned(page: Page, found: Pick<Found, 'repositories' | 'unreadable'>): Promise<void> {
  const gaps = `${written(found.unreadable.length)} of ${written(found.repositories)} repositories could not be read`;
  const told = found.unreadable.length === 0 ? page.getByText(coverage(found), { exact: true }) : page.getByRole('button', { name: gaps, exact: true });
  await expect(told).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/repositories read so far…$/)).toHaveCount(0, { timeout: 60_000 });
}
