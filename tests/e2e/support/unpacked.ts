// The `test` of what runs from the archive: it is packed once for each worker, and unpacked for each test as an operator does it.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { program, root, SITE } from './built.ts';
import { openFolder } from './proxy.ts';
import { StaticHost } from './static-host.ts';
import { test as ofConsole } from './test.ts';

export { expect } from '@playwright/test';

const NAME = 'image-console-of-a-test';

interface Fixtures {
  /** Where the console is mounted. */
  place: string;
  /** Whether the host sends the headers of `hosts/_headers`. */
  sendsHeaders: boolean;
  /** The unpacked archive. */
  unpacked: string;
  /** What is uploaded, with a `config.json`. */
  site: string;
  host: StaticHost;
}

export const test = ofConsole.extend<Fixtures, { packed: string }>({
  packed: [
    async ({}, use) => {
      const folder = openFolder('archive');
      const sources = ['--dist', SITE, '--deploy', resolve(root, 'deploy'), '--licence', resolve(root, 'LICENSE')];
      execFileSync(process.env.ARCHIVE ?? program('debug/archive'), [...sources, '--name', NAME, '--time', '1764345600', '--out', folder]);
      await use(join(folder, `${NAME}.tar.gz`));
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  place: ['/', { option: true }],
  sendsHeaders: [true, { option: true }],
  unpacked: async ({ packed }, use) => {
    const folder = openFolder('unpacked');
    execFileSync('tar', ['-xzf', packed, '-C', folder]);
    await use(join(folder, NAME));
    rmSync(folder, { recursive: true });
  },
  site: async ({ unpacked, place }, use) => {
    const site = join(unpacked, 'site');
    copyFileSync(join(unpacked, 'examples/open-telekom-cloud.json'), join(site, 'config.json'));
    const page = readFileSync(join(site, 'index.html'), 'utf8');
    writeFileSync(join(site, 'index.html'), page.replace('<base href="/">', `<base href="${place}">`));
    await use(site);
  },
  host: async ({ site, unpacked, place, sendsHeaders, simulator, context }, use) => {
    const headers = sendsHeaders ? readFileSync(join(unpacked, 'hosts/_headers'), 'utf8') : '';
    const host = await StaticHost.start(site, place, headers, simulator);
    await use(host);
    // What is still asked for when a test ends is not missing.
    await Promise.all(context.pages().map((page) => page.close()));
    await host.stop();
  },
});
