// Long use of a list of 100,000.
import { LONG_LIST } from '../support/memory.ts';
import { test } from '../support/test.ts';
import { soak } from './soak.ts';

test.use({ repositories: 100_000 });
soak(LONG_LIST);
