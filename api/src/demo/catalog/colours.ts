import type { DemoOption, DemoOptionValue } from '../demo-catalog.types';

const COLOURS = {
  Chalk: { code: 'CHK', swatch: '#f6f1e6' },
  Ink: { code: 'INK', swatch: '#1f2a44' },
  Clay: { code: 'CLY', swatch: '#b8553a' },
  Sage: { code: 'SGE', swatch: '#93a88f' },
  Mustard: { code: 'MUS', swatch: '#d9a441' },
  Sky: { code: 'SKY', swatch: '#a9c6dc' },
  Rose: { code: 'RSE', swatch: '#e3a79c' },
  Charcoal: { code: 'CHA', swatch: '#2c2c2e' },
} as const satisfies Record<string, { code: string; swatch: string }>;

export type ColourName = keyof typeof COLOURS;

/** A Colour option whose every value has its own picture. */
export function colourOption(...names: readonly ColourName[]): DemoOption {
  const values: DemoOptionValue[] = names.map((name) => ({
    name,
    ...COLOURS[name],
    priceModifierMinor: 0,
  }));
  return { name: 'Colour', values, pictured: true };
}
