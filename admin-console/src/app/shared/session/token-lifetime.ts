/** How long an access token lives by its own claims, so that a wrong clock on this machine does not matter. */
export function tokenLifetimeMilliseconds(token: string): number | undefined {
  const payload = token.split('.')[1];
  if (!payload) return undefined;
  try {
    const { iat, exp } = JSON.parse(
      atob(payload.replaceAll('-', '+').replaceAll('_', '/')),
    ) as Record<string, unknown>;
    return typeof iat === 'number' && typeof exp === 'number' ? (exp - iat) * 1000 : undefined;
  } catch {
    // Not a JWT: the caller falls back to the expiry that came with it.
    return undefined;
  }
}
