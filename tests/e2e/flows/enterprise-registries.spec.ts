// SWR Enterprise: instances, their target registries and who uses each, an instance at a look, its audit log.
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { copiedBy } from '../support/clipboard.ts';
import { ACME, LARGE_ID } from '../support/enterprise.ts';
import { readCsv, saved } from '../support/export.ts';
import { openGoTo } from '../support/go-to.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { chooseLanguage, signIn } from '../support/session.ts';
import { headingOf, rowNamed } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const REGISTRIES = `${ACME}/registries`;

test('an instance is opened from all of the project, and its registries say who uses them', async ({ page, simulator }) => {
  await signIn(page, simulator.token);
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Enterprise registries' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Enterprise registries' })).toBeFocused();
  await expect(headingOf(page, 'Instances', 2)).toBeVisible();
  await expect(rowNamed(page, 'acme-spare')).toContainText('Running');
  await expectNoAxeFindings(page);
  await page.getByRole('link', { name: 'acme-ee' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'acme-ee' })).toBeVisible();
  await expect(headingOf(page, 'Target registries', 10)).toBeVisible();
  // A disabled policy counts, and so does one that pulls.
  await expect(rowNamed(page, 'old-harbor')).toContainText(/3 policies.*fault-403-delete.*to-old-harbor.*from-old-harbor.*Copying/);
  await expect(rowNamed(page, 'ee-gone')).toContainText(/SWR Enterprise.*Unhealthy.*1 policy.*to-gone.*Failed/);
  await expect(rowNamed(page, 'large-id')).toContainText(/1 policy.*to-large.*Never ran/);
  await expect(rowNamed(page, 'unused')).toContainText(/Healthy.*0 policies/);
  await expect(page).toHaveTitle('Target registries – Image Console');
  await expectNoAxeFindings(page);
});

test('a registry is told whole at the side, its URL is text, and its row copies what it is', async ({ page, context, simulator }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, simulator.token, REGISTRIES);
  await page.getByRole('button', { name: 'Actions for <img src=x onerror=alert(1)>', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Show details' }).click();
  const panel = page.getByRole('complementary', { name: '<img src=x onerror=alert(1)>' });
  await expect(panel).toContainText('javascript:alert(1)');
  await expect(panel).toContainText('robot$sync');
  await expect(panel).toContainText('On: only a valid certificate is accepted');
  await expect(page.locator('a[href^="javascript"]')).toHaveCount(0);
  await expectNoAxeFindings(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Actions for large-id', exact: true }).click();
  expect(await copiedBy(page, page.getByRole('menuitem', { name: 'Copy ID' }))).toBe(LARGE_ID);
});

test('what is in nobody’s way is found and exported, with its ID exact', async ({ page, simulator }) => {
  await signIn(page, simulator.token, REGISTRIES);
  await expect(headingOf(page, 'Target registries', 10)).toBeVisible();
  await page.getByRole('button', { name: 'Use', exact: true }).click();
  await page.getByRole('checkbox', { name: /^Not in use/ }).check();
  await page.keyboard.press('Escape');
  await expect(headingOf(page, 'Target registries', 4, 10)).toBeVisible();
  await expect(page).toHaveURL(/use=unused/);
  await page.getByRole('button', { name: 'Use (1)', exact: true }).click();
  await page.getByRole('checkbox', { name: /^Not in use/ }).uncheck();
  await page.keyboard.press('Escape');
  await page.getByLabel('Filter target registries').fill('to-large');
  await expect(rowNamed(page, 'large-id')).toBeVisible();
  await expect(headingOf(page, 'Target registries', 1, 10)).toBeVisible();
  const csv = await saved(page, 'Export CSV');
  const { head, rows, about } = readCsv(csv.text);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.[head.indexOf('id')]).toBe(LARGE_ID);
  expect(rows[0]?.[head.indexOf('used_by_policies')]).toBe('to-large');
  expect(about.is_complete).toBe('true');
});

test('where policies may not be seen, registries are told and their use is not', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await simulator.fault({ path_contains: '/replication/policies', fate: 'status', status: 403 });
  await signIn(page, simulator.token, REGISTRIES);
  await expect(page.getByText('it is not known which target registries are in use')).toBeVisible();
  await expect(rowNamed(page, 'old-harbor')).toContainText('Not reported');
  await expect(rowNamed(page, 'old-harbor')).not.toContainText('policies');
});

