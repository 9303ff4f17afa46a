import { useState } from 'react';
import { viewFor } from '../../../shared/domain/export/audiences';
import type { ErrorCode } from '../../../shared/errors';
import type { EntryFilter, EntryOrder } from '../../../shared/models/entry-filter';
import type { ExportChoice, ExportChoices } from '../../../shared/models/leaving';
import { audiences } from '../../../shared/models/saved-view';
import type { Audience, SavedView, SavedViewBody } from '../../../shared/models/saved-view';
import { call, holdfast } from '../../kit/bridge';
import { useKept } from '../../kit/kept';
import { isFull } from '../../../shared/models/chronology-export';

type Change = Partial<SavedViewBody & Pick<ExportChoice, 'format' | 'withCharts'>>;

/**
 * Whom an export is for and what it shows: nothing before somebody has chosen, then the last choice for this case. What is
 * covered for somebody is covered for them the next time too, whether or not it was kept as a view. "Everything" is never
 * chosen by itself.
 */
export function useExportChoice({
  caseId,
  filter,
  order,
  views,
  kept,
  onProblem,
}: {
  readonly caseId: string;
  readonly filter: EntryFilter;
  readonly order: EntryOrder;
  readonly views: readonly SavedView[];
  readonly kept: ExportChoices;
  readonly onProblem: (code: ErrorCode) => void;
}) {
  const last = lastChoice(kept, views);
  const [chosen, setChosen] = useState<string | null>(last?.who ?? null);
  const [body, setBody] = useState<SavedViewBody | null>(
    last === null ? null : bodyFor(last.who, views, kept, filter, order),
  );
  const [name, setName] = useState(views.find(({ id }) => id === last?.who)?.name ?? '');
  const [format, setFormat] = useState(last === null || isFull(last.format) ? 'pdf' : last.format);
  const [withCharts, setWithCharts] = useState(last?.withCharts ?? false);
  const [changed, setChanged] = useState(false);
  /** What was chosen for others, in this dialog too. */
  const [earlier, setEarlier] = useState<readonly ExportChoice[]>(kept);
  // A line for words to cover that nobody has filled in yet covers nothing.
  const covering = body?.covering.filter(({ words }) => words.trim() !== '') ?? [];
  const choice: ExportChoice | null =
    chosen === null || body === null
      ? null
      : { who: chosen, fields: body.fields, covering, format, withCharts };
  useKept(
    `export ${caseId} ${chosen ?? ''}`,
    changed ? choice : null,
    (now) => call(holdfast.views.keepChoice({ caseId, choice: now })),
    onProblem,
  );

  return {
    chosen,
    body,
    name,
    format,
    withCharts,
    setName,
    set: ({ format: nextFormat, withCharts: nextCharts, ...shown }: Change): void => {
      if (nextFormat !== undefined) setFormat(nextFormat);
      if (nextCharts !== undefined) setWithCharts(nextCharts);
      setBody((now) => (now === null ? null : { ...now, ...shown }));
      setChanged(true);
    },
    /** For somebody else; null for nobody yet. */
    choose: (who: string | null): void => {
      const others =
        choice === null ? earlier : [choice, ...earlier.filter((each) => each.who !== choice.who)];
      setEarlier(others);
      setChosen(who);
      setChanged(who !== null);
      setName(views.find(({ id }) => id === who)?.name ?? '');
      setBody(who === null ? null : bodyFor(who, views, others, filter, order));
    },
    /** What is chosen is kept as a view from now on. */
    nowCalled: (who: string): void => {
      setChosen(who);
      setChanged(true);
    },
  };
}

/** The last choice there was; one for a view that is gone is none any more. */
function lastChoice(kept: readonly ExportChoice[], views: readonly SavedView[]): ExportChoice | null {
  const there = (who: string): boolean =>
    audiences.some((id) => id === who) || views.some(({ id }) => id === who);
  return kept.find(({ who }) => there(who)) ?? null;
}

/** What was chosen for somebody before, else what the view says, else what such a person is usually shown. */
function bodyFor(
  who: string,
  views: readonly SavedView[],
  kept: readonly ExportChoice[],
  filter: EntryFilter,
  order: EntryOrder,
): SavedViewBody {
  const view = views.find(({ id }) => id === who);
  const before = kept.find((each) => each.who === who);
  const base = view === undefined ? { ...viewFor(who as Audience), filter, order } : bodyOf(view);
  return before === undefined ? base : { ...base, fields: before.fields, covering: before.covering };
}

function bodyOf({ audience, filter, order, fields, covering }: SavedView): SavedViewBody {
  return { audience, filter, order, fields, covering };
}
