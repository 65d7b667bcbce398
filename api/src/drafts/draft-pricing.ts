import type { DataSource, EntityManager } from 'typeorm';

import { type CatalogReader, type CatalogVariation, isOffered } from '../catalog';
import { isDelivered, type Quote, quoteNow, thawQuote } from '../checkout';
import type { PricingReader } from '../pricing';
import {
  type DeliveryOffer,
  type PricedOffer,
  pricedOffers,
  type ShippingReader,
} from '../shipping';
import { type DraftProblem, problemsOf } from './domain/draft-problems';
import { hasOwnPrice, type OwnPrice, ownUnitPrice } from './domain/own-price';
import type { DraftLine, DraftRecord } from './persistence/draft.repository';

type Variations = ReadonlyMap<string, CatalogVariation>;

/** What a draft costs, and what could be chosen for its delivery. */
export interface DraftQuote extends Quote {
  /** Ways of delivery at its address, whatever the goods; none of what was placed. */
  readonly offers: readonly DeliveryOffer[];
}

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
  ): Promise<DraftQuote[]> {
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
  async quote(
    draft: DraftRecord,
    variations: Variations,
    manager: EntityManager,
  ): Promise<DraftQuote> {
    if (draft.quote) return { ...thawQuote(draft.quote), offers: [] };
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
    if (!wanted.some(({ own }) => hasOwnPrice(own))) return { ...byShop, offers };
    const shopPrices = new Map(byShop.lines.map((line) => [line.id, line.unitPriceMinor]));
    const lines = wanted.map(({ own, ...line }) => ({
      ...line,
      fixedPriceMinor: hasOwnPrice(own)
        ? ownUnitPrice(own, shopPrices.get(line.id) ?? 0n)
        : undefined,
    }));
    return { ...quoteNow(lines, delivery, terms), offers };
  }
}

/** The ways of delivery that take a draft's goods where it goes, cheapest first. */
export function deliveriesOf({ lines, goods, offers }: DraftQuote): PricedOffer[] {
  return goods && isDelivered(lines) ? pricedOffers(offers, goods) : [];
}

/** What staff should know about a draft; nothing of one that was placed. */
export function draftProblems(draft: DraftRecord, quote: DraftQuote): readonly DraftProblem[] {
  if (draft.status !== 'OPEN') return [];
  const known = quote.lines.filter(({ isGift }) => !isGift);
  return problemsOf({
    hasAllGoods: known.length === draft.lines.length,
    isDelivered: isDelivered(quote.lines),
    hasAddress: draft.shippingAddress !== null,
    chosenMethod: draft.shippingMethodCode,
    offeredThere: quote.offers.map(({ code }) => code),
    takingGoods: deliveriesOf(quote).map(({ code }) => code),
  });
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
