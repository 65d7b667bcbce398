import { PALETTES } from './palettes';
import type { Painter, PatternFamily, PatternSpec } from './pattern.types';
import { paintBauhaus } from './patterns/bauhaus';
import { paintBotanical } from './patterns/botanical';
import { paintCitrus } from './patterns/citrus';
import { paintConfetti } from './patterns/confetti';
import { paintContours } from './patterns/contours';
import { paintCutouts } from './patterns/cutouts';
import { paintFish } from './patterns/fish';
import { paintHalftone } from './patterns/halftone';
import { paintHouses } from './patterns/houses';
import { paintLettering } from './patterns/lettering';
import { paintMeadow } from './patterns/meadow';
import { paintMoire } from './patterns/moire';
import { paintMoons } from './patterns/moons';
import { paintMountains } from './patterns/mountains';
import { paintOpart } from './patterns/opart';
import { paintPlaid } from './patterns/plaid';
import { paintRisograph } from './patterns/risograph';
import { paintScales } from './patterns/scales';
import { paintSunburst } from './patterns/sunburst';
import { paintTerrazzo } from './patterns/terrazzo';
import { paintTruchet } from './patterns/truchet';
import { paintWaves } from './patterns/waves';
import { paintWeave } from './patterns/weave';
import { Random } from './random';
import { svgDocument } from './svg';

const PAINTERS: Readonly<Record<PatternFamily, Painter>> = {
  bauhaus: paintBauhaus,
  botanical: paintBotanical,
  citrus: paintCitrus,
  confetti: paintConfetti,
  contours: paintContours,
  cutouts: paintCutouts,
  fish: paintFish,
  halftone: paintHalftone,
  houses: paintHouses,
  lettering: paintLettering,
  meadow: paintMeadow,
  moire: paintMoire,
  moons: paintMoons,
  mountains: paintMountains,
  opart: paintOpart,
  plaid: paintPlaid,
  risograph: paintRisograph,
  scales: paintScales,
  sunburst: paintSunburst,
  terrazzo: paintTerrazzo,
  truchet: paintTruchet,
  waves: paintWaves,
  weave: paintWeave,
};

/** The flat artwork as an SVG document of the given size. */
export function drawArtwork(spec: PatternSpec, width: number, height: number): string {
  const fragment = PAINTERS[spec.family]({
    width,
    height,
    unit: (Math.sqrt(width * height) / 10) * (spec.scale ?? 1),
    random: new Random(spec.seed),
    palette: PALETTES[spec.palette],
    text: spec.text ?? 'HALFTONE',
  });
  return svgDocument(width, height, fragment);
}
