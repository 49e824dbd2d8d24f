// SWR Enterprise: the instances of the simulated cloud, and where their pages are.

/** The instance that is in use. */
export const ACME = 'enterprise/0c9b8a7d-6e5f-4d3c-b2a1-0f9e8d7c6b5a';
/** The one that is nearly empty. */
export const SPARE = 'enterprise/5d4c3b2a-1f0e-4a9b-8c7d-6e5f4a3b2c1d';
/** The ID of its registry `large-id`, which no number of JavaScript holds. */
export const LARGE_ID = '9007199254740993';
