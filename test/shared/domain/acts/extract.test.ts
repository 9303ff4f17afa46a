import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExtract, writeExtract } from '../../../../shared/domain/acts/extract-lines';
import { chainHash, emptyHead, innerHash } from '../../../../shared/domain/acts/hash';
import type { ChainEnd } from '../../../../shared/domain/acts/hash';
import { packageJoins } from '../../../../shared/domain/acts/joined-chains';
import { verifyExtract } from '../../../../shared/domain/acts/verify-extract';
import type { CaseExtract, ExtractStep, RecordedAct, ShownAct } from '../../../../shared/models/acts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const cases = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b'] as const;
const [caseId] = cases;

const hex = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));
const words = fc.string({ unit: 'grapheme' });
const said = fc.record({
  at: fc.constant('2026-11-24T09:00:00.000Z'),
  author: words,
  action: fc.constantFrom('evidence.import', 'case.view', 'vault.unlock'),
  subject: fc.option(words),
  detail: fc
    .dictionary(words, fc.oneof(words, fc.integer(), fc.boolean()))
    .map((each) => JSON.stringify(each)),
  slot: fc.option(words),
  caseId: fc.constantFrom(...cases, null),
  salt: hex,
});
const sealedPart = fc.oneof(
  fc.constant({ acts: 0, head: emptyHead }),
  fc.record({ acts: fc.integer({ min: 1, max: 1000 }), head: hex.filter((each) => each !== emptyHead) }),
);

interface Made {
  readonly extract: CaseExtract;
  /** The head after each step. */
  readonly heads: readonly string[];
  readonly acts: readonly ShownAct[];
}

/** A record as a vault writes it, and the extract of one case of it. */
const records = fc
  .record({ sealed: sealedPart, all: fc.array(said, { minLength: 1, maxLength: 12 }) })
  .map(({ sealed, all }): Made => {
    const numbers = new Map<string, number>();
    const heads: string[] = [];
    const acts: ShownAct[] = [];
    let end: ChainEnd = { ...sealed, isSalted: false };
    for (const each of all) {
      const caseNumber = each.caseId === null ? null : (numbers.get(each.caseId) ?? 0) + 1;
      if (each.caseId !== null) numbers.set(each.caseId, caseNumber ?? 0);
      const act = { ...each, seq: end.acts + 1, caseNumber };
      acts.push(act);
      end = { acts: act.seq, head: chainHash(end, hidden(act).inner, sha256), isSalted: true };
      heads.push(end.head);
    }
    const steps = acts.map((act) => (act.caseId === caseId ? act : hidden(act)));
    return { extract: { caseId, sealed, steps, head: end.head }, heads, acts };
  });

function hidden({ salt, ...act }: ShownAct): { inner: string } {
  return { inner: innerHash(act, salt, sha256) };
}

const verify = (extract: CaseExtract, known: readonly string[] = [extract.head]) =>
  verifyExtract(extract, known, sha256);
const holds = (extract: CaseExtract, known?: readonly string[]): boolean => verify(extract, known).holds;

/** The extract as a forger leaves it who names whatever head the steps lead to. */
function withOwnHead(extract: CaseExtract): CaseExtract {
  let end: ChainEnd = { ...extract.sealed, isSalted: false };
  for (const step of extract.steps) {
    const inner = 'salt' in step ? hidden(step).inner : step.inner;
    end = { acts: end.acts + 1, head: chainHash(end, inner, sha256), isSalted: true };
  }
  return { ...extract, head: end.head };
}

/** Neither as it was left nor with a head that fits it does a forged extract pass for the record whose head is known. */
function expectFound(forged: CaseExtract, known: string): void {
  expect(holds(forged, [known])).toBe(false);
  expect(holds(withOwnHead(forged), [known])).toBe(false);
}

const withSteps = (extract: CaseExtract, steps: readonly ExtractStep[]): CaseExtract => ({
  ...extract,
  steps,
});
const at = fc.nat();

