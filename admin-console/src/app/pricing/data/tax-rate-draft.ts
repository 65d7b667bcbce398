import { required, type SchemaPathTree } from '@angular/forms/signals';

import { percentRule, wholeNumberRule } from '../../shared/form/rules';
import type { TaxRateSetInput } from '../../shared/graphql/types.generated';
import type { TaxRateRowFragment } from './tax-fragments.generated';

/** A tax rate as it is edited. */
export interface TaxRateDraft {
  readonly name: string;
  readonly taxClass: string;
  readonly countryCode: string;
  readonly region: string;
  readonly postcodePrefix: string;
  readonly percent: string;
  readonly layer: string;
  readonly isCompound: boolean;
}

const regionNames = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'code' });

/** A country for people. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (regionNames.of(code) ?? code) : code;
}

/** Where a rate holds, such as "Canada, QC, postcodes H…". */
export function placeOf({ countryCode, region, postcodePrefix }: TaxRateRowFragment): string {
  return [countryName(countryCode), region, postcodePrefix && `postcodes ${postcodePrefix}…`]
    .filter(Boolean)
    .join(', ');
}

/** A rate ready to be edited; without one, a new rate of a class. */
export function toTaxRateDraft(
  rate: TaxRateRowFragment | undefined,
  taxClass: string,
): TaxRateDraft {
  if (!rate) {
    const everywhere = { countryCode: '', region: '', postcodePrefix: '' };
    return { name: '', taxClass, ...everywhere, percent: '', layer: '1', isCompound: false };
  }
  const { name, countryCode, region, postcodePrefix, percent, layer, isCompound } = rate;
  const place = { countryCode, region, postcodePrefix };
  return { name, taxClass: rate.taxClass, ...place, percent, layer: String(layer), isCompound };
}

/** What a draft is sent as. */
export function toTaxRateInput(draft: TaxRateDraft): TaxRateSetInput {
  const { region, postcodePrefix } = draft;
  return {
    name: draft.name.trim(),
    taxClass: draft.taxClass,
    countryCode: draft.countryCode.trim().toUpperCase(),
    ...(region.trim() && { region: region.trim() }),
    ...(postcodePrefix.trim() && { postcodePrefix: postcodePrefix.trim() }),
    percent: draft.percent.trim(),
    layer: Number(draft.layer),
    isCompound: draft.isCompound,
  };
}

/** Whether two drafts are of one class, place and layer, so that one replaces the other. */
export function isSamePlace(one: TaxRateDraft, other: TaxRateDraft): boolean {
  const key = (draft: TaxRateDraft) => {
    const { taxClass, countryCode, region, postcodePrefix, layer } = toTaxRateInput(draft);
    return [taxClass, countryCode, region, postcodePrefix, layer].join('|').toLowerCase();
  };
  return key(one) === key(other);
}

/** What must be right before a rate is sent. */
export function taxRateRules(path: SchemaPathTree<TaxRateDraft>): void {
  required(path.name, { message: 'Say what receipts call it, such as “VAT”.' });
  required(path.countryCode, { message: 'Choose a country.' });
  percentRule(path.percent);
  wholeNumberRule(path.layer, 1, 5);
}
