import fc from 'fast-check';
import * as z from 'zod';
import type { Body, Json } from '../../shared/domain/records/version';
import { edtfSchema } from '../../shared/models/common';
import { kindOf } from '../../shared/records/all';
import { plantedLength } from './planted-words';
import type { Seeded } from './seeded';

/** What there is for a body to name, and the words to plant in it. */
export interface BodyStuff {
  readonly random: Seeded;
  /** Words for a field that holds so many characters. */
  readonly word: (most?: number) => string;
  /** The days in it; otherwise some of 2026. */
  readonly day?: () => string;
  readonly newId: () => string;
  /** Exhibits of the case in the order of their ids, three or more: what an id names where nothing else is said. */
  readonly items: readonly string[];
  readonly producerId: string;
  /** Records of the case by their kind. */
  readonly recordsOf: (kind: string) => readonly string[];
}

/** Ids that name something other than an exhibit, by the name of their field: a record of a kind, a producer, or something new. */
const named: Readonly<Record<string, { readonly one: string }>> = {
  registerId: { one: 'register' },
  links: { one: 'register' },
  corrects: { one: 'handover' },
  entryId: { one: 'entry' },
  entryIds: { one: 'entry' },
  orderId: { one: 'register' },
  officerId: { one: 'register' },
  personIds: { one: 'register' },
  placeIds: { one: 'register' },
  bindsIds: { one: 'register' },
  protectsIds: { one: 'register' },
  reportId: { one: 'police-report' },
  eventId: { one: 'case-event' },
  assessmentId: { one: 'assessment' },
  about: { one: 'task' },
  ids: { one: 'entry' },
  handoverId: { one: 'new' },
  producerId: { one: 'producer' },
};

/**
 * Any body of a kind, made from its schema alone, with a word of its own in every field of words: a new kind, and a new field of one,
 * are in it without another line. Throws, with the name of the kind, where no body can be made.
 */
export function anyBody(name: string, stuff: BodyStuff): Body {
  const kind = kindOf(name);
  for (let tries = 0; kind !== undefined && tries < 200; tries += 1) {
    const made = new Maker(stuff).value(kind.body, []);
    if (kind.isBody(made)) return kind.read(made);
  }
  throw new Error(`no body of kind ${name} could be made from its schema`);
}

/** Any value of a schema, by the same rules. Throws for a schema of a sort that no body has. */
export function anyValue(schema: z.core.$ZodType, stuff: BodyStuff): Json {
  return new Maker(stuff).value(schema, []);
}

type Types = z.core.$ZodTypes;
type Path = readonly string[];

class Maker {
  /** Exhibits are named one after the other, so that none is named twice in one list and those of a pair are in order. */
  private next: number;

  constructor(private readonly stuff: BodyStuff) {
    this.next = stuff.random.below(Math.max(1, stuff.items.length - 1));
  }

  value(schema: z.core.$ZodType, path: Path): Json {
    const { def } = (schema as Types)._zod;
    const within = this.within(schema, path);
    if (within !== undefined) return within === null ? null : this.value(within, path);
    if (def.type === 'object') return this.object(def.shape, path);
    if (def.type === 'array') return this.list(schema, def.element, path);
    if (def.type === 'record') return this.record(def.keyType, def.valueType, path);
    if (def.type === 'tuple') return def.items.map((each) => this.value(each, path));
    if (def.type === 'intersection')
      return { ...(this.value(def.left, path) as Body), ...(this.value(def.right, path) as Body) };
    return this.single(schema, path);
  }

  /** The schema that a schema stands around, or one of several; null for no value, undefined where it stands for itself. */
  private within(schema: z.core.$ZodType, path: Path): z.core.$ZodType | null | undefined {
    const { random } = this.stuff;
    const { def } = (schema as Types)._zod;
    if (def.type === 'union') return def.options[random.below(def.options.length)];
    if (def.type === 'nullable') return random.below(4) === 0 ? null : def.innerType;
    if (def.type === 'optional' || def.type === 'default' || def.type === 'readonly') return def.innerType;
    if (def.type === 'lazy') return path.length > 8 ? null : def.getter();
    if (def.type !== 'pipe') return undefined;
    // What is made ready before it is read is read as what comes out.
    return (def.in as Types)._zod.def.type === 'transform' ? def.out : def.in;
  }

  private single(schema: z.core.$ZodType, path: Path): Json {
    const { random } = this.stuff;
    const { def } = (schema as Types)._zod;
    if (def.type === 'string') return this.text(schema, path);
    if (def.type === 'number') return this.number(schema);
    if (def.type === 'boolean') return random.below(2) === 0;
    if (def.type === 'null') return null;
    if (def.type === 'unknown') return this.stuff.word();
    if (def.type === 'literal') return (def.values[0] ?? null) as Json;
    if (def.type !== 'enum')
      throw new Error(`${path.join('.')}: nothing is made for a schema of type ${def.type}`);
    const entries = Object.values(def.entries);
    return entries[random.below(entries.length)] ?? null;
  }

