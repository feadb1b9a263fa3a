/** Why there is no remedy. `reached`: liquidation may have begun. `met`: the goal is already met. */
export const REMEDY_OBSTACLES = [
  'stale',
  'partial',
  'hedged',
  'haircut',
  'coin-margined',
  'no price',
  'reached',
  'met',
] as const;
export type RemedyObstacle = (typeof REMEDY_OBSTACLES)[number];
