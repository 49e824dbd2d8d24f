// What stands on a page after a change.
import type { Page } from '@playwright/test';
import { removal } from '../access.ts';
import { confirm, dialogNamed, press } from '../dialog.ts';
import { select } from '../table.ts';
import type { State } from './state.ts';

const ACCESS = 'containers/acme-web/shop$api/permissions';
const CHECKED = /, checked with the cloud at/;

const removed = (...names: string[]) => async (page: Page) => {
  await select(page, ...names);
  await page.getByRole('button', { name: 'Remove access', exact: true }).click();
  const dialog = dialogNamed(page, removal(names.length));
  if (names.length === 1) await press(dialog, removal(1));
  else await confirm(dialog, removal(names.length));
};

export const RESULTS: State[] = [
  { name: 'access removed for two people', address: ACCESS, steps: removed('david', 'emma'), words: CHECKED },
  {
    name: 'access removed for one of two people',
    address: 'containers/acme-web/shop$fault/permissions',
    steps: removed('david', 'fault-500-once'),
    words: /1 of 2/,
  },
  {
    name: 'activity after a change',
    address: ACCESS,
    steps: async (page) => {
      await removed('david', 'emma')(page);
      await page.getByText(CHECKED).first().waitFor();
      await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Activity' }).click();
      await page.getByRole('heading', { level: 1, name: 'Activity' }).waitFor();
    },
    words: CHECKED,
  },
  {
    name: 'a sync task stopped',
    address: 'containers/acme-web/shop$api/sync-tasks',
    steps: async (page) => {
      await page.getByRole('checkbox', { name: 'Select eu-nl/acme-web-nl' }).check();
      await page.getByRole('button', { name: 'Stop 1 sync task', exact: true }).click();
      await press(page.getByRole('dialog'), 'Stop 1 sync task');
    },
    words: CHECKED,
  },
];
