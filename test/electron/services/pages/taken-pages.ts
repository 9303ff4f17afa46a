import { afterEach, beforeEach } from 'vitest';
import { pagesHandlers } from '../../../../electron/services/pages/handlers';
import { readItem } from '../../../../electron/services/items/item-rows';
import { readQueued } from '../../../../electron/services/text/read-page';
import { pdfLab } from '../../../helpers/pdf-lab';
import { makeSetting } from '../evidence/setting';
import type { Setting } from '../evidence/setting';

/** A vault whose lab opens real PDFs, and whose recogniser finds that every page lies as it is told. */
export function useTakenPages(lies?: Parameters<typeof pdfLab>[0]) {
  let setting: Setting;
  let made: ReturnType<typeof pdfLab>;
  beforeEach(async () => {
    made = pdfLab(lies);
    setting = await makeSetting({ lab: made.lab, textLab: made.textLab });
  });
  afterEach(() => setting.end());
  return {
    get setting(): Setting {
      return setting;
    },
    get made(): ReturnType<typeof pdfLab> {
      return made;
    },
    pages: () => pagesHandlers(setting.vault.context),
    take: async (name: string, bytes: Buffer): Promise<string> => {
      await setting.put(name, bytes);
      const { results } = await setting.take();
      return results[0]?.itemId ?? '';
    },
    sizes: (id: string): unknown =>
      JSON.parse(
        String(
          setting.vault.context.db.prepare('SELECT page_sizes FROM evidence WHERE id = ?').pluck().get(id),
        ),
      ),
    /** Reads a page as the recogniser does. */
    recognised: async (id: string, page: number, kind: 'image' | 'pdf'): Promise<void> => {
      const { context } = setting.vault;
      context.db.prepare('DELETE FROM text_queue').run();
      context.db
        .prepare("INSERT INTO text_queue (item_id, page, priority, state) VALUES (?, ?, 1, 'waiting')")
        .run(id, page);
      const { mime } = readItem(context, id);
      await readQueued(context, { item_id: id, case_id: setting.caseId, page, priority: 1, kind, mime });
    },
  };
}
