import { askOptions } from '../../../shared/domain/casework/response/asks';
import { lawOf } from '../../../shared/domain/law/law-of';
import type { Option } from '../../../shared/records/by-fields';
import { caseEventFields, caseEventKind } from '../../../shared/records/case-event';
import {
  informationRequestFields,
  informationRequestKind,
} from '../../../shared/records/information-request';
import { policeReportFields, policeReportKind } from '../../../shared/records/police-report';
import {
  policeRequestFields,
  policeRequestKind,
  requestSubjects,
} from '../../../shared/records/police-request';
import { victimStatementFields, victimStatementKind } from '../../../shared/records/victim-statement';
import { SelectField } from '../../components/fields';
import {
  askText,
  eventText,
  informationText,
  reportText,
  responseText,
  statementText,
} from '../../strings/response';
import { RecordForm } from '../record-book/record-form';
import type { FormValue, OwnFields } from '../record-book/record-form';
import type { Opened } from './parts';
import { Why } from './parts';
import type { Response } from './use-response';

interface Props {
  readonly response: Response;
  readonly opened: Opened;
  readonly onClose: () => void;
}

const none = 'none';

/** The report that something belongs to, by what it is called. */
function ReportField({
  response: { reports },
  value,
  onChange,
}: Pick<Props, 'response'> & {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}) {
  const options: Option[] = reports.map(({ id, title }) => ({ id, label: title }));
  const isHere = value === null || options.some(({ id }) => id === value);
  return (
    <SelectField
      label={policeRequestFields.find(({ at }) => at === 'reportId')?.label ?? ''}
      options={[
        { id: none, label: responseText.noReport },
        ...(isHere ? [] : [{ id: value, label: responseText.reportGone }]),
        ...options,
      ]}
      value={value ?? none}
      onChange={(chosen) => {
        onChange(chosen === none ? null : chosen);
      }}
    />
  );
}

const reportOf = (response: Response): OwnFields => ({
  reportId: (value, set) => (
    <ReportField
      response={response}
      value={typeof value.reportId === 'string' ? value.reportId : null}
      onChange={(reportId) => {
        set({ reportId });
      }}
    />
  ),
});

function Report({ response, opened, onClose }: Props) {
  const { groups: names } = reportText;
  return (
    <RecordForm
      caseId={response.caseId}
      kind={policeReportKind}
      fields={policeReportFields}
      shown={response.reports.find(({ id }) => id === opened.id) ?? null}
      start={opened.start ?? {}}
      title={opened.id === null ? reportText.newTitle : reportText.change}
      groups={[
        { heading: names.report, fields: ['on', 'force', 'how', 'crimeNumber', 'incidentNumber'] },
        {
          heading: names.as,
          fields: ['recordedAs', 'offence', 'offenceCode', 'rank', 'saidBy', 'saidOn'],
        },
        {
          heading: names.who,
          fields: ['officer', 'officerRole', 'officerId', 'isDetective', 'spoc', 'spocContactedOn'],
        },
        { heading: names.about, fields: ['entryIds'] },
        { heading: names.after, fields: ['advice', 'adviceBy', 'outcome', 'closedOn', 'note'] },
      ]}
      onClose={onClose}
    />
  );
}

function Ask({ response, opened, onClose }: Props) {
  const { jurisdiction } = response.facts;
  const shown = response.requests.find(({ id }) => id === opened.id) ?? null;
  const { groups: names } = askText;
  // What was chosen before stays to choose, wherever the case is by now.
  const offered = askOptions(jurisdiction);
  const kept = requestSubjects.filter(
    ({ id }) => id === shown?.body.what && !offered.some((each) => each.id === id),
  );
  const fields = policeRequestFields.map((field) =>
    field.at === 'what' ? { ...field, options: [...offered, ...kept] } : field,
  );
  return (
    <RecordForm
      caseId={response.caseId}
      kind={policeRequestKind}
      fields={fields}
      shown={shown}
      start={opened.start ?? {}}
      title={opened.id === null ? askText.newTitle : askText.change}
      groups={[
        { heading: names.ask, fields: ['what', 'on', 'of', 'how', 'deletedOn', 'text'] },
        { heading: names.answer, fields: ['answer', 'answeredOn', 'doneOn', 'reason'] },
        { heading: names.belongs, fields: ['reportId', 'orderId'] },
      ]}
      own={reportOf(response)}
      onClose={onClose}
    />
  );
}

