import {
  informationRequestFields,
  informationRequestKind,
} from '../../../shared/records/information-request';
import { victimStatementFields, victimStatementKind } from '../../../shared/records/victim-statement';
import type { VictimStatement } from '../../../shared/records/victim-statement';
import { Chip } from '../../components/parts';
import { informationText, responseText, statementText as words } from '../../strings/response';
import { RecordTools } from '../record-book/record-tools';
import { Said } from '../record-book/said';
import { Lines, Part, Why } from './parts';
import type { Open } from './parts';
import type { Response } from './use-response';

interface Props {
  readonly response: Response;
  readonly open: Open;
}

const dayLine = (label: string, day: string | null): string =>
  `${label}: ${day === null ? responseText.notRecorded : responseText.on(day)}`;

function statementLines({ offeredOn, declinedOn, madeOn, updatedOn, readOn }: VictimStatement) {
  return [
    dayLine(words.offered, offeredOn),
    declinedOn === null ? dayLine(words.made, madeOn) : dayLine(words.declined, declinedOn),
    madeOn === null ? null : dayLine(words.updated, updatedOn),
    madeOn === null ? null : dayLine(words.read, readOn),
  ];
}

/** The victim personal statement: offered, made, updated, read. */
export function StatementPart({ response, open }: Props) {
  return (
    <Part
      title={words.title(response.facts.jurisdiction)}
      count={response.statements.length}
      empty={words.empty}
      add={{
        label: words.add,
        onPress: () => {
          open({ kind: victimStatementKind.kind, id: null });
        },
      }}
    >
      <Why id="statement" jurisdiction={response.facts.jurisdiction} />
      <ul className="response-list">
        {response.statements.map((shown) => (
          <li key={shown.id} className="stack response-record">
            <Lines lines={statementLines(shown.body)} />
            <Said shown={shown} fields={victimStatementFields} only={['wish', 'documentId', 'note']} />
            <RecordTools
              caseId={response.caseId}
              shown={shown}
              title={shown.title}
              onChange={() => {
                open({ kind: victimStatementKind.kind, id: shown.id });
              }}
            />
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Requests by police or others for information about the client. */
export function InformationPart({ response, open }: Props) {
  const { jurisdiction } = response.facts;
  // The presumption is of the code for England and Wales.
  const isPresumed = jurisdiction === null || jurisdiction === 'england-and-wales';
  return (
    <Part
      title={informationText.title}
      count={response.information.length}
      empty={informationText.empty}
      add={{
        label: informationText.add,
        onPress: () => {
          open({ kind: informationRequestKind.kind, id: null });
        },
      }}
    >
      <Why id="information-request" jurisdiction={jurisdiction} />
      <ul className="response-list">
        {response.information.map((shown) => (
          <li key={shown.id} className="stack response-record">
            <div className="row">
              <h3 className="grow" dir="auto">
                {shown.title}
              </h3>
              {shown.body.isCounselling === true ? (
                <Chip tone="amber">
                  {isPresumed ? informationText.counselling : informationText.asksCounselling}
                </Chip>
              ) : null}
              {shown.body.reply === null ? <Chip tone="amber">{informationText.noReply}</Chip> : null}
            </div>
            <Said shown={shown} fields={informationRequestFields} />
            <RecordTools
              caseId={response.caseId}
              shown={shown}
              title={shown.title}
              onChange={() => {
                open({ kind: informationRequestKind.kind, id: shown.id });
              }}
            />
          </li>
        ))}
      </ul>
    </Part>
  );
}
