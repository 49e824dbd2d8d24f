// A change of machine images whose job has begun, as a page that was left keeps it in the browser.
import type { Page } from '@playwright/test';
import { PROJECT, type Cloud } from './cloud.ts';

/** Who the token of the simulator belongs to. */
const ANNAS_ID = '0d1b5c6e7f8a49b0a1c2d3e4f5061728';

/** Stops sharing an image with its first two projects, and keeps that in the browser. */
export async function keepJob(page: Page, cloud: Cloud, name: string): Promise<void> {
  const image = (await cloud.machineImages()).find((image) => image.name === name);
  if (image === undefined) throw new Error(`no image ${name}`);
  const members = await cloud.imageMembers(image.id);
  const projects = members.slice(0, 2).map((member) => member.member_id);
  const job = await cloud.stopSharing([image.id], projects);
  const id = Date.now() * 1_024;
  const record = written(id, Date.now(), image.id, name, projects, job);
  await page.goto('');
  const key = `image-console:/:live:changes:default:${ANNAS_ID}:eu%2Dde:${PROJECT}:${id}`;
  await page.evaluate(([key, text]) => localStorage.setItem(key!, text!), [key, JSON.stringify(record)]);
}

function written(id: number, now: number, image: string, name: string, projects: string[], job: string): object {
  const items = projects.map((project, number) => [
    number,
    {
      subject: { kind: 'image_member', of: { image }, id: `project:${project}` },
      name: `${name}, project ${number + 1}`,
      planned_in: 0,
      state: { in_job: { poll_error: null } },
    },
  ]);
  const call = {
    mutation: {
      operation: 'ims.delete_members',
      parameters: { images: [image], recipients: projects.map((project) => ({ project })) },
    },
    before: { image_members: { [image]: Object.fromEntries(projects.map((project) => [`project:${project}`, 'accepted'])) } },
    items: projects.map((_, number) => number),
    stage: 0,
    state: { following: { step: { pausing: { until: now } }, polls: 0, waits_since: now, address: 'plain' } },
    sent_at: now,
    answer: { status: 200, request_id: 'request-of-the-call', at: now },
    job: {
      id: job,
      since: now,
      status: '',
      percent: null,
      end_time: '',
      error_code: '',
      fail_reason: '',
      seen_at: null,
      poll_error: null,
    },
  };
  return {
    version: 1,
    change: {
      id,
      scope: { cloud: 'default', region: 'eu-de', project_id: PROJECT, user_id: ANNAS_ID },
      made_at: now,
      phase: 'running',
      items: Object.fromEntries(items),
      calls: { 0: call },
    },
    remains: [],
  };
}