function Event({ response, opened, onClose }: Props) {
  const { groups: names } = eventText;
  return (
    <RecordForm
      caseId={response.caseId}
      kind={caseEventKind}
      fields={caseEventFields}
      shown={response.events.find(({ id }) => id === opened.id) ?? null}
      start={opened.start ?? {}}
      title={opened.id === null ? eventText.newTitle : eventText.change}
      groups={[
        { heading: names.what, fields: ['what', 'on', 'time', 'offence', 'text', 'reportId'] },
        { heading: names.told, fields: ['viewsAsked', 'toldOn', 'toldBy', 'toldHow'] },
        {
          heading: names.review,
          hint: lawOf(response.facts.jurisdiction).prosecutor,
          fields: ['letterOn', 'reviewAskedOn', 'reviewAnsweredOn', 'reviewAnswer', 'note'],
        },
      ]}
      own={reportOf(response)}
      onClose={onClose}
    />
  );
}

function Statement({ response, opened, onClose }: Props) {
  return (
    <RecordForm
      caseId={response.caseId}
      kind={victimStatementKind}
      fields={victimStatementFields}
      shown={response.statements.find(({ id }) => id === opened.id) ?? null}
      start={opened.start ?? {}}
      title={opened.id === null ? statementText.title(response.facts.jurisdiction) : statementText.change}
      intro={<Why id="statement" jurisdiction={response.facts.jurisdiction} />}
      onClose={onClose}
    />
  );
}

function Information({ response, opened, onClose }: Props) {
  return (
    <RecordForm
      caseId={response.caseId}
      kind={informationRequestKind}
      fields={informationRequestFields}
      shown={response.information.find(({ id }) => id === opened.id) ?? null}
      start={opened.start ?? {}}
      title={opened.id === null ? informationText.newTitle : informationText.change}
      intro={<Why id="information-request" jurisdiction={response.facts.jurisdiction} />}
      onClose={onClose}
    />
  );
}

/** The kinds that are written in this room, as a menu offers them. */
export const responseForms = [
  { id: policeReportKind.kind, label: reportText.add, Form: Report },
  { id: policeRequestKind.kind, label: askText.add, Form: Ask },
  { id: caseEventKind.kind, label: eventText.add, Form: Event },
  { id: victimStatementKind.kind, label: statementText.add, Form: Statement },
  { id: informationRequestKind.kind, label: informationText.add, Form: Information },
] as const;

/** What is open at first, by the route: a record by its id, or `new-` and its kind. Null where there is no such thing. */
export function openedBy(response: Response, record: string | null, start: FormValue | null): Opened | null {
  if (record === null) return null;
  const fresh = responseForms.find(({ id }) => record === `new-${id}`);
  if (fresh !== undefined) return { kind: fresh.id, id: null, ...(start === null ? {} : { start }) };
  const lists = [
    [policeReportKind.kind, response.reports],
    [policeRequestKind.kind, response.requests],
    [caseEventKind.kind, response.events],
    [victimStatementKind.kind, response.statements],
    [informationRequestKind.kind, response.information],
  ] as const;
  const found = lists.find(([, all]) => all.some(({ id }) => id === record));
  return found === undefined ? null : { kind: found[0], id: record };
}

/** The form of whatever is open. */
export function ResponseForm(props: Props) {
  const Form = responseForms.find(({ id }) => id === props.opened.kind)?.Form;
  return Form === undefined ? null : (
    <Form key={`${props.opened.kind} ${props.opened.id ?? ''}`} {...props} />
  );
}
