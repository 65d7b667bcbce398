import type { OrderReturnLineInput, ReturnReason } from '#shared/graphql/types.generated';

/** What a shopper wants to send back: units and reason of each line. */
export type ReturnDraft = Readonly<Record<string, ReturnChoice>>;

/** What a shopper wants to send back of one line; an empty reason is none yet. */
export interface ReturnChoice {
  readonly quantity: number;
  readonly reason: ReturnReason | '';
}

/** What was chosen of one line; nothing as long as nothing was. */
export function choiceOf(draft: ReturnDraft, lineId: string): ReturnChoice {
  return draft[lineId] ?? { quantity: 0, reason: '' };
}

/** The units that come back, as a preview takes them. */
export function draftUnits(draft: ReturnDraft): { lineId: string; quantity: number }[] {
  return Object.entries(draft)
    .filter(([, { quantity }]) => quantity > 0)
    .map(([lineId, { quantity }]) => ({ lineId, quantity }));
}

/** What still keeps the request from being sent, in words; null when nothing does. */
export function draftProblem(draft: ReturnDraft): string | null {
  const chosen = Object.values(draft).filter(({ quantity }) => quantity > 0);
  if (chosen.length === 0) return 'Choose what you want to send back.';
  return chosen.some(({ reason }) => reason === '') ? 'Choose a reason for each item.' : null;
}

/** The lines as the API takes them; those without a reason are not ready to be sent. */
export function draftLines(draft: ReturnDraft): OrderReturnLineInput[] {
  return Object.entries(draft).flatMap(([lineId, { quantity, reason }]) =>
    quantity > 0 && reason !== '' ? [{ lineId, quantity, reason }] : [],
  );
}
