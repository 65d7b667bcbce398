const KEY = 'halftone.session';

/**
 * Remembers that this browser signed in once, so that a stranger's visit needs no request for a session.
 * It is no secret: the session itself is in a cookie that no script can read.
 */
export const sessionHint = {
  exists: () => localStorage.getItem(KEY) === '1',
  remember: () => localStorage.setItem(KEY, '1'),
  forget: () => localStorage.removeItem(KEY),
};
