const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Day and time, such as "20 Nov, 09:30". */
export function momentText(isoTime: string): string {
  return MOMENT.format(new Date(isoTime));
}

/** The day alone, such as "20 November 2026". */
export function dayText(isoTime: string): string {
  return DAY.format(new Date(isoTime));
}

/** The time of day, such as "09:30". */
export function clockText(epochMs: number): string {
  return CLOCK.format(epochMs);
}
