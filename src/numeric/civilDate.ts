// Days of the proleptic Gregorian calendar in UTC as whole numbers: no clock, no time zone, the same everywhere.

/** A day as it is written: month and day from 1. */
export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

/** Days of 400 years, after which the calendar repeats itself. */
const daysPerEra = 146_097;
/** From 0000-03-01 to 1970-01-01, from which days are counted. */
const daysToEpoch = 719_468;

/**
 * Days from 1970-01-01 to a day. dayNumber({ year: 1970, month: 1, day: 2 }) → 1
 * Hinnant (2013), "chrono-compatible low-level date algorithms": years begin in March, so that a leap day ends one.
 */
export function dayNumber({ year, month, day }: CivilDate): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - daysToEpoch;
}

/** The day so many days after 1970-01-01, or before it. civilDate(1) → { year: 1970, month: 1, day: 2 } */
export function civilDate(days: number): CivilDate {
  const shifted = days + daysToEpoch;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** Days of a month: daysInMonth(2024, 2) → 29 */
export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
  return dayNumber(next) - dayNumber({ year, month, day: 1 });
}

/** A day so many months later, or earlier; the last of the month where that is shorter: 31 January + 1 → 28 February. */
export function addMonths({ year, month, day }: CivilDate, months: number): CivilDate {
  const since = year * 12 + month - 1 + months;
  const [later, laterMonth] = [Math.floor(since / 12), (((since % 12) + 12) % 12) + 1];
  return { year: later, month: laterMonth, day: Math.min(day, daysInMonth(later, laterMonth)) };
}

/** ISO 8601: isoDate({ year: 2024, month: 12, day: 1 }) → "2024-12-01" */
export function isoDate({ year, month, day }: CivilDate): string {
  return [String(year).padStart(4, "0"), twoDigits(month), twoDigits(day)].join("-");
}

/** The day of an ISO date that is known to be one, as `isoDate` writes it. */
export function fromIsoDate(text: string): CivilDate {
  const [year, month, day] = text.split("-").map(Number) as [number, number, number];
  return { year, month, day };
}

/** twoDigits(7) → "07" */
export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
