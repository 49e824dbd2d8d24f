// The `test` of what runs behind a proxy: a service and a proxy of its own for each test, and a search for every secret in
// what the proxy has written.
import { rmSync } from 'node:fs';
import { test as base } from '@playwright/test';
import { makeCertificates, type Certificates } from './certificates.ts';
import { Echo } from './echo.ts';
import { KINDS, MOUNTS, openFolder, Proxy, type Kind, type Mount } from './proxy.ts';
import { exchange, type RawAnswer } from './raw.ts';

export { expect } from '@playwright/test';

/** Headers of the console's own requests. */
export const OWN = ['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Mode: cors', 'X-Image-Console: 1'];

/** Every secret that these tests send begins so. */
export const SECRET = 'SECRET-OF-A-TEST';

/** The region that the console is set up for. */
export const configOf = (host: string) => {
  const service = { host };
  const services = { iam: service, iam_global: service, swr: service, hss: service, ims: service, enterprise: service };
  return { clouds: [{ id: 'own', regions: [{ id: 'eu-de', services }] }] };
};

/** Sends what is written, with the lines that every request has. */
export type Send = (request: string, headers?: string[], body?: string) => Promise<RawAnswer>;

interface Fixtures {
  kind: Kind;
  place: Mount;
  /** Where the services' paths begin. */
  api: string;
  echo: Echo;
  front: Proxy;
  send: Send;
}

export const test = base.extend<Fixtures, { certificates: Certificates }>({
  kind: ['nginx', { option: true }],
  place: ['/', { option: true }],
  certificates: [
    async ({}, use) => {
      const folder = openFolder('certificates');
      await use(makeCertificates(folder));
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  api: async ({ place }, use) => use(`${place}api/own/eu-de`),
  echo: async ({ certificates }, use) => {
    const echo = await Echo.start(certificates.right);
    await use(echo);
    await echo.stop();
  },
  front: async ({ kind, place, echo, certificates }, use) => {
    const proxy = await Proxy.start(kind, place, configOf(echo.host), certificates.authority);
    await use(proxy);
    const written = await proxy.stop();
    base.expect(written, 'what the proxy has written').not.toContain(SECRET);
  },
  send: async ({ front }, use) =>
    use((request, headers = OWN, body = '') => {
      const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
      const host = headers.some((line) => /^host:/i.test(line)) ? [] : [`Host: localhost:${front.port}`];
      return exchange(front.port, [`${request} HTTP/1.1`, ...host, ...headers, ...length, 'Connection: close'], body);
    }),
});

/** The same tests for each server and each place of the console. */
export function behindEach(tests: (kind: Kind, mount: Mount) => void): void {
  for (const kind of KINDS) {
    for (const mount of MOUNTS) {
      test.describe(`${kind} at ${mount}`, () => {
        test.use({ kind, place: mount });
        tests(kind, mount);
      });
    }
  }
}
