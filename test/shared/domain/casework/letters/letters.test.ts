import { describe, expect, it } from 'vitest';
import { gapsIn, partsOf } from '../../../../../shared/domain/casework/letters/blocks';
import { buildLetter, madeSorts, readersOf } from '../../../../../shared/domain/casework/letters/build';
import { compareLetters } from '../../../../../shared/domain/casework/letters/compare';
import { letterFileName } from '../../../../../shared/domain/casework/letters/file-name';
import { fillPlaces, letterPlaces } from '../../../../../shared/domain/casework/letters/places';
import { shippedTemplates } from '../../../../../shared/domain/casework/letters/templates';
import type { LetterSort } from '../../../../../shared/records/letter';
import type { LetterFacts } from '../../../../../shared/domain/casework/letters/facts';
import { consentOf, id, madeFacts, wordsOf } from './made-case';

const ask = { reader: 'force', reportId: id(11), eventId: id(33) } as const;
const build = (sort: LetterSort, facts: LetterFacts = madeFacts()) => buildLetter(sort, facts, ask);
const rowOf = (sort: LetterSort, begins: string, facts?: LetterFacts) =>
  build(sort, facts).blocks.find(({ as, text }) => as === 'row' && text.startsWith(begins));

describe('the response review', () => {
  it.each([
    ['Incidents that the client has disclosed', [1, 2, 3, 5]],
    ['Incidents reported to the police', [1, 2, 3]],
    ['Incidents of which the client says that they were not reported', [5]],
    ['Incidents of which it is not recorded whether', []],
    ['Reports to the police', [11, 12]],
    ['Reports recorded as a crime', [11, 12]],
    ['Reports recorded as stalking', [12]],
    // Living in fear (2017): stalking taken for harassment.
    ['Reports recorded as something else, with entries', [11]],
    ['Actions with an owner and a date', [55]],
    ['Actions past their date', [55]],
  ])('counts “%s” and cites what it counts', (what, ids) => {
    const figure = rowOf('response-review', what);
    expect(figure?.text.split('\t')[1]).toBe(String(ids.length));
    expect(figure?.ids).toEqual(ids.map(id));
  });

  it('names what it counts by date and title or by reference', () => {
    expect(rowOf('response-review', 'Incidents reported')?.text).toContain(
      '3 Sep 2026, Followed from work; 20 Oct 2026, Twelve calls; 10 Nov 2026, Waited outside',
    );
    expect(rowOf('response-review', 'Reports recorded as stalking')?.text).toContain(
      'report of 11 Nov 2026, number not recorded',
    );
  });

  it('sets what was recorded beside the acts, and advice word for word', () => {
    const words = wordsOf(build('response-review').blocks);
    expect(words).toContain('Harassment, said by: PC Long');
    expect(words).toContain('(a) following, 1 entry; (b) contacting, 1 entry');
    expect(words).toContain('“Change your number.” Given by: PC Long');
  });

  it('says when news was due by the Code, and that it is not recorded that it was told', () => {
    // Victims’ Code 2021, right 6: one working day with enhanced rights; 13 November 2026 is a Friday.
    expect(rowOf('response-review', '13 Nov 2026, Arrest')?.text).toContain(
      '16 Nov 2026\t19 Nov 2026, 6 days after',
    );
    expect(rowOf('response-review', '20 Nov 2026, No further action')?.text).toContain('\tnot recorded\t');
    expect(wordsOf(build('response-review').blocks)).toContain(
      'That the client was told of: no further action by police, 20 Nov 2026',
    );
  });

  it('counts conduct in the 28 days before and after a warning', () => {
    const line = build('response-review').blocks.find(({ text }) =>
      text.startsWith('Warning of 30 Oct 2026'),
    );
    expect(line?.ids).toEqual([31, 2, 3, 5].map(id));
  });

  it('never says that something was not done, and closes with dated sources', () => {
    const words = wordsOf(build('response-review').blocks);
    expect(words).not.toMatch(/failed|not done|never /iu);
    expect(words).toContain('Rules referred to');
    expect(words).toContain('Living in fear, 5 July 2017; 28 Nov 2026');
  });

  it('tells a commissioner nothing of who the client is', () => {
    const { blocks } = buildLetter('response-review', madeFacts(), { ...ask, reader: 'commissioner' });
    expect(wordsOf(blocks)).not.toContain('Rowan Wren');
    expect(wordsOf(build('response-review').blocks)).toContain('Rowan Wren');
  });

  it.each([
    ['england-and-wales', 'Crown Prosecution Service'],
    ['scotland', 'Crown Office and Procurator Fiscal Service'],
    ['northern-ireland', 'Public Prosecution Service'],
    [null, 'The prosecutor'],
  ] as const)('goes to the prosecutor of %s', (jurisdiction, to) => {
    const facts = madeFacts({}, jurisdiction);
    expect(buildLetter('response-review', facts, { ...ask, reader: 'prosecutor' }).to).toBe(to);
  });

  it('lists at the end all that is cited, with exhibits', () => {
    expect(wordsOf(build('response-review').blocks)).toContain('20 Oct 2026, Twelve calls\tRW/3');
  });
});

