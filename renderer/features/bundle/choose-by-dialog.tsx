import { useState } from 'react';
import { decide } from '../../../shared/domain/bundle/choices';
import { isDatedIn, wouldChange } from '../../../shared/domain/bundle/choose-by';
import { everyEntry } from '../../../shared/models/entry-filter';
import type { EntryFilter } from '../../../shared/models/entry-filter';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { BundleChoices } from '../../../shared/models/leaving';
import type { SavedView } from '../../../shared/models/saved-view';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Button } from '../../components/button';
import { DayRange } from '../../components/day-range';
import type { DayRangeValue } from '../../components/day-range';
import { Dialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { SelectField, TextField } from '../../components/fields';
import { chooseByText as words } from '../../strings/choose-by';
import type { ChooseWay } from '../../strings/choose-by';

interface Props {
  readonly caseId: string;
  readonly items: readonly EvidenceItem[];
  readonly views: readonly SavedView[];
  readonly choices: BundleChoices;
  readonly onChange: (choices: BundleChoices) => void;
  readonly onClose: () => void;
}

/** What is asked for: which way, and what of it. */
interface Asked extends DayRangeValue {
  readonly way: ChooseWay;
  /** Id of the view, the person or the producer. */
  readonly id: string | null;
  readonly text: string;
}

/** Exhibits by the entries that cite them, by date or by who produced them: how many that are is said before anything is done. */
export function ChooseByDialog(props: Props) {
  const { items, choices, onChange, onClose } = props;
  const [asked, setAsked] = useState<Asked>({ way: 'dates', id: null, text: '', from: null, to: null });
  const { chosen, error } = useChosen(props, asked);
  const would = chosen === null ? null : wouldChange(items, choices, chosen);
  const put = (isIn: boolean): void => {
    if (would !== null) onChange(decide(items, choices, would.ids, isIn));
  };
  return (
    <Dialog title={words.title} isOpen onClose={onClose}>
      <div className="stack">
        <SelectField
          label={words.by}
          options={words.ways}
          value={asked.way}
          onChange={(way) => {
            setAsked({ ...asked, way, id: null });
          }}
        />
        <Which {...props} asked={asked} onAsk={setAsked} />
        <Failure code={error} />
        <p className="quiet" role="status">
          {would === null ? words.notYet : words.found(would.ids.length, would.goIn, would.cannot)}
        </p>
      </div>
      <div className="actions">
        <Button onPress={onClose}>{words.close}</Button>
        <Button
          isDisabled={would === null || would.goOut === 0}
          onPress={() => {
            put(false);
          }}
        >
          {words.leaveOut(would?.goOut ?? 0)}
        </Button>
        <Button
          variant="primary"
          isDisabled={would === null || would.goIn === 0}
          onPress={() => {
            put(true);
          }}
        >
          {words.putIn(would?.goIn ?? 0)}
        </Button>
      </div>
    </Dialog>
  );
}

/** The entries that are meant; null while nobody has said, or where exhibits are chosen by themselves. */
function filterOf({ views }: Props, { way, id, text }: Asked): EntryFilter | null {
  if (way === 'entries') return text.trim() === '' ? null : { ...everyEntry, text: text.trim() };
  if (id === null) return null;
  if (way === 'register') return { ...everyEntry, registerId: id };
  return way === 'view' ? (views.find((view) => view.id === id)?.filter ?? null) : null;
}

/** The exhibits that are meant; null while that is not known. */
function useChosen(props: Props, asked: Asked) {
  const { caseId, items } = props;
  const filter = filterOf(props, asked);
  const cited = useQuery(
    `bundle-cited-${caseId}|${JSON.stringify(filter)}`,
    () => (filter === null ? Promise.resolve(null) : call(holdfast.bundle.cited({ caseId, filter }))),
    ['chronology'],
  );
  const { way, id, from, to } = asked;
  const ids = (some: readonly EvidenceItem[]): ReadonlySet<string> => new Set(some.map((each) => each.id));
  if (way === 'dates')
    return {
      chosen: from === null && to === null ? null : ids(items.filter((item) => isDatedIn(item, from, to))),
      error: null,
    };
  if (way === 'producer')
    return {
      chosen: id === null ? null : ids(items.filter(({ producerId }) => producerId === id)),
      error: null,
    };
  return { chosen: cited.data === null ? null : new Set(cited.data.itemIds), error: cited.error };
}

/** What can be chosen of each way that names something. */
function useOptions(caseId: string, views: readonly SavedView[]) {
  const register = useQuery(`bundle-register-${caseId}`, () => call(holdfast.register.list({ caseId })));
  const producers = useQuery(`bundle-producers-${caseId}`, () =>
    call(holdfast.exhibits.producers({ caseId })),
  );
  return {
    view: views.map(({ id, name }) => ({ id, label: name })),
    register: (register.data ?? []).map(({ id, name }) => ({ id, label: name })),
    producer: (producers.data ?? []).map(({ id, name, initials }) => ({
      ...{ id, label: name === '' ? initials : `${name}, ${initials}` },
    })),
  };
}

/** What of the chosen way. */
function Which({
  caseId,
  views,
  asked,
  onAsk,
}: Props & { readonly asked: Asked; readonly onAsk: (asked: Asked) => void }) {
  const options = useOptions(caseId, views);
  const { way, id, text, from, to } = asked;
  const select = (label: string, options: readonly { readonly id: string; readonly label: string }[]) => (
    <SelectField
      label={label}
      placeholder={words.choose}
      options={options}
      value={id}
      onChange={(next) => {
        onAsk({ ...asked, id: next });
      }}
    />
  );
  switch (way) {
    case 'view':
    case 'register':
    case 'producer':
      return select(words[way], options[way]);
    case 'entries':
      return (
        <TextField
          label={words.words}
          value={text}
          onChange={(next) => {
            onAsk({ ...asked, text: next });
          }}
          maxLength={200}
        />
      );
    case 'dates':
      return (
        <DayRange
          value={{ from, to }}
          onChange={(change) => {
            onAsk({ ...asked, ...change });
          }}
        />
      );
  }
}
