// As whom somebody works in the demo, where that is another way than signing in.
import type { Page } from '@playwright/test';
import { banner, enterDemo, expect, openArea, test } from '../support/demo.ts';
import { openPlace, personMenu } from '../support/session.ts';
import { select } from '../support/table.ts';

/** From now on the cloud is told nothing of who wants to sign in. */
const loseSignIns = (page: Page) =>
  page.evaluate(() => {
    const { postMessage } = MessagePort.prototype;
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
      const isSignIn = message instanceof Uint8Array && new TextDecoder().decode(message).includes('/_demo/sign-in');
      if (!isSignIn) postMessage.call(this, message);
    };
  });

test('a change of persons that the cloud does not answer is told, and made by trying again', async ({ page }) => {
  await enterDemo(page);
  await page.clock.install();
  await loseSignIns(page);
  const list = banner(page).getByLabel('Work as');
  await list.selectOption('Reader');
  await expect(banner(page).getByRole('status')).toContainText('Signing in…');
  await page.clock.runFor('01:00');
  await expect(banner(page).getByRole('status')).toContainText('The demo cloud does not answer.');
  await expect(personMenu(page)).toContainText('anna');
  await expect(list).toHaveValue('administrator');
  await banner(page).getByRole('button', { name: 'Try again' }).click();
  await expect(personMenu(page)).toContainText('carla');
  await expect(list).toHaveValue('reader');
});

/** From now on the cloud takes no token that it gave out before, until it gives out another. */
const endTokens = (page: Page) =>
  page.evaluate(() => {
    const { postMessage } = MessagePort.prototype;
    const text = new TextDecoder('latin1');
    let isOver = true;
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
      if (message instanceof Uint8Array) {
        const said = text.decode(message);
        if (said.includes('/_demo/sign-in')) isOver = false;
        for (const { index } of isOver ? said.matchAll(/DEMO-TOKEN/g) : []) message[index] = 'X'.charCodeAt(0);
      }
      postMessage.call(this, message);
    };
  });

test('who could not become somebody else stays who they are when their time is over', async ({ page }) => {
  await enterDemo(page);
  await page.clock.install();
  await page.evaluate(() => {
    const { postMessage } = MessagePort.prototype;
    Object.assign(window, { answersAgain: () => (MessagePort.prototype.postMessage = postMessage) });
  });
  await loseSignIns(page);
  await banner(page).getByLabel('Work as').selectOption('Reader');
  await page.clock.runFor('01:00');
  const failed = banner(page).getByRole('status').filter({ hasText: 'The demo cloud does not answer.' });
  await expect(failed).toBeVisible();

  await page.evaluate('answersAgain()');
  await endTokens(page);
  await openArea(page, 'Container images');
  // It goes once somebody is signed in anew.
  await expect(failed).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: 'acme-lab' })).toBeVisible();
  await expect(personMenu(page)).toContainText('anna');
  await expect(banner(page).getByLabel('Work as')).toHaveValue('administrator');
});

/** From now on who wants to sign in waits until `letGo` is called. */
const holdSignIns = (page: Page) =>
  page.evaluate(() => {
    const { postMessage } = MessagePort.prototype;
    const held: (() => void)[] = [];
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
      const isSignIn = message instanceof Uint8Array && new TextDecoder().decode(message).includes('/_demo/sign-in');
      if (isSignIn) held.push(() => postMessage.call(this, message));
      else postMessage.call(this, message);
    };
    Object.assign(window, { letGo: () => held.splice(0).forEach((send) => send()) });
  });

test('who becomes somebody else just when their time is over becomes that', async ({ page }) => {
  await enterDemo(page);
  await endTokens(page);
  // What is let go is told to the cloud last, so that the tokens of before alone are over.
  await holdSignIns(page);
  await banner(page).getByLabel('Work as').selectOption('Reader');
  await expect(banner(page).getByRole('status')).toContainText('Signing in…');
  await openArea(page, 'Container images');
  await expect(page.getByText('Your token is not accepted any more').first()).toBeVisible();
  await page.evaluate('letGo()');
  await expect(personMenu(page)).toContainText('carla');
  await expect(banner(page).getByLabel('Work as')).toHaveValue('reader');
});

test('nobody is asked to sign in to another project: the recipient of a share is worked as', async ({ page }) => {
  test.slow();
  await enterDemo(page);
  await openPlace(page);
  await expect(page.getByRole('button', { name: /^Sign in/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await openArea(page, 'Machine images');
  await page.getByLabel('Filter machine images').fill('offer-0');
  await page.getByRole('link', { name: 'offer-0', exact: true }).click();
  const recipient = page.getByRole('row', { name: 'b7d1e3f5a7c94d02b4e6f8a0c2e4d6f8' });
  await expect(recipient).toContainText('Pending');
  await select(page, 'b7d1e3f5a7c94d02b4e6f8a0c2e4d6f8');
  await page.getByRole('button', { name: 'Answer as the recipient', exact: true }).first().click();
  await expect(personMenu(page)).toContainText('paula');
  await expect(page.getByText('Another project shares this image.')).toBeVisible();
});