describe('the report pack', () => {
  it('begins with how many reports there were before, with their references', () => {
    const { blocks } = build('report-pack');
    const first = blocks.filter(({ as }) => as !== 'text').slice(0, 2);
    expect(first[0]?.text).toBe('Reports before this one');
    expect(wordsOf(blocks)).toContain('2 reports to the police are recorded before this one');
    expect(rowOf('report-pack', '21 Oct 2026')?.text).toContain('42/1001/26');
    expect(wordsOf(build('report-pack', madeFacts({ reports: [] })).blocks)).toContain(
      'No report to the police is recorded before this one.',
    );
  });

  it('counts acts in the words of the Act, and how often lately', () => {
    const contacting = rowOf('report-pack', '(b) contacting, or attempting to contact');
    expect(contacting?.text.split('\t').slice(1, 4)).toEqual(['2', '20 Oct 2026', '10 Nov 2026']);
    expect(contacting?.ids).toEqual([2, 3].map(id));
    expect(wordsOf(build('report-pack').blocks)).toContain('In the last 28 days: 2');
  });

  it('marks consent that is not recorded, and never gives the code word or turns “not known” into a no', () => {
    const words = wordsOf(build('report-pack').blocks);
    expect(words).toContain('[not recorded: the client’s consent to share with the police]');
    expect(words).toContain('voicemail: not known');
    expect(words).not.toContain('heron');
  });
});

describe('the MARAC referral', () => {
  it.each([
    ['nothing is recorded', [], /Neither the client’s consent/u],
    ['it was only not asked', [consentOf({ answer: 'not_asked' })], /Neither the client’s consent/u],
    ['it was refused', [consentOf({ answer: 'refused' })], /refused/u],
    [
      'it was taken back later',
      [consentOf({}), consentOf({ answer: 'withdrawn', on: '2026-11-25' })],
      /took the consent back/u,
    ],
    ['it has ended', [consentOf({ until: '2026-11-27' })], /has ended/u],
    ['it goes without consent and no reason is there', [consentOf({ answer: 'overridden' })], /no reason/u],
    ['the consent is to something else', [consentOf({ what: 'police' })], /Neither/u],
  ])('is refused in words where %s', (_what, consents, why) => {
    const { refused, blocks } = build('marac', madeFacts({ consents }));
    expect(refused).toMatch(why);
    expect(blocks).toEqual([]);
  });

  it('is made with consent, in the order of the fields, without an annex', () => {
    const { refused, blocks } = build('marac', madeFacts({ consents: [consentOf({})] }));
    expect(refused).toBeNull();
    const headings = blocks.filter(({ as }) => as === 'heading').map(({ text }) => text);
    expect(headings.slice(0, 5)).toEqual([
      'Referring agency',
      'Client',
      'Safe to call',
      'More about the client',
      'Person complained of, children',
    ]);
    expect(headings).not.toContain('Annex: shared without consent');
    expect(gapsIn(blocks)).toContain('who must not be told');
  });

  it('has an annex with the reason where it goes without consent', () => {
    const consents = [consentOf({ answer: 'overridden', reason: 'Threat to kill.' })];
    const words = wordsOf(build('marac', madeFacts({ consents })).blocks);
    expect(words).toContain('Annex: shared without consent');
    expect(words).toContain('Threat to kill.');
  });
});

describe('the request for a stalking protection order', () => {
  it('has the three limbs with their entries, the interim order and terms against the acts', () => {
    const { blocks } = build('spo-request');
    const words = wordsOf(blocks);
    for (const limb of ['(a) Acts associated', '(b) A risk associated', '(c) Why an order is necessary'])
      expect(words).toContain(limb);
    expect(words).toContain('Stalking Protection Act 2019, section 1(1)');
    expect(words).toContain('an interim order');
    const term = blocks.find(({ as, text }) => as === 'item' && text.startsWith('not to follow'));
    expect(term?.ids).toEqual([id(1)]);
  });

  it('takes the terms that somebody wrote for it', () => {
    const [bail] = madeFacts().orders;
    const orders =
      bail === undefined
        ? []
        : [
            {
              ...bail,
              orderType: 'spo' as const,
              order: bail.order && { ...bail.order, stage: 'asked' as const },
            },
          ];
    const words = wordsOf(build('spo-request', madeFacts({ orders })).blocks);
    expect(words).toContain('Not to contact the client');
    expect(words).not.toContain('not to follow');
  });

  it('is refused in words in Scotland, and where no law is recorded; Northern Ireland has its own Act', () => {
    expect(build('spo-request', madeFacts({}, 'scotland')).refused).toContain(
      'no stalking protection order in Scotland',
    );
    expect(build('spo-request', madeFacts({}, null)).refused).toContain(
      'The law that applies is not recorded',
    );
    expect(wordsOf(build('spo-request', madeFacts({}, 'northern-ireland')).blocks)).toContain(
      'Protection from Stalking Act (Northern Ireland) 2022',
    );
  });
});

