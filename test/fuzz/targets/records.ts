import { anyBody } from '../../helpers/any-body';
import { planter } from '../../helpers/planted-words';
import { seeded } from '../../helpers/seeded';
import { kindOf, recordKinds } from '../../../shared/records/all';
import type { AnyKind } from '../../../shared/records/define';
import { WrongAnswer } from '../target';
import type { FuzzTarget } from '../target';

const bodiesOfEach = 4;
const idOf = (number: number): string => `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Bodies of a kind by its schema alone, each with its name: what another office, or a later Holdfast, may bring differs from them. */
function seedsOf(name: string, number: number): readonly Buffer[] {
  const random = seeded(1000 + number);
  let made = 100;
  const stuff = {
    ...{ random, word: planter(random), items: [1, 2, 3].map(idOf), producerId: idOf(4) },
    newId: () => idOf((made += 1)),
    recordsOf: () => [5, 6, 7, 8].map(idOf),
  };
  return Array.from({ length: bodiesOfEach }, () =>
    Buffer.from(JSON.stringify({ kind: name, body: anyBody(name, stuff) })),
  );
}

/** All that is asked of a body once it was let through. */
function sayAll(kind: AnyKind, given: unknown): unknown {
  const body = kind.read(given);
  if (JSON.stringify(kind.read(body)) !== JSON.stringify(body))
    throw new WrongAnswer(`another ${kind.kind} when it is read again`);
  const said = {
    refs: kind.refs(body),
    about: kind.about?.(body) ?? null,
    only: kind.onlyOneAbout?.(body, idOf(1)) ?? null,
    title: kind.title(body),
    detail: kind.detail(body),
    words: kind.words?.(body) ?? null,
    lines: kind.lines(body, (id) => id),
  };
  const isMissing = said.about?.some((id) => !said.refs.includes(id)) ?? false;
  if (isMissing) throw new WrongAnswer(`a ${kind.kind} that is about what it does not name`);
  return said;
}

export const recordTargets: readonly FuzzTarget[] = [
  {
    name: 'records',
    about: 'bodies of every kind of record, as the database or another office gives them',
    form: 'json',
    seeds: () => Promise.resolve(recordKinds.flatMap(seedsOf)),
    words: [...recordKinds, '2026-11-03', '2026-11', '../2026', '21:05', 'kind', 'body'],
    start: () =>
      Promise.resolve({
        read: (input) =>
          Promise.resolve().then(() => {
            let given: { readonly kind?: unknown; readonly body?: unknown };
            try {
              given = JSON.parse(input.toString('utf8')) as typeof given;
            } catch {
              return 'no JSON';
            }
            const kind = typeof given.kind === 'string' ? kindOf(given.kind) : undefined;
            if (kind === undefined || !kind.isBody(given.body)) return 'refused';
            return sayAll(kind, given.body);
          }),
      }),
  },
];
