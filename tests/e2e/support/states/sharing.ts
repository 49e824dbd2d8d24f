// Machine images that are shared: with whom, by whom, and being stopped.
import type { Page } from '@playwright/test';
import { confirm } from '../dialog.ts';
import { PAULA } from '../people.ts';
import { select } from '../table.ts';
import type { State } from './state.ts';

const RELEASES = ['release-a', 'release-b', 'release-c'];

/** Recipients are read at once; images tell how many theirs are when a person asks. */
const read = async (page: Page) => {
  await page.getByText(/shared images read$/).waitFor({ timeout: 60_000 });
};

const counted = async (page: Page) => {
  await page.getByRole('button', { name: /^Count who / }).click();
  await read(page);
};

/** The dialog that shares images, with a wrong recipient. */
const sharing = async (page: Page) => {
  await select(page, ...RELEASES);
  await page.getByRole('button', { name: /^Share \d/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Recipients', { exact: true }).fill('11111111111111111111111111111111, wrong');
  await dialog.getByRole('button', { name: /^Add / }).click();
};

/** The dialog that accepts an image. */
const accepting = async (page: Page) => {
  await select(page, 'offer-0');
  await page.getByRole('button', { name: 'Accept 1 image', exact: true }).click();
};

/** The dialog that stops sharing images of these names. */
const stopping = (...names: string[]) => async (page: Page) => {
  for (const name of names) await select(page, name);
  await page.getByRole('button', { name: /^Stop sharing \d/ }).click();
};

const slowly = async (page: Page) => {
  await stopping('fault-slow-job')(page);
  await page.getByText(/possible shares? exists? now/).waitFor();
  await confirm(page.getByRole('dialog'), 'Stop 4 shares');
  await page.getByText(/^Running, /).first().waitFor();
};

export const SHARING: State[] = [
  { name: 'recipients of machine images', address: 'machine-images/recipients', steps: read, words: /shared images read$/ },
  { name: 'machine images that others share', address: 'machine-images/shared-with-me', words: 'partner-pending-4' },
  { name: 'machine images with how many they are shared', address: 'machine-images', steps: counted, words: 'web-golden-2026-11' },
  {
    name: 'selected machine images',
    address: 'machine-images?filter=release-',
    steps: async (page) => select(page, ...RELEASES),
    words: /^3 .* selected$/,
  },
  { name: 'stopping shares', address: 'machine-images?filter=release-', steps: stopping(...RELEASES), words: /possible shares exist now/ },
  { name: 'sharing images, a wrong recipient', address: 'machine-images?filter=release-', steps: sharing, words: /wrong/ },
  {
    name: 'accepting an image',
    address: 'machine-images/shared-with-me?filter=offer-',
    token: PAULA,
    steps: accepting,
    words: 'Undo cannot make an image pending again.',
  },
  { name: 'shares that are being stopped', address: 'machine-images?filter=fault-slow-job', steps: slowly, words: /^Running, / },
  {
    name: 'the tray of jobs',
    address: 'machine-images?filter=fault-slow-job',
    steps: async (page) => {
      await slowly(page);
      await page.getByRole('button', { name: /^Jobs/ }).click();
    },
    words: 'All in Activity',
  },
];
