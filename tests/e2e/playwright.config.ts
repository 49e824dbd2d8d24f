// End-to-end tests: the built console in dist/, served by one simulator per worker, in the system's Chromium, and some in the
// system's Firefox and WebKit.
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// The same browser without its windows starts a page with two thirds of the work.
const CHROMIUMS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

export default defineConfig({
  outputDir: 'results/tests',
  // One more than the cores of a small machine: tests also wait.
  workers: 3,
  retries: 0,
  fullyParallel: true,
  forbidOnly: true,
  // Long, because nothing that passes waits for it, and a machine may have other work.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 800 },
    // Recording costs a quarter of the time of the whole suite: for whoever looks into a failure, by TRACE=1.
    trace: process.env.TRACE === '1' ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? CHROMIUMS.find((path) => existsSync(path)),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'flows', testDir: 'flows' },
    { name: 'demo', testDir: 'demo' },
    { name: 'proxies', testDir: 'proxies' },
    { name: 'archive', testDir: 'archive' },
    // Their own drivers start them, a new one for each test.
    { name: 'other-browsers', testDir: 'other-browsers', workers: 2, timeout: 180_000, use: { trace: 'off' } },
    { name: 'size', testDir: 'size' },
    { name: 'screenshots', testDir: 'screenshots' },
    { name: 'soak', testDir: 'soak', workers: 1 },
  ],
});
