import { z } from 'zod';

import { newId } from '../../kernel/ids';
import { accepted, type Refusal, refused, type Result } from '../../kernel/result';
import type { TransactionRunner } from '../../platform/database/transaction';
import { idInput } from '../../platform/graphql/input-schemas';
import { SHOP_TAG } from '../../shop';
import { parsePattern, patternText } from '../domain/postcode-pattern';
import { claimedTwice, EVERYWHERE_ELSE, type Zone, type ZonePlace } from '../domain/zones';
import type { ShippingRepository } from '../persistence/shipping.repository';

const postcodes = z.string().transform((text, context) => {
  const pattern = text.trim() === '' ? undefined : parsePattern(text);
  if (pattern) return patternText(pattern);
  const message = 'Write a postcode, a beginning such as BT*, or a range such as 10000-19999.';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

export const zoneSetInput = z.object({
  zoneId: idInput.nullish(),
  name: z.string().trim().min(1, 'Give a name.').max(100),
  places: z
    .array(
      z.object({
        countryCode: z.string().regex(/^[A-Z]{2}$/, 'Choose a country.'),
        postcodes: z.array(postcodes).max(2_000),
      }),
    )
    .max(300),
  isEverywhereElse: z.boolean(),
});
export const zoneRemoveInput = z.object({ zoneId: idInput });

/** Changes where the shop delivers on which terms. */
export class ChangeZones {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly shipping: ShippingRepository,
  ) {}

  /** Makes a zone or replaces one; a country that the shop did not sell to is added to its countries. */
  set({ zoneId, name, ...input }: z.output<typeof zoneSetInput>): Promise<Result<string>> {
    return this.transactions.run(async (tx) => {
      const book = await this.shipping.lock(tx);
      const { zones } = book;
      if (zoneId && !zones.some(({ id }) => id === zoneId)) return refused(notFound());
      const zone: Zone = { id: zoneId ?? newId(), name, places: placesOf(input) };
      if (zone.places.length === 0) return refused(nowhere());
      const others = zones.filter(({ id }) => id !== zone.id);
      const claimed = claimedTwice([...others, zone]);
      if (claimed) return refused(taken(claimed, input.places));
      const countries = new Set(input.places.map(({ countryCode }) => countryCode));
      const added = [...countries].filter((code) => !book.countryCodes.includes(code));
      await this.shipping.putZone(tx, zone);
      if (added.length > 0) await this.shipping.addCountries(tx, added);
      tx.changed(SHOP_TAG);
      return accepted(zone.id);
    });
  }

  /** Removes a zone and what ways of delivery cost in it; one that is gone already is no error. */
  remove({ zoneId }: z.output<typeof zoneRemoveInput>): Promise<Result<string>> {
    return this.transactions.run(async (tx) => {
      await this.shipping.lock(tx);
      await this.shipping.removeZone(tx, zoneId);
      tx.changed(SHOP_TAG);
      return accepted(zoneId);
    });
  }
}

type Places = Pick<z.output<typeof zoneSetInput>, 'places' | 'isEverywhereElse'>;

function placesOf({ places, isEverywhereElse }: Places): ZonePlace[] {
  const named = places.flatMap(({ countryCode, postcodes: patterns }) =>
    (patterns.length > 0 ? patterns : ['']).map((each) => ({ countryCode, postcodes: each })),
  );
  return isEverywhereElse ? [...named, { countryCode: EVERYWHERE_ELSE, postcodes: '' }] : named;
}

function notFound(): Refusal {
  return { code: 'NOT_FOUND', message: 'There is no such zone.', path: ['zoneId'] };
}

function nowhere(): Refusal {
  return { code: 'INVALID_INPUT', message: 'Name at least one country.', path: ['places'] };
}

function taken(
  { place, names: [owner, name] }: NonNullable<ReturnType<typeof claimedTwice>>,
  places: Places['places'],
): Refusal {
  if (place.countryCode === EVERYWHERE_ELSE) {
    const message = `${owner} takes everywhere else already.`;
    return { code: 'INVALID_INPUT', message, path: ['isEverywhereElse'] };
  }
  const where = `${place.countryCode} ${place.postcodes}`.trim();
  const message = owner === name ? `${where} is named twice.` : `${owner} has ${where} already.`;
  const index = places.findLastIndex(
    ({ countryCode, postcodes: patterns }) =>
      countryCode === place.countryCode &&
      (place.postcodes === '' ? patterns.length === 0 : patterns.includes(place.postcodes)),
  );
  const path = ['places', String(index), place.postcodes === '' ? 'countryCode' : 'postcodes'];
  return { code: 'INVALID_INPUT', message, path };
}
