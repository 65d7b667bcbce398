import type { Tone } from '../../shared/ui/badge/badge';

interface Period {
  readonly isInForce: boolean;
  readonly startsAt: string | null;
}

/** Whether the prices of a list are asked, were, or will be. */
export function priceListState(
  { isInForce, startsAt }: Period,
  now: number,
): { readonly label: string; readonly tone: Tone } {
  if (isInForce) return { label: 'In force', tone: 'done' };
  if (startsAt && Date.parse(startsAt) > now) return { label: 'Planned', tone: 'active' };
  return { label: 'Over', tone: 'neutral' };
}
