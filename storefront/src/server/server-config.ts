/** What the rendering server needs from its environment. */
export interface ServerConfig {
  readonly host: string;
  readonly port: number;
  readonly apiUrl: string;
  /** Under which the shop is known to the world, without a path. */
  readonly publicOrigin: string;
  readonly allowedHosts: readonly string[];
  /** Whose script and frames pages may load to take cards; the entrance is told. */
  readonly cardProvider: 'stripe' | undefined;
}

/** Reads the environment once; a value that cannot be used stops the start with a sentence. */
export function readServerConfig(env: NodeJS.ProcessEnv): ServerConfig {
  const publicUrl = readUrl('PUBLIC_URL', env['PUBLIC_URL'] ?? 'http://localhost:8080');
  return {
    host: env['HOST'] ?? '127.0.0.1',
    port: readPort(env['PORT'] ?? '4001'),
    apiUrl: readUrl('API_URL', env['API_URL'] ?? 'http://127.0.0.1:4000').href.replace(/\/$/, ''),
    publicOrigin: publicUrl.origin,
    allowedHosts: [...new Set(['localhost', '127.0.0.1', publicUrl.hostname])],
    cardProvider: env['STRIPE_PUBLISHABLE_KEY'] ? 'stripe' : undefined,
  };
}

function readPort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT must be a port number, not "${value}".`);
  }
  return port;
}

function readUrl(name: string, value: string): URL {
  const url = URL.parse(value);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(`${name} must be an http or https URL, not "${value}".`);
  }
  return url;
}
