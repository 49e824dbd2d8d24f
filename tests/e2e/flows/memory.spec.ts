// The short form of `make soak`: once everything was shown, showing it again takes next to no more memory.
import { LONG_LIST, moduleSize, OTHER_USES, watchMemory } from '../support/memory.ts';
import { expect, test } from '../support/test.ts';

const FIRST = 60;
const TIMES = 120;
/** What may stay, in MiB; memory comes by 1/16 MiB. */
const LIMIT = 0.25;

// A page change takes up to a fifth of a second where the machine has other work.
test.setTimeout(60_000);

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
