// The demo from a plain server, in browsers other than Chromium.
import { confirmRemoval, enterDemo, expect, inEachBrowser, openPermissions, openRemoval, test } from '../support/other-browsers.ts';

inEachBrowser(() => {
  test('one press signs in the administrator of the demo cloud, and the overview has numbers', async ({ tab, site }) => {
    await enterDemo(tab, site);
    await tab.find('heading', 'Overview');
    await tab.reads(/[1-9]\d*\s+Public repositories/);
    await tab.reads(/[1-9]\d* machine images shared with you wait for an answer/);
    await tab.reads('Nothing leaves this browser');
    expect(await tab.textOf()).not.toContain('demo cloud of its own');
    expect(await tab.title()).toMatch(/^DEMO /);
  });

  test('access that is taken away stays away after a reload, and an undo gives it back', async ({ tab, site }) => {
    await enterDemo(tab, site);
    await openPermissions(tab);
    await tab.rowReads('david', 'Edit');
    const removal = await openRemoval(tab, 'david');
    await tab.reads(/david\s+\w{32}\s+Edit, direct\s+afterwards: none/, removal);
    await tab.reads('The shared account PARTNER-GMBH can still pull.', removal);
    await confirmRemoval(tab, removal);
    await tab.reads('Access removed for 1 person on acme-web/shop/api, checked with the cloud at');
    await tab.lacks('rowheader', 'david');

    await tab.open(`${site.url}?demo`);
    await openPermissions(tab);
    await tab.lacks('rowheader', 'david');

    await tab.press('link', 'Activity');
    await tab.press('button', 'Undo');
    await tab.press('button', 'Undo', await tab.find('dialog', 'Undo'));
    await tab.reads('Access to acme-web/shop/api granted for 1 person, checked with the cloud at');
    await openPermissions(tab);
    await tab.rowReads('david', 'Edit');
  });

  test('a person works as somebody else, without a credential', async ({ tab, site }) => {
    await enterDemo(tab, site);
    await tab.choose('Reader', 'Work as');
    await tab.find('button', 'Account of carla');
    await tab.open(`${site.url}?demo`);
    await tab.find('button', 'Account of carla');
  });

  test('two tabs have one cloud', async ({ tab, site }) => {
    await enterDemo(tab, site);
    await openPermissions(tab);
    const goBack = await tab.openAnother();
    await tab.open(`${site.url}?demo`);
    await tab.find('button', 'Account of anna');
    await openPermissions(tab);
    await confirmRemoval(tab, await openRemoval(tab, 'david'));
    await tab.lacks('rowheader', 'david');
    await goBack();
    await openPermissions(tab);
    await tab.lacks('rowheader', 'david');
    expect(await tab.textOf()).not.toContain('demo cloud of its own');
  });
});
