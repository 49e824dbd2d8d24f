// The short form of `make soak`: once everything was shown, showing it again takes no more memory.
import { LONG_LIST, moduleSize, OTHER_USES, watchMemory } from '../support/memory.ts';
import { expect, test } from '../support/test.ts';

/** What leaks 820 bytes a time makes every step grow: memory comes by 64 KiB. */
const STEP = 80;
/** The allocator asks for more once or twice before it has what the same pages need again and again. */
const STEPS = 6;

// A page change takes up to a fifth of a second where the machine has other work.
test.setTimeout(120_000);

for (const [what, begin] of Object.entries({ ...LONG_LIST, ...OTHER_USES })) {
  test(`the memory stays as it is over ${STEP} ${what}`, async ({ page, simulator, complaints }) => {
    // Among all repositories there are some whose sync tasks cannot be read.
    complaints.allowRefusals();
    await watchMemory(page);
    const use = await begin(page, simulator);
    const sizes = [await moduleSize(page)];
    do {
      await use(STEP);
      sizes.push(await moduleSize(page));
    } while (sizes.at(-1) !== sizes.at(-2) && sizes.length <= STEPS);
    expect(sizes.at(-1), `MiB after every ${STEP} ${what}: ${sizes.join(' ')}`).toBe(sizes.at(-2));
  });
}
