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

/** The administrator's, which the region's IAM does not know, but the cloud's global one. */
export const GLOBAL = 'DEMO-TOKEN-global-MIIExampleOnlyGoodForTheSimulator';

/** Administers another account, which machine images come from and go to. */
export const PAULA = 'DEMO-TOKEN-paula-MIIExampleOnlyGoodForTheSimulator';
export const PAULAS_PROJECT = 'b7d1e3f5a7c94d02b4e6f8a0c2e4d6f8';
export const PAULAS_ACCOUNT = 'c8e2f4a6b8d05e13c5f7a9b1d3f5e7a9';
