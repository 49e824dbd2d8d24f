// The demo under the headers that the archive has servers send.
import { removeAccess } from '../support/access.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { enterDemo, expect, openPermissions, test, type Sender } from '../support/demo.ts';
import { rowNamed } from '../support/table.ts';

for (const sender of ['hosts/_headers', 'nginx/open-telekom-cloud.conf'] as Sender[]) {
  test.describe(`with the headers of ${sender}`, () => {
    test.use({ sender });

    test('the worker starts and is worked with, and no policy is violated', async ({ page }) => {
      const answer = await page.goto('');
      const policy = answer?.headers()['content-security-policy'] ?? '';
      for (const part of ["worker-src 'self'", "'wasm-unsafe-eval'", 'require-trusted-types-for', "frame-ancestors 'none'"]) {
        expect(policy).toContain(part);
      }
      await enterDemo(page);
      await openPermissions(page);
      await removeAccess(page, 'david');
      await expectAnnouncement(page, 'Access removed for 1 person');
      await expect(rowNamed(page, 'david')).toHaveCount(0);
    });
  });
}
