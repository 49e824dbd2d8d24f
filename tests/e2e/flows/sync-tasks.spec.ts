// Where images are copied to: making that, copying by hand, following it.
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { dialogNamed, openDialog, press } from '../support/dialog.ts';
import { BEN, CARLA } from '../support/people.ts';
import { openDetails } from '../support/result.ts';
import { signIn } from '../support/session.ts';
import { FAILS, jobs, SHOP, WORKS } from '../support/sync-tasks.ts';
import { rowNamed, select } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

test('a sync task is made once every field is right', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, SHOP);
  await expect(rowNamed(page, WORKS)).toContainText('Copied');
  await expect(rowNamed(page, FAILS)).toContainText('Failed');
  await simulator.forgetRequests();
  const dialog = await openDialog(page, 'Create sync task');
  const region = dialog.getByLabel('Target region');
  const organization = dialog.getByLabel('Target organization');
  const create = dialog.getByRole('button', { name: 'Create sync task' });
  await expect(dialog.getByRole('checkbox', { name: 'Copy each new push automatically' })).toBeChecked();
  await expect(dialog.locator('datalist option[value="cn-east-3"]')).toBeAttached();
  await expect(dialog.locator('datalist option[value="eu-de"]')).toHaveCount(0);

  await create.click();
  await expect(dialog).toContainText('Enter the target region.');
  await expect(region).toBeFocused();
  await expect(dialog).toContainText('Enter a name.');
  await region.fill('EU-nl');
  await region.blur();
  await expect(dialog).toContainText('Character 1, “E”, is not allowed here.');
  await region.fill('eu-de');
  await expect(dialog).toContainText('Images are copied to other regions only; this repository is in eu-de.');
  await region.fill('eu-nl');
  await organization.fill('acme..web');
  await organization.blur();
  await expect(dialog).toContainText('Character 6, “.”, cannot follow another separator.');
  await organization.fill('acme-web-nl');
  await create.click();
  await expect(dialog).toContainText('A sync task to eu-nl/acme-web-nl already exists.');
  expect(await simulator.writes()).toEqual([]);

  await region.fill('xx-nowhere-1');
  await create.click();
  await expect(region).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog).toContainText('SWR does not accept this region.');
  await region.fill('eu-west-101');
  await create.click();
  await expect(organization).toHaveAttribute('aria-invalid', 'true');
  await expect(organization).toBeFocused();
  await expect(dialog).toContainText('SWR finds no organization of this name in eu-west-101.');
  await organization.fill('acme-mirror');
  await expect(dialog).toContainText('New pushes are copied to eu-west-101/acme-mirror from now on.');
  await dialog.getByRole('checkbox', { name: 'Overwrite tags of the same name' }).check();
  await expectNoAxeFindings(page);
  await create.click();
  await expect(dialog).toBeHidden();
  await expect(rowNamed(page, 'eu-west-101/acme-mirror')).toContainText('Never ran');
  const sent = (await simulator.writes()).at(-1);
  expect(sent?.body).toEqual({
    remoteRegionId: 'eu-west-101',
    remoteNamespace: 'acme-mirror',
    syncAuto: true,
    override: true,
  });
});

test('who is not an administrator is told who can manage automatic sync', async ({ page, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, BEN, SHOP);
  const dialog = await openDialog(page, 'Create sync task');
  await dialog.getByLabel('Target region').fill('eu-nl');
  await dialog.getByLabel('Target organization').fill('acme-data');
  await press(dialog, 'Create sync task');
  await expect(dialog.getByText('Usually only the account or an administrator can manage automatic sync; identity policies can allow others to.').first()).toBeVisible();
});

