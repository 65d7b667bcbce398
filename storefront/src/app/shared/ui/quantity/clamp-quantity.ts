/** The nearest allowed quantity to what was typed; nonsense keeps the old one. */
export function clampQuantity(typed: string, min: number, max: number, old: number): number {
  const wanted = Number.parseInt(typed, 10);
  if (Number.isNaN(wanted)) return old;
  return Math.min(Math.max(wanted, min), max);
}
