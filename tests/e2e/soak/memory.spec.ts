// Long use of the built console.
import { OTHER_USES } from '../support/memory.ts';
import { soak } from './soak.ts';

soak(OTHER_USES);
