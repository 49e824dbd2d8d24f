// What the page's own thread does, by the time of the processor: other work on the machine makes no task longer.
import type { Browser, Page } from '@playwright/test';

/** A task of the page's thread. */
export interface Task {
  /** Milliseconds of the processor. */
  cpu: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  tdur?: number;
  args: { name?: string };
}

/** The tasks of the page while something goes on. */
export async function tasksOf(browser: Browser, page: Page, meanwhile: () => Promise<unknown>): Promise<Task[]> {
  await browser.startTracing(page, { categories: ['toplevel'] });
  await meanwhile();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`;
  const pages = new Set(traceEvents.filter((it) => it.name === 'thread_name' && it.args.name === 'CrRendererMain').map(thread));
  const tasks = traceEvents.filter((it) => it.ph === 'X' && it.name.includes('RunTask') && pages.has(thread(it)));
  return tasks.flatMap(({ tdur }) => (tdur === undefined ? [] : [{ cpu: tdur / 1_000 }]));
}
