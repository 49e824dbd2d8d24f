// How busy the machine is, told by what a browser takes for a piece of work that is always the same.
import type { Page } from '@playwright/test';

/** Milliseconds of the work below where the machine has nothing else to do, on the one that the "here" is. */
const ALONE = 300;
/** A machine that is this much slower counts as one with nothing else to do: no two runs take the same. */
const NEARLY = 1.3;

/** How many times as long as on an idle machine here the work takes in this page. */
export async function slowness(page: Page): Promise<number> {
  const took = await page.evaluate(() => {
    const start = performance.now();
    let number = 1;
    for (let turn = 0; turn < 200_000_000; turn += 1) number = (Math.imul(number, 1_664_525) + 1_013_904_223) | 0;
    // Nobody leaves out what is looked at.
    document.documentElement.dataset.number = String(number);
    return performance.now() - start;
  });
  return took / ALONE;
}

/** What may be taken instead of so many milliseconds where the work took so many times as long; on an idle machine that itself. */
export const allowed = (most: number, slow: number): number => (slow <= NEARLY ? most : most * slow);
