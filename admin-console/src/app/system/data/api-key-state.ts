import type { Tone } from '../../shared/ui/badge/badge';

const day = 86_400_000;
const soonDays = 7;

/** A key's state in words and tone. */
export interface ApiKeyState {
  readonly label: string;
  readonly tone: Tone;
  /** Whether the key opens anything. */
  readonly isGood: boolean;
}

/** How a key stands at a moment. */
export function apiKeyState(
  key: { readonly revokedAt: string | null; readonly expiresAt: string | null },
  now: number,
): ApiKeyState {
  if (key.revokedAt) return { label: 'Revoked', tone: 'ended', isGood: false };
  const left = key.expiresAt ? Date.parse(key.expiresAt) - now : Number.POSITIVE_INFINITY;
  if (left <= 0) return { label: 'Expired', tone: 'neutral', isGood: false };
  if (left < soonDays * day) return { label: 'Ends soon', tone: 'waiting', isGood: true };
  return { label: 'Active', tone: 'done', isGood: true };
}

/** How long a new key may be good for. */
export type KeyLifetime = '30' | '90' | '365' | 'never' | 'date';

/** When a key that is made now ends: after some days, at the end of a given day, or never. */
export function expiryOf(lifetime: KeyLifetime, date: string, now: number): string | undefined {
  if (lifetime === 'never') return undefined;
  if (lifetime !== 'date') return new Date(now + Number(lifetime) * day).toISOString();
  return new Date(`${date}T23:59:59`).toISOString();
}
