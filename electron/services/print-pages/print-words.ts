import * as z from 'zod';
import { isMoved, printDated } from '../../../shared/domain/facts/uk-date';
import type { EvidenceItem, EvidenceKind, Fact } from '../../../shared/models/evidence';
import type { FactCode } from '../../../shared/models/fact-code';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { kindText, printBytes } from '../exhibits/kind-text';
import { readItemFacts } from '../items/item-rows';
import { captionOf } from './caption';
import { flowDocument } from './flow-document';
import type { Flow, FlowLine, InsideFile } from './flow-document';
import type { PageLimits, Printed, RowRange } from './printed';
import { tidyRanges } from './row-ranges';
import { chosenLines, linesInPieces, linesOf } from './text-lines';

type Db = Pick<VaultContext, 'db'>;
type Told = Pick<Flow, 'facts' | 'remarks' | 'heading' | 'isNumbered' | 'inside' | 'insideHeading'>;

const pageRow = z.object({ page: z.int(), text: z.string() });
const insideRow = z.object({
  name: z.string(),
  copy: z.int(),
  exhibitRef: z.string().nullable(),
  bytes: z.int().nullable(),
});

const kinds: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>(['email', 'text', 'contact', 'document']);

/** Whether a file of this kind is printed as its words. */
export const readsAsWords = (kind: EvidenceKind): boolean => kinds.has(kind);

/** Files that are named one by one. */
const mostInside = 2_000;

/** Files that were inside another, in their order. */
export function readInside({ db }: Db, itemId: string): readonly InsideFile[] {
  return allRows(
    db,
    insideRow,
    `SELECT i.name, i.copy, e.exhibit_ref AS exhibitRef, f.bytes FROM inside i
       LEFT JOIN evidence e ON e.id = i.item_id LEFT JOIN files f ON f.id = e.file_id
     WHERE i.parent_id = ? ORDER BY i.position LIMIT ?`,
    itemId,
    mostInside,
  ).map(({ name, copy, exhibitRef, bytes }) => ({
    ...{ name, exhibitRef, isCopy: copy === 1 },
    size: bytes === null ? '' : printBytes(bytes),
  }));
}

/** What the reader noted of a file; null where it noted nothing. */
export function readNotes({ db }: Db, itemId: string): unknown {
  const found: unknown = db.prepare('SELECT notes FROM readings WHERE item_id = ?').pluck().get(itemId);
  return typeof found === 'string' ? JSON.parse(found) : null;
}

/** The words of a file as its reader gave them, in documents of no more than so many. */
export function* printWords(
  context: Db,
  item: EvidenceItem,
  rows: readonly RowRange[] | null,
  limits: PageLimits,
): Generator<Printed> {
  const told = toldOf(context, item);
  const pages = allRows(
    context.db,
    pageRow,
    "SELECT page, text FROM text_pages WHERE item_id = ? AND source = 'file' ORDER BY page",
    item.id,
  ).map(({ page, text }) => ({ page, lines: linesOf(text) }));
  const total = pages.reduce((sum, { lines }) => sum + lines.length, 0);
  // A choice of lines is by the numbers that are printed beside them.
  const chosen = tidyRanges(told.isNumbered ? rows : null, total);
  const all = chosenOf(pages, chosen);
  const caption = captionOf(item);
  let done = 0;
  let part = 0;
  for (const together of linesInPieces(all, limits)) {
    part += 1;
    const from = done;
    done += together.filter(({ goesOn }) => goesOn !== true).length;
    yield flowDocument({
      ...{ ...told, caption, lines: together },
      extent: {
        ...{ total, chosen, part: limits.isOnly ? null : part, isCut: limits.isOnly && done < all.length },
        here: told.isNumbered
          ? numbersIn(together, total)
          : tidyRanges([{ from: from + 1, to: done }], total),
      },
      inside: part === 1 ? told.inside : null,
    });
    if (limits.isOnly) return;
  }
  if (part === 0)
    yield flowDocument({
      ...{ ...told, caption, lines: [] },
      extent: { total, chosen, here: [], part: null, isCut: false },
    });
}

function numbersIn(lines: readonly FlowLine[], total: number): readonly RowRange[] {
  return tidyRanges(
    lines.map(({ number }) => ({ from: number, to: number })),
    total,
  );
}

