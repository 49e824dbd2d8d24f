// A tab in the demo while the console's files are replaced by those of another version.
import { removeAccess } from '../support/access.ts';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { expectAnnouncement } from '../support/announcement.ts';
import { BASE, enterDemo, expect, openPermissions, test } from '../support/demo.ts';
import { newerPage } from '../support/files.ts';
import { personMenu } from '../support/session.ts';
import { rowNamed } from '../support/table.ts';

test('in the demo a new version is said to stay in it, and nobody is told of a sign-in that a reload would end', async ({ page }) => {
  await page.clock.install();
  await enterDemo(page);
  await openPermissions(page);
  await removeAccess(page, 'david');
  await expectAnnouncement(page, 'Access removed for 1 person on acme-web/shop/api');
  // Any address but this one is none of a static server.
  await page.goto('?demo');
  await expect(personMenu(page)).toBeVisible();
  await page.route(
    (url) => url.pathname === BASE,
    (route) => route.fulfill({ contentType: 'text/html', body: newerPage }),
  );
  await page.clock.fastForward('05:01');
  const told = page.getByRole('status').filter({ hasText: 'The console was updated while this page was open.' });
  await expect(told).toContainText('Reloading stays in the demo. A new version may begin the demo cloud anew.');
  await expect(told).not.toContainText('sign');
  await expectNoAxeFindings(page);

  // The same version once more: what was changed is there, and so is who was at work.
  await page.unrouteAll();
  await told.getByRole('button', { name: 'Reload' }).click();
  await expect(told).toHaveCount(0);
  await expect(personMenu(page)).toContainText('anna');
  await openPermissions(page);
  await expect(rowNamed(page, 'emma')).toBeVisible();
  await expect(rowNamed(page, 'david')).toBeHidden();
});
