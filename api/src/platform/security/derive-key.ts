import { hkdfSync } from 'node:crypto';

/** A key for one purpose, made from the server's secret: what one purpose leaks opens no other. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `cartwright/${purpose}`, 32));
}
