// Signing in to a cloud behind a server, in browsers other than Chromium.
import { expect, inEachBrowser, test } from '../support/other-browsers.ts';

inEachBrowser(() => {
  test('a token signs in and is kept nowhere, and whoever signs out is asked for one again', async ({ tab, simulator }) => {
    await tab.open(simulator.url);
    await tab.type(simulator.token, 'textbox', 'Token');
    await tab.press('button', 'Sign in');
    await tab.find('button', 'Account of anna');
    await tab.find('heading', 'Overview');
    expect(await tab.run(() => JSON.stringify([localStorage, sessionStorage, document.cookie]))).not.toContain(simulator.token);
    await tab.press('button', 'Account of anna');
    await tab.press('button', 'Sign out');
    await tab.find('textbox', 'Token');
  });
});
