import type { DemoAttribute, DemoItem, DemoOption, DemoProduct } from '../demo-catalog.types';
import type { ProductForm } from '../pictures/artwork-size';

/** What all products of one form share. */
export interface ProductLine {
  readonly form: ProductForm;
  readonly collection: string;
  readonly skuPrefix: string;
  /** Ends the slug, so that a mug and a poster of one name do not collide. */
  readonly noun: string;
  readonly attributes: readonly DemoAttribute[];
  readonly options: readonly DemoOption[];
}

const NEW_SINCE = '2026-10-01';

function slugOf(title: string, noun: string): string {
  const words = `${title} ${noun}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return words.replace(/^-+|-+$/g, '');
}

/** Turns the items of a line into products; an item may bring options of its own. */
export function productsOf(
  line: ProductLine,
  items: readonly (DemoItem & { readonly options?: readonly DemoOption[] })[],
): DemoProduct[] {
  return items.map((item, index) => ({
    slug: slugOf(item.title, line.noun),
    title: item.title,
    skuPrefix: `${line.skuPrefix}${String(index + 1).padStart(2, '0')}`,
    description: item.story.join('\n\n'),
    attributes: line.attributes,
    options: item.options ?? line.options,
    basePriceMinor: item.priceMinor,
    collections: [
      line.collection,
      ...(item.since >= NEW_SINCE ? ['new-in'] : []),
      ...(item.alsoIn ?? []),
    ],
    form: line.form,
    pattern: item.pattern,
    featuredRank: item.rank,
    createdAt: `${item.since}T09:00:00.000Z`,
    supply: item.supply ?? 'usual',
    leadValue: item.lead,
  }));
}
