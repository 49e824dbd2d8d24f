// Leaving what a page of the demo shows, while a change is under way.
import { removeAccess } from '../support/access.ts';
import { banner, enterDemo, expect, openPermissions, test } from '../support/demo.ts';
import { dialogNamed, press } from '../support/dialog.ts';
import { personMenu } from '../support/session.ts';

test.beforeEach(async ({ page }) => {
  // What is to be deleted never arrives, and so stays under way.
  await page.addInitScript(() => {
    const { postMessage } = MessagePort.prototype;
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
      const isDeletion = message instanceof Uint8Array && new TextDecoder().decode(message).includes('DELETE');
      if (!isDeletion) postMessage.call(this, message);
    };
  });
  await enterDemo(page);
  await openPermissions(page);
  await removeAccess(page, 'david');
  page.on('dialog', () => expect('nobody').toBe('asked by the browser'));
});

test('leaving the demo asks first, and who stays is still in it', async ({ page }) => {
  await banner(page).getByRole('button', { name: 'Leave the demo' }).click();
  const dialog = dialogNamed(page, 'A change is under way');
  await press(dialog, 'Cancel');
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/\?demo$/);
  await banner(page).getByRole('button', { name: 'Leave the demo' }).click();
  await press(dialog, 'Leave the demo');
  await expect(page.getByRole('form').first()).toBeVisible();
});

test('starting again asks first', async ({ page }) => {
  await banner(page).getByRole('button', { name: 'Start again' }).click();
  const dialog = dialogNamed(page, 'Start the demo again?');
  await expect(dialog).toContainText('what is under way and the list of changes are gone for good');
  await press(dialog, 'Start again');
  await expect(page).toHaveURL(/console\/\?demo$/);
});

test('working as somebody else asks first, and who stays is told who is at work', async ({ page }) => {
  const list = banner(page).getByLabel('Work as');
  await list.selectOption('Reader');
  const dialog = dialogNamed(page, 'A change is under way');
  await press(dialog, 'Cancel');
  await expect(dialog).toBeHidden();
  await expect(list).toHaveValue('administrator');
  await expect(personMenu(page)).toContainText('anna');
});
