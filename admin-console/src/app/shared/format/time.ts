const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayYearFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const exactFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const clockFormat = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });
const secondFormat = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** How long ago something was, such as "5 minutes ago"; a date once it is a week old. */
export function relativeTime(iso: string, now: number): string {
  const then = Date.parse(iso);
  const age = now - then;
  if (age < minute) return 'just now';
  if (age < hour) return relative.format(-Math.floor(age / minute), 'minute');
  if (age < day) return relative.format(-Math.floor(age / hour), 'hour');
  if (age < 7 * day) return relative.format(-Math.floor(age / day), 'day');
  const isThisYear = new Date(then).getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? dayFormat : dayYearFormat).format(then);
}

/** The date and time in full, in the reader's own zone. */
export function exactTime(iso: string): string {
  return exactFormat.format(Date.parse(iso));
}

/** The day alone, with its year. */
export function calendarDay(iso: string): string {
  return dayYearFormat.format(Date.parse(iso));
}

/** The time of day alone. */
export function clockTime(iso: string): string {
  return clockFormat.format(Date.parse(iso));
}

/** The time of day with its seconds, for what changes all the time. */
export function clockTimeWithSeconds(at: number): string {
  return secondFormat.format(at);
}

/** The day something belongs under in a timeline. */
export function dayHeading(iso: string, now: number): string {
  const startOfToday = new Date(now).setHours(0, 0, 0, 0);
  const startOfThen = new Date(iso).setHours(0, 0, 0, 0);
  const daysAgo = Math.round((startOfToday - startOfThen) / day);
  if (daysAgo === 0) return 'Today';
  if (daysAgo === 1) return 'Yesterday';
  return dayYearFormat.format(Date.parse(iso));
}

/** A moment as a field for date and time shows it, in the reader's own zone; empty for none. */
export function toLocalField(iso: string | null | undefined): string {
  if (!iso) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * minute).toISOString().slice(0, 16);
}

/** The moment that a field for date and time means; undefined where it is empty. */
export function fromLocalField(text: string): string | undefined {
  return text ? new Date(text).toISOString() : undefined;
}

/** The last moment of a day such as 2026-11-20, in the reader's own zone. */
export function endOfDay(date: string): string {
  return new Date(`${date}T23:59:59.999`).toISOString();
}
