// The registries of an image sync task: what failed is found, narrowed, put together and exported.
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { hold } from '../support/hold.ts';
import { openExport, readCsv, saved } from '../support/export.ts';
import { failedOf, HOSTILE, idOf, LARGEST, NO_WAY, partOf, RUNNING, scrollToEnd } from '../support/security-sync.ts';
import { signIn } from '../support/session.ts';
import { headingOf, rowNamed, written } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

/** How many failed alike, behind a cause. */
const COUNTED = /· (\d+) registr(?:y|ies)$/;

test('a registry is found by its type as it is shown', async ({ page, simulator, cloud }) => {
  const registries = await cloud.taskRegistries(idOf(HOSTILE));
  const ofType = registries.filter(({ registry_type }) => registry_type === 'SwrPrivate');
  await signIn(page, simulator.token, `${HOSTILE}?filter=SWR%20private`);
  await expect(headingOf(page, 'Registries', ofType.length, registries.length)).toBeVisible();
});

test('two types and failed ones are chosen, and the address says so', async ({ page, simulator, cloud }) => {
  const registries = await cloud.taskRegistries(idOf(LARGEST));
  const ofTypes = registries.filter(({ registry_type }) => ['SwrShared', 'SwrEnterprise'].includes(registry_type));
  await signIn(page, simulator.token, LARGEST);
  await expect(headingOf(page, 'Registries', registries.length)).toBeVisible();
  await page.locator('.toolbar').getByRole('button', { name: 'Type', exact: true }).click();
  await page.getByRole('checkbox', { name: /^SWR shared/ }).check();
  await page.getByRole('checkbox', { name: /^SWR Enterprise/ }).check();
  await expectAnnouncement(page, `${written(ofTypes.length)} registries matching the filter`);
  await page.keyboard.press('Escape');
  await partOf(page, 'Failed').click();
  await expect(headingOf(page, 'Registries', failedOf(ofTypes).length, registries.length)).toBeVisible();
  await expect(page).toHaveURL(/types=SwrShared%2CSwrEnterprise/);
  await expect(page).toHaveURL(/status=failed/);
  for (const row of (await page.getByRole('row').all()).slice(1)) {
    await expect(row).toContainText(/SWR shared|SWR Enterprise/);
    await expect(row).toContainText('Failed');
  }
  const heading = await page.getByRole('heading', { name: /^Registries/ }).textContent();
  const address = page.url();
  await signIn(page, simulator.token, address);
  await expect(page.getByRole('heading', { name: heading ?? '' })).toBeVisible();
  await expect(partOf(page, 'Failed')).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Type (2)' }).click();
  await expect(page.getByRole('checkbox', { name: /^SWR shared/ })).toBeChecked();
});

test('failures are grouped by cause, and a cause narrows the table', async ({ page, simulator, cloud }) => {
  const registries = await cloud.taskRegistries(idOf(HOSTILE));
  const causes = failedOf(registries).map(({ failed_reason }) => failed_reason);
  const alike = causes.filter((cause) => cause === 'REQUEST_API_ERROR').length;
  await signIn(page, simulator.token, HOSTILE);
  await expect(page.getByText('REQUEST_API_ERROR')).toHaveCount(0);
  await page.getByRole('button', { name: `${new Set(causes).size - 3} more causes` }).click();
  await expect(page.getByRole('group', { name: 'Failure causes' }).getByRole('button')).toHaveCount(new Set(causes).size + 1);
  const cause = page.getByRole('button', { name: `${alike} ${NO_WAY}` });
  await cause.click();
  await expect(headingOf(page, 'Registries', alike, registries.length)).toBeVisible();
  await expect(rowNamed(page, 'harbor-b')).toBeVisible();
  // What narrows the table stays to be seen where the others are folded.
  await page.getByRole('button', { name: /more causes$/ }).click();
  await expect(page.getByRole('group', { name: 'Failure causes' }).getByRole('button', { pressed: false })).toHaveCount(3);
  await expect(cause).toHaveAttribute('aria-pressed', 'true');
  await page.getByLabel('Filter registries').fill('nothing-like-this');
  await expect(page.getByText('Nothing matches the filter.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filter' }).click();
  await expect(headingOf(page, 'Registries', registries.length)).toBeVisible();
  await expect(cause).toHaveAttribute('aria-pressed', 'false');
});

