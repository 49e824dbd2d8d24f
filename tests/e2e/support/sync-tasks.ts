// The sync tasks of acme-web/shop/api, as the cloud begins with them.
import type { Page } from '@playwright/test';

export const SHOP = 'containers/acme-web/shop$api/sync-tasks';

/** The targets of its tasks: jobs to the first arrive, jobs to the second fail. */
export const WORKS = 'eu-nl/acme-web-nl';
export const FAILS = 'af-south-1/acme-web';

/** More targets that exist. */
export const MORE = ['ap-southeast-3/acme-mirror', 'eu-nl/acme-data', 'eu-west-101/acme-web'];

/** The table of jobs. */
export const jobs = (page: Page) => page.getByRole('grid', { name: /Copy history/ });
