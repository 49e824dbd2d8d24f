// A page that nobody uses locks: warned before, nothing left of it after, and whoever was there goes on where they were.
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { openDialog } from '../support/dialog.ts';
import { BEN } from '../support/people.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { enterToken, signIn, signOut } from '../support/session.ts';
import { expect, test } from '../support/test.ts';

const SOON = 'Nobody has used this page for a while.';
const LOCKED = 'This page is locked: nobody used it for 15 minutes.';
const ADDRESS = 'containers/acme-web?filter=shop%2Fapi';

test('a page is warned about, goes on with a key, and locks without one', async ({ page, simulator }) => {
  await page.clock.install();
  await signIn(page, simulator.token, ADDRESS);
  const row = page.getByRole('link', { name: 'shop/api', exact: true });
  await expect(row).toBeVisible();
  await page.clock.fastForward('13:10');
  await expect(page.getByText(SOON).filter({ visible: true }).first()).toBeVisible();
  await expectNoAxeFindings(page);
  await page.keyboard.press('Shift');
  await expect(page.getByRole('button', { name: 'Stay signed in' })).toHaveCount(0);

  await page.clock.fastForward('15:00');
  await expect(page.getByRole('main').getByText(LOCKED)).toBeVisible();
  await expect(row).toHaveCount(0);
  expect(await page.content()).not.toContain(simulator.token);
  await expectNoAxeFindings(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScrolling(page);

  await enterToken(page, simulator.token);
  await expect(row).toBeVisible();
  await expect(page).toHaveURL(/containers\/acme-web\?filter=shop%2Fapi$/);
});

test('anybody else starts on the first page', async ({ page, simulator }) => {
  await page.clock.install();
  await signIn(page, simulator.token, ADDRESS);
  await expect(page.getByRole('link', { name: 'shop/api', exact: true })).toBeVisible();
  await page.clock.fastForward('16:00');
  await expect(page.getByRole('main').getByText(LOCKED)).toBeVisible();
  await enterToken(page, BEN);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('a locked page is nobody’s once its person has signed out in another tab', async ({ page, context, simulator }) => {
  await page.clock.install();
  await signIn(page, simulator.token, ADDRESS);
  await page.clock.fastForward('16:00');
  await expect(page.getByRole('main').getByText(LOCKED)).toBeVisible();
  const second = await context.newPage();
  await signIn(second, simulator.token);
  await signOut(second);
  await expect(page.getByRole('main').getByText('because you signed out in another tab')).toBeVisible();
  await expect(page.getByRole('main').getByText(LOCKED)).toHaveCount(0);
  await enterToken(page, simulator.token);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('an open dialog tells it too, and is gone with the page', async ({ page, simulator }) => {
  await page.clock.install();
  await signIn(page, simulator.token);
  const dialog = await openDialog(page, 'Create organization');
  await page.clock.fastForward('13:10');
  await expect(dialog.getByRole('button', { name: 'Stay signed in' })).toBeVisible();
  await expectNoAxeFindings(page);
  await page.clock.fastForward('02:00');
  await expect(page.getByRole('main').getByText(LOCKED)).toBeVisible();
  await expect(dialog).toHaveCount(0);
});
