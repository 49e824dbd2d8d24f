// Every page, empty, refused, with a dialog open, and with all that can be read.
import type { Page } from '@playwright/test';
import { CARLA } from '../people.ts';
import { task } from '../security-sync.ts';
import { openPlace } from '../session.ts';
import type { State } from './state.ts';

const ACCESS = 'containers/acme-web/shop$api/permissions';
const TAGS = 'containers/acme-web/shop$api/tags';
const SYNC = 'containers/acme-web/shop$api/sync-tasks';

const pressed = (name: string) => async (page: Page) => page.getByRole('button', { name, exact: true }).click();
const select = async (page: Page) => page.getByRole('checkbox', { name: 'Select david' }).check();

const openImage = (name: string) => async (page: Page) => page.getByRole('link', { name, exact: true }).click();

const chooseEnterpriseProject = async (page: Page) => {
  await openPlace(page);
  await pressed('Change enterprise project')(page);
  await page.getByRole('radio', { name: 'Enter an ID' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Change enterprise project' }).click();
};
const startPicked = async (page: Page) => {
  await pressed('Start a sync')(page);
  await page.getByRole('radio', { name: 'Selected registries' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Start a sync' }).click();
};

export const PAGES: State[] = [
  { name: 'signing in with a token', words: 'Where do I get a token?' },
  {
    name: 'signing in with a password, nothing filled in',
    steps: async (page) => {
      await page.getByRole('tab', { name: 'User name and password' }).click();
      await pressed('Sign in')(page);
    },
    words: 'Enter the name of the account.',
  },
  { name: 'organizations', address: 'containers', words: 'acme-web' },
  { name: 'organizations that nothing matches', address: 'containers?filter=nothing-like-this', words: 'Nothing matches the filter.' },
  {
    name: 'organizations of an unreachable service',
    address: 'containers',
    before: (simulator) => simulator.fault({ path_contains: '/v2/manage/namespaces', fate: 'drop-before', times: 9 }),
    words: 'The cloud cannot be reached.',
  },
  {
    name: 'organizations that could not be read',
    address: 'containers',
    before: (simulator) => simulator.fault({ path_contains: '/v2/manage/namespaces', fate: 'status', status: 500, times: 9 }),
    words: 'This list could not be loaded.',
  },
  { name: 'repositories', address: 'containers/acme-web', words: /^Repositories \([1-9][0-9,]*\)$/ },
  { name: 'an organization without repositories', address: 'containers/empty', words: 'This organization has no repositories.' },
  { name: 'permissions', address: ACCESS, words: 'david' },
  { name: 'permissions that a reader may not see', address: ACCESS, token: CARLA, words: 'You may not see this list.' },
  { name: 'a public repository', address: 'containers/acme-web/shop$public-page/permissions', words: 'Everyone can get this image' },
  { name: 'hostile names', address: 'containers/acme-web/shop$hostile/permissions', words: '<img src=x onerror=alert(1)>' },
  { name: 'granting', address: ACCESS, steps: pressed('Grant access'), words: 'Without a name, lists show the ID.' },
  {
    name: 'changing a level',
    address: ACCESS,
    steps: async (page) => {
      await select(page);
      await pressed('Change level')(page);
    },
    words: 'The new level replaces the old one at once',
  },
  {
    name: 'removing access',
    address: ACCESS,
    steps: async (page) => {
      await select(page);
      await page.getByRole('checkbox', { name: 'Select emma' }).check();
      await pressed('Remove access')(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Remove access for 2 people' }).click();
    },
    words: 'Type “confirm” first.',
  },
  {
    name: 'making private',
    address: 'containers/acme-web/shop$public-page/permissions',
    steps: pressed('Make private'),
    words: 'only people with access and shared accounts can pull',
  },
  {
    name: 'after a change',
    address: ACCESS,
    steps: async (page) => {
      await select(page);
      await pressed('Remove access')(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Remove access for 1 person' }).click();
    },
    words: /, checked with the cloud at/,
  },
  { name: 'permissions on an organization', address: 'containers/acme-web/~permissions', words: 'greta' },
  { name: 'permissions on an organization that has none', address: 'containers/empty/~permissions', words: 'can get every image of' },
  {
    name: 'permissions on an organization that a reader may not see',
    address: 'containers/acme-web/~permissions',
    token: CARLA,
    words: 'You may not see this list.',
  },
  {
    name: 'removing access to an organization',
    address: 'containers/acme-web/~permissions',
    steps: async (page) => {
      await page.getByRole('checkbox', { name: 'Select greta' }).check();
      await pressed('Remove access')(page);
    },
    words: 'Direct access to single repositories stays.',
  },
  {
    name: 'creating an organization, a taken name',
    address: 'containers',
    steps: async (page) => {
      await pressed('Create organization')(page);
      await page.getByLabel('Organization', { exact: true }).fill('library');
      await page.getByRole('dialog').getByRole('button', { name: 'Create organization' }).click();
    },
    words: 'The name is taken',
  },
  {
    name: 'deleting organizations',
    address: 'containers',
    steps: async (page) => {
      await page.getByRole('checkbox', { name: 'Select empty' }).check();
      await page.getByRole('checkbox', { name: 'Select acme-data' }).check();
      await pressed('Delete 2 organizations')(page);
    },
    words: 'To confirm, type',
  },
  {
    name: 'creating a repository, nothing filled in',
    address: 'containers/empty',
    steps: async (page) => {
      await pressed('Create repository')(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Create repository' }).click();
    },
    words: 'Enter a name.',
  },
  {
    name: 'deleting repositories',
    address: 'containers/acme-data',
    steps: async (page) => {
      await page.getByRole('checkbox', { name: 'Select warehouse' }).check();
      await pressed('Delete 1 repository')(page);
    },
    words: 'No undo',
  },
  { name: 'sync tasks', address: 'security-sync', words: /^Manual sync, / },
  { name: 'sync tasks that the enterprise project hides', address: 'security-sync', token: CARLA, words: 'You may not see image sync tasks' },
  {
    name: 'sync tasks in a region without the service',
    address: 'security-sync',
    before: (simulator) => simulator.leaveOut('hss'),
    words: 'Image security sync is not offered in this region.',
  },
  { name: 'choosing an enterprise project', address: 'security-sync', steps: chooseEnterpriseProject, words: 'Enter an enterprise project ID.' },
  { name: 'starting a sync of picked registries', address: 'security-sync', steps: startPicked, words: 'Select at least one registry.' },
  { name: 'a running sync task', address: task(1), words: 'harbor-b' },
  {
    name: 'a sync task with hostile causes',
    address: task(2),
    steps: async (page) => page.getByRole('button', { name: /^[0-9]+ more causes$/ }).click(),
    words: '<script>alert(1)</script>',
  },
  {
    name: 'the images that failed in a sync task',
    address: task(2),
    steps: async (page) => page.getByRole('button', { name: /^Images that failed: [0-9]+$/ }).click(),
    words: 'library/service-0:1.0.0',
  },
  { name: 'synchronizing again', address: task(2), steps: async (page) => page.getByRole('button', { name: /^Sync [0-9]+ failed registr(y|ies) again$/ }).click(), words: 'A sync cannot be stopped here.' },
  { name: 'a sync task without registries', address: task(6), words: 'HSS lists no registries for this task' },
  { name: 'an unknown sync task', address: 'security-sync/tasks/unknown', words: 'There is no task with this ID.' },
  { name: 'a malformed sync task', address: 'security-sync/tasks/..%2Fnot', words: 'This is not a task ID.' },
  { name: 'tags', address: TAGS, words: '1.4.2' },
  {
    name: 'deleting tags',
    address: TAGS,
    steps: async (page) => {
      await page.getByRole('checkbox', { name: 'Select latest' }).check();
      await pressed('Delete 1 tag')(page);
    },
    words: 'latest: its image stays as',
  },
  {
    name: 'a whole digest',
    address: TAGS,
    steps: async (page) => page.getByRole('button', { name: /^sha256:/ }).first().click(),
    words: 'Copy digest',
  },
  { name: 'sync tasks and jobs', address: SYNC, words: 'eu-nl/acme-web-nl' },
  { name: 'sync tasks that nobody may see', address: 'containers/acme-web/shop$fault/sync-tasks', token: CARLA, words: 'You may not see this list.' },
  {
    name: 'creating a sync task, nothing filled in',
    address: SYNC,
    steps: async (page) => {
      await pressed('Create sync task')(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Create sync task' }).click();
    },
    words: 'Enter the target region.',
  },
  {
    name: 'syncing by hand, nothing chosen',
    address: SYNC,
    steps: async (page) => {
      await pressed('Copy tags now')(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Copy tags now' }).click();
    },
    words: 'Select at least one tag.',
  },
  {
    name: 'deleting sync tasks',
    address: SYNC,
    steps: async (page) => {
      await page.getByRole('checkbox', { name: 'Select all' }).first().check();
      await pressed('Stop 2 sync tasks')(page);
    },
    words: 'New pushes stop being copied to these targets',
  },
  { name: 'machine images', address: 'machine-images', words: 'web-golden-2026-11' },
  {
    name: 'machine images in a region without the service',
    address: 'machine-images',
    before: (simulator) => simulator.leaveOut('ims'),
    words: 'IMS is not offered in this region.',
  },
  {
    name: 'machine images that a person may not see',
    address: 'machine-images',
    before: (simulator) => simulator.fault({ path_contains: '/v2/cloudimages', fate: 'status', status: 403, times: 9 }),
    words: 'You may not see machine images of this project.',
  },
  { name: 'choosing who can use machine images', address: 'machine-images', steps: async (page) => page.locator('[popovertarget=image-visibility]').click(), words: /^Shared with me/ },
  { name: 'a machine image and its members', address: 'machine-images?filter=web-golden', steps: openImage('web-golden-2026-11'), words: 'Organization (Organizations service)' },
  { name: 'a machine image with odd members', address: 'machine-images?filter=odd-members', steps: openImage('odd-members'), words: 'expired-by-policy' },
  { name: 'a machine image that is not shared', address: 'machine-images?filter=payroll', steps: openImage('payroll-encrypted'), words: 'This image is not shared.' },
  { name: 'a machine image of everybody', address: 'machine-images?filter=appliance-0', steps: openImage('marketplace-appliance-0'), words: 'Everyone can use this image' },
  {
    name: 'a machine image whose members are refused',
    address: 'machine-images?filter=fault-403',
    steps: openImage('fault-403-members'),
    words: 'You may not see who this image is shared with.',
  },
  { name: 'an unknown machine image', address: 'machine-images/unknown', words: 'There is no image with this ID' },
  { name: 'a malformed machine image', address: 'machine-images/..%2Fnot', words: 'This is not an image ID.' },
  { name: 'activity without any', address: 'activity', words: 'No changes yet.' },
  { name: 'all sync tasks', address: 'sync-tasks', words: /^[1-9][0-9,]* of [0-9,]+ repositories could not be read$/ },
  { name: 'no such page', address: 'containers/acme-web/shop//api', words: 'There is no page at this address.' },
];
