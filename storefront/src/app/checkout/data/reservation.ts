/** What is left of a stock reservation at a moment. */
export interface ReservationLeft {
  readonly expired: boolean;
  /** Minutes and seconds, such as `9:05`. */
  readonly clock: string;
  /** Whether it is time to say so more loudly. */
  readonly urgent: boolean;
}

const URGENT_BELOW_SECONDS = 120;

/** How long the reserved stock is still held, counted from `now`. */
export function reservationLeft(reservedUntil: string, now: number): ReservationLeft {
  const seconds = Math.max(0, Math.ceil((Date.parse(reservedUntil) - now) / 1000));
  const minutes = Math.floor(seconds / 60);
  return {
    expired: seconds === 0,
    clock: `${minutes}:${String(seconds % 60).padStart(2, '0')}`,
    urgent: seconds > 0 && seconds < URGENT_BELOW_SECONDS,
  };
}