test('a manual sync is followed to its end, a failed tag included', async ({ page, simulator }) => {
  await signIn(page, simulator.token, SHOP);
  await select(page, WORKS, FAILS);
  const dialog = await openDialog(page, 'Copy tags now');
  await expect(dialog).toContainText(WORKS);
  await press(dialog, 'Copy tags now');
  await expect(dialog).toContainText('Select at least one tag.');
  await press(dialog, 'Select all');
  await expect(dialog.getByRole('checkbox', { name: /^1\.4\.0/ })).toBeChecked();
  await press(dialog, 'Select none');
  await dialog.getByRole('checkbox', { name: /^1\.4\.0/ }).check();
  await expectNoAxeFindings(page);
  await simulator.forgetRequests();
  await press(dialog, 'Copy tags now');
  await expect(dialog).toBeHidden();
  const newest = jobs(page).getByRole('row').filter({ hasText: '1.4.0' });
  await expect(newest).toHaveCount(2);
  await expect(newest.filter({ hasText: WORKS })).toContainText('Waiting');
  await expect(newest.first()).toContainText('anna');
  await simulator.advanceClock(3);
  await expect(newest.filter({ hasText: WORKS })).toContainText('Copying');
  await simulator.advanceClock(10);
  await expect(newest.filter({ hasText: WORKS })).toContainText('Copied');
  await expect(newest.filter({ hasText: FAILS })).toContainText('Failed');
  await expectAnnouncement(page, '2 copies ended, 1 of them failed');
  await expect(rowNamed(page, FAILS)).toContainText('1.4.0');
  await page.getByRole('button', { name: 'Status' }).click();
  await expect(jobs(page).getByRole('row').nth(1)).toContainText('Failed');
  const sent = (await simulator.writes()).map((request) => (request.body as { imageTag: string[] }).imageTag);
  expect(sent).toEqual([['1.4.0'], ['1.4.0']]);
});

test('copies are said to be started, and a tag that the service names as failed is not taken', async ({ page, simulator }) => {
  await page.route('**/api/swr/**/sync_images', async (route) => {
    const body = route.request().postDataJSON() as { imageTag: string[] };
    const imageTag = body.imageTag.filter((tag) => tag !== '1.4.2');
    const response = await route.fetch({ postData: JSON.stringify({ ...body, imageTag }) });
    await route.fulfill({ response, json: ['1.4.2'] });
  });
  await signIn(page, simulator.token, SHOP);
  await select(page, WORKS);
  const dialog = await openDialog(page, 'Copy tags now');
  for (const tag of [/^1\.4\.1/, /^1\.4\.2/]) await dialog.getByRole('checkbox', { name: tag }).check();
  await press(dialog, 'Copy tags now');
  await expect(dialog).toBeHidden();
  const card = page.getByRole('article', { name: /Copying of/ });
  await expect(card).toContainText('1 of 2 not done');
  const panel = await openDetails(card);
  await expect(panel.getByRole('listitem').filter({ hasText: /^1\.4\.1/ })).toContainText(/Started, checked with the cloud at \d/);
  await expect(panel.getByRole('listitem').filter({ hasText: /^1\.4\.2/ })).toContainText('SWR lists it as failed');
  await expect(panel).not.toContainText('Done');
  await expectAnnouncement(page, '1 of 2 not done');
});

test('jobs are followed without losing the place, and not at all while updates are paused', async ({ page, simulator }) => {
  await page.clock.install();
  await signIn(page, simulator.token, SHOP);
  await simulator.push('acme-web', 'shop/api', '1.5.0');
  await page.getByRole('button', { name: 'Refresh' }).last().click();
  const job = jobs(page).getByRole('row').filter({ hasText: '1.5.0' }).filter({ hasText: WORKS });
  await expect(job).toContainText('Waiting');
  await expect(job).toContainText('Push (automatic)');
  await page.getByRole('button', { name: 'Pause updates' }).click();
  await expect(page.getByRole('button', { name: 'Resume updates' })).toBeVisible();
  await expect(page.getByText('Updates are paused. Your changes and jobs are still followed.')).toBeVisible();
  await simulator.advanceClock(10);
  await simulator.forgetRequests();
  await job.getByRole('gridcell').nth(1).click();
  // Longer than the longest wait between two refreshes.
  await page.clock.runFor(20_000);
  expect((await simulator.requests()).filter((request) => request.path.endsWith('sync_job'))).toEqual([]);
  await expect(job).toContainText('Waiting');
  await page.getByRole('button', { name: 'Resume updates' }).click();
  await job.getByRole('gridcell').nth(1).click();
  await expect(job).toContainText('Copied');
  await expect(job.locator(':focus')).toHaveCount(1);
});

