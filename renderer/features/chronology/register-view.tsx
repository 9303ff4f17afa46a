import { History, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { printDate } from '../../../shared/domain/dates/print';
import { inForce } from '../../../shared/domain/dates/standing';
import { orderWords } from '../../../shared/domain/law/law-of';
import type { EntryFilter } from '../../../shared/models/entry-filter';
import { registerKinds } from '../../../shared/models/register';
import type { RegisterItem, RegisterKind } from '../../../shared/models/register';
import { call, holdfast } from '../../kit/bridge';
import { useLaw } from '../../kit/case-law';
import { today } from '../../kit/today';
import { useAct } from '../../kit/use-act';
import { Button, IconButton } from '../../components/button';
import { Failure } from '../../components/failure';
import { Chip, Skeleton } from '../../components/parts';
import { counted } from '../../strings/counts';
import { registerKindText } from '../../../shared/records/words/entry-words';
import { inForceText } from '../../strings/standing';
import { HistoryDialog } from '../records/history-dialog';
import { RegisterDialog } from './register-dialog';

const timeOf = ({ kind, from, until }: RegisterItem): string =>
  kind === 'order' ? inForceText[inForce(from, until, today())] : '';

/** The people, places and orders of a case, with the entries that are linked to each. */
export function RegisterView({
  caseId,
  items,
  onFilter,
}: {
  readonly caseId: string;
  readonly items: readonly RegisterItem[] | null;
  readonly onFilter: (filter: Partial<EntryFilter>) => void;
}) {
  const [dialog, setDialog] = useState<{
    readonly kind: RegisterKind;
    readonly item: RegisterItem | null;
  } | null>(null);
  const [looking, setLooking] = useState<RegisterItem | null>(null);
  const act = useAct();
  if (items === null) return <Skeleton height={300} />;
  return (
    <div className="register">
      <Failure code={act.error} />
      {registerKinds.map((kind) => (
        <OfKind
          key={kind}
          kind={kind}
          items={items.filter((item) => item.kind === kind)}
          onFilter={onFilter}
          onForm={(item) => {
            setDialog({ kind, item });
          }}
          onVersions={setLooking}
          onRemove={({ id }) => {
            act.run(() => call(holdfast.register.remove({ id })));
          }}
        />
      ))}
      {looking === null ? null : (
        <HistoryDialog
          id={looking.id}
          title={`Versions of ${looking.name}`}
          onClose={() => {
            setLooking(null);
          }}
        />
      )}
      {dialog === null ? null : (
        <RegisterDialog
          caseId={caseId}
          {...dialog}
          onClose={() => {
            setDialog(null);
          }}
        />
      )}
    </div>
  );
}

/** All of one kind, and the way to add one. */
function OfKind({
  kind,
  items,
  onFilter,
  onForm,
  onVersions,
  onRemove,
}: {
  readonly kind: RegisterKind;
  readonly items: readonly RegisterItem[];
  readonly onFilter: (filter: Partial<EntryFilter>) => void;
  /** Opens the form, of one that is there or of a new one. */
  readonly onForm: (item: RegisterItem | null) => void;
  readonly onVersions: (item: RegisterItem) => void;
  readonly onRemove: (item: RegisterItem) => void;
}) {
  const { one, many } = registerKindText(kind);
  return (
    <section className="card" aria-label={many}>
      <div className="row">
        <h2 className="grow">{many}</h2>
        <Button
          icon={<Plus aria-hidden />}
          onPress={() => {
            onForm(null);
          }}
        >
          Add {one === 'order' ? 'an order' : `a ${one}`}
        </Button>
      </div>
      {items.length === 0 ? (
        <WhatFor kind={kind} />
      ) : (
        <ul>
          {items.map((item) => (
            <RegisterLine
              key={item.id}
              item={item}
              onFilter={onFilter}
              onVersions={() => {
                onVersions(item);
              }}
              onChange={() => {
                onForm(item);
              }}
              onRemove={() => {
                onRemove(item);
              }}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** What it is called, when it holds, and what is noted about it. */
function Described({ item }: { readonly item: RegisterItem }) {
  const law = useLaw();
  return (
    <span className="grow wrap-anywhere" dir="auto">
      <strong>{item.name}</strong>
      {item.relation === '' ? '' : `, ${item.relation}`}
      {item.orderType === null ? null : <Chip tone="plum">{orderWords(law, item.orderType)}</Chip>}
      {item.from === null && item.until === null ? null : (
        <span className="quiet small">
          {item.from === null ? '' : ` from ${printDate(item.from, null)}`}
          {item.until === null ? '' : ` until ${printDate(item.until, null)}`}
        </span>
      )}
      {timeOf(item) === '' ? null : (
        <>
          {' '}
          <Chip tone="amber">{timeOf(item)}</Chip>
        </>
      )}
      {item.notes === '' ? null : (
        <>
          <br />
          <span className="quiet">{item.notes}</span>
        </>
      )}
    </span>
  );
}

/** The entries that are linked to it. */
function EntriesWith({
  item,
  onFilter,
}: {
  readonly item: RegisterItem;
  readonly onFilter: (filter: Partial<EntryFilter>) => void;
}) {
  return (
    <>
      {' '}
      {item.entries === 0 ? (
        <span className="quiet small">in no entry</span>
      ) : (
        <Button
          variant="quiet"
          label={`Show ${counted(item.entries, 'entry', 'entries')} with ${item.name}`}
          onPress={() => {
            onFilter({ registerId: item.id });
          }}
        >
          Show {counted(item.entries, 'entry', 'entries')}
        </Button>
      )}
    </>
  );
}

/** What a part of the register is for, while nothing is in it. */
function WhatFor({ kind }: { readonly kind: RegisterKind }) {
  return (
    <p className="quiet">
      {kind === 'person'
        ? 'Who did it, who was used, who saw it. Entries are linked to them in the editor, or many at once.'
        : kind === 'place'
          ? 'Where things happen: home, work, school, a bus stop.'
          : 'Bail conditions, orders and warnings. Link an entry to one as a possible breach.'}
    </p>
  );
}

/** One of the register, with what can be done with it. */
function RegisterLine({
  item,
  onFilter,
  onVersions,
  onChange,
  onRemove,
}: {
  readonly item: RegisterItem;
  readonly onFilter: (filter: Partial<EntryFilter>) => void;
  readonly onVersions: () => void;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}) {
  return (
    <li className="row">
      <Described item={item} />
      <EntriesWith item={item} onFilter={onFilter} />
      <IconButton
        label={`Versions of ${item.name}`}
        icon={<History aria-hidden />}
        onPress={() => {
          onVersions();
        }}
      />
      <IconButton
        label={`Change ${item.name}`}
        icon={<Pencil aria-hidden />}
        onPress={() => {
          onChange();
        }}
      />
      <IconButton
        label={`Remove ${item.name}`}
        icon={<Trash2 aria-hidden />}
        isDisabled={item.entries > 0}
        onPress={() => {
          onRemove();
        }}
      />
    </li>
  );
}
