import { afterEach, describe, expect, it, vi } from 'vitest';
import bankHolidays from '../../../../../resources/law/bank-holidays.json' with { type: 'json' };
import englandAndWales from '../../../../../resources/law/england-and-wales.json' with { type: 'json' };
import rules from '../../../../../resources/casework/rules.json' with { type: 'json' };
import type { CaseFacts } from '../../../../../shared/domain/casework/duties/facts';
import type { RuleId } from '../../../../../shared/domain/casework/duties/rules';
import { details, happened, incident, quietCase } from '../../../../helpers/quiet-case';

// What a change of the data alone does: the modules are read anew, with other files where the data stands.
const data = '../../../../../resources';

afterEach(() => {
  vi.doUnmock(`${data}/law/bank-holidays.json`);
  vi.doUnmock(`${data}/law/england-and-wales.json`);
  vi.doUnmock(`${data}/casework/rules.json`);
  vi.resetModules();
});

async function lineOf(facts: Partial<CaseFacts>, today: string, rule: RuleId) {
  vi.resetModules();
  const { dutiesOf } = await import('../../../../../shared/domain/casework/duties/duties');
  return dutiesOf(quietCase(facts), today).find((duty) => duty.rule === rule);
}

const arrest: Partial<CaseFacts> = {
  details: details({ jurisdiction: 'england-and-wales', enhancedRights: true }),
  events: [happened(5, { what: 'arrest', on: '2026-11-23' })],
};

/** The law of England and Wales with another length of one of its time limits. */
const withLimit = (id: string, length: object) => ({
  default: {
    ...englandAndWales,
    timeLimits: englandAndWales.timeLimits.map((each) => (each.id === id ? { ...each, ...length } : each)),
  },
});

describe('a bank holiday that is added to the data', () => {
  it('moves what is due within working days past it, where it is a holiday and nowhere else', async () => {
    expect(await lineOf(arrest, '2026-11-23', 'update-owed')).toMatchObject({ due: '2026-11-24' });
    const { holidays, ...rest } = bankHolidays;
    const proclaimed = { day: '2026-11-24', name: 'A holiday proclaimed late' };
    const withIt = (place: keyof typeof holidays) => ({
      default: { ...rest, holidays: { ...holidays, [place]: [...holidays[place], proclaimed] } },
    });
    vi.doMock(`${data}/law/bank-holidays.json`, () => withIt('england-and-wales'));
    expect(await lineOf(arrest, '2026-11-23', 'update-owed')).toMatchObject({
      due: '2026-11-25',
      isCertain: true,
    });
    vi.doMock(`${data}/law/bank-holidays.json`, () => withIt('scotland'));
    expect(await lineOf(arrest, '2026-11-23', 'update-owed')).toMatchObject({ due: '2026-11-24' });
  });

  it('is not certain any more where the data is known for less time', async () => {
    vi.doMock(`${data}/law/bank-holidays.json`, () => ({
      default: { ...bankHolidays, knownUntil: '2026-11-23' },
    }));
    expect(await lineOf(arrest, '2026-11-23', 'update-owed')).toMatchObject({ isCertain: false });
  });
});

describe('a time limit that is changed in the data', () => {
  it('moves an update that is owed, and what the line says of it', async () => {
    vi.doMock(`${data}/law/england-and-wales.json`, () =>
      withLimit('victims-code-enhanced', { workingDays: 3 }),
    );
    const line = await lineOf(arrest, '2026-11-23', 'update-owed');
    expect(line).toMatchObject({ due: '2026-11-26' });
    expect(line?.text).toContain('Owed within 3 working days, with enhanced rights: by 26 Nov 2026.');
  });

  it('moves the time to begin a case for a summary offence', async () => {
    const reported: Partial<CaseFacts> = {
      details: details({ jurisdiction: 'england-and-wales' }),
      entries: [incident(7, '2026-06-10')],
    };
    const today = '2026-11-28';
    expect(await lineOf(reported, today, 'summary-limit')).toMatchObject({ due: '2026-12-10' });
    vi.doMock(`${data}/law/england-and-wales.json`, () => withLimit('summary', { months: 7 }));
    const line = await lineOf(reported, today, 'summary-limit');
    expect(line).toMatchObject({ due: '2027-01-10' });
    expect(line?.text).toMatch(/^7 months from the latest incident \(10 Jun 2026\) end on 10 Jan 2027/u);
  });

  it('moves what is due by a number of days that a rule of this office has', async () => {
    const referred: Partial<CaseFacts> = {
      status: 'referral_received',
      details: details({ jurisdiction: 'england-and-wales', referredOn: '2026-11-20' }),
    };
    const before = await lineOf(referred, '2026-11-21', 'triage-due');
    expect(before).toMatchObject({ due: '2026-11-22' });
    vi.doMock(`${data}/casework/rules.json`, () => ({
      default: {
        ...rules,
        rules: {
          ...rules.rules,
          'triage-due': { ...rules.rules['triage-due'], afterDays: 4, beforeDays: 4 },
        },
      },
    }));
    expect(await lineOf(referred, '2026-11-21', 'triage-due')).toMatchObject({ due: '2026-11-24' });
  });
});
