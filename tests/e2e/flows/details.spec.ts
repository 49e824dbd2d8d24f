// The panel at the side: what is told of one row.
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { openDialog, press } from '../support/dialog.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { enterToken, signIn, tryToken } from '../support/session.ts';
import { rowNamed, select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const TAGS = 'containers/acme-web/shop$api/tags';

test('details open beside the table, have an address, and Escape leads back to the row', async ({ page, simulator }) => {
  await signIn(page, simulator.token, TAGS);
  const button = page.getByRole('button', { name: 'Actions for 1.0.0', exact: true });
  await button.click();
  await page.getByRole('menuitem', { name: 'Show details' }).click();
  const panel = page.getByRole('complementary', { name: '1.0.0' });
  await expect(panel.getByRole('heading', { name: '1.0.0' })).toBeFocused();
  await expect(panel).toContainText(/sha256:[0-9a-f]{64}/);
  await expectNoAxeFindings(page);
  const address = page.url();
  expect(address).toContain('details=tags-title');
  // The table stays usable.
  await page.getByRole('checkbox', { name: 'Select 1.0.0', exact: true }).check();
  await panel.getByRole('heading', { name: '1.0.0' }).focus();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(rowNamed(page, '1.0.0').locator(':focus')).toHaveCount(1);
  await page.goto(address);
  await enterToken(page, simulator.token);
  await expect(panel).toBeVisible();
});

test('Back closes the details', async ({ page, simulator }) => {
  await signIn(page, simulator.token, TAGS);
  await page.getByRole('button', { name: 'Actions for 1.0.0', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Show details' }).click();
  await expect(page.getByRole('complementary')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'shop/api' })).toBeVisible();
  await expect(rowNamed(page, '1.0.0').locator(':focus')).toHaveCount(1);
});

test('an address whose row is not there says so', async ({ page, simulator }) => {
  await signIn(page, simulator.token, `${TAGS}?details=tags-title/not-there`);
  const panel = page.getByRole('complementary', { name: 'Details' });
  await expect(panel).toContainText('It is not in this list, or no longer.');
  await panel.getByRole('button', { name: 'Close the details' }).click();
  await expect(panel).toHaveCount(0);
  expect(page.url()).not.toContain('details');
});

test('what is told of a change has an address too, and Escape leads back to what opened it', async ({ page, simulator, complaints }) => {
  // The read-back of a deleted tag.
  complaints.allow(/404 \(Not Found\)/);
  await signIn(page, simulator.token, TAGS);
  await select(page, '1.0.0');
  const dialog = await openDialog(page, 'Delete 1 tag');
  await press(dialog, 'Delete 1 tag');
  const details = page.getByRole('button', { name: 'Details', exact: true });
  await details.click();
  const panel = page.getByRole('complementary', { name: /1 tag of acme-web\/shop\/api deleted/ });
  await expect(panel.getByRole('heading')).toBeFocused();
  await expect(panel.getByText(/Removed, checked with the cloud at/)).toBeVisible();
  await expect(panel.getByText(/^DELETE /)).toBeHidden();
  await panel.getByText('Technical details').click();
  await expect(panel.getByText(/^DELETE /)).toBeVisible();
  await expectNoAxeFindings(page);
  expect(page.url()).toContain('details=change');
  await panel.getByRole('heading').focus();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(details).toBeFocused();
});

test('an address whose change is not known says so', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'activity?details=change/999');
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('This change is not among those that were made here.');
});

test('what the service calls it is folded', async ({ page, simulator }) => {
  await signIn(page, simulator.token, `${TAGS}?details=tags-title/1.0.0`);
  const panel = page.getByRole('complementary', { name: '1.0.0' });
  await expect(panel.getByText('domain_id', { exact: true })).toBeHidden();
  await panel.getByText('Technical details').click();
  await expect(panel.getByText('domain_id', { exact: true })).toBeVisible();
});

test('F6 leads through the parts of the page, and Shift with it back', async ({ page, simulator }) => {
  await signIn(page, simulator.token, `${TAGS}?details=tags-title/1.0.0`);
  const heading = page.getByRole('complementary').getByRole('heading', { name: '1.0.0' });
  await expect(heading).toBeVisible();
  const navigation = page.getByRole('navigation', { name: 'Main menu' });
  await heading.focus();
  await page.keyboard.press('F6');
  await expect(navigation.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('F6');
  await expect(page.getByRole('grid').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('F6');
  await expect(heading).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(page.getByRole('grid').locator(':focus')).toHaveCount(1);
});

test('F6 leads from nowhere to the table, and with Shift to what comes last', async ({ page, simulator }) => {
  await signIn(page, simulator.token, `${TAGS}?details=tags-title/1.0.0`);
  const heading = page.getByRole('complementary').getByRole('heading', { name: '1.0.0' });
  await expect(heading).toBeVisible();
  const leaveAll = () => page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await leaveAll();
  await page.keyboard.press('F6');
  await expect(page.getByRole('grid').locator(':focus')).toHaveCount(1);
  await leaveAll();
  await page.keyboard.press('Shift+F6');
  await expect(heading).toBeFocused();
});

test.describe('320 px wide', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('the details are the whole screen', async ({ page, simulator }) => {
    await page.goto(`${TAGS}?details=tags-title/1.0.0`);
    await tryToken(page, simulator.token);
    const panel = page.getByRole('complementary', { name: '1.0.0' });
    await expect(panel).toBeVisible();
    const box = (await panel.boundingBox())!;
    expect(box).toMatchObject({ x: 0, y: 0, height: 640 });
    // A scrollbar may have its place beside it.
    expect(box.width).toBeGreaterThanOrEqual(300);
    await expectNoSidewaysScrolling(page);
    await expectNoAxeFindings(page);
    await panel.getByRole('button', { name: 'Close the details' }).click();
    await expect(page.getByRole('grid')).toBeVisible();
  });
});
