// How smooth the page stays while the overview reads a large cloud.
import { expect, test } from '../support/test.ts';
import { signIn } from '../support/session.ts';
import { tasksOf, type Task } from '../support/tasks.ts';

test.use({ repositories: 20_000 });

/** How long it is watched: every answer costs the same, so that it need not be read to its end. */
const SECONDS = 30;
/** Milliseconds of the processor that a task of the page may take. */
const LIMIT = 100;

const told = (tasks: Task[]): string => {
  const long = tasks.map(({ cpu }) => cpu).filter((cpu) => cpu > 50);
  const longest = Math.max(0, ...tasks.map(({ cpu }) => cpu));
  const all = tasks.reduce((sum, { cpu }) => sum + cpu, 0);
  return `${long.length} tasks of more than 50 ms, the longest ${longest.toFixed(0)} ms, ${(all / SECONDS / 10).toFixed(0)} % of the time`;
};

test('the page answers while 20,000 repositories are read', async ({ page, browser, simulator, complaints }) => {
  test.setTimeout(5 * 60_000);
  // Among all repositories there are some whose sync tasks cannot be read.
  complaints.allowRefusals();
  await signIn(page, simulator.token, 'overview');
  const begin = page.getByRole('button', { name: 'Read all repositories' });
  await expect(page.getByRole('button', { name: 'Refresh', exact: true })).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 });
  await begin.click();
  await expect(page.getByText(/of 20,\d+ repositories read so far/)).toBeVisible({ timeout: 60_000 });
  const tasks = await tasksOf(browser, page, () => page.waitForTimeout(SECONDS * 1_000));
  console.log(`while the overview reads 20,000 repositories: ${told(tasks)}`);
  expect(Math.max(0, ...tasks.map(({ cpu }) => cpu))).toBeLessThanOrEqual(LIMIT);
});
