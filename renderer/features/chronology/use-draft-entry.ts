import { entryContent } from '../../../shared/domain/entry-content';
import type { NewEntry } from '../../../shared/models/chronology';
import type { MessageKey } from '../../../shared/models/message';
import type { ErrorCode } from '../../../shared/errors';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import type { Route } from '../../kit/navigation';
import { fromTemplate } from './templates';
import { today } from '../../kit/today';

type Begin = Extract<Route, { name: 'chronology' }>['beginAs'];

export interface DraftEntry {
  /** Names what it is made from; another one is another form. */
  readonly key: string;
  /** Whether a new entry is asked for and what it begins with is there. */
  readonly isReady: boolean;
  readonly draft: NewEntry | null;
  readonly error: ErrorCode | null;
}

/** What a new entry begins with: nothing, exhibits, messages, a template, or another entry. */
export function useDraftEntry({
  draftFrom,
  draftMessages,
  beginAs,
  quote,
}: {
  readonly draftFrom?: readonly string[] | undefined;
  readonly draftMessages?: readonly MessageKey[] | undefined;
  readonly beginAs?: Begin | undefined;
  readonly quote?: string | undefined;
}): DraftEntry {
  const key =
    beginAs !== undefined
      ? JSON.stringify(beginAs)
      : draftMessages === undefined
        ? (draftFrom?.join(' ') ?? 'none')
        : draftMessages.map(({ itemId, position }) => `${itemId} ${position}`).join(',');
  const isAsked = draftFrom !== undefined || draftMessages !== undefined || beginAs !== undefined;
  const isEmpty = draftFrom?.length === 0;
  const { data, error } = useQuery(`draft-${key}`, (): Promise<NewEntry | null> => {
    if (beginAs !== undefined && 'template' in beginAs)
      return Promise.resolve(fromTemplate(beginAs.template, today()));
    if (beginAs !== undefined)
      return call(holdfast.chronology.get({ id: beginAs.copyOf })).then(entryContent);
    if (draftMessages !== undefined) return call(holdfast.messages.draft({ keys: [...draftMessages] }));
    if (draftFrom === undefined || draftFrom.length === 0) return Promise.resolve(null);
    return call(holdfast.chronology.draftFromEvidence({ itemIds: [...draftFrom] }));
  });
  return {
    key,
    isReady: isAsked && (isEmpty || data !== null),
    draft: data === null || quote === undefined ? data : { ...data, quote },
    error,
  };
}
