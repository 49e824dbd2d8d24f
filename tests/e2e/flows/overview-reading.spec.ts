// How the overview reads: paused, stopped without a network, left by a reload, and never over into another scope.
import { countAll, expectRead, figure, readAll, section } from '../support/overview.ts';
import { PAULA } from '../support/people.ts';
import { enterToken, openPlace, personMenu, signIn, tryToken } from '../support/session.ts';
import { headingOf } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

test('reading is paused and resumed, four calls at once, and scans of other pages are not read twice', async ({
  page, simulator, complaints,
}) => {
  test.slow();
  complaints.allowRefusals();
  const counted = await countAll(simulator, simulator.token);
  let underWay = 0;
  let most = 0;
  let asked = 0;
  let release = () => {};
  const gate = new Promise<void>((done) => (release = done));
  await page.route(/\/(access|access-domains|sync_repo|sync_job)(\?|$)/, async (route) => {
    underWay += 1;
    asked += 1;
    most = Math.max(most, underWay);
    if (asked > 40) await gate;
    const response = await route.fetch();
    underWay -= 1;
    await route.fulfill({ response });
  });
  await signIn(page, simulator.token, 'overview');
  await page.getByRole('button', { name: 'Read all repositories' }).click();
  await expect.poll(() => asked).toBe(44);
  await page.getByRole('button', { name: 'Pause reading' }).click();
  release();
  await expect(page.getByRole('button', { name: 'Resume reading' })).toBeFocused();
  await expect.poll(() => underWay).toBe(0);
  // A place that was under way may ask once more: it ends what it has begun.
  const menu = page.getByRole('navigation', { name: 'Main menu' });
  const leaveAndComeBack = async () => {
    await menu.getByRole('link', { name: 'Activity' }).click();
    await expect(page.getByText('No changes yet.')).toBeVisible();
    await menu.getByRole('link', { name: 'Overview' }).click();
    await expect(page.getByText(/repositories read so far…$/)).toBeVisible();
  };
  await leaveAndComeBack();
  const whilePaused = asked;
  expect(whilePaused).toBeLessThanOrEqual(44 + 2 * 4);
  await leaveAndComeBack();
  expect(asked).toBe(whilePaused);
  await page.getByRole('button', { name: 'Resume reading' }).click();
  await expectRead(page, counted);
  expect(most).toBeLessThanOrEqual(4);
  const before = asked;
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Sync tasks' }).click();
  await expect(headingOf(page, 'Tasks', counted.tasks.length)).toBeAttached();
  expect(asked).toBe(before);
});

test('after a reload nothing is held of what was read, and nothing is claimed of it', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, 'overview');
  await page.getByRole('button', { name: 'Read all repositories' }).click();
  await expect(section(page, 'Who can get our images').getByRole('heading', { level: 2 })).toContainText(/\d (person|people)/);
  await page.getByRole('button', { name: 'Pause reading' }).click();
  await expect(page.getByRole('button', { name: 'Resume reading' })).toBeVisible();
  await page.reload();
  await enterToken(page, simulator.token);
  await expect(page.getByRole('button', { name: 'Read all repositories' })).toBeVisible();
  await expect(figure(page, 'Grants on organizations')).toContainText('–');
  await expect(page.getByText(/read so far/)).toHaveCount(0);
  await expect(section(page, 'Who can get our images').locator('.reaches')).toHaveCount(0);
  await expect(section(page, 'Where copies go')).toContainText('Not read yet.');
});

test('reading that stops without a network is told once, and goes on by one press', async ({ page, context, simulator, complaints }) => {
  test.slow();
  complaints.allowRefusals();
  complaints.allow(/ERR_INTERNET_DISCONNECTED/);
  const counted = await countAll(simulator, simulator.token);
  await signIn(page, simulator.token, 'overview');
  await page.getByRole('button', { name: 'Read all repositories' }).click();
  await expect(page.getByText(/ repositories read so far…$/)).toBeVisible();
  await context.setOffline(true);
  const stopped = page.getByText(/^Reading stopped: the others would fail/);
  await expect(stopped).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Pause reading' })).toHaveCount(0);
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectRead(page, counted);
  await expect(stopped).toHaveCount(0);
});

test('what is read in one scope is never shown in another, and not read on there', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, 'overview');
  await page.getByRole('button', { name: 'Read all repositories' }).click();
  await expect(page.getByText(/ repositories read so far…$/)).toBeVisible();
  await openPlace(page);
  await page.getByRole('button', { name: 'Sign in to another project' }).click();
  await tryToken(page.getByRole('dialog'), PAULA);
  await expect(personMenu(page)).toContainText('paula');
  await expect(page.getByRole('button', { name: 'Read all repositories' })).toBeVisible();
  await simulator.forgetRequests();
  await expect(figure(page, 'Public repositories')).toContainText(/^0 /);
  await expect(figure(page, 'Grants on organizations')).toContainText('–');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(async () => (await simulator.requests()).some(({ path }) => path.endsWith('/v2/manage/repos'))).toBe(true);
  await expect(page.getByText(/read so far/)).toHaveCount(0);
  await expect(section(page, 'Who can get our images').locator('.reaches')).toHaveCount(0);
  expect((await simulator.requests()).filter(({ path }) => /\/(access|access-domains|sync_repo|sync_job)$/.test(path))).toEqual([]);
});

test('how many repositories somebody reaches stands in one line, of a large cloud too', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  const counted = await countAll(simulator, simulator.token);
  await signIn(page, simulator.token, 'overview');
  await readAll(page, counted);
  const counts = page.locator('.reach-count');
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const lines = await counts.evaluateAll((all) =>
      all.map((count) => {
        count.textContent = '100,003';
        const range = document.createRange();
        range.selectNodeContents(count);
        return [range.getClientRects().length, count.scrollWidth <= count.clientWidth];
      }),
    );
    expect(lines, `${width} px`).toEqual(lines.map(() => [1, true]));
    expect(lines.length).toBeGreaterThan(0);
  }
});
