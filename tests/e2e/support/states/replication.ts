// Replication policies of an instance, their executions, and the dialogs about them.
import type { Page } from '@playwright/test';
import type { State } from './state.ts';

const POLICIES = 'enterprise/0c9b8a7d-6e5f-4d3c-b2a1-0f9e8d7c6b5a/policies';

const pressing = (button: string) => async (page: Page) => {
  await page.getByRole('button', { name: button, exact: true }).click();
};

export const REPLICATION: State[] = [
  { name: 'replication policies', address: POLICIES, words: 'from-old-harbor' },
  { name: 'a replication policy with its executions', address: `${POLICIES}/21`, words: /of 2 copied/ },
  { name: 'an execution under way', address: `${POLICIES}/22/301`, words: 'library/nginx-1' },
  { name: 'an execution of which all failed', address: `${POLICIES}/26/303`, words: '0 of 2 copied' },
  { name: 'an execution that found nothing', address: `${POLICIES}/25/302`, words: 'This execution found no images to copy.' },
  { name: 'deleting a policy that runs', address: `${POLICIES}/22`, steps: pressing('Delete'), words: 'Execution 301 is running' },
  { name: 'creating a replication policy', address: POLICIES, steps: pressing('Create replication policy'), words: 'A policy copies images' },
];
