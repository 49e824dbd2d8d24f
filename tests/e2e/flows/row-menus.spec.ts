// What can be done with one row, from the row itself: its menu, and the level of a person.
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { signIn } from '../support/session.ts';
import { rowNamed, select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const ACCESS = 'containers/acme-web/shop$api/permissions';
const TAGS = 'containers/acme-web/shop$api/tags';

test('the menu of a row offers for it what the toolbar offers, and Escape leads back to its button', async ({ page, simulator }) => {
  await signIn(page, simulator.token, ACCESS);
  const button = page.getByRole('button', { name: 'Actions for carla', exact: true });
  await button.click();
  const menu = page.getByRole('menu', { name: 'Actions for carla' });
  await expect(menu.getByRole('menuitem')).toHaveText(['Show details', 'Copy user ID', 'Change level', 'Remove access']);
  await expect(menu.getByRole('menuitem', { name: 'Show details' })).toBeFocused();
  await expectNoAxeFindings(page);
  await page.keyboard.press('ArrowUp');
  await expect(menu.getByRole('menuitem', { name: 'Remove access' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(button).toBeFocused();
  await button.click();
  await expect(menu).toBeVisible();
  await button.click();
  await expect(menu).toBeHidden();
});

test('Shift and F10 open the menu of the row that has the focus, and Escape leads back to the cell', async ({ page, simulator }) => {
  await signIn(page, simulator.token, ACCESS);
  const cell = rowNamed(page, 'carla').getByRole('rowheader');
  await cell.click();
  for (const key of ['Shift+F10', 'ContextMenu']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('menu', { name: 'Actions for carla' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(cell).toBeFocused();
  }
});

test('what is done with one row leaves the selection of others as it is', async ({ page, simulator }) => {
  await signIn(page, simulator.token, ACCESS);
  await select(page, 'david', 'emma');
  await page.getByRole('button', { name: 'Actions for carla', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Remove access' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove access for 1 person' });
  await expect(dialog).toContainText('carla');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/^2 .* selected$/)).toBeVisible();
  await page.getByRole('button', { name: 'Remove access', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Remove access for 2 people' })).toBeVisible();
});

test('what cannot be done with a row is reached and says why', async ({ page, simulator }) => {
  await signIn(page, simulator.token, ACCESS);
  await page.getByRole('button', { name: 'Actions for anna', exact: true }).click();
  const remove = page.getByRole('menuitem', { name: 'Remove access' });
  await expect(remove).toHaveAttribute('aria-disabled', 'true');
  await expect(remove).toHaveAccessibleDescription('you cannot change your own');
  await remove.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectAnnouncement(page, 'you cannot change your own');
});

test('Space says what is selected, and why something cannot be', async ({ page, simulator }) => {
  await signIn(page, simulator.token, ACCESS);
  await rowNamed(page, 'carla').getByRole('rowheader').click();
  await page.keyboard.press('Space');
  await expectAnnouncement(page, 'carla selected, 1 of 9');
  await page.keyboard.press('Space');
  await expectAnnouncement(page, 'carla not selected, 0 of 9');
  await page.getByRole('rowheader', { name: /^anna you/ }).click();
  await page.keyboard.press('Space');
  await expectAnnouncement(page, 'anna cannot be selected: you cannot change your own');
});

test('a level that is chosen in its row is looked at before it is sent', async ({ page, simulator }) => {
  await signIn(page, simulator.token, ACCESS);
  await simulator.forgetRequests();
  const level = page.getByRole('button', { name: 'Level of carla: Read' });
  await level.click();
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitemradio')).toHaveText(['Read', 'Edit', 'Manage']);
  await expect(menu.getByRole('menuitemradio', { name: 'Read' })).toBeChecked();
  await menu.getByRole('menuitemradio', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change level for 1 person' });
  await expect(dialog).toContainText('carla');
  await expect(dialog.getByLabel('Level')).toHaveValue('3');
  expect(await simulator.writes()).toEqual([]);
  await dialog.getByRole('button', { name: 'Change level for 1 person' }).click();
  await expect(page.getByRole('button', { name: 'Level of carla: Edit' })).toBeVisible();
});

test('a level that comes from elsewhere says so', async ({ page, simulator }) => {
  await signIn(page, simulator.token, ACCESS);
  const level = page.getByRole('button', { name: /^Level of ben: Edit, cannot be changed/ });
  await expect(level).toHaveAttribute('aria-disabled', 'true');
  await level.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toContainText('The level comes through the organization.');
});

test.describe('by touch, 320 px wide', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });

  test('each card has its menu at the right, large enough for a finger', async ({ page, simulator }) => {
    await signIn(page, simulator.token, ACCESS);
    const button = page.getByRole('button', { name: 'Actions for carla', exact: true });
    const box = (await button.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    expect(box.x + box.width).toBeLessThanOrEqual(320);
    const card = (await rowNamed(page, 'carla').boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(card.y);
    expect(box.y + box.height).toBeLessThanOrEqual(card.y + card.height);
    await button.tap();
    const menu = page.getByRole('menu', { name: 'Actions for carla' });
    await expect(menu).toBeInViewport({ ratio: 1 });
  });

  test('a table that is wider than the screen keeps the menus in sight', async ({ page, simulator }) => {
    await signIn(page, simulator.token, TAGS);
    const button = page.getByRole('button', { name: 'Actions for 1.0.0', exact: true });
    const box = (await button.boundingBox())!;
    expect(box.x).toBeGreaterThan(0);
    expect(box.x + box.width).toBeLessThanOrEqual(320);
  });
});
