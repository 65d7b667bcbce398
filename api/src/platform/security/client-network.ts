import { isIPv6 } from 'node:net';

/** Expands `::` so that the first four groups of an IPv6 address can be read off. */
function firstGroups(address: string): string {
  const [head = '', tail] = address.split('::');
  const front = head ? head.split(':') : [];
  const back = tail ? tail.split(':') : [];
  const gap = tail === undefined ? 0 : Math.max(8 - front.length - back.length, 0);
  const groups = [...front, ...Array.from({ length: gap }, () => '0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => (group.replace(/^0+(?=.)/, '') || '0').toLowerCase())
    .join(':');
}

/**
 * What of a client's address stands for one subscriber: an IPv4 address, or the /64 of an IPv6 address,
 * of which each subscriber has 2^64 to choose from.
 */
export function networkOf(address: string): string {
  const plain = address.split('%')[0] ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain);
  if (mapped?.[1]) return mapped[1];
  return isIPv6(plain) ? `${firstGroups(plain)}::/64` : plain;
}
