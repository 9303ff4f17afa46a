import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ItemClass } from '../../../shared/models/item-class';
import type { LeavingPoint, LeavingRequest, Recipient } from '../../../shared/models/leaving-gate';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { SelectField } from '../../components/fields';
import { Chip } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import {
  classOptions,
  isOfLetter,
  leavingText as words,
  pointText,
  pointTitle,
  recipientOptions,
  refsOf,
} from '../../strings/leaving';

interface Props {
  readonly point: LeavingPoint;
  readonly request: LeavingRequest;
  readonly recipient: Recipient | null;
  readonly onChange: (request: LeavingRequest) => void;
  readonly onLeaveOut?: (ids: readonly string[]) => void;
  readonly onForm: (form: { readonly what: 'permit' | 'answer'; readonly point: LeavingPoint }) => void;
}

/** One thing to decide: what it is, why, and what can be done about it. */
export function PointRow(props: Props) {
  const { point } = props;
  return (
    <div className="point">
      <div className="grow">
        <strong dir="auto">{pointTitle(point)}</strong>{' '}
        {point.stops ? (
          <Chip tone={point.code === 'permission' ? 'amber' : 'red'}>
            {point.code === 'permission' ? words.permission : words.stops}
          </Chip>
        ) : null}
        <p className="quiet small" dir="auto">
          {pointText(point)}
        </p>
      </div>
      <div className="row">
        <Answers {...props} />
      </div>
    </div>
  );
}

/** What can be done about a point. */
function Answers(props: Props): ReactNode {
  const { point, request, onChange } = props;
  const { go } = useNavigation();
  const { caseId } = request;
  switch (point.code) {
    case 'recipient':
      return (
        <SelectField
          label={words.whom}
          hideLabel
          placeholder={words.whomChoose}
          options={recipientOptions}
          value={null}
          onChange={(recipient) => {
            if ('recipient' in request) onChange({ ...request, recipient });
          }}
        />
      );
    case 'class-unknown':
      return <Classify caseId={caseId} items={point.items} />;
    case 'class-stays':
    case 'permission':
      return <RuleAnswers {...props} />;
    case 'protected-words':
    case 'protected-place':
    case 'holds-place':
      return <ProtectedAnswers {...props} />;
    case 'two-versions':
    case 'consent':
      return <InCase caseId={caseId} code={point.code} />;
    case 'date-undecided':
      return <ChooseDate caseId={caseId} items={point.items} />;
    case 'redaction-marks':
      return <Redact caseId={caseId} items={point.items} />;
    case 'same-reference':
      return (
        <Go
          label={words.evidence}
          to={() => {
            go({ name: 'evidence', caseId });
          }}
        />
      );
    case 'not-searched':
      return null;
  }
}

/** The way to what is decided in another room: between two versions, or about consent. */
function InCase({ caseId, code }: { readonly caseId: string; readonly code: 'two-versions' | 'consent' }) {
  const { go } = useNavigation();
  return (
    <Go
      label={code === 'consent' ? words.consents : words.join}
      to={() => {
        if (code === 'consent') go({ name: 'contacts', caseId, record: 'new-consent' });
        else go({ name: 'two-versions', caseId });
      }}
    />
  );
}

/** The way to the dates of an exhibit that disagree. */
function ChooseDate({ caseId, items }: { readonly caseId: string; readonly items: LeavingPoint['items'] }) {
  const { go } = useNavigation();
  const [item] = items;
  return item === undefined ? null : (
    <Go
      label={words.date}
      full={`${words.date}: ${item.exhibitRef}`}
      to={() => {
        go({ name: 'evidence-item', caseId, itemId: item.id, form: 'date' });
      }}
    />
  );
}

/** The way to a redacted copy, which can go instead. */
function Redact({ caseId, items }: { readonly caseId: string; readonly items: LeavingPoint['items'] }) {
  const { go } = useNavigation();
  const [item] = items;
  return item === undefined ? null : (
    <Go
      label={words.redact}
      full={`${words.redact}: ${item.exhibitRef}`}
      to={() => {
        go({ name: 'redact', caseId, itemId: item.id });
      }}
    />
  );
}

function Go({
  label,
  full,
  to,
}: {
  readonly label: string;
  readonly full?: string;
  readonly to: () => void;
}) {
  return (
    <Button onPress={to} {...(full === undefined ? {} : { label: full })}>
      {label}
    </Button>
  );
}

/** Says what exhibits are, all at once. */
function Classify({ caseId, items }: { readonly caseId: string; readonly items: LeavingPoint['items'] }) {
  const [chosen, setChosen] = useState<ItemClass | null>(null);
  const { run, busy, error } = useAct();
  return (
    <>
      <SelectField
        label={items.length === 1 ? words.whatIsIt : words.whatAreThey}
        hideLabel
        placeholder={items.length === 1 ? words.whatIsIt : words.whatAreThey}
        options={classOptions}
        value={chosen}
        onChange={setChosen}
      />
      <Button
        isDisabled={chosen === null}
        isPending={busy}
        onPress={() => {
          if (chosen === null) return;
          const itemIds = items.map(({ id }) => id);
          run(() => call(holdfast.leaving.classify({ caseId, itemIds, itemClass: chosen })));
        }}
      >
        {words.sayAll}
      </Button>
      <Failure code={error} />
    </>
  );
}

/** A class that stays, or waits for a permission. */
function RuleAnswers({ point, onLeaveOut, onForm }: Props) {
  const refs = refsOf(point);
  return (
    <>
      <LeaveOut point={point} onLeaveOut={onLeaveOut} />
      {point.code === 'permission' ? (
        <Button
          label={words.recordOf(refs)}
          onPress={() => {
            onForm({ what: 'permit', point });
          }}
        >
          {words.record}
        </Button>
      ) : null}
    </>
  );
}

/** Words or a place of the protected list: shown, covered, left out, or allowed for a reason. */
function ProtectedAnswers({ point, request, onLeaveOut, onForm }: Props) {
  const { go } = useNavigation();
  const { caseId } = request;
  const [item] = point.items;
  const { record } = point;
  return (
    <>
      {item === undefined ? null : (
        <Button
          label={`${point.code === 'protected-words' ? words.cover : words.show}: ${item.exhibitRef}`}
          onPress={() => {
            if (point.code === 'protected-words') go({ name: 'redact', caseId, itemId: item.id });
            else go({ name: 'evidence-item', caseId, itemId: item.id });
          }}
        >
          {point.code === 'protected-words' ? words.cover : words.show}
        </Button>
      )}
      {record === null ? null : (
        <Button
          label={words.showOf(record.title)}
          onPress={() => {
            if (isOfLetter(point)) go({ name: 'letters', caseId, record: record.id });
            else go({ name: 'chronology', caseId, entryId: record.id });
          }}
        >
          {words.show}
        </Button>
      )}
      <LeaveOut point={point} onLeaveOut={onLeaveOut} />
      <Button
        label={words.allowOf(item?.exhibitRef ?? record?.title ?? '')}
        onPress={() => {
          onForm({ what: 'answer', point });
        }}
      >
        {words.allow}
      </Button>
    </>
  );
}

function LeaveOut({
  point,
  onLeaveOut,
}: {
  readonly point: LeavingPoint;
  readonly onLeaveOut: Props['onLeaveOut'];
}) {
  if (onLeaveOut === undefined || point.items.length === 0) return null;
  return (
    <Button
      label={words.leaveOutOf(refsOf(point))}
      onPress={() => {
        onLeaveOut(point.items.map(({ id }) => id));
      }}
    >
      {words.leaveOut}
    </Button>
  );
}
