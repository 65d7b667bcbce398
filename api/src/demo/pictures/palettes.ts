/** A paper and the inks printed on it, strongest ink first. */
export interface Palette {
  readonly paper: string;
  readonly inks: readonly [string, string, string, string, ...string[]];
}

/** The studio's ink cupboard. */
export const PALETTES = {
  riso: { paper: '#f8f1e1', inks: ['#f2543d', '#1d4f91', '#f7b32b', '#14344f', '#f4a6a0'] },
  harbour: { paper: '#f1ece0', inks: ['#16425b', '#2f7f86', '#e4572e', '#81b7b5', '#f0c987'] },
  citrus: { paper: '#fdf6e0', inks: ['#f28f1c', '#f7c938', '#3b7a4b', '#e2542c', '#a9c46c'] },
  midnight: { paper: '#151c3b', inks: ['#f3e9d2', '#f2b134', '#6c7fd8', '#e5637c', '#33437f'] },
  clay: { paper: '#f3e8db', inks: ['#b4502f', '#dd9a6b', '#4b3a33', '#8a9a86', '#e7c5a4'] },
  mint: { paper: '#eef4ea', inks: ['#1f6f5c', '#f28482', '#84c7ae', '#f6bd60', '#274c47'] },
  ink: { paper: '#f6f2e8', inks: ['#1d1d20', '#4a4a50', '#8d8b86', '#d8d2c4', '#e0492f'] },
  rose: { paper: '#fbeee8', inks: ['#d1495b', '#edae9f', '#6b2f45', '#f2c879', '#8fa8a0'] },
  cobalt: { paper: '#f4f1e8', inks: ['#1f3fb0', '#5f86e8', '#a9c1f5', '#122466', '#f05d3e'] },
  moss: { paper: '#f2efdf', inks: ['#3c5a3a', '#8aa05a', '#c9b458', '#26392b', '#d9764a'] },
  primary: { paper: '#f7f2e4', inks: ['#d8352a', '#1f4aa8', '#f3bb1b', '#1e1e22', '#e9dcc0'] },
  plum: { paper: '#f5ecea', inks: ['#5b2a5e', '#c0578a', '#f19a5b', '#8f7fc0', '#f5cdb6'] },
  lagoon: { paper: '#0f4c52', inks: ['#f6ead0', '#f28c5e', '#4fb3a5', '#f3c65f', '#1c6a6d'] },
  blush: { paper: '#fff5ec', inks: ['#ef7b6c', '#f9c0a8', '#2f5d62', '#f4d35e', '#a2c5c0'] },
  brick: { paper: '#c8432b', inks: ['#fbeed8', '#f4b95a', '#5a1d1a', '#f08f6d', '#2b4a5e'] },
  sky: { paper: '#e9f1f5', inks: ['#2b6cb0', '#f6ad3c', '#8ec3e6', '#e8553f', '#1c3d5a'] },
} as const satisfies Record<string, Palette>;

export type PaletteName = keyof typeof PALETTES;
