import { Plus, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { PossibleBreachShown } from '../../../shared/contract/protection-methods';
import { orderStanding } from '../../../shared/domain/casework/protection/order-standing';
import type { RegisterItem } from '../../../shared/models/register';
import { orderBreachKind, orderBreachSchema } from '../../../shared/records/order-breach';
import type { OrderBreach } from '../../../shared/records/order-breach';
import { registerKind, registerRecordSchema } from '../../../shared/records/register';
import type { RegisterRecord } from '../../../shared/records/register';
import { Button } from '../../components/button';
import { NotRead } from '../../components/not-read';
import { EmptyState, PageHeader, Skeleton } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { today } from '../../kit/today';
import { protectionText as words } from '../../strings/protection';
import { roomNames } from '../../strings/rooms';
import { DraftNotices } from '../drafts/draft-notices';
import { useRecords } from '../record-book/use-records';
import type { Shown } from '../record-book/use-records';
import { BreachForm } from './breach-form';
import { offerKey } from './offer-key';
import { OrderCard } from './order-card';
import { OrderForm } from './order-form';
import './protection.css';

const register = { kind: registerKind.kind, body: registerRecordSchema };
const breaches = { kind: orderBreachKind.kind, body: orderBreachSchema };

/** All that the room shows; null while it is being read. */
function useProtection(caseId: string) {
  const all = useRecords<RegisterRecord>(caseId, register);
  const decided = useRecords<OrderBreach>(caseId, breaches);
  const items = useQuery(`protection-register-${caseId}`, () => call(holdfast.register.list({ caseId })), [
    'chronology',
    'records',
  ]);
  const possible = useQuery(`possible-${caseId}`, () => call(holdfast.protection.possible({ caseId })), [
    'chronology',
    'records',
  ]);
  const queries = [all, decided, items, possible];
  const error = queries.map((each) => each.error).find((each) => each !== null) ?? null;
  const reload = (): void => {
    for (const each of queries) each.reload();
  };
  if (all.data === null || decided.data === null || items.data === null || possible.data === null) {
    return { error, reload, data: null };
  }
  const orders = all.data.filter(({ body }) => body.kind === 'order');
  return {
    error,
    reload,
    data: { orders, decided: decided.data, items: items.data, possible: possible.data },
  };
}

/** Orders and bail of a case. `record`: the one that is open, by its id, or `new-` and the kind of a new one. */
export function ProtectionScreen({
  caseId,
  record,
}: {
  readonly caseId: string;
  readonly record: string | null;
}) {
  const [open, setOpen] = useState(record);
  const { data, error, reload } = useProtection(caseId);
  if (error !== null) return <NotRead title={roomNames.protection} code={error} onRetry={reload} />;
  if (data === null) return <Skeleton height={320} />;
  const { orders, possible } = data;
  const inForce = orders.filter(({ body }) => orderStanding(body, today()) === 'in-force').length;
  const add = (
    <Add
      onPress={() => {
        setOpen('new-order');
      }}
    />
  );
  return (
    <>
      <PageHeader
        title={roomNames.protection}
        summary={words.summary(orders.length, inForce)}
        {...(orders.length === 0 ? {} : { actions: add })}
      />
      <Drafts caseId={caseId} onOpen={setOpen} />
      {orders.length === 0 ? (
        <EmptyState icon={<ShieldCheck />} title={words.emptyTitle} actions={add}>
          {words.empty}
        </EmptyState>
      ) : null}
      <div className="protection">
        {orders.map((order) => (
          <OrderCard
            key={order.id}
            caseId={caseId}
            order={order}
            possible={possible.rows.filter(({ orderId }) => orderId === order.id)}
            decided={data.decided.filter(({ body }) => body.orderId === order.id)}
            onOpen={setOpen}
          />
        ))}
      </div>
      {possible.total > possible.rows.length ? (
        <p className="quiet">{words.more(possible.total - possible.rows.length)}</p>
      ) : null}
      <OpenForm
        caseId={caseId}
        open={open}
        {...data}
        possible={possible.rows}
        onClose={() => {
          setOpen(null);
        }}
      />
    </>
  );
}

/** The way back into forms of this room. */
function Drafts({ caseId, onOpen }: { readonly caseId: string; readonly onOpen: (open: string) => void }) {
  return (
    <DraftNotices
      caseId={caseId}
      onOpen={({ form, subject }) => {
        const isOurs = form === 'record-order' || form === 'record-order-breach';
        if (isOurs) onOpen(subject ?? 'new-order');
        return isOurs;
      }}
    />
  );
}

function Add({ onPress }: { readonly onPress: () => void }) {
  return (
    <Button variant="primary" icon={<Plus aria-hidden />} onPress={onPress}>
      {words.add}
    </Button>
  );
}

function OpenForm({
  caseId,
  open,
  orders,
  decided,
  items,
  possible,
  onClose,
}: {
  readonly caseId: string;
  readonly open: string | null;
  readonly orders: readonly Shown<RegisterRecord>[];
  readonly decided: readonly Shown<OrderBreach>[];
  readonly items: readonly RegisterItem[];
  readonly possible: readonly PossibleBreachShown[];
  readonly onClose: () => void;
}) {
  if (open === null) return null;
  const order = orders.find(({ id }) => id === open) ?? null;
  if (order !== null || open === 'new-order' || open === 'new-register') {
    return <OrderForm key={open} caseId={caseId} shown={order} register={items} onClose={onClose} />;
  }
  const breach = decided.find(({ id }) => id === open) ?? null;
  // A draft of a decision is known by its entry alone.
  const offer = possible.find((each) => offerKey(each) === open || each.entryId === open) ?? null;
  if (breach === null && offer === null) return null;
  return (
    <BreachForm
      key={open}
      caseId={caseId}
      shown={breach}
      about={offer === null ? null : { entryId: offer.entryId, orderId: offer.orderId, termId: offer.termId }}
      why={offer?.why ?? ''}
      onClose={onClose}
    />
  );
}
