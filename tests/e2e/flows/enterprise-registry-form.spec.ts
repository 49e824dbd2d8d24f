// Target registries created and changed: each type with its own fields, and never without a secret.
import type { Locator, Page } from '@playwright/test';
import { expectNoAxeFindings } from '../support/accessibility.ts';
import { dialogNamed, press } from '../support/dialog.ts';
import { ACME, SPARE } from '../support/enterprise.ts';
import { expectNoSidewaysScrolling } from '../support/reflow.ts';
import { signIn } from '../support/session.ts';
import { rowNamed } from '../support/table.ts';
import { expect, test } from '../support/test.ts';

const CREATE = 'Create target registry';

interface Wrong {
  label: string;
  text: string;
  says: string | RegExp;
}

interface Type {
  name: string;
  kind: string;
  good: Record<string, string>;
  wrong: Wrong[];
}

const NAME: Wrong = { label: 'Target registry', text: 'a b', says: /Character 2/ };
const SECRET: Wrong = { label: 'Secret', text: '', says: 'Enter the secret.' };

const TYPES: Type[] = [
  {
    name: 'Harbor',
    kind: 'swr-pro',
    good: {
      'Target registry': 'made-harbor',
      URL: 'https://harbor.example.com',
      'Hosts and their IP addresses': 'harbor.example.com 192.0.2.10',
      'Access ID': 'robot$sync',
      Secret: 'a secret',
    },
    wrong: [
      NAME,
      { label: 'URL', text: 'harbor.example.com', says: 'Begin the URL with https:// or http://.' },
      { label: 'Hosts and their IP addresses', text: 'harbor.example.com', says: /Line 1: enter a host and its IP address/ },
      { label: 'Access ID', text: '', says: 'Enter the access ID.' },
      SECRET,
    ],
  },
  {
    name: 'SWR Enterprise',
    kind: 'swr-pro-internal',
    good: {
      'Target registry': 'made-ee',
      URL: 'https://ee.swr-pro.example.com',
      'Project ID': '0123456789abcdef0123456789abcdef',
      Region: 'eu-nl',
      'Instance ID': '5d4c3b2a-1f0e-4a9b-8c7d-6e5f4a3b2c1d',
      'Access ID': 'robot$sync',
      Secret: 'a secret',
    },
    wrong: [
      NAME,
      { label: 'URL', text: 'https://', says: /Enter a host after https/ },
      { label: 'Project ID', text: 'short', says: /./ },
      { label: 'Region', text: '', says: 'Enter the region.' },
      { label: 'Instance ID', text: '', says: 'Enter the ID of the instance.' },
      { label: 'Access ID', text: '', says: 'Enter the access ID.' },
      SECRET,
    ],
  },
  {
    name: 'SWR shared',
    kind: 'huawei-SWR',
    good: {
      'Target registry': 'made-shared',
      URL: 'https://swr.eu-nl.example.com',
      'Access ID': 'eu-nl@AKEXAMPLE',
      Secret: 'a login key',
    },
    wrong: [
      NAME,
      { label: 'URL', text: 'https://swr-api.eu-nl.example.com', says: 'This host serves the API, not images.' },
      { label: 'Access ID', text: 'AKEXAMPLE', says: 'Enter the access ID of SWR shared as region@AK' },
      SECRET,
    ],
  },
];

const field = (dialog: Locator, label: string): Locator => dialog.getByLabel(label, { exact: true });

async function open(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: CREATE, exact: true }).click();
  const dialog = dialogNamed(page, CREATE);
  await expect(field(dialog, 'URL')).toBeVisible();
  return dialog;
}

for (const type of TYPES) {
  test(`a registry of the type ${type.name} is created after each field was wrong in turn`, async ({ page, simulator }) => {
    test.slow();
    await signIn(page, simulator.token, `${SPARE}/registries`);
    const dialog = await open(page);
    await dialog.getByRole('radio', { name: type.name }).check();
    for (const [label, text] of Object.entries(type.good)) await field(dialog, label).fill(text);
    for (const { label, text, says } of type.wrong) {
      await field(dialog, label).fill(text);
      await press(dialog, CREATE);
      await expect(field(dialog, label)).toBeFocused();
      await expect(field(dialog, label)).toHaveAttribute('aria-invalid', 'true');
      await expect(field(dialog, label).locator('xpath=..')).toContainText(says);
      await field(dialog, label).fill(type.good[label] ?? '');
    }
    expect(await simulator.writes('POST')).toHaveLength(0);
    await expectNoAxeFindings(page);
    await expectNoSidewaysScrolling(page);
    await press(dialog, CREATE);
    await expect(dialog).toBeHidden();
    await expect(rowNamed(page, type.good['Target registry'] ?? '')).toContainText(type.name, { timeout: 60_000 });
    const [made] = await simulator.writes('POST');
    expect(made?.body).toMatchObject({ type: type.kind, name: type.good['Target registry'] });
  });
}

test('a taken name and a registry that cannot be reached are told where they belong', async ({ page, simulator, complaints }) => {
  complaints.allowRefusals();
  await signIn(page, simulator.token, `${ACME}/registries`);
  const dialog = await open(page);
  const good = TYPES[0]?.good ?? {};
  for (const [label, text] of Object.entries(good)) await field(dialog, label).fill(text);
  await field(dialog, 'Target registry').fill('old-harbor');
  await press(dialog, CREATE);
  await expect(dialog.getByText('old-harbor already exists.')).toBeVisible();
  await field(dialog, 'Target registry').fill('fault-400-unhealthy');
  await press(dialog, CREATE);
  await expect(dialog.getByText('Check URL, access ID and secret.').first()).toBeVisible();
  for (const label of ['URL', 'Access ID', 'Secret']) await expect(field(dialog, label)).toHaveAttribute('aria-invalid', 'true');
  await expectNoAxeFindings(page);
});

test('a registry is not changed without its secret, which nothing keeps or copies', async ({ page, simulator }) => {
  test.slow();
  await signIn(page, simulator.token, `${ACME}/registries`);
  await page.getByRole('button', { name: 'Actions for harbor-lab', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Edit', exact: true }).click();
  const dialog = dialogNamed(page, 'Edit target registry');
  await expect(dialog).toContainText('Type: Harbor. It cannot change.');
  await expect(dialog).toContainText('SWR never shows the secret, so every change needs it again.');
  await expect(dialog).toContainText('SWR does not report them, so enter all of them again');
  await field(dialog, 'Description').fill('changed');
  await field(dialog, 'Hosts and their IP addresses').fill('harbor-lab.example.com 192.0.2.10');
  await press(dialog, 'Save');
  await expect(dialog.getByText('Enter the secret.')).toBeVisible();
  expect(await simulator.writes()).toHaveLength(0);
  await dialog.getByLabel('Check the certificate').uncheck();
  await expect(dialog).toContainText('any certificate is accepted. Who stands in between can read the secret');
  await dialog.getByLabel('Check the certificate').check();
  await field(dialog, 'Secret').fill('rarely-typed');
  await expectNoAxeFindings(page);
  await press(dialog, 'Save');
  await expect(dialog).toBeHidden();
  const [changed] = await simulator.writes('PUT');
  expect(changed?.body).toMatchObject({ description: 'changed', insecure: false, credential: { access_secret: 'rarely-typed' } });
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain('rarely-typed');
});
