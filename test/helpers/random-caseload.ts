import type { FiguresCase, FiguresEntry } from '../../shared/domain/figures/units';
import { jurisdictions } from '../../shared/models/jurisdiction';
import { closeReasons, referralRoutes } from '../../shared/records/case-details';
import { eventSorts } from '../../shared/records/case-event';
import { orderDetailsSchema, orderStages } from '../../shared/models/register';
import { recordedAs } from '../../shared/records/police-report';
import { seeded } from './seeded';

/** A caseload made from a number: some forces have many cases, some few, and what is recorded of each case differs. */
export function randomCaseload(seed: number, size?: number): readonly FiguresCase[] {
  const from = seeded(seed);
  const next = (): number => from.next();
  const below = (limit: number): number => from.below(limit);
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const chance = (of: number): boolean => next() < of;
  const forces = ['Kent', 'Sussex Police', 'Met', 'Police Scotland', 'somewhere', ''].slice(0, 1 + below(6));
  const skewed = (): string => forces[Math.floor(next() ** 2 * forces.length)] ?? '';
  const day = (): string =>
    `2026-${String(1 + below(10)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;
  const often = next();

  function entry(nth: number): FiguresEntry {
    const from = day();
    const isLong = chance(0.1);
    return {
      id: `entry-${nth}`,
      kind: chance(0.9) ? 'incident' : 'event',
      earliest: `${from}T00:00:00`,
      latest: `${isLong ? '2026-10-31' : from}T23:59:59`,
      reported: chance(often)
        ? { date: null, reference: '', response: '', how: '', officer: '', crimeNumber: '' }
        : null,
    };
  }

  function made(): FiguresCase {
    const entries = Array.from({ length: below(5) }, (_, nth) => entry(nth));
    const isClosed = chance(0.3);
    return {
      createdOn: day(),
      details: {
        jurisdiction: chance(0.8) ? one(jurisdictions) : null,
        referredOn: chance(0.8) ? day() : null,
        referralRoute: chance(0.8) ? one(referralRoutes).id : null,
        domesticAbuse: one([true, true, false, null]),
        force: skewed(),
        closedOn: isClosed ? day() : null,
        closeReason: isClosed && chance(0.8) ? one(closeReasons).id : null,
      },
      entries,
      reports: Array.from({ length: below(2) }, () => ({
        on: day(),
        recordedAs: chance(0.8) ? one(recordedAs).id : null,
        entryIds: entries.filter(() => chance(0.6)).map(({ id }) => id),
      })),
      events: Array.from({ length: chance(0.4) ? 1 : 0 }, () => ({ what: one(eventSorts).id, on: day() })),
      assessments: chance(0.6) ? [{ on: day() }] : [],
      actions: chance(0.5) ? [{ approach: 'reduce' }] : [],
      orders: Array.from({ length: below(3) }, () => ({
        orderType: one(['spo', 'bail', 'restraining', 'never-heard-of', null]),
        from: null,
        order: orderDetailsSchema.parse({ stage: one(orderStages), askedOn: day() }),
      })),
    };
  }
  return Array.from({ length: size ?? 5 + below(60) }, made);
}
