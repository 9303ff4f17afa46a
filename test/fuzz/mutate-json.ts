import type { Seeded } from '../helpers/seeded';
import { timesOf } from './mutate-bytes';
import type { Breaking } from './mutate-bytes';
import { brokenText } from './mutate-text';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A place in a value, by the names and numbers that lead there. */
interface Place {
  readonly within: Json[] | { [name: string]: Json };
  readonly name: string;
}

/** Values that are of another sort, at an edge, too long, or mean something to what may read them. */
const odd: readonly Json[] = [
  ...[null, true, false, 0, 1, -1, 0.5, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 53 + 2, 1e21],
  ...[
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    '__proto__',
    'constructor',
    'toString',
    '../../etc/passwd',
    'C:\\con',
  ],
  ...[
    '2026-02-30',
    '2026-13',
    '0000-01-01',
    '9999-12-31',
    '2026-03-29T01:30',
    '25:61',
    '2026-11-03T10:00:00.000Z',
    '%',
    '"',
    "'--",
  ],
  ...[
    '018f0000-0000-7000-8000-000000000000',
    'x'.repeat(5000),
    '😀'.repeat(300),
    'e\u0301'.repeat(200),
    'NaN',
    '-0',
    '1e999',
  ],
  ...[[], {}, [[]], [null], { a: 1 }, [[[[[[[[[[]]]]]]]]]]],
];

type Way = (root: Json, breaking: Breaking) => Json;

const ways: readonly [Way, ...Way[]] = [
  replaced,
  replaced,
  nudged,
  nudged,
  taken,
  repeated,
  moved,
  moved,
  grafted,
  grafted,
  named,
];

/** A broken version of a value in JSON: others put in its place, left out, repeated, moved, and now and then the text itself broken. */
export function brokenJson(bytes: Buffer, breaking: Breaking): Buffer {
  const { random } = breaking;
  let root = read(bytes);
  if (root === undefined || random.below(25) === 0) return brokenText(bytes, breaking);
  for (let left = timesOf(random); left > 0; left -= 1) root = random.pick(ways)(root, breaking);
  return Buffer.from(JSON.stringify(root), 'utf8');
}

function read(bytes: Buffer): Json | undefined {
  try {
    return JSON.parse(bytes.toString('utf8')) as Json;
  } catch {
    return undefined;
  }
}

function placesIn(root: Json): Place[] {
  const found: Place[] = [];
  const walk = (value: Json): void => {
    if (typeof value !== 'object' || value === null || found.length > 20_000) return;
    for (const [name, each] of Object.entries(value)) {
      found.push({ within: value, name });
      walk(each);
    }
  };
  walk(root);
  return found;
}

const valueAt = ({ within, name }: Place): Json => Reflect.get(within, name) as Json;

function setAt({ within, name }: Place, value: Json): void {
  // As an own field, whatever it is called.
  Object.defineProperty(within, name, { value, enumerable: true, configurable: true, writable: true });
}

const copyOf = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

function somewhere(root: Json, random: Seeded): Place | undefined {
  const places = placesIn(root);
  return places[random.below(Math.max(1, places.length))];
}

function oddValue({ random, words }: Breaking): Json {
  const all = [...odd, ...words];
  return copyOf(all[random.below(all.length)] ?? null);
}

function replaced(root: Json, breaking: Breaking): Json {
  const place = somewhere(root, breaking.random);
  if (place === undefined) return oddValue(breaking);
  setAt(place, oddValue(breaking));
  return root;
}

/** A little more or less than it was, of the same sort: what is most likely to be let through. */
function nudged(root: Json, breaking: Breaking): Json {
  const { random } = breaking;
  const place = somewhere(root, random);
  const value = place === undefined ? null : valueAt(place);
  if (place === undefined) return root;
  if (typeof value === 'number') setAt(place, value + random.pick([1, -1, 0.5, 1000, -value, -2 * value]));
  else if (typeof value === 'boolean') setAt(place, !value);
  else if (typeof value === 'string')
    setAt(place, brokenText(Buffer.from(value), breaking).toString('utf8').slice(0, 20_000));
  return root;
}

function taken(root: Json, { random }: Breaking): Json {
  const place = somewhere(root, random);
  if (place === undefined) return root;
  if (Array.isArray(place.within)) place.within.splice(Number(place.name), 1);
  else Reflect.deleteProperty(place.within, place.name);
  return root;
}

function repeated(root: Json, { random }: Breaking): Json {
  const place = somewhere(root, random);
  if (place === undefined) return root;
  const value = valueAt(place);
  const list = Array.isArray(place.within) ? place.within : value;
  if (!Array.isArray(list)) return root;
  const again = copyOf(Array.isArray(place.within) ? value : (list[0] ?? null));
  for (let left = random.pick([1, 1, 2, 30]); left > 0; left -= 1) list.push(copyOf(again));
  return root;
}

function moved(root: Json, { random }: Breaking): Json {
  const [from, to] = [somewhere(root, random), somewhere(root, random)];
  if (from !== undefined && to !== undefined) setAt(to, copyOf(valueAt(from)));
  return root;
}

function grafted(root: Json, { random, other }: Breaking): Json {
  const another = read(other) ?? null;
  const [from, to] = [somewhere(another, random), somewhere(root, random)];
  if (to !== undefined) setAt(to, from === undefined ? another : copyOf(valueAt(from)));
  return root;
}

/** A field nobody knows, or one that every object has. */
function named(root: Json, breaking: Breaking): Json {
  const { random } = breaking;
  const place = somewhere(root, random);
  const within = place === undefined ? root : place.within;
  if (typeof within !== 'object' || within === null || Array.isArray(within)) return root;
  setAt(
    { within, name: random.pick(['__proto__', 'constructor', 'more', 'id', 'length', 'then']) },
    oddValue(breaking),
  );
  return root;
}
