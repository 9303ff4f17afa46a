import { useMemo } from 'react';
import { beside } from '../../../shared/domain/casework/response/beside';
import type { Beside } from '../../../shared/domain/casework/response/beside';
import { notedReports } from '../../../shared/domain/casework/response/take-over';
import { actLabel } from '../../../shared/domain/law/act-words';
import { lawOf } from '../../../shared/domain/law/law-of';
import type { Law } from '../../../shared/models/law';
import type { ResponseEntry } from '../../../shared/models/response';
import { labelOf } from '../../../shared/records/by-fields';
import { policeReportFields, recordedAs, policeReportKind } from '../../../shared/records/police-report';
import type { PoliceReport } from '../../../shared/records/police-report';
import { policeRequestKind } from '../../../shared/records/police-request';
import { Button } from '../../components/button';
import { FirstOfMany } from '../../components/first-of-many';
import { Chip } from '../../components/parts';
import { reportText as words, responseText } from '../../strings/response';
import { RecordTools } from '../record-book/record-tools';
import { Said } from '../record-book/said';
import type { Shown } from '../record-book/use-records';
import { EntryLinks, Lines, Part, Why } from './parts';
import type { Open } from './parts';
import type { Response } from './use-response';

/** Every report, with what it was recorded as beside what its entries are marked with. */
export function ReportsPart({ response, open }: { readonly response: Response; readonly open: Open }) {
  const law = lawOf(response.facts.jurisdiction);
  const byId = useMemo(
    () => new Map(response.facts.entries.map((entry) => [entry.id, entry])),
    [response.facts.entries],
  );
  // Said once, below all of them.
  const isBeside = response.reports.some(
    ({ body }) => beside(body, named(body.entryIds, byId)).isOtherThanStalking,
  );
  return (
    <Part
      title={words.title}
      count={response.reports.length}
      empty={words.empty}
      add={{
        label: words.add,
        onPress: () => {
          open({ kind: policeReportKind.kind, id: null });
        },
      }}
    >
      <ul className="response-list">
        <FirstOfMany
          items={inOrder(response.reports)}
          draw={(shown) => (
            <li key={shown.id}>
              <ReportCard response={response} shown={shown} law={law} byId={byId} open={open} />
            </li>
          )}
        />
      </ul>
      {isBeside ? (
        <>
          <Why id="other-than-stalking" jurisdiction={response.facts.jurisdiction} />
          <Why id="search-2b" jurisdiction={response.facts.jurisdiction} />
        </>
      ) : null}
    </Part>
  );
}

/** By the day each was made, so that it is seen how many there were before. */
function inOrder(reports: Response['reports']): Response['reports'] {
  return [...reports].sort((a, b) => (a.body.on < b.body.on ? -1 : a.body.on > b.body.on ? 1 : 0));
}

/** Entries by their ids, in the order in which they are named; those that are gone are left out. */
function named(ids: readonly string[], byId: ReadonlyMap<string, ResponseEntry>): readonly ResponseEntry[] {
  return ids.flatMap((id) => byId.get(id) ?? []);
}

interface CardProps {
  readonly response: Response;
  readonly shown: Shown<PoliceReport>;
  readonly law: Law;
  readonly byId: ReadonlyMap<string, ResponseEntry>;
  readonly open: Open;
}

function ReportCard({ response, shown, law, byId, open }: CardProps) {
  const { body, title } = shown;
  const entries = named(body.entryIds, byId);
  const stands = beside(body, entries);
  return (
    <article className="stack response-record" aria-label={title}>
      <div className="row">
        <h3 className="grow" dir="auto">
          {title}
        </h3>
        {body.crimeNumber === '' ? <Chip>{words.noCrimeNumber}</Chip> : null}
        {stands.isOtherThanStalking ? <Chip tone="amber">{words.reRecord}</Chip> : null}
      </div>
      <div className="response-beside">
        <Lines lines={recordedLines(shown)} />
        <BesideIt stands={stands} body={body} law={law} />
      </div>
      {stands.isOtherThanStalking ? <OtherThanStalking shown={shown} open={open} /> : null}
      <EntryLinks caseId={response.caseId} label={responseText.entries} entries={entries} />
      <NotedIn entries={entries} />
      <Said
        shown={shown}
        fields={policeReportFields}
        only={['on', 'force', 'how', 'incidentNumber', 'offenceCode', 'rank', 'outcome', 'closedOn', 'note']}
      />
      <RecordTools
        caseId={response.caseId}
        shown={shown}
        title={title}
        onChange={() => {
          open({ kind: policeReportKind.kind, id: shown.id });
        }}
      />
    </article>
  );
}

/** What the police recorded, and who has it, as told. */
function recordedLines({ body, names }: Shown<PoliceReport>): readonly (string | null)[] {
  const as = body.recordedAs === null ? null : labelOf(recordedAs, body.recordedAs);
  const officer = body.officer === '' ? (names[body.officerId ?? ''] ?? '') : body.officer;
  const told =
    body.saidBy === '' && body.saidOn === null ? '' : `, ${words.saidBy(body.saidBy, body.saidOn)}`;
  return [
    as === null
      ? words.notSaidAs
      : `${words.recordedAs(as)}${body.offence === '' ? '' : ` (${body.offence})`}${told}`,
    words.officer(officer, body.officerRole),
    words.detective(body.isDetective),
    words.spoc(body.spoc, body.spocContactedOn),
  ];
}

/** What the entries that it names are marked with: counted, and no verdict. */
function BesideIt({
  stands,
  body,
  law,
}: {
  readonly stands: Beside;
  readonly body: PoliceReport;
  readonly law: Law;
}) {
  const { acts, incidentIds, markedIds, gone } = stands;
  const as = body.recordedAs === null ? null : labelOf(recordedAs, body.recordedAs);
  const head =
    body.entryIds.length === 0
      ? words.namesNone
      : markedIds.length === 0
        ? words.noActs(incidentIds.length)
        : as === null
          ? null
          : words.stands(markedIds.length, as);
  return (
    <div>
      <h4>{words.beside(law.actList.column)}</h4>
      <Lines
        lines={[
          head,
          ...acts.map(({ act, entryIds }) => words.actCount(actLabel(law, act), entryIds.length)),
          gone === 0 ? null : responseText.entryGone(gone),
        ]}
      />
    </div>
  );
}

function OtherThanStalking({ shown, open }: Pick<CardProps, 'shown' | 'open'>) {
  return (
    <div>
      <Button
        variant="quiet"
        onPress={() => {
          open({
            kind: policeRequestKind.kind,
            id: null,
            start: { what: 're_record', reportId: shown.id },
          });
        }}
      >
        {words.askReRecord}
      </Button>
    </div>
  );
}

/** What the entries of a report note of it themselves. */
function NotedIn({ entries }: { readonly entries: readonly ResponseEntry[] }) {
  const noted = notedReports(entries, []);
  if (noted.length === 0) return null;
  return (
    <div className="small">
      <h4>{words.entrySays}</h4>
      <Lines
        lines={noted.map(({ reported }) =>
          [
            words.notedAs(reported.date, reported.reference, reported.crimeNumber),
            reported.officer,
            reported.response === '' ? '' : words.answer(reported.response),
          ]
            .filter((each) => each !== '')
            .join('; '),
        )}
      />
    </div>
  );
}