describe('the request to record it as stalking', () => {
  it('sets entries beside the recorded offence, with the counting rule and what depends on it', () => {
    const { blocks } = build('re-record');
    const line = rowOf('re-record', '20 Oct 2026');
    expect(line?.text.split('\t')).toEqual([
      '20 Oct 2026',
      'Twelve calls',
      '(b) contacting',
      'Harassment',
      'RW/3',
    ]);
    const words = wordsOf(blocks);
    expect(words).toContain('Home Office Counting Rules');
    expect(words).toContain('section 2B');
  });

  it('is refused without a report, and without an act', () => {
    expect(buildLetter('re-record', madeFacts(), { ...ask, reportId: null }).refused).toContain(
      'which report',
    );
    const entries = madeFacts().entries.map((each) => ({ ...each, behaviours: [] }));
    expect(build('re-record', madeFacts({ entries })).refused).toContain('No entry of this report');
  });

  it('names no rule of England and Wales elsewhere', () => {
    const words = wordsOf(build('re-record', madeFacts({}, 'scotland')).blocks);
    expect(words).not.toMatch(/Counting Rules|section 2B/u);
    expect(words).toContain('Criminal Justice and Licensing (Scotland) Act 2010');
  });
});

describe('the request for a review', () => {
  it('names both days as provisional, counted from the letter', () => {
    const words = wordsOf(build('vrr').blocks);
    // VRR: 5 working days of Tuesday 24 November, and 3 months; both unconfirmed.
    expect(words).toContain('1 Dec 2026 (provisional), counted from 24 Nov 2026, the letter');
    expect(words).toContain('24 Feb 2027 (provisional)');
    expect(gapsIn(build('vrr').blocks)).toContain(
      'why the decision should be looked at again, in the client’s words',
    );
  });

  it('is refused for what is no decision', () => {
    expect(buildLetter('vrr', madeFacts(), { ...ask, eventId: id(32) }).refused).toContain('which decision');
  });
});

describe('letters from templates', () => {
  it('fills places, cites figures, and marks what is empty or not known', () => {
    const blocks = [
      { as: 'text' as const, ids: [], text: '{client.name}: {incidents.count}; {officer}; {no.such}' },
    ];
    const filled = fillPlaces(blocks, madeFacts());
    expect(filled.blocks[0]?.text).toBe(
      'Rowan Wren: 4; [not recorded: the officer in the case]; [not recorded: no.such]',
    );
    expect(filled.blocks[0]?.ids).toEqual([1, 2, 3, 5].map(id));
    expect(gapsIn(filled.blocks)).toEqual(['the officer in the case', 'no.such']);
  });

  it('ships templates whose places are all known, dated and sourced', () => {
    const known = new Set(letterPlaces.map(({ name }) => name));
    for (const { blocks, shipped } of shippedTemplates) {
      expect(shipped?.asAt).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
      for (const [, name = ''] of wordsOf(blocks).matchAll(/\{([^}]*)\}/gu)) expect(known).toContain(name);
    }
  });

  it('says so where a template is gone', () => {
    expect(buildLetter('own', madeFacts(), ask).refused).toContain('not here any more');
  });
});

it('every letter of an empty case is made, or says why not', () => {
  const empty = madeFacts({
    ...{ entries: [], reports: [], requests: [], events: [], breaches: [], assessments: [], actions: [] },
    ...{ people: [], orders: [] },
  });
  for (const sort of madeSorts)
    for (const reader of readersOf[sort]) {
      const { refused, blocks } = buildLetter(sort, empty, { reader, reportId: null, eventId: null });
      expect(blocks.length > 0, sort).toBe(refused === null);
    }
});

it('compares a letter with what the case says now, each part as often as it is there', () => {
  const block = (text: string) => ({ as: 'text' as const, text, ids: [] });
  const { comes, goes } = compareLetters([block('a'), block('a'), block('mine')], [block('a'), block('new')]);
  expect(wordsOf(comes)).toBe('new');
  expect(wordsOf(goes)).toBe('a\nmine');
});

it('joins items to lists and rows to tables', () => {
  const block = (as: 'item' | 'row' | 'text') => ({ as, text: as, ids: [] });
  const parts = partsOf([
    block('item'),
    block('item'),
    block('text'),
    block('row'),
    block('row'),
    block('item'),
  ]);
  expect(parts.map(({ as }) => as)).toEqual(['list', 'text', 'table', 'list']);
});

it.each([
  [{ reference: 'HF-0147', sort: 'marac' as const }, 'HF-0147 marac 2026-11-28.pdf'],
  [{ reference: '../../Örtel', sort: 'own' as const }, 'rtel letter 2026-11-28.pdf'],
  [undefined, 'Holdfast letter 2026-11-28.pdf'],
])('names a file by reference and kind alone: %j', (named, name) => {
  expect(letterFileName(named, '2026-11-28', 'pdf')).toBe(name);
});
