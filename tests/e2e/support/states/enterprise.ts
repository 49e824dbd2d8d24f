// SWR Enterprise: instances, target registries, an instance at a look, its audit log.
import type { Page } from '@playwright/test';
import { ACME, LARGE_ID, SPARE } from '../enterprise.ts';
import type { State } from './state.ts';

const choosing = (name: string) => async (page: Page) =>
  page.getByRole('button', { name, exact: true }).and(page.locator('[popovertarget]')).click();

export const ENTERPRISE: State[] = [
  { name: 'instances', address: 'enterprise', words: 'acme-spare' },
  {
    name: 'instances in a region without the service',
    address: 'enterprise',
    before: (simulator) => simulator.leaveOut('enterprise'),
    words: 'SWR Enterprise is not offered in this region.',
  },
  { name: 'an unknown instance', address: 'enterprise/unknown', words: 'There is no instance with this ID' },
  { name: 'target registries', address: `${ACME}/registries`, words: 'old-harbor' },
  { name: 'an instance without target registries', address: `${SPARE}/registries`, words: 'No target registries yet.' },
  {
    name: 'target registries that may not be seen',
    address: `${ACME}/registries`,
    before: (simulator) => simulator.fault({ path_contains: '/registries', fate: 'status', status: 403 }),
    words: 'You may not see the target registries',
  },
  {
    name: 'target registries whose use is not known',
    address: `${ACME}/registries`,
    before: (simulator) => simulator.fault({ path_contains: '/replication/policies', fate: 'status', status: 403 }),
    words: 'it is not known which target registries are in use',
  },
  {
    name: 'the details of a target registry',
    address: `${ACME}/registries?details=target-registries-title/${LARGE_ID}`,
    words: 'Signs in as',
  },
  { name: 'an instance at a look', address: `${ACME}/overview`, words: 'from-old-harbor' },
  { name: 'a nearly empty instance at a look', address: `${SPARE}/overview`, words: 'No target registries yet.' },
  { name: 'the audit log', address: `${ACME}/audit-log`, words: 'robot$sync' },
  { name: 'narrowing the audit log', address: `${ACME}/audit-log`, steps: choosing('Time'), words: 'From' },
  { name: 'an empty audit log', address: `${SPARE}/audit-log`, words: 'SWR lists no entries of this operation.' },
];
