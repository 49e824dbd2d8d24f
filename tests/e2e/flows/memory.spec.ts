// The short form of `make soak`: once everything was shown, showing it again takes next to no more memory.
import { LONG_LIST, moduleSize, OTHER_USES, watchMemory } from '../support/memory.ts';
import { expect, test } from '../support/test.ts';

const FIRST = 40;
const TIMES = 240;
/** What may stay, in MiB; memory comes by 1/16 MiB. */
const LIMIT = 0.5;

for (const [what, begin] of Object.entries({ ...LONG_LIST, ...OTHER_USES })) {
  test(`the memory stays as it is over ${TIMES} ${what}`, async ({ page, simulator, complaints }) => {
    // Among all repositories there are some whose sync tasks cannot be read.
    complaints.allowRefusals();
    await watchMemory(page);
    const use = await begin(page, simulator);
    await use(FIRST);
    const before = await moduleSize(page);
    await use(TIMES);
    expect((await moduleSize(page)) - before, `MiB that stay of ${TIMES} ${what}`).toBeLessThanOrEqual(LIMIT);
  });
}
