import { createReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

import { answer } from './proxy.ts';
import { securityHeaders } from './routes.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Whether the build named the file after its content, so that it never changes. */
const hashed = /-[A-Z0-9]{8}\.\w+$/;

/** Serves a single-page application: its files, and index.html for every page of it. */
export async function serveApplication(
  request: IncomingMessage,
  response: ServerResponse,
  site: { readonly folder: string; readonly base: string },
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    answer(response, 405, 'Only GET and HEAD are allowed here.', { Allow: 'GET, HEAD' });
    return;
  }
  const wanted = pathBelow(request.url ?? '', site.base);
  const isPage = wanted !== undefined && extname(wanted) === '';
  const file = wanted && join(site.folder, isPage ? 'index.html' : wanted);
  const stats = file ? await stat(file).catch(() => undefined) : undefined;
  // A missing script must be a 404: index.html in its place would be a syntax error in the browser.
  if (!file || !stats?.isFile()) answer(response, 404, 'There is no such file.');
  else send(request, response, { file, stats });
}

function pathBelow(url: string, base: string): string | undefined {
  try {
    const path = normalize(decodeURIComponent(new URL(url, 'http://front.door').pathname));
    return path.startsWith(base) && !path.includes('\0') ? path.slice(base.length - 1) : undefined;
  } catch {
    return undefined;
  }
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { file, stats }: { file: string; stats: Stats },
): void {
  const etag = `"${stats.size.toString(16)}-${Math.trunc(stats.mtimeMs).toString(16)}"`;
  const headers = {
    ...securityHeaders,
    'Content-Type': contentTypes[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': hashed.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
  };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'Content-Length': stats.size });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}
