// Lists of which nothing has arrived.
import type { Page } from '@playwright/test';
import { task } from '../security-sync.ts';
import type { State } from './state.ts';

/** The cloud never answers what matches. */
const unanswered = (address: RegExp) => async (_: unknown, page: Page) => {
  await page.route(address, () => {});
};

export const LOADING: State[] = [
  { name: 'organizations on their way', address: 'containers', before: unanswered(/\/v2\/manage\/namespaces/), words: 'Organizations' },
  { name: 'repositories on their way', address: 'containers/acme-web', before: unanswered(/\/v2\/manage\/repos/), words: 'acme-web' },
  { name: 'access on its way', address: 'containers/acme-web/shop$api/permissions', before: unanswered(/\/access/), words: 'Access' },
  { name: 'tags on their way', address: 'containers/acme-web/shop$api/tags', before: unanswered(/\/repos\/[^?]*\/tags/), words: 'shop/api' },
  { name: 'sync tasks on their way', address: 'containers/acme-web/shop$api/sync-tasks', before: unanswered(/\/sync_(repo|job)/), words: 'Sync tasks' },
  { name: 'shared accounts on their way', address: 'containers/acme-web/shop$api/shared-accounts', before: unanswered(/\/access-domains/), words: 'Shared accounts' },
  { name: 'all sync tasks on their way', address: 'sync-tasks', before: unanswered(/\/v2\/manage\/repos/), words: 'Sync tasks' },
  { name: 'image sync tasks on their way', address: 'security-sync', before: unanswered(/\/image\/tasks/), words: 'Image security sync' },
  { name: 'machine images on their way', address: 'machine-images', before: unanswered(/\/v2\/cloudimages/), words: 'Machine images' },
  { name: 'the registries of a task on their way', address: task(1), before: unanswered(/\/registries/), words: 'Image security sync' },
];
