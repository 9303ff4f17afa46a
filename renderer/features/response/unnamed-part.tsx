import { useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { unnamedIn } from '../../../shared/domain/casework/response/beside';
import { notedReports, reportFrom } from '../../../shared/domain/casework/response/take-over';
import { policeReportKind } from '../../../shared/records/police-report';
import { Button } from '../../components/button';
import { useNavigation } from '../../kit/navigation';
import { reportText as words, responseText } from '../../strings/response';
import { EntryLinks, Part } from './parts';
import type { Open } from './parts';
import type { Response } from './use-response';

const bodiesOf = ({ reports }: Response) => reports.map(({ body }) => body);

/** Incidents that no report names, to begin one with those that are chosen. */
export function UnnamedPart({ response, open }: { readonly response: Response; readonly open: Open }) {
  const { go } = useNavigation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const unnamed = useMemo(() => unnamedIn(response.facts.entries, bodiesOf(response)), [response]);
  // What has found its report since is chosen no longer.
  const ids = unnamed.map(({ id }) => id).filter((id) => chosen.has(id));
  return (
    <Part title={words.unnamed} count={unnamed.length} empty={words.unnamedNone}>
      {unnamed.length === 0 ? null : (
        <>
          <p className="quiet">{words.unnamedText(unnamed.length)}</p>
          <ListBox
            className="response-choices"
            aria-label={words.choose}
            items={unnamed}
            selectionMode="multiple"
            selectedKeys={ids}
            onSelectionChange={(selected) => {
              setChosen(
                new Set(selected === 'all' ? unnamed.map(({ id }) => id) : [...selected].map(String)),
              );
            }}
          >
            {({ id, printedDate, title, unreported }) => (
              <ListBoxItem id={id} className="option" textValue={`${printedDate}, ${title}`}>
                <strong>{printedDate}</strong> <span dir="auto">{title}</span>
                {unreported === true ? <span className="quiet small"> ({words.saysUnreported})</span> : null}
              </ListBoxItem>
            )}
          </ListBox>
          <div className="row">
            <Button
              isDisabled={ids.length === 0}
              onPress={() => {
                open({ kind: policeReportKind.kind, id: null, start: { entryIds: ids } });
              }}
            >
              {words.fromChosen(ids.length)}
            </Button>
            {ids.length === 0 ? <span className="quiet small">{words.chooseFirst}</span> : null}
            <Button
              variant="quiet"
              onPress={() => {
                go({
                  name: 'chronology',
                  caseId: response.caseId,
                  filter: { kind: 'incident', reported: false },
                });
              }}
            >
              {words.inChronology}
            </Button>
          </div>
        </>
      )}
    </Part>
  );
}

/** Reports that entries note by themselves, offered to be taken over into records. Nothing where there is none. */
export function NotedPart({ response, open }: { readonly response: Response; readonly open: Open }) {
  const noted = useMemo(() => notedReports(response.facts.entries, bodiesOf(response)), [response]);
  if (noted.length === 0) return null;
  const byId = new Map(response.facts.entries.map((entry) => [entry.id, entry]));
  return (
    <Part title={words.noted} count={noted.length} empty="">
      <p className="quiet">{words.notedText(noted.length)}</p>
      <ul className="response-list">
        {noted.map((each) => {
          const { date, reference, crimeNumber } = each.reported;
          const what = words.notedAs(date, reference, crimeNumber);
          return (
            <li key={each.entryIds[0]} className="stack response-record">
              <div className="row">
                <h3 className="grow" dir="auto">
                  {what}
                </h3>
                <Button
                  label={words.takeOverOf(what)}
                  onPress={() => {
                    open({ kind: policeReportKind.kind, id: null, start: reportFrom(each) });
                  }}
                >
                  {words.takeOver}
                </Button>
              </div>
              <EntryLinks
                caseId={response.caseId}
                label={responseText.entries}
                entries={each.entryIds.flatMap((id) => byId.get(id) ?? [])}
              />
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
