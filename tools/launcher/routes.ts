/** Who answers a route. */
export type RouteTarget =
  | { readonly kind: 'api' }
  | { readonly kind: 'storefront' }
  | { readonly kind: 'console' }
  | { readonly kind: 'redirect'; readonly to: string };

/** One route of the front door. */
export interface Route {
  readonly path: string;
  /** `exact` matches the path alone, `prefix` everything that begins with it. */
  readonly match: 'exact' | 'prefix';
  readonly target: RouteTarget;
  /** Whether the route carries WebSocket connections. */
  readonly webSocket?: boolean;
  /** Whether the route carries server-sent events, which nobody on the way may hold back. */
  readonly stream?: boolean;
}

/** Every route of the shop, in one table: the front door serves it, and a test holds nginx.conf to it. */
export const routes: readonly Route[] = [
  { path: '/graphql', match: 'exact', target: { kind: 'api' }, webSocket: true },
  { path: '/graphql/admin', match: 'exact', target: { kind: 'api' }, webSocket: true },
  { path: '/graphql/stream', match: 'exact', target: { kind: 'api' }, stream: true },
  { path: '/graphql/admin/stream', match: 'exact', target: { kind: 'api' }, stream: true },
  { path: '/media/', match: 'prefix', target: { kind: 'api' } },
  { path: '/webhooks/', match: 'prefix', target: { kind: 'api' } },
  { path: '/documents/', match: 'prefix', target: { kind: 'api' } },
  { path: '/livez', match: 'exact', target: { kind: 'api' } },
  { path: '/readyz', match: 'exact', target: { kind: 'api' } },
  { path: '/admin', match: 'exact', target: { kind: 'redirect', to: '/admin/' } },
  { path: '/admin/', match: 'prefix', target: { kind: 'console' } },
  { path: '/', match: 'prefix', target: { kind: 'storefront' } },
];

/** The route of a path: an exact one first, else the longest prefix, as Nginx chooses. */
export function routeOf(path: string): Route {
  const found =
    routes.find((route) => route.match === 'exact' && route.path === path) ??
    routes
      .filter((route) => route.match === 'prefix' && path.startsWith(route.path))
      .toSorted((one, other) => other.path.length - one.path.length)[0];
  if (!found) throw new Error(`No route for ${path}; the prefix / is missing from the table.`);
  return found;
}

/** What pages may load, by the card provider that they need; a storefront that takes cards names it. */
export const contentSecurityPolicies: Readonly<Record<'default' | 'stripe', string>> = {
  default:
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
  stripe:
    "default-src 'self'; script-src 'self' 'unsafe-inline' https://js.stripe.com; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' https://api.stripe.com; frame-src https://js.stripe.com https://hooks.stripe.com; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
};

/** The header by which the storefront says which card provider its pages need. It goes no further than the entrance. */
export const cardProviderHeader = 'x-card-provider';

/** Headers that every answer carries, whoever wrote it. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Content-Security-Policy': contentSecurityPolicies.default,
};

/** Largest request body, as `client_max_body_size` in nginx.conf. */
export const maxBodyBytes = 1024 * 1024;
