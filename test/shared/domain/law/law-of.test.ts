import { describe, expect, it } from 'vitest';
import englandAndWales from '../../../../resources/law/england-and-wales.json' with { type: 'json' };
import { actCited, actLabel, actOptions, actTexts } from '../../../../shared/domain/law/act-words';
import {
  elementOptions,
  elementsOf,
  elementTitle,
  everyElement,
  everyLaw,
  lawOf,
  limitOf,
  markableOf,
  orderOptions,
  orderTypeOf,
  orderWords,
  readLaw,
} from '../../../../shared/domain/law/law-of';
import { supportsOf } from '../../../../shared/domain/coverage/supports';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { behaviours } from '../../../../shared/models/chronology';
import type { Law } from '../../../../shared/models/law';
import { lawNotSaid, orderFacts } from '../../../../renderer/strings/law';

const [england, scotland, ireland] = [
  lawOf('england-and-wales'),
  lawOf('scotland'),
  lawOf('northern-ireland'),
];
const codes = ({ offences }: Law): string[] => offences.map(({ code }) => code);

describe('the files of law', () => {
  it('are one for each jurisdiction, dated, with a source beside every line and a doubt where it was not seen', () => {
    expect(everyLaw.map(({ id }) => id)).toEqual(['england-and-wales', 'scotland', 'northern-ireland']);
    for (const law of everyLaw) {
      expect(law.asAt).toMatch(/^2026-11-2\d$/u);
      const lines = [
        ...law.orders,
        ...law.timeLimits,
        ...law.defences,
        ...law.effectTerms,
        ...law.alternatives,
        ...law.reviewBodies,
        ...elementsOf(law),
      ];
      for (const { source } of lines) expect(source).not.toBe('');
    }
  });

  it('are taken for England and Wales where nobody has said, which is said', () => {
    expect(lawOf(null)).toBe(england);
    expect(lawNotSaid(lawOf(null))).toContain('was not said for this case: this is England and Wales');
  });

  it('give one element, and one sort of order, one meaning wherever its code is used', () => {
    for (const law of everyLaw) {
      for (const { id, any, atLeast, counts } of elementsOf(law))
        expect(everyElement.find((each) => each.id === id)).toMatchObject({ any, atLeast, counts });
      for (const { id, name } of law.orders)
        for (const other of everyLaw) expect(orderTypeOf(other, id)?.name ?? name).toBe(name);
    }
  });

  it('refuse an act without words, an offence of elements that are not there, and a limit of two lengths', () => {
    const { acts, offences, timeLimits } = englandAndWales;
    expect(() => readLaw({ ...englandAndWales, acts: acts.slice(1) })).toThrow();
    const [offence, ...others] = offences;
    const without = { ...offence, elements: [['nothing.of.the.kind']] };
    expect(() => readLaw({ ...englandAndWales, offences: [without, ...others] })).toThrow();
    const [limit] = timeLimits;
    expect(() => readLaw({ ...englandAndWales, timeLimits: [{ ...limit, days: 3 }] })).toThrow();
    expect(readLaw(englandAndWales)).toEqual(england);
  });
});

describe('offences', () => {
  it('have the sections, the maximum and the day of their Acts', () => {
    expect(england.offences.find(({ code }) => code === 's4a')).toMatchObject({
      section: 'section 4A',
      maximum: '10 years',
      inForceFrom: '2012-11-25',
      notRetrospective: true,
    });
    const stalking = england.offences.find(({ code }) => code === 's2a');
    // s.2A(4) and (6).
    expect(stalking?.note).toContain('51 weeks');
    expect(stalking?.doubt).toContain('51 weeks');
    expect(scotland.offences.find(({ code }) => code === 's39')).toMatchObject({
      maximum: '5 years on indictment, 12 months on summary conviction',
      inForceFrom: '2010-12-13',
    });
    expect(ireland.offences.find(({ code }) => code === 's1')).toMatchObject({
      maximum: '10 years on indictment, 12 months on summary conviction',
      inForceFrom: '2022-04-27',
      notRetrospective: true,
    });
    expect([codes(scotland), codes(ireland)]).toEqual([
      ['s39', 's38'],
      ['art4', 'art6', 's1', 's2.ni'],
    ]);
  });

  it('ask for what the client suffered in Scotland, and for a single act in sections 38 and 2', () => {
    const needs = (law: Law, code: string) => law.offences.find((each) => each.code === code)?.elements;
    expect(needs(scotland, 's39')?.slice(2)).toEqual([['suffers'], ['intends', 'knows.likely']]);
    expect(needs(scotland, 's38')).toEqual([['threatening'], ['reasonable'], ['reckless']]);
    expect(needs(ireland, 's2.ni')).toEqual(needs(scotland, 's38'));
    expect(scotland.groups.map(({ id }) => id)).not.toContain('four');
  });
});

