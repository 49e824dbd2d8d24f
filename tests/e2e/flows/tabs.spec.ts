// Changes that outlive their tab, and several tabs of one browser.
import type { Page } from '@playwright/test';
import type { Cloud } from '../support/cloud.ts';
import { confirm, openDialog } from '../support/dialog.ts';
import { signIn } from '../support/session.ts';
import type { Simulator } from '../support/simulator.ts';
import { headingOf } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

/** Deletes three repositories; what is sent of it is not answered, and is not carried out. */
async function deleting(page: Page, simulator: Simulator, cloud: Cloud): Promise<void> {
  for (let number = 1; number <= 3; number += 1) await cloud.createRepository(`empty/shop-${number}`);
  await signIn(page, simulator.token, 'containers/empty');
  await expect(headingOf(page, 'Repositories', 3)).toBeVisible();
  await simulator.fault({ method: 'DELETE', path_contains: '/namespaces/empty/repos/', fate: 'drop-before', delay_ms: 60_000, times: 3 });
  let sent = 0;
  page.on('request', (request) => (sent += request.method() === 'DELETE' ? 1 : 0));
  await page.getByRole('columnheader').getByRole('checkbox').check();
  await confirm(await openDialog(page, 'Delete 3 repositories'), 'Delete 3 repositories');
  await expect.poll(() => sent).toBe(3);
}

test('a second tab shows what the first sends and leaves it alone, and finds out how it stands when the first is closed', async ({
  page,
  context,
  simulator,
  cloud,
}) => {
  await deleting(page, simulator, cloud);
  await expect.poll(async () => (await simulator.writes('DELETE')).length).toBe(3);
  await simulator.forgetRequests();
  const second = await context.newPage();
  await signIn(second, simulator.token, 'activity');
  await expect(second.getByRole('main').getByText('Another tab of this browser goes on with this change.')).toBeVisible();
  await expect(second).toHaveTitle(/^\(1\) /);
  await page.close({ runBeforeUnload: false });
  const left = second.getByRole('article').getByRole('listitem').filter({ hasText: 'Not changed: no clear answer' });
  await expect(left).toHaveCount(3, { timeout: 45_000 });
  expect(await simulator.writes()).toEqual([]);
  const stored = await second.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(stored).toContain('shop-1');
  expect(stored).not.toContain(simulator.token);
});
