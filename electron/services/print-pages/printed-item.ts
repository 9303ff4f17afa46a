import type { EvidenceItem } from '../../../shared/models/evidence';
import { lengthText } from '../../../shared/domain/messages/row-words';
import type { VaultContext } from '../../vault/api';
import { kindText, printBytes } from '../exhibits/kind-text';
import { readItem } from '../items/item-rows';
import { readSource } from '../messages/source-rows';
import { captionOf } from './caption';
import { notReadText, printExport, printUnmapped } from './print-export';
import { printWords, readsAsWords } from './print-words';
import { partLimits, wholeLimits } from './printed';
import type { PageLimits, Printed, RowRange } from './printed';
import { slipDocument } from './slip-document';

type Db = Pick<VaultContext, 'db'>;

/**
 * An exhibit that has no pages, as a document that is printed: a conversation, a list of calls, an e-mail, a text, the words of
 * a document, and for anything else a slip that names it. Null for one that has pages of its own (a picture, a PDF).
 * `chosenRows`: messages of an export or lines of a text, by their numbers from 1; null for all. It holds no more than
 * `wholeLimits` and says so where it is cut: what is longer is printed whole by `printedParts`. Throws `not-found`.
 */
export function printedItem(
  context: Db,
  itemId: string,
  chosenRows: readonly RowRange[] | null,
): Promise<Printed | null> {
  return new Promise((resolve) => {
    const [first] = documentsOf(context, itemId, chosenRows, wholeLimits);
    resolve(first ?? null);
  });
}

/**
 * The same in as many documents as it takes, each short enough to be printed, one after the other: what is longest is never held
 * whole. None for an exhibit that has pages of its own.
 */
export function printedParts(
  context: Db,
  itemId: string,
  chosenRows: readonly RowRange[] | null,
  limits: PageLimits = partLimits,
): Iterable<Printed> {
  return documentsOf(context, itemId, chosenRows, limits);
}

function* documentsOf(
  context: Db,
  itemId: string,
  rows: readonly RowRange[] | null,
  limits: PageLimits,
): Generator<Printed> {
  const item = readItem(context, itemId);
  const { kind, preview, reading } = item;
  if ((kind === 'image' || kind === 'pdf') && preview === 'ready') return;
  if (kind === 'messages' || kind === 'table') {
    const source = readSource(context, itemId);
    const why = notReadText(source);
    if (why === null) yield* printExport(context, item, source, rows, limits);
    else yield printUnmapped(item, source) ?? slipOf(item, why);
    return;
  }
  if (!readsAsWords(kind)) yield slipOf(item, '');
  else if (reading === 'done') yield* printWords(context, item, rows, limits);
  else
    yield slipOf(
      item,
      reading === 'failed' ? 'Its words could not be read.' : 'It was not read yet when this was printed.',
    );
}

function slipOf(item: EvidenceItem, why: string): Printed {
  const { durationMs, bytes } = item;
  return slipDocument({
    ...{ caption: captionOf(item), what: kindText(item), size: printBytes(bytes), why },
    length: durationMs === null ? '' : lengthText(Math.round(durationMs / 1000)),
  });
}
