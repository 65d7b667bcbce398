/** What staff should know about a draft before they place it. */
export interface DraftProblem {
  readonly code: 'NO_LONGER_OFFERED' | 'DELIVERY_NOT_OFFERED';
  readonly message: string;
  /** The field of the draft concerned. */
  readonly path: readonly string[];
}

/** A draft beside what the shop offers now. */
export interface CheckedDraft {
  /** Whether the shop still sells everything that is wanted. */
  readonly hasAllGoods: boolean;
  /** Whether there is anything that has to be delivered. */
  readonly isDelivered: boolean;
  readonly hasAddress: boolean;
  readonly chosenMethod: string | null;
  /** Ways of delivery at the address, whatever the goods. */
  readonly offeredThere: readonly string[];
  /** Those of them that take the goods. */
  readonly takingGoods: readonly string[];
}

/** What has changed since it was entered, or never went together. */
export function problemsOf(draft: CheckedDraft): readonly DraftProblem[] {
  const delivery = deliveryProblem(draft);
  return [
    ...(draft.hasAllGoods ? [] : [NO_LONGER_OFFERED]),
    ...(delivery === undefined
      ? []
      : [
          {
            code: 'DELIVERY_NOT_OFFERED',
            message: delivery,
            path: ['shippingMethodCode'],
          } as const,
        ]),
  ];
}

const NO_LONGER_OFFERED: DraftProblem = {
  code: 'NO_LONGER_OFFERED',
  message: 'The shop no longer has some of the goods.',
  path: ['lines'],
};

function deliveryProblem({
  isDelivered,
  hasAddress,
  chosenMethod,
  offeredThere,
  takingGoods,
}: CheckedDraft): string | undefined {
  if (!isDelivered) return undefined;
  if (takingGoods.length === 0 && hasAddress) {
    return offeredThere.length === 0
      ? 'The shop does not deliver to this address.'
      : 'No way of delivery takes these goods to this address.';
  }
  if (chosenMethod === null || takingGoods.includes(chosenMethod)) return undefined;
  return offeredThere.includes(chosenMethod)
    ? 'The chosen way of delivery does not take these goods.'
    : 'The chosen way of delivery is not offered at this address.';
}
