import { computed, linkedSignal, type Signal, type WritableSignal } from '@angular/core';

import type { Money } from '#shared/money/money';
import { bundlePrice, choiceStates, type Parts, readParts } from '../data/bundle-picker';
import type { PickedBundleFragment } from './bundle-picker/bundle-picker.generated';

/** What a bundle shall consist of, as the address says it. */
export interface BundleChoice {
  /** Nothing where the product is no bundle. */
  readonly parts: Signal<Parts | undefined>;
  readonly isIncomplete: Signal<boolean>;
  /** Whether the shopper wanted to buy while parts were missing. */
  readonly pointsAtMissing: WritableSignal<boolean>;
  /** The variations that parts can be made of. */
  readonly variations: Signal<readonly { readonly id: string }[]>;
  /** What one unit costs, given what the product's own variation costs. */
  priceOf(own: Money): Money;
}

/** Reads the parts of a bundle from the parameters of the address. */
export function bundleChoice(
  product: Signal<{ readonly bundle: PickedBundleFragment | null } | undefined>,
  params: Signal<Readonly<Record<string, string | undefined>>>,
): BundleChoice {
  const bundle = computed(() => product()?.bundle ?? undefined);
  const parts = computed(() => {
    const known = bundle();
    return known && readParts(known, params());
  });
  const isIncomplete = computed(() => {
    const known = bundle();
    return !!known && choiceStates(known, parts() ?? []).some(({ problem }) => problem !== null);
  });
  return {
    parts,
    isIncomplete,
    pointsAtMissing: linkedSignal({ source: bundle, computation: () => false }),
    variations: computed(() =>
      (bundle()?.choices ?? []).flatMap(({ options }) => options.map(({ variation }) => variation)),
    ),
    priceOf: (own) => {
      const known = bundle();
      return known ? bundlePrice(known, parts() ?? [], own) : own;
    },
  };
}
