// What the overview counts, asked of the cloud list by list in a person's own name.
import { expect, type Locator, type Page } from '@playwright/test';
import { escaped, targetOf, type AccessList, type SharedAccount, type SyncJob, type SyncTask } from './cloud.ts';
import type { Simulator } from './simulator.ts';
import { written } from './table.ts';

/** What there is to count. */
export interface Counted {
  repositories: number;
  /** Those of which something was refused that the overview asks for. */
  unread: string[];
  /** Of these, those that did not tell who has access. */
  withoutAccess: string[];
  /** Of these, those that did not tell where they are copied to. */
  withoutTasks: string[];
  public: number;
  organizations: number;
  grants: number;
  shares: number;
  /** How many repositories each person reaches, by name; the widest first. */
  reach: [string, number][];
  tasks: { organization: string; region: string; hasFailed: boolean }[];
  /** Machine images that wait for an answer. */
  pending: number;
}

const NOT_COPIED = ['failed', 'timeout', 'cancel'];

/** Asks as whoever the token is of; a list that is refused gives its status. */
function asker(simulator: Simulator, token: string) {
  return async <Answer>(address: string): Promise<Answer | number> => {
    const answer = await fetch(new URL(address, simulator.url), { headers: { 'content-type': 'application/json', 'x-auth-token': token, region: 'eu-de' } });
    return answer.ok ? ((await answer.json()) as Answer) : answer.status;
  };
}

/** Counts everything that somebody can see. */
export async function countAll(simulator: Simulator, token: string): Promise<Counted> {
  const ask = asker(simulator, token);
  const listed = (await ask<{ namespace: string; name: string; is_public: boolean }[]>(
    '/v2/manage/repos?limit=1000&offset=0',
  )) as { namespace: string; name: string; is_public: boolean }[];
  const { namespaces } = (await ask<{ namespaces: { name: string }[] | null }>(
    '/v2/manage/namespaces?filter=mode::visible',
  )) as { namespaces: { name: string }[] | null };
  const organizations = (namespaces ?? []).map(({ name }) => name);
  const counted: Counted = {
    repositories: listed.length, unread: [], withoutAccess: [], withoutTasks: [], public: listed.filter(({ is_public }) => is_public).length,
    organizations: 0, grants: 0, shares: 0, reach: [], tasks: [], pending: 0,
  };
  const names = new Map<string, string>();
  const reached = new Map<string, Set<string>>();
  const reaches = (people: AccessList['others_auths'], repositories: string[]) => {
    for (const { user_id, user_name } of people) {
      if (user_name !== '') names.set(user_id, user_name);
      const all = reached.get(user_id) ?? new Set();
      for (const repository of repositories) all.add(repository);
      reached.set(user_id, all);
    }
  };
  for (const organization of organizations) {
    const list = await ask<AccessList>(`/v2/manage/namespaces/${organization}/access`);
    if (typeof list === 'number') continue;
    counted.organizations += 1;
    counted.grants += list.others_auths.length;
    reaches(list.others_auths, listed.filter(({ namespace }) => namespace === organization).map(({ name }) => `${organization}/${name}`));
  }
  for (const { namespace, name } of listed) {
    const repository = `${namespace}/${name}`;
    const of = `/v2/manage/namespaces/${namespace}/repos/${escaped(name)}`;
    const access = await ask<AccessList>(`${of}/access`);
    const shared = await ask<SharedAccount[]>(`${of.replace('/repos/', '/repositories/')}/access-domains`);
    const tasks = await ask<SyncTask[]>(`${of}/sync_repo`);
    if (typeof access !== 'number') {
      // Of the caller each repository tells the level, whatever gives it.
      reaches(access.self_auth ? [...access.others_auths, access.self_auth] : access.others_auths, [repository]);
    }
    // Accounts are told only to whoever may manage, and asked for only where access was told.
    if (typeof access !== 'number' && typeof shared !== 'number') counted.shares += shared.filter(({ status }) => status).length;
    const isRefused = (answer: unknown) => typeof answer === 'number';
    const lacksAccess = [access, shared === 403 ? [] : shared].some(isRefused);
    if (lacksAccess) counted.withoutAccess.push(repository);
    if (isRefused(tasks)) counted.withoutTasks.push(repository);
    if (lacksAccess || isRefused(tasks)) counted.unread.push(repository);
    if (typeof tasks === 'number' || tasks.length === 0) continue;
    const jobs = await ask<SyncJob[]>(`${of}/sync_job?filter=${encodeURIComponent('limit::1000|offset::0|order::desc')}`);
    for (const task of tasks) {
      const own = typeof jobs === 'number' ? [] : jobs.filter((job) => targetOf(job) === targetOf(task));
      const newest = own.sort((one, other) => other.id - one.id)[0];
      counted.tasks.push({ organization: namespace, region: task.remoteRegionId, hasFailed: NOT_COPIED.includes(newest?.status ?? '') });
    }
  }
  counted.reach = [...reached]
    .map(([id, repositories]): [string, number] => [names.get(id) ?? id, repositories.size])
    .filter(([, repositories]) => repositories > 0)
    .sort(([, one], [, other]) => other - one);
  const pending = await ask<{ images: unknown[] }>(
    '/v2/cloudimages?__imagetype=shared&visibility=shared&member_status=pending&limit=1000',
  );
  counted.pending = typeof pending === 'number' ? 0 : pending.images.length;
  return counted;
}

/** How much was read, as the head of the page says it: each question by its name where one told less. */
function coverageOf({ repositories, unread, withoutAccess, withoutTasks }: Counted): string {
  const words = (lacking: string[]) => {
    const read = repositories - lacking.length;
    if (read === repositories) return `${written(read)} ${read === 1 ? 'repository' : 'repositories'} read`;
    return `${written(read)} of ${written(repositories)} repositories read`;
  };
  const isOne = [withoutAccess, withoutTasks].every((lacking) => lacking.length === unread.length);
  return isOne ? words(unread) : `Access: ${words(withoutAccess)} · Sync tasks: ${words(withoutTasks)}`;
}

/** Waits until the head of the page says that all was read; a section may be through before. */
export async function expectRead(page: Page, counted: Counted): Promise<void> {
  await expect(page.locator('.page-head').getByText(coverageOf(counted), { exact: true })).toBeVisible({ timeout: 60_000 });
}

/** Begins to read everything and waits until that is through. */
export async function readAll(page: Page, counted: Counted): Promise<void> {
  await page.getByRole('button', { name: 'Read all repositories' }).click();
  await expectRead(page, counted);
}

/** A section of the page. */
export const section = (page: Page, name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name}`) });

/** A number of the page, with the words beside it. */
export const figure = (page: Page, words: string) => section(page, 'Who can get our images').getByRole('listitem').filter({ hasText: words });
