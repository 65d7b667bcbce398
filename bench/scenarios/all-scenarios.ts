import type { BenchOptions } from '../options.ts';
import type { Stage } from '../stage.ts';
import { buyingScenarios } from './buying.ts';
import { cachingScenarios } from './caching.ts';
import { followingScenarios } from './following.ts';
import { idlingScenario } from './idling.ts';
import { limitScenarios } from './limits.ts';
import { readingScenarios } from './reading.ts';
import type { Scenario } from './scenario.ts';

/** Everything that can be measured, in the order of the table. */
export function allScenarios(
  stage: Stage,
  { connections, subscribers, idleSubscribers }: BenchOptions,
): Scenario[] {
  return [
    ...limitScenarios(stage, connections),
    ...readingScenarios(stage, connections),
    ...cachingScenarios(stage, connections),
    ...buyingScenarios(stage, connections),
    ...followingScenarios(stage, subscribers),
    idlingScenario(stage, idleSubscribers),
  ];
}
