import { languagesKind } from '../../../shared/records/languages';
import type { VaultContext } from '../../vault/api';
import { requireExhibit } from '../items/require-exhibit';
import type { RecordRules } from '../records/rules';
import { checkLanguages, readAgain } from './language-rows';
import type { Body } from '../../../shared/domain/records/version';

/**
 * They are installed, and of the case or of an exhibit of it. An exhibit is read again, whichever way the choice was changed.
 */
export const languagesRules: RecordRules = {
  kind: languagesKind.kind,
  // The area that new reading waits for.
  area: 'evidence',
  admit: (context, caseId, body, when) => {
    const { itemId, languages } = languagesKind.body.parse(body);
    if (when === 'now') {
      if (itemId !== null) requireExhibit(context, caseId, itemId);
      checkLanguages(context, languages);
    }
    return body;
  },
  within: (context, _id, _before, after) => {
    readItemAgain(context, after);
  },
  without: (context, _id, before) => {
    readItemAgain(context, before);
  },
  after: (context) => {
    context.changed('text', null);
  },
};

function readItemAgain(context: VaultContext, body: Body): void {
  const { itemId } = languagesKind.body.parse(body);
  if (itemId !== null) readAgain(context, itemId);
}
