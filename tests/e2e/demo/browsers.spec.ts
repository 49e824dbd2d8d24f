// The demo in browsers that lack something.
import { removeAccess } from '../support/access.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { banner, enterDemo, expect, openArea, openPermissions, test } from '../support/demo.ts';
import { personMenu } from '../support/session.ts';
import { rowNamed } from '../support/table.ts';

test('where tabs share no workers, each tab has its own cloud and says so', async ({ context, page }) => {
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedWorker'));
  await enterDemo(page);
  await expect(banner(page)).toContainText('This tab has a demo cloud of its own.');
  await expect(banner(page)).not.toContainText('not kept');
  const other = await context.newPage();
  await other.goto('?demo');
  // One of them keeps the changes.
  await expect(banner(other)).toContainText('Your changes are not kept');
  await openPermissions(page);
  await removeAccess(page, 'david');
  await expectAnnouncement(page, 'Access removed for 1 person');
  await openPermissions(other);
  await expect(rowNamed(other, 'david')).toBeVisible();
  // What was done in one cloud was not done in the other.
  await openArea(other, 'Activity');
  await expect(other.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible();
  await expect(other.getByRole('article')).toHaveCount(0);
  await openArea(page, 'Activity');
  await expect(page.getByRole('article')).toHaveCount(1);

  await other.close();
  await page.goto('?demo');
  await openPermissions(page);
  await expect(rowNamed(page, 'emma')).toBeVisible();
  await expect(rowNamed(page, 'david')).toBeHidden();
});

test('a worker that does not arrive is told, with a way to try again and one out', async ({ page, complaints, startedSite }) => {
  complaints.allow(/Failed to load resource|ERR_FAILED/);
  startedSite.withhold = /simulator-worker/;
  await page.goto('');
  await page.getByRole('button', { name: 'Try the demo, no account needed' }).click();
  await expect(page.getByText('The demo cloud does not answer.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Leave the demo' })).toBeVisible();
  startedSite.withhold = undefined;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(personMenu(page)).toContainText('anna');
});

/** The script of the worker. */
const WORKER = /^simulator-worker-.*\.js$/;

test('a change that the browser takes back for want of room is told to be lost', async ({ page, startedSite }) => {
  const text = `{
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function (...given) {
      const request = add.apply(this, given);
      request.addEventListener('success', () => this.transaction.abort());
      return request;
    };
  }\n`;
  startedSite.before = { name: WORKER, text };
  await enterDemo(page);
  await expect(banner(page)).not.toContainText('not kept');
  await openPermissions(page);
  await removeAccess(page, 'david');
  await expect(banner(page)).toContainText('Your changes are not kept');
});

test('a cloud whose program broke off is there again, with what was changed', async ({ page, complaints, startedSite }) => {
  complaints.allow(/RuntimeError/);
  // Breaks off at the next message once it is told to, and stays broken as a program that has trapped does.
  const text = `{
    const { instantiate } = WebAssembly;
    const channel = new BroadcastChannel('break-off');
    const broken = new Set();
    let breaksOff = false;
    channel.onmessage = () => (breaksOff = true);
    WebAssembly.instantiate = async (...given) => {
      const { module, instance } = await instantiate.apply(WebAssembly, given);
      const cloud_answer = (cloud, ...message) => {
        if (breaksOff) broken.add(cloud);
        breaksOff = false;
        if (!broken.has(cloud)) return instance.exports.cloud_answer(cloud, ...message);
        channel.postMessage('broken');
        throw new WebAssembly.RuntimeError('unreachable');
      };
      return { module, instance: { exports: { ...instance.exports, cloud_answer } } };
    };
  }\n`;
  startedSite.before = { name: WORKER, text };
  await enterDemo(page);
  await openPermissions(page);
  await removeAccess(page, 'david');
  await expectAnnouncement(page, 'Access removed for 1 person');
  await page.evaluate(async () => {
    const channel = new BroadcastChannel('break-off');
    const isBroken = new Promise((resolve) => (channel.onmessage = resolve));
    channel.postMessage('break');
    await isBroken;
    channel.close();
  });
  await openPermissions(page);
  await expect(rowNamed(page, 'emma')).toBeVisible();
  await expect(rowNamed(page, 'david')).toBeHidden();
});

test('what a cache holds in the place of the worker’s program does not keep anybody out', async ({ page, complaints, startedSite }) => {
  complaints.allow(/integrity/);
  startedSite.wrongOnce = /^simulator-worker-.*\.wasm$/;
  await enterDemo(page);
  await expect(personMenu(page)).toContainText('anna');
  expect(startedSite.asked.filter((name) => /^simulator-worker-.*\.wasm$/.test(name))).toHaveLength(2);
});

test('where nothing tells who keeps the journal, no tab’s own cloud does', async ({ context, page, startedSite }) => {
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedWorker'));
  startedSite.before = { name: WORKER, text: 'Object.defineProperty(WorkerNavigator.prototype, "locks", { value: undefined });\n' };
  await enterDemo(page);
  await expect(banner(page)).toContainText('Your changes are not kept');
});
