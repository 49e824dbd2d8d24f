// The `test` of every spec: a simulator per worker, reset before each test, and a page that must stay without errors.
import { test as base, type BrowserContext } from '@playwright/test';
import { Cloud } from './cloud.ts';
import { Simulator } from './simulator.ts';

export { expect } from '@playwright/test';

/** What the browser complained about: console errors, uncaught errors, violations of the content security policy. */
export class Complaints {
  private readonly heard: string[] = [];
  private readonly allowed: RegExp[] = [];

  /** This test causes complaints like this one on purpose. */
  allow(...patterns: RegExp[]): void {
    this.allowed.push(...patterns);
  }

  /** The cloud refuses or fails in this test, which the browser complains about. */
  allowRefusals(): void {
    this.allow(/Failed to load resource/);
  }

  hear(complaint: string): void {
    this.heard.push(complaint);
  }

  get unexpected(): string[] {
    return this.heard.filter((complaint) => !this.allowed.some((pattern) => pattern.test(complaint)));
  }
}

/** Has what the browser complains about in a context heard. */
export async function listen(context: BrowserContext, complaints: Complaints): Promise<void> {
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.hear(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.hear(`uncaught: ${error.error()}`));
  await context.exposeBinding('reportViolation', (_, violation: string) => complaints.hear(`policy: ${violation}`));
  await context.addInitScript(() => {
    const report = (globalThis as unknown as { reportViolation(text: string): void }).reportViolation;
    document.addEventListener('securitypolicyviolation', (event) =>
      report(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
}

interface TestFixtures {
  complaints: Complaints;
  /** The simulated cloud, asked without the console. */
  cloud: Cloud;
  /** Every context of the test listens, so that a second tab is heard as well. */
  context: BrowserContext;
}

interface WorkerFixtures {
  /** How many repositories the largest organization has, where a file needs another number than the usual one. */
  repositories: number | undefined;
  startedSimulator: Simulator;
}

export const test = base.extend<TestFixtures & { simulator: Simulator }, WorkerFixtures>({
  repositories: [undefined, { scope: 'worker', option: true }],
  startedSimulator: [
    async ({ repositories }, use) => {
      const simulator = await Simulator.start(repositories);
      await use(simulator);
      await simulator.stop();
    },
    { scope: 'worker' },
  ],
  simulator: [
    async ({ startedSimulator }, use) => {
      await startedSimulator.reset();
      await use(startedSimulator);
    },
    { auto: true },
  ],
  cloud: async ({ simulator }, use) => use(new Cloud(simulator)),
  baseURL: async ({ startedSimulator }, use) => use(startedSimulator.url),
  complaints: async ({}, use) => {
    const complaints = new Complaints();
    await use(complaints);
    base.expect(complaints.unexpected, 'the browser complained').toEqual([]);
  },
  context: async ({ context, complaints }, use) => {
    await listen(context, complaints);
    await use(context);
    // A read that is still under way when a test ends fails in nobody's name.
    await Promise.all(context.pages().map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })));
  },
});
