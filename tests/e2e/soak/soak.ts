// A test for each use: the module's memory grows at first and then stays as it is.
import { moduleSize, watchMemory, type Uses } from '../support/memory.ts';
import { expect, test } from '../support/test.ts';

const TIMES = 2_000;
const STEP = 100;
/** What may stay, in MiB, of everything after the first step. */
const LIMIT = 2;

export function soak(uses: Uses): void {
  for (const [what, begin] of Object.entries(uses)) {
    test(`the memory stays as it is over ${TIMES} ${what}`, async ({ page, simulator, complaints }) => {
      test.setTimeout(10 * 60_000);
      // Among all repositories there are some whose sync tasks cannot be read.
      complaints.allowRefusals();
      await watchMemory(page);
      const use = await begin(page, simulator);
      const sizes = [await moduleSize(page)];
      for (let done = 0; done < TIMES; done += STEP) {
        await use(STEP);
        sizes.push(await moduleSize(page));
      }
      console.log(`MiB of the module, every ${STEP} ${what}: ${sizes.map((size) => size.toFixed(2)).join(' ')}`);
      expect(sizes.at(-1)! - sizes[1]!, `MiB that stay of ${TIMES - STEP} ${what}`).toBeLessThanOrEqual(LIMIT);
    });
  }
}
