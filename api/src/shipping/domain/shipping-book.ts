import { type Goods, isLimited, lowestPrice, priceOf, type Rate } from './rates';
import {
  type Destination,
  type MappedPlace,
  mapZones,
  placeAt,
  type Zone,
  type ZoneMap,
} from './zones';

/** A way of delivery with its rates by zone. */
export interface Method {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly isActive: boolean;
  readonly rates: ReadonlyMap<string, Rate>;
}

/** Everything that a shop says about delivery at one moment. */
export interface ShippingBook {
  /** Countries that the shop sells to, in display order. */
  readonly countryCodes: readonly string[];
  readonly zones: readonly Zone[];
  readonly map: ZoneMap;
  readonly methods: readonly Method[];
}

/** A way of delivery as it is offered at one destination. */
export interface DeliveryOffer extends Pick<Method, 'code' | 'name' | 'description'> {
  readonly minDays: number | undefined;
  readonly maxDays: number | undefined;
  /** Whether there are goods that it does not take. */
  readonly isLimited: boolean;
  /** Its price for goods; undefined when it does not take them. */
  rate(goods: Goods): bigint | undefined;
}

/** A way of delivery with a price for given goods. */
export interface PricedOffer extends DeliveryOffer {
  readonly priceMinor: bigint;
}

/** What is shown of a way of delivery. */
export type ShownOffer = Omit<PricedOffer, 'isLimited' | 'rate'>;

/** Why a way of delivery is not offered. */
export type NotOffered = 'INACTIVE' | 'NO_RATE' | 'OUTSIDE_BANDS';

/** What became of one way of delivery for a destination and goods. */
export interface Verdict {
  readonly method: Method;
  readonly priceMinor: bigint | undefined;
  readonly rate: Rate | undefined;
  readonly notOffered: NotOffered | undefined;
}

/** Makes the book of what is stored. */
export function makeBook({
  countryCodes,
  zones,
  methods,
}: Omit<ShippingBook, 'map'>): ShippingBook {
  return { countryCodes, zones, methods, map: mapZones(zones) };
}

/** How a parcel would be delivered, in its zone. */
export interface Trial extends MappedPlace {
  readonly verdicts: readonly Verdict[];
}

/** What is offered at a destination, whatever the goods; nothing where the shop does not sell to. */
export function offersAt(book: ShippingBook, destination: Destination): DeliveryOffer[] {
  const found = placeIn(book, destination);
  if (!found) return [];
  return book.methods.flatMap((method) => {
    const rate = method.isActive ? method.rates.get(found.zone.id) : undefined;
    return rate ? [toOffer(method, rate)] : [];
  });
}

/** What is offered at a destination; while none is known, in the shop's first country, where prices count as well. */
export function offersFor(
  book: ShippingBook,
  destination: Destination | null | undefined,
): DeliveryOffer[] {
  const [countryCode] = book.countryCodes;
  if (destination) return offersAt(book, destination);
  return countryCode === undefined ? [] : offersAt(book, { countryCode });
}

/** Those that take the goods, cheapest first. */
export function pricedOffers(offers: readonly DeliveryOffer[], goods: Goods): PricedOffer[] {
  return offers
    .flatMap((offer) => {
      const priceMinor = offer.rate(goods);
      return priceMinor === undefined ? [] : [{ ...offer, priceMinor }];
    })
    .toSorted(byPrice);
}

/** Every way of delivery with what it would cost, or why it is not offered; undefined where no zone reaches. */
export function tryDelivery(
  book: ShippingBook,
  destination: Destination,
  goods: Goods,
): Trial | undefined {
  const found = placeIn(book, destination);
  if (!found) return undefined;
  const all = book.methods.map((method): Verdict => {
    const rate = method.rates.get(found.zone.id);
    const priceMinor = rate && priceOf(rate, goods);
    const notOffered = !method.isActive
      ? 'INACTIVE'
      : !rate
        ? 'NO_RATE'
        : priceMinor === undefined
          ? 'OUTSIDE_BANDS'
          : undefined;
    return { method, rate, priceMinor: notOffered ? undefined : priceMinor, notOffered };
  });
  return { ...found, verdicts: all };
}

/** Countries of the shop in which something is offered somewhere, in the shop's order. */
export function deliveredCountries(book: ShippingBook): string[] {
  const served = new Set(
    book.methods.flatMap(({ isActive, rates }) => (isActive ? [...rates.keys()] : [])),
  );
  return book.countryCodes.filter((countryCode) => {
    const whole = placeAt(book.map, { countryCode });
    const places = [...(book.map.get(countryCode) ?? []), ...(whole ? [whole] : [])];
    return places.some(({ zone }) => served.has(zone.id));
  });
}

/** The active ways of delivery with the least they can cost anywhere, cheapest first. */
export function offeredSomewhere(book: ShippingBook): ShownOffer[] {
  return book.methods
    .flatMap(({ code, name, description, isActive, rates }) => {
      const all = [...rates.values()];
      const [first] = all;
      if (!isActive || !first) return [];
      const prices = all.map(lowestPrice);
      const priceMinor = prices.reduce((least, price) => (price < least ? price : least));
      const { minDays, maxDays } = first;
      const isSame = all.every((rate) => rate.minDays === minDays && rate.maxDays === maxDays);
      const days = isSame ? { minDays, maxDays } : { minDays: undefined, maxDays: undefined };
      return [{ code, name, description, priceMinor, ...days }];
    })
    .toSorted(byPrice);
}

function placeIn(book: ShippingBook, destination: Destination): MappedPlace | undefined {
  const isSoldTo = book.countryCodes.includes(destination.countryCode);
  return isSoldTo ? placeAt(book.map, destination) : undefined;
}

function toOffer({ code, name, description }: Method, rate: Rate): DeliveryOffer {
  return {
    code,
    name,
    description,
    minDays: rate.minDays,
    maxDays: rate.maxDays,
    isLimited: isLimited(rate),
    rate: (goods) => priceOf(rate, goods),
  };
}

interface Priced {
  readonly code: string;
  readonly priceMinor: bigint;
}

function byPrice(one: Priced, other: Priced): number {
  if (one.priceMinor !== other.priceMinor) return one.priceMinor < other.priceMinor ? -1 : 1;
  return one.code < other.code ? -1 : 1;
}
