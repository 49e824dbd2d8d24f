// How often a person presses a pointer.
import type { Page } from '@playwright/test';

/** Counts from here on, as long as the page is not loaded anew; gives what tells how many there were. */
export async function countPresses(page: Page): Promise<() => Promise<number>> {
  const handle = await page.evaluateHandle(() => {
    const counted = { presses: 0 };
    document.addEventListener('pointerdown', () => (counted.presses += 1), { capture: true });
    return counted;
  });
  return () => handle.evaluate(({ presses }) => presses);
}
