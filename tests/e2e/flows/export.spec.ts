// Lists as files: opened by a reader of CSV, with where they are from and what is missing.
import { coverage, findAll, scanned } from '../support/all-sync-tasks.ts';
import { readCsv, saved } from '../support/export.ts';
import { CARLA } from '../support/people.ts';
import { chooseLanguage, signIn } from '../support/session.ts';
import { written } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

test('the sync tasks of all repositories are saved with what could not be read', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const found = await findAll(cloud);
  await signIn(page, simulator.token, 'sync-tasks?region=eu-nl');
  await scanned(page, found);
  const csv = await saved(page, 'Export CSV');
  expect(csv.name).toBe('all-sync-tasks.csv');
  const { about, head, rows } = readCsv(csv.text);
  const inRegion = found.tasks.filter(({ target }) => target.startsWith('eu-nl/'));
  expect(about).toMatchObject({
    page: 'sync-tasks',
    region: 'eu-de',
    read_by: 'anna',
    filter: 'region=eu-nl',
    rows: String(inRegion.length),
    rows_without_filter: String(found.tasks.length),
    is_complete: 'false',
  });
  expect(about.address).toMatch(/^http:\/\/127\.0\.0\.1/);
  expect(about.read_at).toMatch(/^20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$/);
  expect(about.missing).toContain(coverage(found));
  for (const repository of found.unreadable) expect(about.missing).toContain(repository);
  expect(head).toEqual(['repository', 'remoteRegionId', 'remoteNamespace', 'syncAuto', 'status', 'tag', 'createdAt']);
  expect(rows.map(([repository, region, organization]) => `${repository} ${region}/${organization}`).sort()).toEqual(
    inRegion.map(({ repository, target }) => `${repository} ${target}`).sort(),
  );
  // The same cells where semicolons separate, and as JSON.
  const semicolons = await saved(page, 'Export CSV with semicolons');
  expect(readCsv(semicolons.text, ';').rows).toEqual(rows);
  const json = JSON.parse((await saved(page, 'Export JSON')).text) as { about: Record<string, string>; rows: Record<string, string>[] };
  expect(json.about).toEqual(about);
  expect(json.rows.map((row) => head.map((name) => row[name]))).toEqual(rows);
  expect(csv.text + semicolons.text + JSON.stringify(json)).not.toContain(simulator.token);
});

test('a list is saved in Chinese with the same names', async ({ page, simulator }) => {
  await signIn(page, simulator.token, 'containers/acme-web/shop$api/tags');
  await chooseLanguage(page, 'zh-CN');
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 JSON' }).click();
  expect((await download).suggestedFilename()).toBe('tags-acme-web-shop-api.json');
});

test('who sees one repository of an organization is told so in the list and in its file', async ({ page, simulator, cloud, complaints }) => {
  complaints.allowRefusals();
  const all = (await cloud.repositories()).filter((repository) => repository.startsWith('acme-web/')).length;
  const told = `You can see 1 of ${written(all)} repositories of acme-web; the others are not listed for you.`;
  await signIn(page, CARLA, 'containers/acme-web');
  await expect(page.getByText(told)).toBeVisible();
  const { about, rows } = readCsv((await saved(page, 'Export CSV')).text);
  expect(about).toMatchObject({ read_by: 'carla', rows: '1', is_complete: 'false', missing: told });
  expect(rows).toHaveLength(1);
  // The administrator sees all, and nothing is said.
  await signIn(page, simulator.token, 'containers/acme-web');
  const whole = readCsv((await saved(page, 'Export CSV')).text);
  expect(whole.about).toMatchObject({ rows: String(all), is_complete: 'true', missing: '' });
  await expect(page.getByText('are not listed for you')).toHaveCount(0);
});

test('the file of the tasks of a repository says that how they went was not read', async ({ page, simulator, complaints }) => {
  complaints.allow(/Failed to load resource/);
  await page.route(/\/sync_job\?/, (route) => route.abort());
  await signIn(page, simulator.token, 'containers/acme-web/shop$api/sync-tasks');
  const { about } = readCsv((await saved(page, 'Export CSV')).text);
  expect(about.is_complete).toBe('false');
  expect(about.missing).toContain('The copies could not be loaded');
});
