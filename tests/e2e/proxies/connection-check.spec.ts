// What is wrong behind the real servers, as the connection check names it in a browser that speaks HTTP/2 with them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeTests } from '@playwright/test';
import { Blurting } from '../support/blurting.ts';
import { checked, lineOf } from '../support/connection-check.ts';
import { Encrypted } from '../support/encrypted.ts';
import { behindEach, test as proxied } from '../support/proxied.ts';
import { Proxy } from '../support/proxy.ts';
import { expect, test as ofConsole } from '../support/test.ts';

const test = mergeTests(ofConsole, proxied);

test.use({ ignoreHTTPSErrors: true });

behindEach((kind, mount) => {
  test('what is wrong between the server and each service is named, and what is missing in its map', async ({
    page,
    certificates,
    simulator,
    complaints,
  }) => {
    complaints.allow(/Failed to load resource/, /net::ERR_/);
    const right = await Encrypted.start(certificates.right, simulator);
    const strange = await Encrypted.start(certificates.untrusted, simulator);
    const leading = await Blurting.start(certificates.right, 'HTTP/1.1 302 Found\r\nLocation: https://evil.test/\r\nContent-Length: 0\r\n\r\n');
    const speechless = await Blurting.start(certificates.right, 'SSH-2.0-OpenSSH_9.2\r\n');
    const services = (swr: string) => ({
      iam: { host: right.host },
      swr: { host: swr },
      hss: { host: strange.host },
      ims: { host: speechless.host },
      enterprise: { host: leading.host },
    });
    // Nobody listens on the port of discarding.
    const region = { id: 'eu-de', services: services('localhost:9') };
    const proxy = await Proxy.start(kind, mount, { clouds: [{ id: 'own', regions: [region] }] }, certificates.authority, certificates.right);
    await page.goto(`${proxy.url}connection-check`);
    await checked(page);
    await expect(lineOf(page, 'IAM')).toContainText('Requests arrive.');
    await expect(lineOf(page, 'SWR')).toContainText('The proxy gets no connection to the service (502 or 503)');
    await expect(lineOf(page, 'HSS')).toContainText('a certificate that it does not accept');
    await expect(lineOf(page, 'SWR Enterprise')).toContainText('The address redirects');
    // nginx hands it on without a status; docs/decisions.md says why.
    const told = kind === 'nginx' ? 'What came is no answer of the service.' : 'The proxy gets no connection to the service';
    await expect(lineOf(page, 'IMS')).toContainText(told);

    // Somebody adds a region, and the server's configuration is not written again.
    const added = { id: 'eu-nl', services: services(right.host) };
    writeFileSync(join(proxy.site, 'config.json'), JSON.stringify({ clouds: [{ id: 'own', regions: [added] }] }));
    await page.reload();
    await checked(page);
    await expect(lineOf(page, 'SWR')).toContainText("The console's server has nothing at this address (404 or 405).");
    await expect(lineOf(page, 'SWR').locator('pre', { hasText: '/api/own/eu-nl/swr/' }).first()).toBeAttached();
    await page.close();
    await proxy.stop();
    await Promise.all([right, strange, leading, speechless].map((host) => host.stop()));
  });
});
