import type { DemoProduct } from './demo-catalog.types';
import type { PictureSpec } from './pictures/render-picture';

/** A picture of a product, with the option value that it shows, if it shows one. */
export interface DemoPicture {
  readonly alt: string;
  readonly spec: PictureSpec;
  readonly shows?: { readonly option: string; readonly value: string };
}

const SCENES: Readonly<Record<DemoProduct['form'], string>> = {
  poster: 'poster on a pale wall',
  card: 'folded card on its envelope',
  tiles: 'four tiles laid together and a fifth beside them',
  fabric: 'length of cloth over a wooden rail',
  mug: 'mug on a table',
  't-shirt': 'T-shirt laid flat',
  notebook: 'notebook with a pencil',
  'gift-wrap': 'wrapped parcel and a roll of the paper',
};

/** The pictures of a product in display order: the lead first, then the artwork, then the other colours. */
export function picturesOf(product: DemoProduct): DemoPicture[] {
  const { form, pattern, title } = product;
  const artwork: DemoPicture = {
    alt: `${title}: the printed pattern, close up`,
    spec: { view: 'artwork', form, pattern },
  };
  const option = product.options.find(({ pictured }) => pictured);
  if (option === undefined) {
    const alt = `${title}: ${SCENES[form]}`;
    return [{ alt, spec: { view: 'product', form, pattern } }, artwork];
  }
  const views = option.values.map<DemoPicture>((value) => ({
    alt: `${title}: ${SCENES[form]}, ${option.name.toLowerCase()} ${value.name.toLowerCase()}`,
    spec: { view: 'product', form, pattern, tint: value.swatch },
    shows: { option: option.name, value: value.name },
  }));
  const lead = views.find(({ shows }) => shows?.value === product.leadValue) ?? views[0];
  if (lead === undefined) return [artwork];
  return [lead, artwork, ...views.filter((view) => view !== lead)];
}