describe('acts', () => {
  it('have the letters of the list of the case: loitering is (e), (f) and (f)', () => {
    expect(everyLaw.map((law) => actCited(law, 'e'))).toEqual([
      's.2A(3)(e) loitering',
      's.39(6)(f) loitering',
      's.1(4)(f) loitering',
    ]);
  });

  it('name entering premises, and giving or leaving, in Scotland and Northern Ireland, and count them as other in England and Wales', () => {
    expect([actLabel(scotland, 'enter'), actLabel(ireland, 'leave')]).toEqual([
      '(e) entering premises',
      '(h) giving or leaving something',
    ]);
    expect([actLabel(england, 'enter'), actCited(england, 'leave')]).toEqual([
      'other: entering premises',
      'other: giving or leaving something',
    ]);
    const speaksTo = (law: Law) =>
      supportsOf({ ...nothingMore, behaviours: ['enter', 'leave'] }, elementsOf(law));
    expect(speaksTo(england)).toEqual(['course', '2a3.other']);
    expect(speaksTo(scotland)).toEqual(['course', 'act.enter', 'act.leave']);
    expect(speaksTo(ireland)).toEqual(['course', 'act.enter', 'act.leave']);
    for (const { code, equivalent } of england.acts)
      if (equivalent !== null)
        expect(speaksTo(england)).toEqual(
          supportsOf({ ...nothingMore, behaviours: [equivalent, code] }, elementsOf(england)),
        );
  });

  it('are ten in Scotland, one of them with two limbs, and all of them can be chosen everywhere', () => {
    expect(scotland.acts.map(({ label }) => label)).toEqual([
      '(a)',
      '(b)',
      '(c)(i)',
      '(c)(ii)',
      '(d)',
      '(e)',
      '(f)',
      '(g)',
      '(h)',
      '(i)',
      '(j)',
    ]);
    for (const law of everyLaw) {
      expect(
        actOptions(law)
          .map(({ id }) => id)
          .sort(),
      ).toEqual([...behaviours].sort());
      expect(actTexts(law)).toHaveLength(behaviours.length);
    }
  });

  it('keep their place in the model, by which rows hold them', () => {
    expect(behaviours.slice(0, 9)).toEqual(['a', 'b', 'c_i', 'c_ii', 'd', 'e', 'f', 'g', 'other']);
  });
});

describe('elements', () => {
  it('of another law keep their name where they were marked or filtered by, and can be chosen still', () => {
    expect(elementTitle(scotland, 'four.fixated')).toBe('Fixated');
    expect(elementTitle(scotland, 'no.such')).toBe('no.such');
    expect(elementOptions(scotland, 'four.fixated').at(-1)).toEqual({ id: 'four.fixated', label: 'Fixated' });
    expect(elementOptions(scotland, 'course')).toHaveLength(elementsOf(scotland).length);
    expect(markableOf(scotland).map(({ id }) => id)).toContain('intends');
  });
});

