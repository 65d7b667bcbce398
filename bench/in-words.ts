import { meets, targetFigure } from './compare.ts';
import type { ScenarioResult, Target } from './results.ts';

/** What stands where there is no figure. */
export const nothing = '–';

/** A target and whether it is met. */
export function targetOf(scenario: ScenarioResult, scenarios: readonly ScenarioResult[]): string {
  const { target } = scenario;
  if (!target) return nothing;
  const figure = targetFigure(scenario, target, scenarios);
  if (figure === undefined) return `${inWords(target)}: not measured`;
  return `${inWords(target)}: ${meets(figure, target) ? 'met' : `missed, ${inUnit(figure, target)}`}`;
}

function inWords(target: Target): string {
  const { of, atLeast, atMost } = target;
  const bound =
    atLeast === undefined ? `≤ ${inUnit(atMost ?? 0, target)}` : `≥ ${inUnit(atLeast, target)}`;
  if (of === 'rate of limit') return bound;
  return `${of === 'megabytes' ? 'memory' : of.replace(' of limit', '')} ${bound}`;
}

function inUnit(figure: number, { of }: Target): string {
  if (of === 'rate of limit' || of === 'CPU of limit') return percent(figure);
  if (of === 'p99') return `${figure.toFixed(0)} ms`;
  return of === 'megabytes' ? `${whole(figure)} MB` : String(figure);
}

/** Figures that few scenarios have, as a sentence below the table. */
export function besides({ title, figures }: ScenarioResult): string[] {
  const { computed, subscribers, megabytes, bytesPerSubscriber, idleCpu } = figures;
  const parts = [
    computed === undefined ? [] : `computed ${computed.toFixed(2)} times`,
    subscribers === undefined ? [] : `${whole(subscribers)} connected`,
    megabytes === undefined ? [] : `${whole(megabytes)} MB resident`,
    bytesPerSubscriber === undefined ? [] : `${whole(bytesPerSubscriber / 1_000)} kB for each`,
    idleCpu === undefined ? [] : `${percent(idleCpu)} of a core while nothing happens`,
  ].flat();
  return parts.length > 0 ? [`${title}: ${parts.join(', ')}.`] : [];
}

/** A number per second, as exact as it is worth. */
export function count(value: number): string {
  return value >= 100 ? whole(value) : value.toFixed(1);
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

/** A time in milliseconds. */
export function milliseconds(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 1 ? 1 : 2);
}

/** A part as per cent. */
export function percent(part: number): string {
  return `${(part * 100).toFixed(Math.abs(part) < 0.1 ? 1 : 0)} %`;
}

/** A figure, or that there is none. */
export function optional(value: number | undefined, format: (value: number) => string): string {
  return value === undefined ? nothing : format(value);
}