test('a refusal says what may not be seen, and its encoded message is copied', async ({ page, context, simulator, complaints }) => {
  complaints.allowRefusals();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await simulator.fault({ path_contains: '/registries', fate: 'status', status: 403 });
  await signIn(page, simulator.token, REGISTRIES);
  await expect(page.getByText('You may not see the target registries of this instance.')).toBeVisible();
  await expect(page.getByText('SVCSTG.SWR.4030170')).toBeVisible();
  expect(await copiedBy(page, page.getByRole('button', { name: 'Copy encoded message' }))).toMatch(/^[A-Za-z0-9+/=]+$/);
});

test('where the region does not offer SWR Enterprise, that is said in both languages', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await simulator.leaveOut('enterprise');
  await signIn(page, simulator.token, 'enterprise');
  await expect(page.getByText('SWR Enterprise is not offered in this region. Select another region')).toBeVisible();
  await chooseLanguage(page, 'zh-CN');
  await expect(page.getByText('该区域未提供 SWR 企业版。')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: '企业仓库' })).toBeVisible();
});

test('a registry that was read is gone to by its name, and its details are open', async ({ page, simulator }) => {
  await signIn(page, simulator.token, REGISTRIES);
  await expect(rowNamed(page, 'large-id')).toBeVisible();
  await openGoTo(page);
  await page.keyboard.type('large-id');
  const option = page.getByRole('option').first();
  await expect(option).toHaveText('large-idTarget registry');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'large-id' })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`details=.*${LARGE_ID}`));
});

test('an instance is seen at a look: every policy is a link that says from where to where', async ({ page, simulator }) => {
  await signIn(page, simulator.token, `${ACME}/overview`);
  await expect(page.getByText('10 of 50').first()).toBeVisible();
  await expect(page.getByRole('link', { name: /^to-nl to ee-nl (Copied|Failed)/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /^from-lab from harbor-lab/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /^to-large to large-id Disabled Never ran/ })).toBeVisible();
  await expectNoAxeFindings(page);
  await page.getByRole('link', { name: 'harbor-lab', exact: true }).click();
  await expect(page.getByRole('complementary', { name: 'harbor-lab' })).toBeVisible();
});

test('the audit log tells of one operation at a time, narrowed by user and time over what was read', async ({ page, simulator }) => {
  await signIn(page, simulator.token, `${ACME}/audit-log`);
  await expect(headingOf(page, 'Audit log', 33)).toBeVisible();
  const operation = page.getByRole('combobox', { name: 'Operation' });
  await operation.focus();
  await operation.selectOption('Pull');
  await expect(headingOf(page, 'Audit log', 264)).toBeVisible();
  await expect(operation).toBeFocused();
  await expect(page).toHaveURL(/operation=pull/);
  await page.getByRole('button', { name: 'User', exact: true }).and(page.locator('[popovertarget]')).click();
  await page.getByRole('checkbox', { name: /robot\$sync/ }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: /^Audit log \(\d+\/264\)$/ })).toBeVisible();
  for (const row of (await page.getByRole('row').all()).slice(1)) await expect(row).toContainText('robot$sync');
  await expectNoAxeFindings(page);
  const asked = (await simulator.requests()).filter(({ path }) => path.endsWith('/audit-logs'));
  expect(asked.every(({ query }) => /operation=(pull|delete)/.test(query ?? ''))).toBe(true);
});

for (const [name, address] of [
  ['registries', REGISTRIES],
  ['the overview', `${ACME}/overview`],
  ['the audit log', `${ACME}/audit-log`],
  ['instances', 'enterprise'],
] as const) {
  test(`on a narrow screen ${name} scroll nothing but tables sideways`, async ({ page, simulator }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await signIn(page, simulator.token, address);
    await expect(page.getByText(/acme-ee|library\/nginx/).filter({ visible: true }).first()).toBeVisible();
    await expectNoSidewaysScrolling(page);
  });
}

test('the last result of a registry follows what runs, until it has ended', async ({ page, simulator }) => {
  test.slow();
  await signIn(page, simulator.token, `${ACME}/registries`);
  const row = rowNamed(page, 'old-harbor');
  await expect(row).toContainText('Copying');
  await expect(page.getByRole('button', { name: 'Pause updates' })).toBeVisible();
  await simulator.advanceClock(300);
  await simulator.advanceClock(500);
  await expect(row).toContainText('Failed', { timeout: 80_000 });
  await expect(page.getByRole('button', { name: 'Pause updates' })).toBeHidden({ timeout: 90_000 });
});