interface OfPage {
  readonly page: number;
  readonly lines: readonly string[];
}

function chosenOf(pages: readonly OfPage[], chosen: readonly RowRange[]): readonly FlowLine[] {
  const [only] = pages;
  if (pages.length === 1 && only !== undefined) return chosenLines(only.lines, null, chosen);
  return pages.flatMap(({ page, lines }) =>
    chosenLines(lines, `Page, sheet or slide ${page}`, tidyRanges(null, lines.length)),
  );
}

function toldOf(context: Db, item: EvidenceItem): Told {
  const facts = readItemFacts(context, item.id);
  const cut = facts.filter(({ code }) => code === 'inside.Text').map(({ value }) => value);
  const told = item.kind === 'email' ? ofEmail(context, item, facts) : ofOther(context, item);
  return { ...told, remarks: [...told.remarks, ...cut] };
}

function ofOther(context: Db, item: EvidenceItem): Told {
  const facts = [['What it is', kindText(item)]] as const;
  const files = { inside: null, insideHeading: '' };
  if (item.kind === 'text' && item.mime !== 'text/html')
    return {
      ...{ facts, ...files, heading: 'Lines of the file', isNumbered: true },
      remarks: [
        'The lines stand as they are in the file, each with its number there. The file is text, which can be edited.',
      ],
    };
  const remarks =
    item.kind === 'text'
      ? [
          'A saved web page. Printed are its words; how it looked, its pictures and its links are not kept here.',
        ]
      : item.kind === 'contact'
        ? ['A contact card. Printed are the words of its fields.']
        : [
            'Printed are the words of the document as they were read from the file. Its look is not kept: type, pictures, and where its pages end. In a table of figures a date may stand as a number.',
          ];
  const inside = readInside(context, item.id);
  return {
    ...{ facts, remarks, heading: 'Words of the file', isNumbered: false },
    ...{ inside: inside.length === 0 ? null : inside, insideHeading: 'Files inside' },
  };
}

/** The headers of an e-mail by their names, in the order in which a reader looks for them. */
const headers: readonly (readonly [name: string, code: FactCode])[] = [
  ['From', 'mail.From'],
  ['Reply-To', 'mail.ReplyTo'],
  ['To', 'mail.To'],
  ['Cc', 'mail.Cc'],
  ['Bcc', 'mail.Bcc'],
  ['Date', 'mail.Date'],
  ['Sent, as Outlook keeps it', 'mail.OutlookSent'],
  ['Subject', 'mail.Subject'],
  ['Message-ID', 'mail.MessageId'],
  ['Last server (Received)', 'mail.Received'],
  ['Written with', 'mail.Program'],
];

const mailNotes = z.object({ html: z.boolean() });

function ofEmail(context: Db, item: EvidenceItem, facts: readonly Fact[]): Told {
  const notes = mailNotes.safeParse(readNotes(context, item.id));
  return {
    facts: headers.flatMap(([name, code]) =>
      headerRows(
        name,
        facts.filter((fact) => fact.code === code),
      ),
    ),
    remarks: [
      'The headers stand as they are in the file. Whoever sends an e-mail can write most of them; those of the servers it passed are in the original.',
      notes.success && notes.data.html
        ? 'It has a form with a look of its own (HTML). Printed are its words alone, without pictures, links and looks.'
        : '',
    ],
    ...{ heading: 'Words of the e-mail', isNumbered: false },
    ...{ inside: readInside(context, item.id), insideHeading: 'Attachments' },
  };
}

function headerRows(name: string, facts: readonly Fact[]): readonly (readonly [string, string])[] {
  // What is only said of a header, and stands in none, has no words of the file.
  const values = facts.map(({ raw, value, field }) => (raw === '' && field === 'note' ? value : raw));
  const moved = facts.flatMap((fact) => movedText(fact) ?? []);
  return [
    [name, values.join('\n')],
    [`${name}, in UK time`, moved.join('\n')],
  ];
}

/** The time of a header on the clock of the UK, where the header gives another. */
function movedText({ field, value, time, zone }: Fact): string | null {
  const dated = { edtf: value, time, zone };
  return field === 'captured' && time !== null && isMoved(dated) ? printDated(dated) : null;
}