describe('orders', () => {
  /** Every code that a register could hold before they were data. */
  const earlier = [
    ...['bail', 'court_bail', 'non_molestation', 'occupation', 'injunction', 'restraining'],
    ...['spo', 'interim_spo', 'dvpo', 'dapo', 'warning', 'other'],
  ];

  it('keep every code there was, with the words it had', () => {
    expect(earlier.map((code) => orderWords(england, code))).toEqual([
      'Police bail conditions',
      'Court bail conditions',
      'Non-molestation order',
      'Occupation order',
      'Injunction under the 1997 Act',
      'Restraining order',
      'Stalking protection order',
      'Interim stalking protection order',
      'Domestic violence protection order',
      'Domestic abuse protection order',
      'Police warning',
      'Other',
    ]);
  });

  it('are those of the jurisdiction: no stalking protection order in Scotland, one by the Chief Constable in Northern Ireland', () => {
    const ids = (law: Law) => orderOptions(law, null).map(({ id }) => id);
    expect(ids(england)).toEqual(
      expect.arrayContaining([
        'spo_court',
        'dapn',
        'dvpn',
        'undertaking',
        'cpn',
        'pin',
        'restraining_acquittal',
      ]),
    );
    expect(ids(scotland)).toEqual(expect.arrayContaining(['nho', 'nho_criminal', 'interdict']));
    expect(ids(scotland)).not.toContain('spo');
    expect(orderTypeOf(ireland, 'spo')?.applicant).toMatch(/^The Chief Constable alone/u);
  });

  it('say how long they hold and when the police are told, as their Acts do', () => {
    // SPA 2019 s.9(1): service; NI 2022: coming into force. Both at least 2 years, and 48 hours for a notice.
    expect(orderTypeOf(england, 'spo')).toMatchObject({
      notification: { days: 3, from: 'service of the order' },
      perTermEnd: true,
      breachCode: 'ST19001',
    });
    expect(orderTypeOf(ireland, 'spo')?.notification).toEqual({
      days: 3,
      from: 'the day the order comes into force',
    });
    for (const law of [england, ireland])
      expect(orderTypeOf(law, 'spo')?.minimum).toMatch(
        /^A fixed term of at least 2 years, or until a further order/u,
      );
    expect(orderTypeOf(england, 'interim_spo')?.isInterimOf).toBe('spo');
    expect(['dvpn', 'dapn', 'dvpo'].map((code) => orderTypeOf(england, code)?.longest)).toEqual([
      { hours: 48 },
      { hours: 48 },
      { days: 28 },
    ]);
  });

  it('of another jurisdiction keep their name, and stay to be chosen where they were', () => {
    expect(orderWords(scotland, 'spo')).toBe('Stalking protection order');
    expect(orderOptions(scotland, 'spo').at(-1)).toEqual({ id: 'spo', label: 'Stalking protection order' });
    expect(orderTypeOf(scotland, 'spo')).toBeNull();
  });

  it('of a kind that no file knows are shown by their code, and never lost', () => {
    const words = 'Order of a kind this version does not know (moon_ban)';
    expect(orderWords(england, 'moon_ban')).toBe(words);
    expect(orderOptions(england, 'moon_ban').at(-1)).toEqual({ id: 'moon_ban', label: words });
  });

  it('are added by data alone, and are then in the options, the words and the rules', () => {
    const added = {
      ...{ id: 'moon_ban', name: 'Moon ban', short: 'moon', applicant: 'The Moon.', court: 'None.' },
      ...{
        minimum: 'One month.',
        longest: { days: 30 },
        perTermEnd: false,
        breach: 'A crime.',
        breachCode: null,
      },
      ...{ notification: { days: 2, from: 'full moon' }, reach: 'At night.', isInterimOf: null },
      ...{ source: 'Moon Act 2027 s.1', doubt: 'whether it is in force' },
    };
    const law = readLaw({ ...englandAndWales, orders: [...englandAndWales.orders, added] });
    expect(orderOptions(law, null)).toContainEqual({ id: 'moon_ban', label: 'Moon ban' });
    expect(orderWords(law, 'moon_ban')).toBe('Moon ban');
    expect(orderTypeOf(law, 'moon_ban')).toEqual(added);
    expect(orderFacts(added)).toEqual(
      expect.arrayContaining([
        { name: 'At most', text: '30 days' },
        { name: 'Name and address to the police', text: 'within 2 days of full moon' },
        { name: 'Not confirmed', text: 'whether it is in force' },
      ]),
    );
  });
});

describe('time limits', () => {
  it('are provisional where their source was not seen, and dated', () => {
    expect(limitOf('summary', england)).toMatchObject({
      months: 6,
      from: 'latest-incident',
      confirmed: true,
    });
    expect(limitOf('victims-code-enhanced', england)?.workingDays).toBe(1);
    expect(limitOf('victims-code', england)?.workingDays).toBe(5);
    expect(limitOf('vrr-ask', england)).toMatchObject({ workingDays: 5, confirmed: false });
    expect(limitOf('vrr-last', england)).toMatchObject({ months: 3, confirmed: false });
    expect(limitOf('spo-notification', england)).toMatchObject({ days: 3, from: 'service' });
    expect(['3', '6', '9'].map((each) => limitOf(`police-bail-${each}`, england)?.months)).toEqual([3, 6, 9]);
    expect(limitOf('sentence-ahead', england)).toMatchObject({ days: 7, before: true });
    for (const law of everyLaw) {
      expect(limitOf('subject-access', law)).toMatchObject({ months: 1, nextWorkingDay: true });
      expect(limitOf('complaint-acknowledged', law)?.days).toBe(30);
      expect(limitOf('first-risk-assessment', law)?.days).toBe(3);
      expect(limitOf('ask-unanswered', law)?.days).toBe(7);
    }
  });

  it('of one jurisdiction are none of another', () => {
    expect(limitOf('summary', scotland)).toBeNull();
    expect(limitOf('victims-code', ireland)).toBeNull();
    expect(limitOf('nothing', england)).toBeNull();
  });
});
