import * as z from 'zod';
import type { textMethods } from '../../../shared/contract/text-methods';
import type { VaultHandlers, VaultInput } from '../../../shared/contract/vault-methods';
import { dateBounds } from '../../../shared/domain/dates/bounds';
import { newFact } from '../../../shared/domain/facts/new-fact';
import { HoldfastError } from '../../../shared/errors';
import type { ItemText, TextState } from '../../../shared/models/text';
import { languagesKind } from '../../../shared/records/languages';
import { correctionKind } from '../../../shared/records/text-correction';
import type { VaultContext } from '../../vault/api';
import { takeBack } from '../../vault/records/take-back';
import { oneRow } from '../../vault/rows/rows';
import { createLookLog } from '../look-log';
import { checkLanguages, languagesId, languagesOfCase, listLanguages, readAgain } from './language-rows';
import { addLanguage, removeLanguage } from './languages';
import { readItemText, requirePage, shownCorrection } from './page-rows';
import { countQueue, listFailed, retryFailed } from './queue';
import type { TextWork } from './work';
import { insertFact } from '../items/file-rows';
import { caseOfItem } from '../items/case-of-item';

type TextMethod = keyof typeof textMethods;

function stateOf(context: VaultContext, work: TextWork): TextState {
  return {
    enabled: work.enabled(),
    paused: work.paused(),
    ...countQueue(context),
    languages: listLanguages(context),
  };
}

/** Somebody's own reading of a page, beside what the computer read. */
function correct(context: VaultContext, { id, page, text, version }: VaultInput<'text.correct'>): ItemText {
  const caseId = caseOfItem(context, id);
  requirePage(context, id, page);
  context.act({ action: 'text.correct', subject: id, detail: { page, version: version + 1 } }, () => {
    if (shownCorrection(context, id, page) !== version) throw new HoldfastError('conflict');
    const body = { itemId: id, page, text };
    context.records.say(correctionKind.kind, { caseId, body });
  });
  context.changed('text', caseId);
  return readItemText(context, id, page);
}

/** A date or time read off a picture becomes a fact about what it shows. */
function useAsShown(
  context: VaultContext,
  { id, page, raw, edtf, time, reason }: VaultInput<'text.useAsShown'>,
): Record<string, never> {
  const caseId = caseOfItem(context, id);
  // Throws `invalid-input` for what is no date.
  dateBounds(edtf, time === null ? null : { from: time, to: null, precision: 'exact' });
  context.act({ action: 'evidence.add-shown', subject: id, detail: { page } }, () => {
    insertFact(
      context,
      id,
      newFact({
        field: 'shown',
        source: 'ocr',
        code: 'ocr.Page',
        detail: `${page}: ${reason}`,
        raw,
        value: edtf,
        time,
      }),
    );
  });
  context.changed('evidence', caseId);
  return {};
}

/** Chooses for a case, or for an exhibit; null takes the exhibit's choice back. Must run inside an act. */
function writeLanguages(
  context: VaultContext,
  { caseId, itemId }: { readonly caseId: string; readonly itemId: string | null },
  languages: readonly string[] | null,
): void {
  if (languages === null) takeBack(context, languagesId(itemId ?? caseId));
  else context.records.say(languagesKind.kind, { caseId, body: { itemId, languages: [...languages] } });
}

/** Whether text is read at all, how far it is, and what could not be read. */
function queueHandlers(context: VaultContext, work: TextWork) {
  return {
    'text.state': () => stateOf(context, work),
    'text.setEnabled': ({ enabled }) => {
      work.setEnabled(enabled);
      return stateOf(context, work);
    },
    'text.pause': () => {
      work.pause();
      return stateOf(context, work);
    },
    'text.resume': () => {
      work.resume();
      return stateOf(context, work);
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
  } satisfies Partial<VaultHandlers>;
}

/** In which languages an exhibit or a case is read, and which there are. */
function languageHandlers(context: VaultContext, work: TextWork) {
  const { db } = context;
  return {
    'text.chooseForItem': ({ id, languages }) => {
      const caseId = caseOfItem(context, id);
      if (languages !== null) checkLanguages(context, languages);
      const detail = { languages: languages?.join('+') ?? null };
      context.act({ action: 'text.choose-languages', subject: id, detail }, () => {
        writeLanguages(context, { caseId, itemId: id }, languages);
        readAgain(context, id);
      });
      work.wake();
      context.changed('text', caseId);
      return readItemText(context, id);
    },
    'text.languagesOfCase': ({ id }) => ({ languages: languagesOfCase(context, id) }),
    'text.chooseForCase': ({ id, languages }) => {
      oneRow(db, z.object({ id: z.string() }), 'SELECT id FROM cases WHERE id = ?', id);
      checkLanguages(context, languages);
      const detail = { languages: languages.join('+') };
      context.act({ action: 'text.choose-languages', subject: id, detail }, () => {
        writeLanguages(context, { caseId: id, itemId: null }, languages);
      });
      context.changed('text', id);
      return { languages: languagesOfCase(context, id) };
    },
    'text.addLanguage': async ({ source }) => {
      await addLanguage(context, context.pathOf(source));
      context.changed('text', null);
      return stateOf(context, work);
    },
    'text.removeLanguage': async ({ code }) => {
      await removeLanguage(context, code);
      context.changed('text', null);
      return stateOf(context, work);
    },
  } satisfies Partial<VaultHandlers>;
}

/** Text of evidence: what was read, what people make of it, in which languages, and the reading itself. */
export function textHandlers(context: VaultContext, work: TextWork): Pick<VaultHandlers, TextMethod> {
  const looked = createLookLog(context);
  return {
    'text.item': ({ id, from }) => {
      caseOfItem(context, id);
      looked('evidence.view', id);
      return readItemText(context, id, from);
    },
    'text.correct': (input) => correct(context, input),
    'text.useAsShown': (input) => useAsShown(context, input),
    ...queueHandlers(context, work),
    ...languageHandlers(context, work),
  };
}
