/** How long a delivery takes, as far as anybody says. */
export interface DeliveryTime {
  readonly minDays?: number | null;
  readonly maxDays?: number | null;
}

/** The working days of a delivery in words; null when nobody says. */
export function deliveryDays({ minDays, maxDays }: DeliveryTime): string | null {
  const most = maxDays ?? minDays;
  if (most === null || most === undefined) return null;
  const least = minDays ?? most;
  if (most === 1) return 'Next working day';
  return least === most ? `${most} working days` : `${least} to ${most} working days`;
}
