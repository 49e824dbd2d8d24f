// Lists with ticked rows, and what opens over a page.
import type { Page } from '@playwright/test';
import { personMenu } from '../session.ts';
import type { State } from './state.ts';

const ticked = (...names: string[]) => async (page: Page) => {
  for (const name of names) await page.getByRole('checkbox', { name, exact: true }).first().check();
};

export const SELECTED: State[] = [
  { name: 'selected organizations', address: 'containers', steps: ticked('Select empty', 'Select acme-data'), words: /^2 .* selected$/ },
  { name: 'selected repositories', address: 'containers/acme-data', steps: ticked('Select warehouse'), words: /^1 .* selected$/ },
  {
    name: 'selected people',
    address: 'containers/acme-web/shop$api/permissions',
    steps: ticked('Select david', 'Select emma', 'Select greta'),
    words: /^3 .* selected$/,
  },
  { name: 'selected tags', address: 'containers/acme-web/shop$api/tags', steps: ticked('Select latest'), words: /^1 .* selected$/ },
  { name: 'selected sync tasks', address: 'containers/acme-web/shop$api/sync-tasks', steps: ticked('Select all'), words: /^2 .* selected$/ },
  {
    name: 'a filter that hides what is selected',
    address: 'containers/acme-web/shop$api/permissions',
    steps: async (page) => {
      await ticked('Select david', 'Select emma')(page);
      await page.getByRole('searchbox').first().fill('david');
    },
    words: '1 hidden by the filter',
  },
  {
    name: 'the menu of the person',
    address: 'containers',
    steps: async (page) => personMenu(page).click(),
    words: /^Sign out$/,
  },
  {
    name: 'going to a page',
    address: 'containers/acme-web',
    steps: async (page) => {
      await page.getByRole('button', { name: 'Go to …' }).click();
      await page.getByRole('combobox', { name: 'Go to …' }).fill('shop');
    },
    words: 'acme-web/shop/api',
  },
];
