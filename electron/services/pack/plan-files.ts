import * as z from 'zod';
import { paperRef } from '../../../shared/domain/paper-name';
import { ukDate } from '../../../shared/domain/facts/uk-date';
import { needsViewingCopy, packNames } from '../../../shared/domain/pack/names';
import type { NamedFile, PackForm } from '../../../shared/domain/pack/names';
import { isDoubtful } from '../../../shared/domain/redaction/doubtful';
import { HoldfastError } from '../../../shared/errors';
import type { PackOptions, PackRedaction } from '../../../shared/models/pack';
import type { Redaction } from '../../../shared/models/redaction';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { readPaperItems } from '../exhibits/paper-items';
import type { PaperItem } from '../exhibits/paper-items';
import { readRedaction, readRedactions } from '../redaction/rows';

type Db = Pick<VaultContext, 'db'>;

/** An exhibit of a pack, with the files that it goes as. */
export interface PackedExhibit {
  readonly paper: PaperItem;
  /** The redacted copy that goes in the original's place. */
  readonly redaction: Redaction | null;
  readonly files: readonly { readonly name: string; readonly what: PackForm }[];
}

/**
 * The exhibits that were chosen, in the order of their references, and what each of their files is called. Throws `invalid-input` for
 * exhibits of another case and a redacted copy of another exhibit, and `redaction-doubtful`.
 */
export function planFiles(
  context: Db,
  caseId: string,
  chosen: PackOptions['exhibits'],
): readonly PackedExhibit[] {
  const redactionOf = new Map(chosen.map(({ itemId, redactionId }) => [itemId, redactionId]));
  const ids = chosen.map(({ itemId }) => itemId);
  if (redactionOf.size !== ids.length) throw new HoldfastError('invalid-input');
  const exhibits = readPaperItems(context, caseId, ids).map((paper) => {
    const id = redactionOf.get(paper.item.id) ?? null;
    return { paper, redaction: id === null ? null : requireRedaction(context, paper.item.id, id) };
  });
  const files = exhibits.map(filesOf);
  const names = packNames(files.flat());
  let at = 0;
  return exhibits.map((exhibit, index) => ({
    ...exhibit,
    files: (files[index] ?? []).map(({ form }) => {
      const name = names[at] ?? '';
      at += 1;
      return { name, what: form };
    }),
  }));
}

function requireRedaction(context: Db, itemId: string, id: string): Redaction {
  const redaction = readRedaction(context, id);
  if (redaction.itemId !== itemId) throw new HoldfastError('invalid-input');
  if (isDoubtful(redaction)) throw new HoldfastError('redaction-doubtful');
  return redaction;
}

function filesOf({ paper, redaction }: Pick<PackedExhibit, 'paper' | 'redaction'>): readonly NamedFile[] {
  const { document, kind, mime, fileName, bestDate } = paper.item;
  const edtf = document === null ? (bestDate === null ? '' : ukDate(bestDate).edtf) : (document.on ?? '');
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(edtf)?.[0] ?? null;
  const file = {
    ...{ exhibitRef: paperRef(paper.item), document: document?.what ?? null },
    ...{ day, kind, fileName },
  };
  if (redaction !== null) return [{ ...file, mime: redaction.mime, form: 'redacted' }];
  const original: NamedFile = { ...file, mime, form: 'original' };
  return needsViewingCopy(original)
    ? [original, { ...file, mime: 'image/jpeg', form: 'viewing-copy' }]
    : [original];
}

/** Every redacted copy of a case. */
export function readPackRedactions(context: Db, caseId: string): readonly PackRedaction[] {
  const rows = allRows(
    context.db,
    z.object({ id: z.string() }),
    'SELECT DISTINCT e.id FROM evidence e JOIN redactions r ON r.item_id = e.id WHERE e.case_id = ?',
    caseId,
  );
  return rows.flatMap(({ id: itemId }) =>
    readRedactions(context, itemId).map((redaction) => ({
      itemId,
      id: redaction.id,
      version: redaction.version,
      createdAt: redaction.createdAt,
      isDoubtful: isDoubtful(redaction),
    })),
  );
}
