const SITE = 'https://shop.invalid';
const NEVER = ['/account/sign-in', '/account/register'];

/**
 * The path to go to after sign-in, only if it lies on this site. Browsers read `//host`, `/\host`
 * and control characters as another site, so the address is judged after parsing, not by its look.
 */
export function safeReturnTo(value: string | null | undefined, fallback = '/account'): string {
  if (!value?.startsWith('/') || hasControlCharacter(value)) {
    return fallback;
  }
  if (!URL.canParse(value, SITE)) {
    return fallback;
  }
  const url = new URL(value, SITE);
  if (url.origin !== SITE || url.pathname.startsWith('//')) {
    return fallback;
  }
  return NEVER.includes(url.pathname) ? fallback : url.pathname + url.search + url.hash;
}

function hasControlCharacter(value: string): boolean {
  return [...value].some((character) => character.charCodeAt(0) < 0x20);
}
