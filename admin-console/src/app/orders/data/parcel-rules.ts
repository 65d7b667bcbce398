import { maxLength, type SchemaPathTree, validate } from '@angular/forms/signals';

/** What is known about how a parcel goes out. */
export interface TrackingDraft {
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly trackingUrl: string;
}

/** What must be right about a parcel's tracking. */
export function trackingRules(path: SchemaPathTree<TrackingDraft>): void {
  maxLength(path.carrier, 100, { message: 'Use at most 100 characters.' });
  maxLength(path.trackingNumber, 100, { message: 'Use at most 100 characters.' });
  validate(path.trackingUrl, ({ value }) =>
    /^(https?:\/\/\S+)?$/.test(value().trim())
      ? undefined
      : { kind: 'url', message: 'An address that begins with https://.' },
  );
}

/** What is sent of a parcel's tracking: only what was filled in. */
export function trackingInput({ carrier, trackingNumber, trackingUrl }: TrackingDraft) {
  return {
    ...(carrier.trim() && { carrier: carrier.trim() }),
    ...(trackingNumber.trim() && { trackingNumber: trackingNumber.trim() }),
    ...(trackingUrl.trim() && { trackingUrl: trackingUrl.trim() }),
  };
}
