import { askStands, daysLeft, daysWaiting, sortAsks } from '../../../shared/domain/casework/response/asks';
import { labelOf } from '../../../shared/records/by-fields';
import {
  policeRequestFields,
  policeRequestKind,
  requestAnswers,
} from '../../../shared/records/police-request';
import type { PoliceRequest } from '../../../shared/records/police-request';
import { FirstOfMany } from '../../components/first-of-many';
import { Chip } from '../../components/parts';
import { today } from '../../kit/today';
import type { Tone } from '../../kit/tone';
import { askText as words, responseText } from '../../strings/response';
import { RecordTools } from '../record-book/record-tools';
import { Said } from '../record-book/said';
import type { Shown } from '../record-book/use-records';
import { Lines, Part, Why } from './parts';
import type { Open } from './parts';
import type { Response } from './use-response';

const tones = {
  'not-asked': 'amber',
  open: 'amber',
  granted: 'accent',
  refused: 'neutral',
  done: 'green',
} as const;

/** What was asked of police and prosecutor: open ones first, each with its answer and the reason that was given. */
export function AsksPart({ response, open }: { readonly response: Response; readonly open: Open }) {
  return (
    <Part
      title={words.title}
      count={response.requests.length}
      empty={words.empty}
      add={{
        label: words.add,
        onPress: () => {
          open({ kind: policeRequestKind.kind, id: null });
        },
      }}
    >
      <ul className="response-list">
        <FirstOfMany
          items={sortAsks(response.requests)}
          draw={(shown) => (
            <li key={shown.id}>
              <AskCard response={response} shown={shown} open={open} />
            </li>
          )}
        />
      </ul>
    </Part>
  );
}

function leftTone(left: number): Tone {
  return left <= 7 ? 'red' : 'amber';
}

function AskCard({
  response,
  shown,
  open,
}: {
  readonly response: Response;
  readonly shown: Shown<PoliceRequest>;
  readonly open: Open;
}) {
  const { body, title } = shown;
  const stands = askStands(body);
  const left = daysLeft(body, today());
  return (
    <article className="stack response-record" aria-label={title}>
      <div className="row">
        <h3 className="grow">{title}</h3>
        {left === null ? null : <Chip tone={leftTone(left)}>{words.daysLeft(left)}</Chip>}
        <Chip tone={tones[stands]}>{words.stands[stands]}</Chip>
      </div>
      <Lines lines={askLines(response, body, left)} />
      <RestsOn response={response} what={body.what} />
      <Said
        shown={shown}
        fields={policeRequestFields}
        only={['text', 'how', 'reason', 'doneOn', 'orderId']}
      />
      <RecordTools
        caseId={response.caseId}
        shown={shown}
        title={title}
        onChange={() => {
          open({ kind: policeRequestKind.kind, id: shown.id });
        }}
      />
    </article>
  );
}

function askLines(
  { reports }: Response,
  { what, on, of, deletedOn, doneOn, answer, answeredOn, reason, reportId }: PoliceRequest,
  left: number | null,
): readonly (string | null)[] {
  const report = reports.find(({ id }) => id === reportId);
  const waiting = daysWaiting({ on, answer, doneOn }, today());
  return [
    words.asked(on, of),
    waiting === null ? null : words.waiting(waiting),
    deletedOn !== null && left !== null ? words.deleted(deletedOn, left) : null,
    what === 'cctv' && deletedOn === null && doneOn === null ? words.noDeletion : null,
    answer === null ? null : words.answered(labelOf(requestAnswers, answer), answeredOn),
    answer !== null && answer !== 'yes' && reason === '' ? words.noReason : null,
    report === undefined ? null : responseText.belongsTo(report.title),
  ];
}

/** The rule that an ask stands on, where there is one to say. */
function RestsOn({ response, what }: { readonly response: Response; readonly what: PoliceRequest['what'] }) {
  const { jurisdiction } = response.facts;
  if (what === 'search_2b') return <Why id="search-2b" jurisdiction={jurisdiction} />;
  if (what === 'spo') return <Why id="spo-limbs" jurisdiction={jurisdiction} />;
  return what === 're_record' ? <Why id="other-than-stalking" jurisdiction={jurisdiction} /> : null;
}
