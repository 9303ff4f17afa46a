import type { VaultContext } from '../../electron/vault/api';
import { caseHandlers } from '../../electron/services/cases/handlers';
import { addDays } from '../../shared/domain/casework/working-days';
import type { Body } from '../../shared/domain/records/version';
import { caseStatuses, newCaseSchema } from '../../shared/models/case';
import { jurisdictions } from '../../shared/models/jurisdiction';
import { kindOf } from '../../shared/records/all';
import { caseworkKinds } from '../../shared/records/casework';
import { anyBody } from './any-body';
import { seeded } from './seeded';
import type { Seeded } from './seeded';

/** Names and words as people have them, and as they break a page: right to left, mixed, without a space, of many code units each. */
const oddWords = [
  'فاطمة الزهراء بنت عبد الرحمن الأنصاري القرطبي',
  'שרה־רבקה בת אברהם הכהן מירושלים עיר הקודש',
  'محترمہ عائشہ صدیقہ بنتِ غلام مصطفیٰ خان نیازی',
  'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessen',
  '👩🏽‍🦱🧕🏾🌊🏴󠁧󠁢󠁳󠁣󠁴󠁿 the one with the dog 🐕‍🦺 and the red door 🚪',
  'Sarah (سارة) O’Neill-Österreich née ben-David (בן־דוד), “Wren”, 2nd',
  '@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'رقم ‎+44 7700 900123 ثم https://example.org/a/very/long/path?with=everything&and=more (مساءً)',
] as const;

/** A text of one of those words, so long, and never longer than its field may hold. */
function oddText(random: Seeded, length: number, most: number): string {
  const wanted = Math.min(length, most);
  let text = random.pick(oddWords);
  while (text.length < wanted) text += ` ${random.pick(oddWords)}`;
  // Half of what two code units stand for would be no letter.
  const cut = text.slice(0, wanted).replace(/[\uD800-\uDBFF]$/u, '');
  return cut.trim() === '' ? 'x' : cut.trim();
}

export interface FullOffice {
  /** The case that holds hundreds of everything. */
  readonly fullest: string;
  /** A case of which nothing is known yet. */
  readonly empty: string;
}

/** How many records of a kind the fullest case has; of the others fewer. */
const many: Readonly<Record<string, number>> = {
  contact: 300,
  task: 300,
  'support-note': 200,
  'plan-action': 60,
  register: 200,
  entry: 200,
};
const fewer = 20;

/**
 * An office with so many cases, whose names are of 80 characters and mostly right to left, and one case with hundreds of everything:
 * what no screen may be cut off, mixed up or slow by. The same for the same day.
 */
export async function fillOffice(
  context: VaultContext,
  { cases, today }: { readonly cases: number; readonly today: string },
): Promise<FullOffice> {
  const random = seeded(500);
  const { newId, records } = context;
  const text = (most = 20_000): string => oddText(random, 80, most);
  const create = caseHandlers(context)['cases.create'];
  const ids: string[] = [];
  for (let nth = 0; nth < cases; nth += 1) ids.push((await create(newCase(random, nth, text))).id);
  const [fullest = '', empty = ''] = ids;
  context.act({ action: 'test.fill', subject: null }, () => {
    for (const [nth, caseId] of ids.entries()) {
      if (caseId === empty) continue;
      records.say('case-details', { caseId, body: detailsOf(random, today, text) });
      records.create('task', { id: newId(), caseId, body: taskOf(random, nth, today, text) });
    }
    fillCase(context, { random, caseId: fullest, today, text });
  });
  return { fullest, empty };
}

type Text = (most?: number) => string;

function newCase(random: Seeded, nth: number, text: Text) {
  return newCaseSchema.parse({
    reference: `HF-${String(nth).padStart(4, '0')}`,
    alias: nth === 1 ? 'Nothing yet' : text(80),
    exhibitInitials: 'WR',
    status: nth < 2 ? 'active' : random.pick(caseStatuses),
    safeContact: { rule: nth === 1 ? '' : text(160), notes: nth === 1 ? '' : text() },
  });
}

const dayAround = (random: Seeded, today: string): string => addDays(today, random.below(60) - 30);

function detailsOf(random: Seeded, today: string, text: Text): Body {
  return {
    ...{ jurisdiction: random.pick(jurisdictions), referredOn: dayAround(random, today), owner: text(200) },
    ...{ clientName: text(200), force: text(200), relationship: text(200), address: text() },
  };
}

/** Every tenth is due on one day, so that the calendar has a day with fifty of them. */
function taskOf(random: Seeded, nth: number, today: string, text: Text): Body {
  const due = nth % 10 === 0 ? addDays(today, 1) : dayAround(random, today);
  return { title: text(200), sort: 'appointment', due, time: '09:30', owner: text(200), note: text() };
}

/** Records of every kind of the casework in one case, and what they name. */
function fillCase(
  { records, newId }: VaultContext,
  {
    random,
    caseId,
    today,
    text,
  }: { readonly random: Seeded; readonly caseId: string; readonly today: string; readonly text: Text },
): void {
  const made = new Map<string, string[]>();
  const stuff = {
    ...{ random, newId, producerId: caseId, items: [newId(), newId(), newId()] },
    ...{ word: text, day: () => dayAround(random, today), recordsOf: (kind: string) => made.get(kind) ?? [] },
  };
  const kinds = ['register', 'entry', 'proceedings', ...caseworkKinds.map(({ kind }) => kind)];
  for (const name of kinds) {
    const kind = kindOf(name);
    const isOfOffice = kind?.ofOffice === true;
    if (kind?.onlyOneAbout !== null) {
      records.say(name, { caseId, body: anyBody(name, stuff) });
      continue;
    }
    const written = Array.from({ length: many[name] ?? fewer }, () => {
      const id = newId();
      records.create(name, { id, caseId: isOfOffice ? null : caseId, body: onlyOnce(anyBody(name, stuff)) });
      return id;
    });
    made.set(name, written);
  }
}

/** Nobody can choose the same thing twice from a list. */
function onlyOnce(body: Body): Body {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? value.filter((each, at) => typeof each !== 'string' || value.indexOf(each) === at)
        : value,
    ]),
  );
}
