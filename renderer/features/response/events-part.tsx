import { updateDue, updateStands } from '../../../shared/domain/casework/response/update-due';
import type { UpdateDue } from '../../../shared/domain/casework/response/update-due';
import type { TimeLimit } from '../../../shared/models/law';
import { labelOf } from '../../../shared/records/by-fields';
import { caseEventFields, caseEventKind, eventSorts } from '../../../shared/records/case-event';
import type { CaseEvent } from '../../../shared/records/case-event';
import { FirstOfMany } from '../../components/first-of-many';
import { Chip } from '../../components/parts';
import { today } from '../../kit/today';
import { eventText as words, provisional, responseText } from '../../strings/response';
import { RecordTools } from '../record-book/record-tools';
import { Said } from '../record-book/said';
import type { Shown } from '../record-book/use-records';
import { Lines, Part, Why } from './parts';
import type { Open } from './parts';
import type { Response } from './use-response';

const tones = { told: 'green', 'told-later': 'neutral', due: 'amber', 'not-recorded': 'red' } as const;

/** What police, prosecutor and court did, the newest first, and when the client was told of it. */
export function EventsPart({ response, open }: { readonly response: Response; readonly open: Open }) {
  const newest = [...response.events].sort((a, b) =>
    a.body.on > b.body.on ? -1 : a.body.on < b.body.on ? 1 : 0,
  );
  return (
    <Part
      title={words.title}
      count={newest.length}
      empty={words.empty}
      add={{
        label: words.add,
        onPress: () => {
          open({ kind: caseEventKind.kind, id: null });
        },
      }}
    >
      <Why id="updates" jurisdiction={response.facts.jurisdiction} />
      <ul className="response-list">
        <FirstOfMany
          items={newest}
          draw={(shown) => (
            <li key={shown.id}>
              <EventCard response={response} shown={shown} open={open} />
            </li>
          )}
        />
      </ul>
    </Part>
  );
}

function EventCard({
  response,
  shown,
  open,
}: {
  readonly response: Response;
  readonly shown: Shown<CaseEvent>;
  readonly open: Open;
}) {
  const { body } = shown;
  const { enhancedRights, jurisdiction } = response.facts;
  const due = updateDue(body, enhancedRights, jurisdiction);
  const stands = due === null ? null : updateStands(body, due, today());
  const title = `${labelOf(eventSorts, body.what)}, ${responseText.on(body.on)}`;
  return (
    <article className="stack response-record" aria-label={title}>
      <div className="row">
        <h3 className="grow">{title}</h3>
        {due === null || due.isCertain ? null : <Chip>{provisional}</Chip>}
        {stands === null ? null : <Chip tone={tones[stands]}>{words.stands[stands]}</Chip>}
      </div>
      <Lines lines={eventLines(response, body, due)} />
      <Said shown={shown} fields={caseEventFields} only={['time', 'offence', 'text', 'note']} />
      <RecordTools
        caseId={response.caseId}
        shown={shown}
        title={title}
        onChange={() => {
          open({ kind: caseEventKind.kind, id: shown.id });
        }}
      />
    </article>
  );
}

const limitText = ({ workingDays = 0 }: Pick<TimeLimit, 'workingDays'>): string => words.limit(workingDays);

function eventLines(
  { reports }: Response,
  { toldOn, toldBy, toldHow, viewsAsked, reportId, what }: CaseEvent,
  due: UpdateDue | null,
): readonly (string | null)[] {
  const report = reports.find(({ id }) => id === reportId);
  const isAboutBail = what === 'bail' || what === 'bail_changed';
  return [
    toldOn === null ? words.notTold : words.told(toldOn, toldBy, toldHow),
    due === null ? null : words.due(due.day, limitText(due.limit)),
    due?.ifEnhanced == null ? null : words.ifEnhanced(due.ifEnhanced.day, limitText(due.ifEnhanced.limit)),
    due === null || due.isCertain ? null : words.provisional,
    viewsAsked === null ? (isAboutBail ? words.noViews : null) : words.views(viewsAsked),
    report === undefined ? null : responseText.belongsTo(report.title),
  ];
}
