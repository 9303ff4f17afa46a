import { z } from 'zod';
import type { textMethods } from '../../../shared/contract/text-methods';
import type { VaultHandlers, VaultInput } from '../../../shared/contract/vault-methods';
import { dateBounds } from '../../../shared/domain/dates/bounds';
import { newFact } from '../../../shared/domain/facts/new-fact';
import { HoldfastError } from '../../../shared/errors';
import type { ItemText, TextState } from '../../../shared/models/text';
import type { VaultContext } from '../../vault/api';
import { oneRow } from '../../vault/rows/rows';
import { createViewLog } from '../views';
import { languagesOfCase, listLanguages } from './language-rows';
import { addLanguage, removeLanguage } from './languages';
import { readItemText } from './page-rows';
import { countQueue, enqueue, listFailed, retryFailed } from './queue';
import type { TextWork } from './work';
import { insertFact } from '../items/file-rows';

type TextMethod = keyof typeof textMethods;

/** Text of evidence: what was read, what people make of it, in which languages, and the reading itself. */
export function textHandlers(context: VaultContext, work: TextWork): Pick<VaultHandlers, TextMethod> {
  const { db } = context;
  const viewed = createViewLog(context);

  function caseOf(itemId: string): string {
    const row = oneRow(
      db,
      z.object({ case_id: z.string() }),
      'SELECT case_id FROM evidence WHERE id = ?',
      itemId,
    );
    return row.case_id;
  }

  function state(): TextState {
    return {
      enabled: work.enabled(),
      paused: work.paused(),
      ...countQueue(context),
      languages: listLanguages(context),
    };
  }

  function correct({ id, page, text, version }: VaultInput<'text.correct'>): ItemText {
    const caseId = caseOf(id);
    oneRow(
      db,
      z.object({ page: z.int() }),
      'SELECT page FROM text_pages WHERE item_id = ? AND page = ?',
      id,
      page,
    );
    context.act({ action: 'text.correct', subject: id, detail: { page, version: version + 1 } }, () => {
      const newest = db
        .prepare('SELECT coalesce(max(version), 0) FROM text_corrections WHERE item_id = ? AND page = ?')
        .pluck()
        .get(id, page);
      if (newest !== version) throw new HoldfastError('conflict');
      db.prepare(
        `INSERT INTO text_corrections (item_id, page, version, text, at, office, author, hlc)
         VALUES (@id, @page, @version, @text, @at, @office, @author, @hlc)`,
      ).run({ id, page, version: version + 1, text, at: context.now().toISOString(), ...context.stamp() });
    });
    context.changed('text', caseId);
    return readItemText(context, id, page);
  }

  function useAsShown({
    id,
    page,
    raw,
    edtf,
    time,
    reason,
  }: VaultInput<'text.useAsShown'>): Record<string, never> {
    const caseId = caseOf(id);
    // Throws `invalid-input` for what is no date.
    dateBounds(edtf, time === null ? null : { from: time, to: null, precision: 'exact' });
    context.act({ action: 'evidence.add-shown', subject: id, detail: { page } }, () => {
      insertFact(
        context,
        id,
        newFact({
          field: 'shown',
          source: 'ocr',
          label: `Read on page ${page}: ${reason}`,
          raw,
          value: edtf,
          time,
        }),
      );
    });
    context.changed('evidence', caseId);
    return {};
  }

  function checkLanguages(codes: readonly string[]): string {
    const known = listLanguages(context).map(({ code }) => code);
    if (codes.some((code) => !known.includes(code)) || new Set(codes).size !== codes.length) {
      throw new HoldfastError('language-unusable');
    }
    return codes.join('+');
  }

  /** What was recognised in other languages is read again; corrections stay beside it. */
  function readAgain(itemId: string): void {
    const pages = db
      .prepare(`SELECT page FROM text_pages WHERE item_id = ? AND source = 'ocr'`)
      .pluck()
      .all(itemId);
    for (const page of z.array(z.int()).parse(pages)) enqueue(context, itemId, page, 0);
    retryFailed(context, itemId);
  }

  return {
    'text.item': ({ id, from }) => {
      caseOf(id);
      viewed('evidence.view', id);
      return readItemText(context, id, from);
    },
    'text.correct': correct,
    'text.useAsShown': useAsShown,
    'text.state': state,
    'text.setEnabled': ({ enabled }) => {
      work.setEnabled(enabled);
      return state();
    },
    'text.pause': () => {
      work.pause();
      return state();
    },
    'text.resume': () => {
      work.resume();
      return state();
    },
    'text.prioritise': ({ ids }) => {
      work.prioritise(ids);
      return {};
    },
    'text.failures': () => [...listFailed(context)],
    'text.retry': ({ id }) => {
      const pages = retryFailed(context, id);
      work.wake();
      context.changed('text', null);
      return { pages };
    },
    'text.chooseForItem': ({ id, languages }) => {
      const caseId = caseOf(id);
      const together = languages === null ? null : checkLanguages(languages);
      context.act({ action: 'text.choose-languages', subject: id, detail: { languages: together } }, () => {
        db.prepare('DELETE FROM text_item_choices WHERE item_id = ?').run(id);
        if (together !== null) {
          db.prepare('INSERT INTO text_item_choices (item_id, languages) VALUES (?, ?)').run(id, together);
        }
        readAgain(id);
      });
      work.wake();
      context.changed('text', caseId);
      return readItemText(context, id);
    },
    'text.languagesOfCase': ({ id }) => ({ languages: languagesOfCase(context, id) }),
    'text.chooseForCase': ({ id, languages }) => {
      oneRow(db, z.object({ id: z.string() }), 'SELECT id FROM cases WHERE id = ?', id);
      const together = checkLanguages(languages);
      context.act({ action: 'text.choose-languages', subject: id, detail: { languages: together } }, () => {
        db.prepare(
          `INSERT INTO text_case_choices (case_id, languages) VALUES (?, ?)
           ON CONFLICT (case_id) DO UPDATE SET languages = excluded.languages`,
        ).run(id, together);
      });
      context.changed('text', id);
      return { languages: languagesOfCase(context, id) };
    },
    'text.addLanguage': async ({ source }) => {
      await addLanguage(context, context.pathOf(source));
      context.changed('text', null);
      return state();
    },
    'text.removeLanguage': async ({ code }) => {
      await removeLanguage(context, code);
      context.changed('text', null);
      return state();
    },
  };
}