  private object(shape: Readonly<Record<string, z.core.$ZodType>>, path: Path): Body {
    const fields = Object.entries(shape).filter(([, each]) => !this.isLeftOut(each));
    return Object.fromEntries(fields.map(([name, each]) => [name, this.value(each, [...path, name])]));
  }

  private isLeftOut(schema: z.core.$ZodType): boolean {
    return (schema as Types)._zod.def.type === 'optional' && this.stuff.random.below(2) === 0;
  }

  private list(schema: z.core.$ZodType, element: z.core.$ZodType, path: Path): Json[] {
    const { minimum } = limitsOf(schema);
    const length = Math.max(minimum ?? 0, this.stuff.random.below(3));
    return Array.from({ length }, () => this.value(element, path));
  }

  private record(keys: z.core.$ZodType, values: z.core.$ZodType, path: Path): Body {
    const key = z.string().parse(this.value(keys, path));
    return { [key]: this.value(values, [...path, key]) };
  }

  private number(schema: z.core.$ZodType): number {
    const { from = 0, to, whole } = limitsOf(schema);
    if (whole) return Math.min(from + this.stuff.random.below(4), to ?? Infinity);
    // Never so much that two of them are more than all there is.
    return from + (((to ?? from + 1) - from) * (1 + this.stuff.random.below(2))) / 4;
  }

  private text(schema: z.core.$ZodType, path: Path): string {
    const { random, word } = this.stuff;
    const day = this.stuff.day?.() ?? `2026-0${1 + random.below(9)}-1${random.below(9)}`;
    if (schema === edtfSchema) return day;
    const { format, pattern, maximum, minimum } = limitsOf(schema);
    if (format === 'uuid') return this.id(path);
    if (format === 'date') return day;
    if (format === 'datetime') return `${day}T1${random.below(9)}:00:00.000Z`;
    if (pattern !== undefined)
      return fc.sample(fc.stringMatching(pattern), { numRuns: 1, seed: random.below(2 ** 31) })[0] ?? '';
    return maximum === undefined || maximum >= plantedLength ? word(maximum) : 'y'.repeat(minimum ?? 0);
  }

  private id(path: Path): string {
    const { random, items, newId, producerId, recordsOf } = this.stuff;
    const way = [...path].reverse().find((name) => Object.hasOwn(named, name));
    if (way === undefined) {
      this.next += 1;
      return items[(this.next - 1) % items.length] ?? newId();
    }
    const one = named[way]?.one ?? 'new';
    // There is none without a series of exhibit references.
    if (one === 'producer') return producerId;
    const there = one === 'new' ? [] : recordsOf(one);
    // One that is there no more, or nowhere, may be named as well; and none twice, but by chance among many.
    this.next += 1;
    return there.length < 3 ? newId() : (there[(this.next + random.below(2)) % there.length] ?? newId());
  }
}

interface Limits {
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly from?: number;
  readonly to?: number;
  readonly whole: boolean;
}

const limitsSchema = z.object({
  check: z.string().optional(),
  format: z.string().optional(),
  pattern: z.instanceof(RegExp).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  value: z.number().optional(),
  inclusive: z.boolean().optional(),
});

/** What a schema, and each check that was added to it, asks of a text, a number or a list. */
function limitsOf(schema: z.core.$ZodType): Limits {
  const all = [schema._zod.def, ...(schema._zod.def.checks ?? []).map((each) => each._zod.def)];
  let limits: Limits = { whole: false };
  for (const each of all) {
    const { check, format, pattern, minimum, maximum, value, inclusive } = limitsSchema.parse(each);
    if (format === 'safeint') limits = { ...limits, whole: true };
    else if (format !== undefined) limits = { ...limits, format };
    if (pattern !== undefined) limits = { ...limits, pattern };
    if (minimum !== undefined) limits = { ...limits, minimum: Math.max(minimum, limits.minimum ?? 0) };
    if (maximum !== undefined) limits = { ...limits, maximum: Math.min(maximum, limits.maximum ?? maximum) };
    if (value === undefined) continue;
    if (check === 'greater_than') {
      const from = limits.whole && inclusive === false ? value + 1 : value;
      limits = { ...limits, from: Math.max(from, limits.from ?? from) };
    }
    if (check === 'less_than') limits = { ...limits, to: Math.min(value, limits.to ?? value) };
  }
  return limits;
}