describe('an extract of one case', () => {
  it('holds, shows the acts of its case and says how many others there are', () => {
    fc.assert(
      fc.property(records, ({ extract, acts }) => {
        const own = acts.filter((act) => act.caseId === caseId);
        expect(verify(extract)).toEqual({
          holds: true,
          shown: own.map(({ salt: _salt, ...act }) => act),
          hidden: extract.sealed.acts + acts.length - own.length,
          vouchedTo: extract.sealed.acts + acts.length,
          endsWithCase: acts.at(-1)?.caseId === caseId,
        });
      }),
    );
  });

  it('is the same after it was written as lines and read again', () => {
    fc.assert(
      fc.property(records, ({ extract }) => {
        const text = [...writeExtract(extract)].map((line) => `${line}\n`).join('');
        expect(readExtract(text)).toEqual(extract);
      }),
    );
  });

  it('holds nothing of other acts but hashes that change with the salt', () => {
    fc.assert(
      fc.property(records, hex, ({ extract, acts }, otherSalt) => {
        for (const [index, step] of extract.steps.entries()) {
          const act = acts[index];
          if (act === undefined || 'salt' in step) continue;
          expect(step).toEqual({ inner: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
          // Who knows every word of the act and not its salt cannot tell that it is this one.
          expect(hidden({ ...act, salt: otherSalt }).inner === step.inner).toBe(otherSalt === act.salt);
        }
      }),
    );
  });

  it('does not hold when anything is changed in an act, its salt, a hash or what it says of the sealed acts', () => {
    fc.assert(
      fc.property(records, at, words, hex, ({ extract }, chosen, word, other) => {
        const index = chosen % extract.steps.length;
        const step = extract.steps[index];
        if (step === undefined) throw new Error('no step');
        const put = (changed: ExtractStep): void => {
          expectFound(withSteps(extract, extract.steps.with(index, changed)), extract.head);
        };
        if ('salt' in step) {
          for (const name of ['at', 'author', 'action', 'subject', 'detail', 'slot'] as const)
            if (step[name] !== word) put({ ...step, [name]: word });
          put({ ...step, seq: step.seq + 1 });
          put({ ...step, caseId: cases[1] });
          put({ ...step, caseNumber: (step.caseNumber ?? 0) + 1 });
          if (step.salt !== other) put({ ...step, salt: other });
        } else if (step.inner !== other) put({ inner: other });
        const { acts, head } = extract.sealed;
        expectFound({ ...extract, sealed: { acts: acts + 1, head } }, extract.head);
        if (head !== other) expectFound({ ...extract, sealed: { acts, head: other } }, extract.head);
      }),
    );
  });

  it('does not hold when a step is dropped, put in, put elsewhere or cut off, before a head that is known', () => {
    fc.assert(
      fc.property(records, at, at, hex, ({ extract }, one, two, other) => {
        const { steps, head } = extract;
        const [a, b] = [one % steps.length, two % steps.length];
        expectFound(withSteps(extract, steps.toSpliced(a, 1)), head);
        expectFound(withSteps(extract, steps.toSpliced(a, 0, { inner: other })), head);
        // A copy of the last step beside it stands after the known head; the next test has that.
        if (a !== b || a < steps.length - 1)
          expectFound(withSteps(extract, steps.toSpliced(a, 0, ...steps.slice(b, b + 1))), head);
        expectFound(withSteps(extract, steps.slice(0, a)), head);
        const [first, second] = [steps[a], steps[b]];
        if (a === b || first === undefined || second === undefined) return;
        expectFound(withSteps(extract, steps.with(a, second).with(b, first)), head);
      }),
    );
  });

  it('is vouched for no further than the known head when something was put behind it', () => {
    fc.assert(
      fc.property(records, hex, ({ extract, acts }, inner) => {
        const longer = withOwnHead(withSteps(extract, [...extract.steps, { inner }]));
        const vouchedTo = extract.sealed.acts + acts.length;
        expect(verify(longer, [extract.head])).toMatchObject({ holds: true, vouchedTo, endsWithCase: false });
        expect(verify({ ...longer, head: extract.head }, [extract.head])).toMatchObject({
          problem: 'head-differs',
        });
      }),
    );
  });

  it('shows that an act of the case was passed off as one of another, unless it is the last', () => {
    fc.assert(
      fc.property(records, ({ extract }) => {
        const own = extract.steps.flatMap((step, index) => ('salt' in step ? [{ step, index }] : []));
        for (const [place, { step, index }] of own.entries()) {
          const verdict = verify(withSteps(extract, extract.steps.with(index, hidden(step))));
          if (place === own.length - 1) expect(verdict).toMatchObject({ holds: true, endsWithCase: false });
          else
            expect(verdict).toEqual({ holds: false, problem: 'act-left-out', at: own[place + 1]?.step.seq });
        }
      }),
    );
  });

  it('is refused when it shows an act of another case, or one that says another number than its place', () => {
    fc.assert(
      fc.property(records, at, ({ extract, acts }, chosen) => {
        const index = chosen % acts.length;
        const act = acts[index];
        if (act === undefined) throw new Error('no act');
        if (act.caseId !== caseId)
          expect(verify(withSteps(extract, extract.steps.with(index, act)))).toEqual({
            holds: false,
            problem: 'act-of-another-case',
            at: act.seq,
          });
        // Also where whoever holds the vault has hashed the record so.
        const moved = withOwnHead(
          withSteps(extract, extract.steps.with(index, { ...act, seq: act.seq + 1 })),
        );
        expect(verify(moved)).toEqual({ holds: false, problem: 'act-out-of-place', at: act.seq });
      }),
    );
  });

  it('holds by earlier heads of the same record, and says up to which act they vouch for it', () => {
    fc.assert(
      fc.property(records, at, ({ extract, heads }, chosen) => {
        const index = chosen % heads.length;
        const known = heads[index] ?? '';
        const { acts } = extract.sealed;
        expect(verify(extract, [known])).toMatchObject({ holds: true, vouchedTo: acts + index + 1 });
        expect(verify(extract, [])).toMatchObject({ holds: true, vouchedTo: 0 });
      }),
    );
  });

  it('cannot be begun anew at a head that is known: the sealed part vouches for nothing', () => {
    fc.assert(
      fc.property(records, records, ({ extract }, other) => {
        const forged = withOwnHead({
          ...extract,
          sealed: { acts: other.extract.sealed.acts + other.acts.length, head: other.extract.head },
          steps: [],
        });
        expect(verify(forged, [other.extract.head])).toEqual({
          holds: false,
          problem: 'known-head-missing',
          at: null,
        });
      }),
    );
  });
});

describe('lines that are no extract', () => {
  const text = [...writeExtract({ caseId, sealed: { acts: 0, head: emptyHead }, steps: [], head: emptyHead })]
    .map((line) => `${line}\n`)
    .join('');

  it.each([
    ['nothing', ''],
    ['a cut line', text.slice(0, -1)],
    ['another format', text.replace('"format":1', '"format":2')],
    ['a line that is no JSON', `${text}{\n`],
    ['a step with more than there should be', `${text}${JSON.stringify({ inner: emptyHead, more: 1 })}\n`],
    ['sealed acts without a head', text.replace('"acts":0', '"acts":3')],
  ])('are refused: %s', (_name, given) => {
    expect(readExtract(text)).not.toBeNull();
    expect(readExtract(given)).toBeNull();
  });
});

describe('packages among the acts', () => {
  const act: RecordedAct = {
    seq: 4,
    at: '',
    author: '',
    action: 'transfer.import',
    subject: caseId,
    detail: '',
    slot: null,
    caseId,
    caseNumber: 1,
  };
  const detail = (values: object): string => JSON.stringify({ package: 'p', sender: 'compared', ...values });

  it('give the heads by which two records are joined, and none where an act names none', () => {
    const head = 'ab'.repeat(32);
    expect(
      packageJoins([
        { ...act, detail: detail({ head }) },
        { ...act, action: 'transfer.export', seq: 9, detail: detail({ head }) },
        { ...act, action: 'transfer.inspect', detail: detail({ head }) },
        { ...act, detail: detail({}) },
        { ...act, detail: 'no JSON' },
      ]),
    ).toEqual([
      { direction: 'in', packageId: 'p', head, seq: 4 },
      { direction: 'out', packageId: 'p', head, seq: 9 },
    ]);
  });
});
