import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { readItems } from '../../../../electron/services/items/item-rows';
import { messagesHandlers } from '../../../../electron/services/messages/handlers';
import type { VaultInput, VaultOutput } from '../../../../shared/contract/vault-methods';
import type { EvidenceItem } from '../../../../shared/models/evidence';
import type { Job } from '../../../../shared/models/job';
import { messageFilterSchema } from '../../../../shared/models/message';
import type {
  MessageFilter,
  MessageKey,
  MessageSource,
  MessageView,
} from '../../../../shared/models/message';
import { makeSetting, pretendLab } from '../evidence/setting';
import type { Setting } from '../evidence/setting';

export interface MessagesSetting {
  readonly setting: Setting;
  readonly messages: ReturnType<typeof messagesHandlers>;
  readonly chronology: ReturnType<typeof chronologyHandlers>;
  item(name: string): EvidenceItem;
  source(name: string): Promise<MessageSource>;
  rows(
    filter?: Partial<MessageFilter>,
    page?: { readonly offset?: number; readonly limit?: number },
  ): Promise<MessageView[]>;
  keys(filter?: Partial<MessageFilter>): Promise<MessageKey[]>;
  summary(filter?: Partial<MessageFilter>): Promise<VaultOutput<'messages.summary'>>;
  /** Waits for a reading that an answer began. */
  done(job: Job | Promise<Job>): Promise<Job>;
  add(files: Readonly<Record<string, Buffer | string>>): Promise<void>;
}

export const wanted = (filter: Partial<MessageFilter> = {}): MessageFilter =>
  messageFilterSchema.parse(filter);

/** A case with these files in it, taken in and read by the real readers in their own thread. */
export async function take(files: Readonly<Record<string, Buffer | string>>): Promise<MessagesSetting> {
  const setting = await makeSetting({ lab: pretendLab().lab });
  const { context } = setting.vault;
  const { caseId } = setting;
  const messages = messagesHandlers(context);
  const items = (): readonly EvidenceItem[] => readItems(context, caseId, 'exhibit');
  const item = (name: string): EvidenceItem => {
    const found = items().find(({ fileName }) => fileName.split('/').at(-1) === name);
    if (found === undefined) throw new Error(`there is no ${name}`);
    return found;
  };
  const add = async (more: Readonly<Record<string, Buffer | string>>): Promise<void> => {
    for (const [name, bytes] of Object.entries(more)) await setting.put(name, bytes);
    const { job } = await setting.take();
    if (job.state !== 'done') throw new Error(`the import ended ${job.state}`);
  };
  await add(files);
  return {
    setting,
    messages,
    chronology: chronologyHandlers(context),
    item,
    add,
    source: async (name) => {
      const { id } = item(name);
      const found = (await messages['messages.sources']({ caseId })).find(({ itemId }) => itemId === id);
      if (found === undefined) throw new Error(`${name} is no export`);
      return found;
    },
    rows: async (filter, page) => {
      const input: VaultInput<'messages.list'> = {
        caseId,
        filter: wanted(filter),
        offset: 0,
        limit: 200,
        ...page,
      };
      return (await messages['messages.list'](input)).rows;
    },
    keys: async (filter) =>
      (await messages['messages.keys']({ caseId, filter: wanted(filter), indexes: null })).keys,
    summary: async (filter) => messages['messages.summary']({ caseId, filter: wanted(filter) }),
    done: async (job) => context.jobs.ended((await job).id),
  };
}