test('a target can be typed for a manual sync, and a refusal stands at its field', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, SHOP);
  const dialog = await openDialog(page, 'Copy tags now');
  await dialog.getByLabel('Target region').fill('cn-east-3');
  await dialog.getByLabel('Target organization').fill('acme-web');
  await dialog.getByRole('checkbox', { name: /^1\.0\.0/ }).check();
  await press(dialog, 'Copy tags now');
  await expect(dialog).toContainText('SWR finds no organization of this name in cn-east-3.');
  await dialog.getByLabel('Target organization').fill('acme-mirror');
  await press(dialog, 'Copy tags now');
  await expect(dialog).toBeHidden();
  await expect(jobs(page).getByRole('row').filter({ hasText: 'cn-east-3/acme-mirror' })).toHaveCount(1);
});

test('statuses that no document knows are shown as they are', async ({ page, simulator }) => {
  await page.route('**/api/swr/**/sync_job*', (route) =>
    route.fulfill({
      json: [
        { id: 2, tag: '<b>x</b>', remoteRegionId: 'eu-nl', remoteNamespace: 'acme-web-nl', status: 'half‮way', createdAt: 'soon' },
        { id: 1, tag: '1.0.0', remoteRegionId: 'Mars 1', remoteNamespace: '', status: 'failed' },
      ],
    }),
  );
  await page.route('**/api/swr/**/sync_repo', (route) =>
    route.fulfill({
      json: [
        { remoteRegionId: 'eu-nl', remoteNamespace: 'acme-web-nl' },
        { remoteRegionId: 'Mars 1', remoteNamespace: '' },
      ],
    }),
  );
  await signIn(page, simulator.token, SHOP);
  await expect(rowNamed(page, 'eu-nl/acme-web-nl')).toContainText('half⟨U+202E⟩way');
  await expect(rowNamed(page, 'eu-nl/acme-web-nl')).toContainText('Not reported');
  await expect(rowNamed(page, '<b>x</b>')).toContainText('soon');
  await expect(page.getByRole('checkbox', { name: 'Select Mars 1/' })).toBeDisabled();
});

test('a repository whose sync nobody may see says so', async ({ page, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, CARLA, 'containers/acme-web/shop$fault/sync-tasks');
  await expect(page.getByText('You may not see this list.').first()).toBeVisible();
});

test('a region without image sync says so, asks for no tasks, and is asked again', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  let isOffered = false;
  await page.route('**/feature-gates', (route) => route.fulfill({ json: { enable_image_sync: isOffered } }));
  await simulator.forgetRequests();
  await signIn(page, simulator.token, SHOP);
  await expect(page.getByText('Copying images to other regions is not offered here.')).toBeVisible();
  await expectNoAxeFindings(page);
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Sync tasks', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sync tasks' })).toBeVisible();
  await expect(page.getByText('Copying images to other regions is not offered here.')).toBeVisible();
  expect((await simulator.requests()).filter((request) => request.path.includes('/sync_'))).toEqual([]);
  isOffered = true;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: /^Tasks/ })).toBeVisible();
});

test('a region that only refuses to list sync tasks says the same', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  const unknown = { status: 404, json: { error_code: 'APIGW.0101', error_msg: 'The API does not exist', request_id: 'r1' } };
  await page.route('**/feature-gates', (route) => route.fulfill(unknown));
  await page.route('**/api/swr/**/sync_repo', (route) => route.fulfill(unknown));
  await signIn(page, simulator.token, SHOP);
  await expect(page.getByText('Copying images to other regions is not offered here.')).toBeVisible();
});

test('the same by keyboard alone', async ({ page, simulator }) => {
  await signIn(page, simulator.token, SHOP);
  await expect(rowNamed(page, WORKS)).toBeVisible();
  await page.getByRole('button', { name: 'Create sync task' }).focus();
  await page.keyboard.press('Enter');
  const create = dialogNamed(page, 'Create sync task');
  await expect(create.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  await create.getByLabel('Target region').focus();
  await page.keyboard.type('eu-nl');
  await page.keyboard.press('Tab');
  await page.keyboard.type('acme-data');
  await page.keyboard.press('Tab');
  await expect(create.getByRole('checkbox', { name: 'Copy each new push automatically' })).toBeFocused();
  // Overwrite, four ways to copy, cancel.
  for (let stop = 0; stop < 6; stop += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(create.getByRole('button', { name: 'Create sync task' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rowNamed(page, 'eu-nl/acme-data')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create sync task' })).toBeFocused();
});
