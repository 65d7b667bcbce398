/** One name in the spellings that code needs. */
export interface Spellings {
  readonly kebab: string;
  readonly camel: string;
  readonly pascal: string;
  readonly snake: string;
  readonly words: string;
}

/** Spells a kebab-case name; undefined when it is none. */
export function spell(kebab: string): Spellings | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(kebab)) return undefined;
  const parts = kebab.split('-');
  const pascal = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
  return {
    kebab,
    pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    snake: parts.join('_'),
    words: parts.join(' '),
  };
}

/** The one of the many: `wishlists` → `wishlist`, `categories` → `category`, `search` → `search`. */
export function singular(kebab: string): string {
  if (kebab.endsWith('ies')) return `${kebab.slice(0, -3)}y`;
  if (/(ss|us|is|ics)$/.test(kebab)) return kebab;
  return kebab.endsWith('s') ? kebab.slice(0, -1) : kebab;
}
