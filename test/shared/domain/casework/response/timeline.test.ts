import { describe, expect, it } from 'vitest';
import { printPalette } from '../../../../../shared/charts/palette';
import { responseChart } from '../../../../../shared/charts/response';
import { responseTimeline } from '../../../../../shared/domain/casework/response/timeline';
import type { TimelineFacts } from '../../../../../shared/domain/casework/response/timeline';
import { dateBounds } from '../../../../../shared/domain/dates/bounds';
import { orderDetailsSchema } from '../../../../../shared/models/register';
import { caseEventSchema } from '../../../../../shared/records/case-event';
import { policeReportSchema } from '../../../../../shared/records/police-report';
import { policeRequestSchema } from '../../../../../shared/records/police-request';

const nothing: TimelineFacts = {
  ...{ entries: [], orders: [], hearings: [], reports: [], requests: [], events: [], statements: [] },
};
const entry = (id: string, edtf: string, kind: 'incident' | 'event' = 'incident') => ({
  ...{ id, kind, title: id },
  ...dateBounds(edtf, null),
});
const bail = {
  ...{ id: 'bail', name: 'Bail', orderType: 'bail', from: '2026-07', until: '2026-11-27' },
  order: orderDetailsSchema.parse({ stage: 'made' }),
};

describe('incidents and response on one axis', () => {
  const facts: TimelineFacts = {
    ...nothing,
    entries: [
      entry('rang', '2026-06-01'),
      entry('came', '2026-06-10/2026-06-20'),
      entry('left', '2025', 'event'),
    ],
    reports: [{ id: 'report', body: policeReportSchema.parse({ on: '2026-06-14' }) }],
    events: [{ id: 'arrest', body: caseEventSchema.parse({ what: 'arrest', on: '2026-07-12' }) }],
    requests: [
      { id: 'spo', body: policeRequestSchema.parse({ what: 'spo', on: '2026-11-03' }) },
      { id: 'plan', body: policeRequestSchema.parse({ what: 'devices' }) },
    ],
    orders: [bail],
    hearings: [{ id: 'p', edtf: '2026-12', what: 'Trial', court: 'Crown Court' }],
  };

  it('draws what happened once as marks and what lasted as bars; dates that are no day are ranges', () => {
    const { incidents, marks, bars, from, to } = responseTimeline(facts);
    expect(incidents).toEqual([
      { id: 'rang', title: 'rang', earliest: '2026-06-01', latest: '2026-06-01' },
      { id: 'came', title: 'came', earliest: '2026-06-10', latest: '2026-06-20' },
    ]);
    expect(marks.map(({ sort, earliest, latest }) => [sort, earliest, latest])).toEqual([
      ['report', '2026-06-14', '2026-06-14'],
      ['event', '2026-07-12', '2026-07-12'],
      ['hearing', '2026-12-01', '2026-12-31'],
    ]);
    expect(bars).toEqual([
      {
        ...{ sort: 'order', id: 'bail', title: 'Bail' },
        from: { earliest: '2026-07-01', latest: '2026-07-31' },
        to: { earliest: '2026-11-27', latest: '2026-11-27' },
      },
      {
        ...{ sort: 'ask', id: 'spo', title: 'Stalking protection order' },
        ...{ from: { earliest: '2026-11-03', latest: '2026-11-03' }, to: null },
      },
    ]);
    expect([from, to]).toEqual(['2026-06-01', '2026-12-31']);
  });

  it('takes an order from the day it was made or served where no dates of its own are recorded, and draws none that was not', () => {
    const bars = (change: object) =>
      responseTimeline({
        ...nothing,
        orders: [{ ...bail, from: null, until: null, order: orderDetailsSchema.parse(change) }],
      }).bars;
    expect(bars({ madeOn: '2026-02-03' })).toMatchObject([
      { sort: 'order', from: { earliest: '2026-02-03' }, to: null },
    ]);
    expect(bars({ stage: 'asked', askedOn: '2026-02-01', answeredOn: '2026-02-20' })).toMatchObject([
      { sort: 'ask', to: { latest: '2026-02-20' } },
    ]);
    expect(bars({ stage: 'refused' })).toEqual([]);
  });

  it('says what is not recorded, and no more once it is', () => {
    const missing = (of: TimelineFacts) => responseTimeline(of).notRecorded;
    expect(missing(nothing).map(({ what }) => what)).toEqual(['reports', 'events', 'hearings', 'orders']);
    expect(missing(facts)).toEqual([{ what: 'crime-numbers', count: 1 }]);
    const endless = missing({ ...facts, orders: [{ ...bail, until: null }] });
    expect(endless).toContainEqual({ what: 'order-end', count: 1 });
    const unbegun = missing({ ...facts, orders: [{ ...bail, from: null }] });
    expect(unbegun).toContainEqual({ what: 'order-start', count: 1 });
  });

  it('is a picture, a sentence and a table of all of it in the order of its days', () => {
    const { words, table, options } = responseChart(responseTimeline(facts), '2026-11-28');
    expect(words).toBe(
      'Above 2 reported incidents as the client says; below 1 report, 1 event, 1 hearing, 1 order or bail, 1 thing asked for, from 1 Jun 2026 to 31 Dec 2026. Not recorded: the crime number of 1 report.',
    );
    expect(table.rows).toEqual([
      ['1 Jun 2026', '', 'Incident', 'rang'],
      ['between 10 Jun 2026 and 20 Jun 2026', '', 'Incident', 'came'],
      ['14 Jun 2026', '', 'Report', 'Report of 14 Jun 2026'],
      ['between 1 Jul 2026 and 31 Jul 2026', '27 Nov 2026', 'Order or bail', 'Bail'],
      ['12 Jul 2026', '', 'Event', 'Arrest'],
      ['3 Nov 2026', 'not recorded', 'Asked for', 'Stalking protection order'],
      ['between 1 Dec 2026 and 31 Dec 2026', '', 'Hearing', 'Trial'],
    ]);
    expect(options?.(800, printPalette).marks?.length).toBeGreaterThan(8);
  });

  it('has nothing to draw where nothing has a date, and says so', () => {
    const { words, options } = responseChart(responseTimeline(nothing), '2026-11-28');
    expect(options).toBeNull();
    expect(words).toContain('Nothing here has a date yet. Not recorded: any report to the police;');
  });
});
