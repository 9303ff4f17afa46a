import { HoldfastError } from '../../../../shared/errors';
import { lastWithSections } from '../records';
import type { Records } from '../records';
import { keepRows } from './keep-rows';
import type { KeptRows, RowBudget } from './keep-rows';
import {
  earlierTextLineSchema,
  messageLineSchema,
  messagesName,
  descriptorLineSchema,
  descriptorsName,
  textLineSchema,
  textName,
} from './lines';
import type { EarlierTextLine, MessageLine } from './lines';
import type { RowFiles } from './write-rows';

/**
 * Takes the row files of a package in as they come by; every row must be about an item of the package, or of those that are `here`.
 */
export function rowTaker(here: ReadonlySet<string> = new Set()) {
  let text: KeptRows<EarlierTextLine> | null = null;
  const messages = new Map<string, KeptRows<MessageLine>>();
  const budget: RowBudget = { kept: 0 };
  let items: { readonly of: Records; readonly ids: ReadonlySet<string> } | null = null;

  function itemsOf(records: Records): ReadonlySet<string> {
    if (items?.of !== records) items = { of: records, ids: new Set(records.items.map(({ id }) => id)) };
    return items.ids;
  }

  return {
    take: async (
      name: string,
      source: AsyncIterable<Uint8Array>,
      sha256: string,
      { records, format }: { readonly records: Records; readonly format: number },
    ): Promise<void> => {
      const ids = itemsOf(records);
      const known = (id: string | null): void => {
        if (id !== null && !ids.has(id) && !here.has(id)) throw new HoldfastError('package-damaged');
      };
      const check = ({ itemId }: { readonly itemId: string }): void => known(itemId);
      // What a machine made of files is worked out anew here: it is read because it is there, and forgotten.
      if (name === textName && format > lastWithSections) {
        await keepRows(source, textLineSchema, sha256, check, { kept: 0 });
      } else if (name === textName) {
        // Among it stands what people corrected.
        text = await keepRows(source, earlierTextLineSchema, sha256, check, budget);
      } else if (name === descriptorsName) {
        await keepRows(source, descriptorLineSchema, sha256, check, { kept: 0 });
      } else if (name === messagesName(sha256)) {
        const kept = await keepRows(
          source,
          messageLineSchema,
          sha256,
          (row) => {
            known(row.mediaItemId);
            known(row.repeatOf);
          },
          budget,
        );
        messages.set(sha256, kept);
      } else throw new HoldfastError('package-damaged');
    },
    taken: (): RowFiles => ({ text, messages }),
  };
}
