// The overview: before anything is read, read, with what could not be, and the lists behind its numbers.
import type { Page } from '@playwright/test';
import { CARLA } from '../people.ts';
import type { State } from './state.ts';

const read = async (page: Page) => page.getByRole('button', { name: 'Read all repositories' }).click();

export const OVERVIEW: State[] = [
  { name: 'the overview on a first visit', address: 'overview', words: 'What do you want to do first?' },
  { name: 'the overview', address: 'overview', steps: read, words: /^\d+ of \d+ repositories could not be read$/ },
  {
    name: 'the overview with a table of where copies go',
    address: 'overview',
    steps: async (page) => {
      await read(page);
      await page.getByRole('button', { name: 'As a table' }).click();
    },
    words: 'Target region',
  },
  { name: 'the overview of a reader', address: 'overview', token: CARLA, steps: read, words: /^You can see/ },
  {
    name: 'the overview of an unreachable service',
    address: 'overview',
    before: (simulator) => simulator.fault({ path_contains: '/v2/manage/repos', fate: 'drop-before', times: 9 }),
    words: 'This list could not be loaded.',
  },
  { name: 'the people with access, not read yet', address: 'overview/people', words: 'Read all repositories' },
  { name: 'the people with access', address: 'overview/people', steps: read, words: 'david' },
  { name: 'what could not be read', address: 'overview/not-read', steps: read, words: 'acme-lab/fault-500-always' },
];
