// Every page in every state that a person can meet.
import { LOADING } from './states/loading.ts';
import { PAGES } from './states/pages.ts';
import { RESULTS } from './states/results.ts';
import { SELECTED } from './states/selected.ts';
import type { State } from './states/state.ts';

export const STATES: State[] = [...PAGES, ...LOADING, ...SELECTED, ...RESULTS];
