// Every page in every state that a person can meet, and the way there.
import { expect, type Page } from '@playwright/test';
import { signIn } from './session.ts';
import type { Simulator } from './simulator.ts';
import { ENTERPRISE } from './states/enterprise.ts';
import { LOADING } from './states/loading.ts';
import { OVERVIEW } from './states/overview.ts';
import { PAGES } from './states/pages.ts';
import { REPLICATION } from './states/replication.ts';
import { RESULTS } from './states/results.ts';
import { SELECTED } from './states/selected.ts';
import { SESSION } from './states/session.ts';
import { SHARING } from './states/sharing.ts';
import type { State } from './states/state.ts';

export const STATES: State[] = [
  ...OVERVIEW, ...PAGES, ...SESSION, ...LOADING, ...SELECTED, ...SHARING, ...ENTERPRISE, ...REPLICATION, ...RESULTS,
];

/** Its words, where they can be seen. */
export const wordsOf = (page: Page, { words }: State) => page.getByText(words).filter({ visible: true }).first();

/** Goes there, and waits until it is reached. */
export async function reach(page: Page, simulator: Simulator, state: State): Promise<void> {
  const { address, token, before, steps } = state;
  await before?.(simulator, page);
  if (address === undefined) await page.goto('');
  else await signIn(page, token ?? simulator.token, address);
  await steps?.(page);
  await expect(wordsOf(page, state)).toBeVisible();
}