test('those that failed alike are put together, the most frequent cause first', async ({ page, simulator }) => {
  await simulator.advanceClock(300);
  await signIn(page, simulator.token, RUNNING);
  const byCause = page.getByRole('columnheader', { name: 'Failure cause' });
  await byCause.getByRole('button').click();
  await expect(page).toHaveURL(/sort=cause/);
  const failed = page.getByRole('row').filter({ hasText: 'Failed' });
  const causes = await failed.getByRole('gridcell').filter({ hasText: COUNTED }).allTextContents();
  expect(causes.length).toBe(await failed.count());
  expect(new Set(causes).size).toBeGreaterThan(2);
  const sizes = causes.map((cause) => Number(COUNTED.exec(cause)?.[1]));
  expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
  expect(sizes[0]).toBeGreaterThan(1);
  for (const [place, size] of sizes.entries()) {
    const first = causes.indexOf(causes[place] ?? '');
    expect(place - first).toBeLessThan(size);
    expect(causes.filter((cause) => cause === causes[place])).toHaveLength(size);
  }
  await expectNoAxeFindings(page);
  await signIn(page, simulator.token, page.url());
  await expect(byCause).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('columnheader', { name: 'Status' }).getByRole('button').click();
  await expect(page.locator('.alike')).toHaveCount(0);
  await expect(page).not.toHaveURL(/sort=cause/);
});

test('nothing is exported or started for a part until all registries have arrived', async ({ page, simulator, cloud }) => {
  const registries = await cloud.taskRegistries(idOf(LARGEST));
  // The last page of 200.
  const last = Math.floor((registries.length - 1) / 200) * 200;
  const release = await hold(page, new RegExp(`registries\\?.*offset=${last}`));
  await signIn(page, simulator.token, LARGEST);
  await expect(rowNamed(page, 'archive/app-0007')).toBeVisible();
  await expect(page.getByText('need all registries loaded')).toBeVisible();
  await openExport(page);
  await expect(page.getByRole('button', { name: 'Export CSV', exact: true })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Sync \d+ failed registr(y|ies) again/ })).toBeDisabled();
  await page.getByRole('checkbox', { name: 'Select archive/app-0007' }).check();
  await expect(page.getByRole('button', { name: 'Sync 1 registry again' })).toBeEnabled();
  await page.getByRole('checkbox', { name: 'Select archive/app-0007' }).uncheck();
  release();
  await expect(page.getByRole('button', { name: `Sync ${failedOf(registries).length} failed registries again` })).toBeEnabled();
  await openExport(page);
  await expect(page.getByRole('button', { name: 'Export CSV', exact: true })).toBeEnabled();
  await expect(page.getByText('need all registries loaded')).toBeHidden();
});

test('5,000 registries are scrolled to the end and exported whole', async ({ page, simulator, cloud }) => {
  const names = (await cloud.taskRegistries(idOf(LARGEST))).map(({ registry_name }) => registry_name).sort();
  const last = names.at(-1) ?? '';
  await signIn(page, simulator.token, LARGEST);
  await expect(headingOf(page, 'Registries', names.length)).toBeVisible();
  await page.getByRole('button', { name: 'Registry', exact: true }).click();
  await scrollToEnd(page);
  await expect(rowNamed(page, last)).toBeVisible();
  const csv = await saved(page, 'Export CSV');
  expect(csv.name).toMatch(/^image-sync-.*\.csv$/);
  const { about, head, rows } = readCsv(csv.text);
  expect(about).toMatchObject({ read_by: 'anna', is_complete: 'true', rows: String(names.length) });
  expect(head).toEqual(['registry_id', 'registry_name', 'registry_type', 'sync_status', 'failed_reason']);
  expect(rows).toHaveLength(names.length);
  expect(rows.at(-1)).toContain(last);
  const json = await saved(page, 'Export JSON');
  const exported = JSON.parse(json.text) as { rows: { registry_name: string }[] };
  expect(exported.rows.map(({ registry_name }) => registry_name).sort()).toEqual(names);
  expect(csv.text + json.text).not.toContain(simulator.token);
});

test('an export holds what the filter leaves, and no live formula', async ({ page, simulator, cloud }) => {
  const registries = await cloud.taskRegistries(idOf(HOSTILE));
  await signIn(page, simulator.token, HOSTILE);
  await page.getByRole('button', { name: /^[0-9]+ more causes$/ }).click();
  await page.getByRole('button', { name: /^1 =HYPERLINK/ }).click();
  await expect(headingOf(page, 'Registries', 1, registries.length)).toBeVisible();
  const { text } = await saved(page, 'Export CSV');
  const { about, rows } = readCsv(text);
  expect(about).toMatchObject({ rows: '1', rows_without_filter: String(registries.length) });
  expect(rows).toHaveLength(1);
  expect(text).toContain(`"'=HYPERLINK(""http://evil.invalid"")"`);
});

test('hostile causes stay text, and an unknown status is shown as it is', async ({ page, simulator }) => {
  await signIn(page, simulator.token, HOSTILE);
  await expect(page.getByRole('gridcell', { name: '<script>alert(1)</script>' })).toBeVisible();
  await expect(page.getByRole('gridcell', { name: /^left⟨U\+202E⟩/ })).toBeVisible();
  await expect(partOf(page, 'skipped-by-policy', 1)).toBeVisible();
});
