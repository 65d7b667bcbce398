import { Refusal } from '../tools/launcher/refusal.ts';
import type { About } from './results.ts';

/** The scenarios that these names mean, by id or by group, with the limits they are measured by; all without names. */
export function choose<S extends About>(scenarios: readonly S[], only: readonly string[]): S[] {
  if (only.length === 0) return [...scenarios];
  const unknown = only.find((name) => !scenarios.some((scenario) => isCalled(scenario, name)));
  if (unknown !== undefined) {
    const ids = scenarios.map(({ id }) => id).join(', ');
    throw new Refusal(`There is no scenario "${unknown}"; there are ${ids}, and groups of them.`);
  }
  const chosen = new Set<string>();
  const add = (scenario: S | undefined) => {
    if (!scenario || chosen.has(scenario.id)) return;
    chosen.add(scenario.id);
    add(scenarios.find(({ id }) => id === scenario.limit));
  };
  for (const scenario of scenarios) {
    if (only.some((name) => isCalled(scenario, name))) add(scenario);
  }
  return scenarios.filter(({ id }) => chosen.has(id));
}

function isCalled({ id, group }: About, name: string): boolean {
  return id === name || group === name;
}
