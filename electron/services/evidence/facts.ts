import { ukDay } from '../../../shared/domain/dates/standing';
import { readFileName } from '../../../shared/domain/facts/file-name';
import { laterChangeTraces } from '../../../shared/domain/facts/later-change';
import { newFact, noteAt } from '../../../shared/domain/facts/new-fact';
import type { NewFact } from '../../../shared/domain/facts/new-fact';
import { fitting } from '../../formats/fitting';
import { mislabelled } from '../../../shared/domain/facts/mislabelled';
import type { Identity } from '../../../shared/models/identity';

export interface FileToRead {
  readonly name: string;
  readonly identity: Identity;
  /** What its bytes say, as the lab read them; empty where nobody looked into it. */
  readonly said: readonly NewFact[];
  /** The file system's time of last change. */
  readonly modified: Date | null;
  readonly now: Date;
}

/** Everything a file says about itself, by its name, its bytes and the disk, each with where it says so. */
export function readFacts(file: FileToRead): readonly NewFact[] {
  const { name, identity, said } = file;
  const facts: NewFact[] = [...readFileName(name), ...said];
  facts.push(...editingTraces(facts), ...laterChangeTraces(facts));
  const wrongName = mislabelled(name, identity.mime);
  if (wrongName !== null)
    facts.push(noteAt({ source: 'file-name', code: 'file-name', detail: '', raw: name }, wrongName));
  if (file.modified !== null) facts.push(...fileSystemFacts(file.modified, facts));
  facts.push(...inFuture(facts, file.now));
  return withoutRepeats(facts.flatMap(fitting));
}

/** The same claim of the same place, as files that keep a block twice make it. */
function withoutRepeats(facts: readonly NewFact[]): readonly NewFact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const key = JSON.stringify(fact);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Programs that change pictures. A phone's own system version under Software is none of them. */
const editors =
  /photoshop|lightroom|snapseed|gimp|picsart|canva|pixelmator|affinity|paint\.net|photoscape|facetune|vsco|photo editor|photoeditor|markup|skitch|meitu|airbrush|fotor|pixlr|inshot|remini|darktable|rawtherapee|acdsee|polarr|afterlight/iu;

function editingTraces(facts: readonly NewFact[]): readonly NewFact[] {
  return facts
    .filter(({ field, value }) => field === 'software' && editors.test(value))
    .map(({ source, code, detail, raw, value }) =>
      newFact({
        field: 'edited',
        source,
        code,
        detail,
        raw,
        value: `${value} can change pictures; the file was saved by it.`,
      }),
    );
}

/** The disk's date: copying changes it, so it is a claim about the copy and only the last resort for the item. */
function fileSystemFacts(modified: Date, others: readonly NewFact[]): readonly NewFact[] {
  const milliseconds = modified.getTime();
  if (!(milliseconds > 86_400_000 && milliseconds < Date.UTC(9999, 0))) return [];
  const raw = modified.toISOString();
  const at = {
    source: 'file-system',
    code: 'disk.FileDate',
    raw,
    value: raw.slice(0, 10),
    time: raw.slice(11, 19),
    zone: 'Z',
  } as const;
  const known = others.some(({ field }) => field === 'captured');
  return [newFact({ ...at, field: 'modified' }), ...(known ? [] : [newFact({ ...at, field: 'captured' })])];
}

/** A clock that ran ahead is worth a word, but not worth losing what it wrote: a day of grace covers all zones. */
function inFuture(facts: readonly NewFact[], now: Date): readonly NewFact[] {
  const latest = ukDay(new Date(now.getTime() + 86_400_000));
  return facts
    .filter(({ field, value }) => field === 'captured' && value > latest)
    .map((fact) =>
      noteAt(fact, 'This date lies after the day the file came in: a clock or a name was wrong.'),
    );
}
