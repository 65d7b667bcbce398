import type { Canvas } from '../pattern.types';
import { circle, n, path, rect, stroke } from '../svg';
import { leaf, placed } from './leaf';

interface Stem {
  readonly x: number;
  readonly top: number;
  readonly bend: number;
  readonly fill: string;
  readonly berries: boolean;
}

function drawStem(canvas: Canvas, stem: Stem, ground: number): string {
  const { unit, random, palette } = canvas;
  const tall = ground - stem.top;
  const at = (t: number): [number, number] => [stem.x + stem.bend * t * t, ground - tall * t];
  const points = Array.from({ length: 13 }, (_, index) => at(index / 12));
  let parts = stroke(
    `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}`,
    stem.fill,
    unit * 0.09,
  );
  const pairs = Math.max(5, Math.round(tall / (unit * 0.85)));
  for (let index = 1; index <= pairs; index += 1) {
    const t = 0.14 + (index / pairs) * 0.84;
    const [x, y] = at(t);
    const length = unit * (1.75 - t * 1.1) * random.between(0.9, 1.1);
    for (const side of [-1, 1]) {
      const tilt = -90 + side * (58 - t * 22) + (stem.bend / tall) * 60 * t;
      if (stem.berries) {
        const reach = length * 0.7;
        const rad = (tilt * Math.PI) / 180;
        const [bx, by] = [x + Math.cos(rad) * reach, y + Math.sin(rad) * reach];
        parts += stroke(`M${n(x)} ${n(y)}L${n(bx)} ${n(by)}`, stem.fill, unit * 0.05);
        parts += circle(bx, by, unit * 0.2, palette.inks[index % 2 === 0 ? 1 : 2]);
      } else {
        parts += placed(x, y, tilt, leaf(length, length * 0.3, stem.fill, palette.paper));
      }
    }
  }
  const [tx, ty] = at(1);
  const tip = stem.berries ? circle(tx, ty, unit * 0.24, palette.inks[1]) : '';
  return (
    parts + (tip || placed(tx, ty, -90, leaf(unit * 0.8, unit * 0.25, stem.fill, palette.paper)))
  );
}

/** Tall silhouettes of garden plants before a sun or an arch. */
export function paintBotanical(canvas: Canvas): string {
  const { width, height, unit, random, palette } = canvas;
  const [a, b, c, d] = palette.inks;
  const ground = height * 0.92;
  const cx = width / 2;
  const radius = width * 0.34;
  const back = random.chance(0.5)
    ? circle(cx, height * 0.42, radius, c)
    : path(
        `M${n(cx - radius)} ${n(ground)}V${n(height * 0.42)}a${n(radius)} ${n(radius)} 0 0 1 ${n(radius * 2)} 0V${n(ground)}Z`,
        palette.inks[4] ?? c,
      );
  const places = random.shuffled([-0.3, -0.1, 0.1, 0.3]);
  const fills = [a, d, a, b];
  const stems = places.map((place, index) =>
    drawStem(
      canvas,
      {
        x: cx + place * width * 0.55,
        top: height * (0.12 + Math.abs(place) * 0.6 + random.between(0, 0.08)),
        bend: place * width * random.between(0.35, 0.6),
        fill: fills[index] ?? a,
        berries: index === 3,
      },
      ground,
    ),
  );
  const soil = stroke(`M${n(unit)} ${n(ground)}H${n(width - unit)}`, d, unit * 0.09);
  return rect(0, 0, width, height, palette.paper) + back + stems.join('') + soil;
}
