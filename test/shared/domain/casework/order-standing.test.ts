import { describe, expect, test } from 'vitest';
import {
  endingSoon,
  orderStanding,
  termsToday,
} from '../../../../shared/domain/casework/protection/order-standing';
import { orderDetailsSchema } from '../../../../shared/models/register';

const today = '2026-11-28';
const order = (details: object, from: string | null = '2026-10-01', until: string | null = null) => ({
  ...{ from, until },
  order: orderDetailsSchema.parse(details),
});

describe('where an order stands', () => {
  test.each([
    ['asked', order({ stage: 'asked' })],
    ['refused', order({ stage: 'refused' })],
    ['in-force', order({ stage: 'made' })],
    ['in-force', order({ stage: 'made', madeOn: '2026-10-01' }, null)],
    ['to-come', order({ stage: 'made' }, '2026-12-01')],
    ['ended', order({ stage: 'made' }, '2026-10-01', '2026-11-27')],
    ['in-force', order({ stage: 'made' }, '2026-10-01', '2026-11-28')],
    ['ended', order({ stage: 'ended' })],
    ['not-known', order({ stage: 'made' }, null)],
    // Released under investigation: no conditions (domain.md 1.4).
    ['no_conditions', order({ bail: 'under_investigation' })],
  ])('%s', (expected, item) => {
    expect(orderStanding(item, today)).toBe(expected);
  });

  test('what ends soon: the order, a term with dates of its own, the return date of bail', () => {
    const terms = [
      { id: 'a', text: 'No contact' },
      { id: 'b', text: 'Not to enter Elm Road', until: '2026-12-01' },
    ];
    const item = order({ stage: 'made', returnOn: '2026-12-10', terms }, '2026-10-01', '2026-12-26');
    expect(endingSoon(item, today).map(({ what, term, on }) => [what, term, on])).toEqual([
      ['term', 2, '2026-12-01'],
      ['return', null, '2026-12-10'],
      ['order', null, '2026-12-26'],
    ]);
    expect(endingSoon({ ...item, until: '2026-12-27' }, today)).toHaveLength(2);
  });

  test('a term is in force between its own dates', () => {
    const terms = [
      { id: 'a', text: 'No contact' },
      { id: 'b', text: 'Not to enter', until: '2026-11-27' },
      { id: 'c', text: 'Curfew', from: '2026-11-28' },
    ];
    expect(termsToday(order({ stage: 'made', terms }), today)).toEqual([1, 3]);
    expect(termsToday(order({ stage: 'asked', terms }), today)).toEqual([]);
  });
});
