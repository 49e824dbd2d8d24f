// Who is at the screen, and whether the services can be reached: signing in by key, a locked page, the connection check.
import type { Page } from '@playwright/test';
import { personMenu } from '../session.ts';
import type { State } from './state.ts';

const check = async (page: Page) => {
  await personMenu(page).click();
  await page.getByRole('link', { name: 'Connection check' }).click();
};

export const SESSION: State[] = [
  {
    name: 'signing in with an access key, nothing filled in',
    steps: async (page) => {
      await page.getByRole('tab', { name: 'Access key' }).click();
      await page.getByLabel('Access key ID (AK)').waitFor();
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    },
    words: 'Enter the secret access key.',
  },
  {
    name: 'a page that is about to lock',
    address: 'containers/acme-web',
    before: async (_, page) => page.clock.install(),
    steps: async (page) => page.clock.fastForward('13:10'),
    words: 'Nobody has used this page for a while.',
  },
  {
    name: 'a locked page',
    address: 'containers/acme-web',
    before: async (_, page) => page.clock.install(),
    steps: async (page) => page.clock.fastForward('15:30'),
    words: 'This page is locked',
  },
  {
    name: 'a connection check that passes',
    address: 'containers',
    steps: check,
    words: /^Passed: 5 of 5/,
  },
  {
    name: 'a connection check that finds a service out of reach',
    address: 'containers',
    before: (simulator) => simulator.fault({ path_contains: '/v2/manage/projects', fate: 'status', status: 502, times: 99 }),
    steps: check,
    words: /^Passed: 4 of 5/,
  },
];
