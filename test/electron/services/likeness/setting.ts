import { join } from 'node:path';
import type { Lab } from '../../../../electron/vault/api';
import { likenessHandlers } from '../../../../electron/services/likeness/handlers';
import { makeDescriptors } from '../../../../electron/services/likeness/make-descriptors';
import type { LabRequest } from '../../../../shared/contract/lab';
import type { Descriptor } from '../../../../shared/domain/likeness/descriptor';
import { HoldfastError } from '../../../../shared/errors';
import { descriptorOf } from '../../../helpers/chat-pictures';
import type { Grey } from '../../../helpers/chat-pictures';
import { png, pngText } from '../evidence/files';
import { makeSetting, pretendLab } from '../evidence/setting';
import type { Setting } from '../evidence/setting';

/** A case of pictures by name, as the lab would see them: plain Node has no Chromium to decode any. */
export interface LikeSetting {
  readonly setting: Setting;
  readonly handlers: ReturnType<typeof likenessHandlers>;
  /** What the lab was asked to describe, by name. */
  readonly asked: string[];
  /** Takes pictures in, and waits until they were looked at. */
  readonly add: (pictures: Readonly<Record<string, Grey>>) => Promise<void>;
  readonly look: () => Promise<void>;
  readonly id: (name: string) => string;
  readonly name: (id: string) => string;
}

export async function makeLikeSetting(
  refuse: (name: string) => 'unreadable-image' | 'unsupported-preview' | null = () => null,
): Promise<LikeSetting> {
  const descriptors = new Map<string, Descriptor>();
  const asked: string[] = [];
  const { lab: other } = pretendLab();
  const answer = (request: LabRequest): Promise<unknown> => {
    if (request.type !== 'descriptor') return (other.ask as (given: LabRequest) => Promise<unknown>)(request);
    const name = /Title\0<(\w+)>/.exec(Buffer.from(request.bytes).toString('latin1'))?.[1] ?? '';
    asked.push(name);
    const code = refuse(name);
    if (code !== null) return Promise.reject(new HoldfastError(code));
    return Promise.resolve(descriptors.get(name));
  };
  const setting = await makeSetting({ lab: { ask: answer as Lab['ask'] } });
  const { context } = setting.vault;
  const handlers = likenessHandlers(context);
  const ids = (): Map<string, string> =>
    new Map(
      (
        context.db.prepare('SELECT file_name, id FROM evidence').all() as { file_name: string; id: string }[]
      ).map((row) => [row.file_name.replace(/^.*\//, '').replace('.png', ''), row.id]),
    );

  /** The looking that an import sets off. */
  async function looked(): Promise<void> {
    for (const { id, kind } of context.jobs.list()) if (kind === 'likeness') await context.jobs.ended(id);
  }

  async function look(): Promise<void> {
    await looked();
    const { id } = context.jobs.start('likeness', null, async (control) => {
      await makeDescriptors(context, control);
      return { resultId: null };
    });
    await context.jobs.ended(id);
  }

  return {
    setting,
    handlers,
    asked,
    look,
    add: async (pictures) => {
      for (const [name, picture] of Object.entries(pictures)) {
        descriptors.set(name, descriptorOf(picture));
        await setting.put(
          `${name}.png`,
          png({ chunks: [pngText('Title', `<${name}>`)], shade: 40 + descriptors.size }),
        );
      }
      await setting.take(Object.keys(pictures).map((name) => join(setting.folder, `${name}.png`)));
      await looked();
    },
    id: (name) => {
      const id = ids().get(name);
      if (id === undefined) throw new Error(`there is no ${name}`);
      return id;
    },
    name: (id) => [...ids()].find(([, each]) => each === id)?.[0] ?? '',
  };
}
