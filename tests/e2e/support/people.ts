// Who can sign in to the simulated cloud besides the administrator.

/** Edits what others administer. */
export const BEN = 'DEMO-TOKEN-ben-MIIExampleOnlyGoodForTheSimulator';
export const BENS_ID = '1e2c6d7f8a9b4ac1b2d3e4f506172839';

/** Reads some repositories, and is restricted to one enterprise project. */
export const CARLA = 'DEMO-TOKEN-carla-MIIExampleOnlyGoodForTheSimulator';
export const CARLAS_ID = '2f3d7e8a9bac4bd2c3e4f5061728394a';
export const CARLAS_ENTERPRISE_PROJECT = '6a1c9f20-58b4-4d6e-9b3f-0e7d2c5a8b41';

/** A token that was good once. */
export const EXPIRED = 'DEMO-TOKEN-expired-MIIExampleOnlyGoodForTheSimulator';

/** A token of a project below the region's main one. */
export const SUB_PROJECT = 'DEMO-TOKEN-sub-project-MIIExampleOnlyGoodForTheSimulator';
