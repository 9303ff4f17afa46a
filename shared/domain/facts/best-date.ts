import type { BestDate } from '../../models/evidence';
import { ukOffsetMinutes } from '../dates/uk-clock';
import type { NewFact } from './new-fact';

/** Sources that agree within this many minutes are not in conflict: files are written a moment after the shutter. */
const tolerance = 2;

/** Facts about when the item was captured, most trusted first. */
export function capturedFacts<F extends NewFact>(facts: readonly F[]): readonly F[] {
  return facts.filter(({ field }) => field === 'captured').sort((a, b) => a.rank - b.rank);
}

/**
 * The date an item is filed under: the most trusted claim about its capture. `conflict` is true when two claims other
 * than the file system's (which copying changes) cannot both be right; then a person has to choose.
 */
export function chooseBestDate(facts: readonly NewFact[]): {
  readonly best: BestDate | null;
  readonly conflict: boolean;
} {
  const captured = capturedFacts(facts);
  const first = captured[0];
  if (first === undefined) return { best: null, conflict: false };
  const claims = captured.filter(({ source }) => source !== 'file-system');
  const conflict = claims.some((a, index) => claims.slice(index + 1).some((b) => differs(a, b)));
  return { best: asBestDate(withTimeOfSameDay(first, claims), false), conflict };
}

/** A date-only claim may borrow nothing; but a claim with the same trust and a time says more. */
function withTimeOfSameDay(first: NewFact, claims: readonly NewFact[]): NewFact {
  if (first.time !== null) return first;
  return (
    claims.find(({ rank, value, time }) => rank === first.rank && value === first.value && time !== null) ??
    first
  );
}

/** A fact as the date an item is filed under. */
export function asBestDate(fact: NewFact, chosen: boolean): BestDate {
  const { value, time, zone, source, label } = fact;
  return { edtf: value, time, zone, source, label, chosen };
}

/** Minutes of UK local time since 0000: claims with a zone are brought to it, claims without are taken as it. */
function localMinutes(fact: NewFact): number | null {
  if (fact.time === null || !/^\d{4}-\d{2}-\d{2}$/.test(fact.value)) return null;
  const [year = 0, month = 1, day = 1] = fact.value.split('-').map(Number);
  const [hours = 0, minutes = 0] = fact.time.split(':').map(Number);
  const written = Date.UTC(year, month - 1, day, hours, minutes) / 60_000;
  const offset = zoneMinutes(fact.zone);
  if (offset === null) return written;
  const utc = written - offset;
  const there = new Date(utc * 60_000).toISOString();
  return utc + ukOffsetMinutes(there.slice(0, 10), nudge(there.slice(11, 16), utc));
}

/** ukOffsetMinutes wants local time; near the change an hour matters, so summer is assumed from 01:00 UTC on. */
function nudge(time: string, utc: number): string {
  const date = new Date(utc * 60_000).toISOString().slice(0, 10);
  const isLastSundayOfMarch = ukOffsetMinutes(date, '00:30') === 0 && ukOffsetMinutes(date, '12:00') === 60;
  const isLastSundayOfOctober = ukOffsetMinutes(date, '00:30') === 60 && ukOffsetMinutes(date, '12:00') === 0;
  if (isLastSundayOfMarch) return time >= '01:00' ? '12:00' : '00:30';
  if (isLastSundayOfOctober) return time >= '01:00' ? '12:00' : '00:30';
  return time;
}

function zoneMinutes(zone: string | null): number | null {
  if (zone === null) return null;
  if (zone === 'Z') return 0;
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

function differs(a: NewFact, b: NewFact): boolean {
  const [left, right] = [localMinutes(a), localMinutes(b)];
  if (left !== null && right !== null) return Math.abs(left - right) > tolerance;
  return a.value.slice(0, 10) !== b.value.slice(0, 10);
}

/** Why two claims may differ, in plain words, or null when nothing usual explains it. */
export function explainDifference(a: NewFact, b: NewFact): string | null {
  const [left, right] = [localMinutes(a), localMinutes(b)];
  if (left === null || right === null) return null;
  const apart = Math.abs(left - right);
  if (Math.abs(apart - 60) <= tolerance) {
    return 'They are one hour apart: a clock set to UTC, or one not changed for summer time, would explain it.';
  }
  return null;
}

/** `one hour`, `25 minutes`, `2 days`: how far two claims are apart, or null when one has no time. */
export function distance(a: NewFact, b: NewFact): string | null {
  const [left, right] = [localMinutes(a), localMinutes(b)];
  if (left === null || right === null) return null;
  const apart = Math.round(Math.abs(left - right));
  if (apart < 60) return apart === 1 ? 'one minute' : `${apart} minutes`;
  if (apart < 48 * 60) {
    const hours = Math.round(apart / 60);
    return hours === 1 ? 'one hour' : `${hours} hours`;
  }
  return `${Math.round(apart / 1440)} days`;
}
