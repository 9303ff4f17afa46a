import { correctionKind } from '../../../shared/records/text-correction';
import { requireExhibit } from '../items/require-exhibit';
import type { RecordRules } from '../records/rules';
import { requirePage } from './page-rows';

/** It is of a page that was read, of an exhibit of its case. */
export const correctionRules: RecordRules = {
  kind: correctionKind.kind,
  area: 'text',
  admit: (context, caseId, body, when) => {
    const { itemId, page } = correctionKind.body.parse(body);
    if (when === 'now') {
      requireExhibit(context, caseId, itemId);
      requirePage(context, itemId, page);
    }
    return body;
  },
};
