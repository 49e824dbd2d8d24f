// A page in a state that a person can meet.
import type { Page } from '@playwright/test';
import type { Simulator } from '../simulator.ts';

export interface State {
  name: string;
  /** Where the person signs in; nobody signs in without one. */
  address?: string;
  /** Whose token, when it is not the administrator's. */
  token?: string;
  /** What goes before signing in. */
  before?: (simulator: Simulator, page: Page) => Promise<void>;
  /** What the person does there. */
  steps?: (page: Page) => Promise<void>;
  /** Words that show that the state is reached. */
  words: string | RegExp;
}
