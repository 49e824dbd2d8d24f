// Who can get which images of an organization, as one file: read to its last row by a reader of CSV.
import type { Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { readCsv, saved } from '../support/export.ts';
import { whoCanGet } from '../support/organization-file.ts';
import { CARLA } from '../support/people.ts';
import { signIn } from '../support/session.ts';
import { expect, test } from '../support/test.ts';

const ORGANIZATION = 'acme-web';
const HEAD = [
  'about',
  'organization',
  'repository',
  'visibility',
  'person',
  'user_id',
  'effective',
  'direct',
  'through_organization',
  'read_at',
  'complete',
];

/** Opens the dialog of the file. */
async function openFile(page: Page) {
  await page.getByRole('button', { name: 'Export', exact: true }).first().click();
  const name = `Who can get which images of ${ORGANIZATION}`;
  await page.getByRole('button', { name, exact: true }).click();
  return page.getByRole('dialog', { name });
}

/** Rows without the time at which they were read. */
const timeless = (rows: string[][]) => rows.map((row) => row.filter((_, place) => HEAD[place] !== 'read_at').join('|')).sort();

/** Rows without what keeps a cell from becoming a formula. */
const unmarked = (rows: string[][]) => rows.map((row) => row.map((cell) => cell.replaceAll("'", '')));

test('the file of an organization tells of each repository and person what the cloud tells', async ({ page, simulator, cloud }) => {
  test.setTimeout(120_000);
  const expected = await whoCanGet(cloud, ORGANIZATION);
  await signIn(page, simulator.token, `containers/${ORGANIZATION}/~permissions`);
  const dialog = await openFile(page);
  await expect(dialog.getByText(`${expected.repositories} repositories read`, { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  await expectNoAxeFindings(page);
  const comma = await saved(dialog, 'Export CSV');
  expect(comma.name).toBe(`who-can-get-images-${ORGANIZATION}.csv`);
  const table = readCsv(comma.text);
  expect(table.head).toEqual(HEAD);
  expect(table.about).toMatchObject({
    page: `containers/${ORGANIZATION}/~permissions`,
    region: 'eu-de',
    read_by: 'anna',
    filter: '',
    organization: ORGANIZATION,
    rows: String(expected.rows.length),
    repositories_read: String(expected.repositories),
    repositories: String(expected.repositories),
    is_complete: 'true',
    missing: '',
  });
  expect(table.about.not_listed).toContain('IAM user groups');
  expect(table.about.not_listed).toContain('shared accounts');
  for (const row of table.rows) expect(row[HEAD.indexOf('read_at')]).toMatch(/^20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$/);
  // The same where semicolons separate, and as JSON.
  const semicolons = readCsv((await saved(dialog, 'Export CSV with semicolons')).text, ';');
  expect(semicolons).toEqual(table);
  const json = JSON.parse((await saved(dialog, 'Export JSON')).text) as { about: object; rows: Record<string, string>[] };
  expect(json.about).toEqual(table.about);
  const rows = json.rows.map((row) => HEAD.map((name) => row[name] ?? ''));
  expect(timeless(rows)).toEqual(expected.rows);
  expect(unmarked(table.rows)).toEqual(unmarked(rows));
  expect(comma.text).not.toContain(simulator.token);
  // The file of the list beside it names the same.
  await dialog.getByRole('button', { name: 'Close' }).click();
  const list = readCsv((await saved(page, 'Export CSV')).text);
  expect(list.about).toMatchObject({ is_complete: 'true', not_listed: table.about.not_listed });
});

test('reading stops with the dialog, and a file that is not whole says so in its head and its rows', async ({ page, simulator, cloud }) => {
  const { repositories } = await whoCanGet(cloud, ORGANIZATION);
  await page.route(/\/repos\/[^/]+\/access$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.fallback();
  });
  await signIn(page, simulator.token, `containers/${ORGANIZATION}/~permissions`);
  const dialog = await openFile(page);
  await expect(dialog.getByRole('button', { name: 'Export CSV', exact: true })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Pause reading' }).click();
  const { about, rows } = readCsv((await saved(dialog, 'Export CSV')).text);
  const read = Number(about.repositories_read);
  expect(read).toBeLessThan(repositories);
  expect(about).toMatchObject({ is_complete: 'false', repositories: String(repositories) });
  expect(about.missing).toContain(`${read} of ${repositories} repositories read`);
  expect(rows.filter(([kind]) => kind === 'not_read')).toHaveLength(repositories - read);
  expect(rows.filter((row) => row[0] === 'not_read' && row.at(-1) !== 'false')).toEqual([]);
  // Nothing more is asked for once the dialog is left.
  await dialog.getByRole('button', { name: 'Resume reading' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
  let asked = 0;
  await page.waitForLoadState('networkidle');
  page.on('request', (request) => (asked += Number(/\/repos\/[^/]+\/access$/.test(request.url()))));
  await page.getByRole('button', { name: 'Refresh' }).first().click();
  await page.waitForLoadState('networkidle');
  expect(asked).toBe(0);
});

test('who may not read the list of an organization is offered no file of it', async ({ page, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, CARLA, `containers/${ORGANIZATION}/~permissions`);
  await expect(page.getByText('You may not see this list.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toHaveCount(0);
});
