// Several scopes in one tab: the owner of a share goes to its recipient, answers there, and comes back.
import type { Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { dialogNamed, openDialog, press } from '../support/dialog.ts';
import { PAULA, PAULAS_PROJECT } from '../support/people.ts';
import { openPlace, personMenu, signIn, signOut, tokenField, tryToken } from '../support/session.ts';
import { select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

/** Jobs, and the reading that follows them. */
const IN_THE_END = { timeout: 80_000 };

/** Goes to a scope that the tab holds. */
async function switchTo(page: Page, who: string): Promise<void> {
  await openPlace(page);
  await page.getByRole('button', { name: who }).click();
  await expect(personMenu(page)).toContainText(who.split(' ')[0] ?? who);
}

test('a share is answered in its recipient’s scope, and the owner comes back without signing in', async ({ page, simulator, cloud }) => {
  test.slow();
  const image = (await cloud.machineImages()).find((one) => one.name === 'offer-0');
  await signIn(page, simulator.token, `machine-images/${image?.id}`);
  await expect(page.getByRole('row', { name: PAULAS_PROJECT })).toContainText('Pending');
  await select(page, PAULAS_PROJECT);
  await page.getByRole('button', { name: 'Answer as the recipient', exact: true }).first().click();
  const dialog = dialogNamed(page, "Sign in to the recipient's project");
  await expect(dialog).toContainText(`Only a sign-in for project ${PAULAS_PROJECT} can answer.`);
  // At the foot as in every dialog, whichever form is open.
  const foot = dialog.locator('.dialog-actions').getByRole('button');
  await expect(foot).toHaveText(['Cancel', 'Sign in']);
  await expectNoAxeFindings(page);
  await tryToken(dialog, PAULA);
  await expect(page.getByText('Another project shares this image.')).toBeVisible();
  const accept = await openDialog(page, 'Accept 1 image');
  await press(accept, 'Accept 1 image');
  await expect(page.getByRole('row', { name: PAULAS_PROJECT })).toContainText('Accepted', IN_THE_END);
  await simulator.forgetRequests();
  await switchTo(page, 'anna (ACME-EU)');
  await expect(page.getByRole('row', { name: PAULAS_PROJECT })).toContainText('Accepted');
  expect((await simulator.requests()).filter(({ path }) => path.startsWith('/v3/auth/'))).toEqual([]);
  await openPlace(page);
  await expect(page.getByRole('button', { name: 'paula (PARTNER-GMBH)' })).toContainText(PAULAS_PROJECT);
  await expectNoAxeFindings(page);
  await page.keyboard.press('Escape');
  await signOut(page);
  await expect(tokenField(page)).toBeVisible();
  const left = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  expect(left).not.toContain('DEMO-TOKEN');
});
