import type { DataSource, EntityManager } from 'typeorm';

import { type CatalogReader, type CatalogVariation, isOffered } from '../catalog';
import { isDelivered, type Quote, quoteNow, thawQuote } from '../checkout';
import type { PricingReader } from '../pricing';
import type { ShippingReader } from '../shipping';
import { hasOwnPrice, type OwnPrice, ownUnitPrice } from './domain/own-price';
import type { DraftLine, DraftRecord } from './persistence/draft.repository';

type Variations = ReadonlyMap<string, CatalogVariation>;

/** Prices drafts by the rules that hold for carts, but where staff have set a price of their own. */
export class DraftPricing {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalog: CatalogReader,
    private readonly pricing: PricingReader,
    private readonly shipping: ShippingReader,
  ) {}

  /** What several drafts cost, in their order; the goods of all are read in one statement. */
  async quotes(
    drafts: readonly DraftRecord[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Quote[]> {
    const open = drafts.filter(({ quote }) => !quote);
    const goods = open.flatMap(({ lines }) =>
      lines.flatMap((line) => [line, ...(line.parts ?? [])]),
    );
    const ids = goods.map(({ variationId }) => variationId);
    const variations = await this.variations([...new Set(ids)], manager);
    return Promise.all(drafts.map((draft) => this.quote(draft, variations, manager)));
  }

  /** The variations that the shop has among these. */
  async variations(ids: readonly string[], manager: EntityManager): Promise<Variations> {
    return ids.length > 0 ? this.catalog.variations(manager, ids) : new Map();
  }

  /** At today's prices; what was placed costs what it was placed at. */
  async quote(draft: DraftRecord, variations: Variations, manager: EntityManager): Promise<Quote> {
    if (draft.quote) return thawQuote(draft.quote);
    const { customerId, email, shippingAddress, shippingMethodCode, couponCodes } = draft;
    const buyer = {
      customerId: customerId ?? undefined,
      place: shippingAddress ?? undefined,
      email: email ?? undefined,
      couponCodes,
    };
    const terms = await this.pricing.terms(buyer, manager);
    const offers = await this.shipping.offers(shippingAddress, manager);
    const offer = offers.find(({ code }) => code === shippingMethodCode);
    const wanted = draft.lines.flatMap((line) => {
      const known = knownLine(line, variations);
      return known ? [{ ...known, own: ownPriceOf(line) }] : [];
    });
    const delivery = isDelivered(wanted) ? offer : undefined;
    const byShop = quoteNow(wanted, delivery, terms);
    if (!wanted.some(({ own }) => hasOwnPrice(own))) return byShop;
    const shopPrices = new Map(byShop.lines.map((line) => [line.id, line.unitPriceMinor]));
    const lines = wanted.map(({ own, ...line }) => ({
      ...line,
      fixedPriceMinor: hasOwnPrice(own)
        ? ownUnitPrice(own, shopPrices.get(line.id) ?? 0n)
        : undefined,
    }));
    return quoteNow(lines, delivery, terms);
  }
}

/** A line with what it is of; undefined when the shop no longer sells it in this form. */
function knownLine({ id, quantity, variationId, parts }: DraftLine, variations: Variations) {
  const variation = variations.get(variationId);
  if (!variation || !isOffered(variation.bundle, parts)) return undefined;
  const views = parts?.flatMap((part) => {
    const found = variations.get(part.variationId);
    const choice = variation.bundle?.choices.find((each) => each.id === part.choiceId);
    return found ? [{ ...part, choiceName: choice?.name ?? '', variation: found }] : [];
  });
  if (views?.length !== parts?.length) return undefined;
  return { id, quantity, variation, parts: views };
}

/** What staff have said about a line's price. */
export function ownPriceOf({ unitPriceMinor, discountPpm }: DraftLine): OwnPrice {
  return {
    ...(unitPriceMinor !== undefined && { unitPriceMinor: BigInt(unitPriceMinor) }),
    ...(discountPpm !== undefined && { discountPpm }),
  };
}
