import { ChevronDown, Plus, Shield } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { askStands } from '../../../shared/domain/casework/response/asks';
import { NotRead } from '../../components/not-read';
import { LawNotSaid } from '../../components/law-not-said';
import { EmptyState, PageHeader, Skeleton } from '../../components/parts';
import { responseText as words } from '../../strings/response';
import { roomNames } from '../../strings/rooms';
import { DraftNotices } from '../drafts/draft-notices';
import { AsksPart } from './asks-part';
import { EventsPart } from './events-part';
import { ResponseForm, openedBy, responseForms } from './forms';
import type { Open, Opened } from './parts';
import { ReportsPart } from './reports-part';
import { TimelineOf } from './response-timeline';
import { ReviewsPart } from './reviews-part';
import { NotedPart, UnnamedPart } from './unnamed-part';
import { useResponse } from './use-response';
import type { Response } from './use-response';
import { InformationPart, StatementPart } from './victim-part';
import { AdvicePart, WarningsPart } from './warnings-part';
import './response.css';

interface Props {
  readonly caseId: string;
  /** The one that is open, by its id, or `new-` and the kind of a new one. */
  readonly record: string | null;
  /** Entries that a new report begins with. */
  readonly entryIds?: readonly string[];
}

/** Police and court of a case: what was reported, asked and answered, what came of it, and what is not recorded. */
export function ResponseScreen(props: Props) {
  const { response, error, reload } = useResponse(props.caseId);
  if (error !== null) return <NotRead title={roomNames.response} code={error} onRetry={reload} />;
  return response === null ? <Skeleton height={420} /> : <Room {...props} response={response} />;
}

function Room({ caseId, record, entryIds, response }: Props & { readonly response: Response }) {
  const [opened, setOpened] = useState<Opened | null>(() =>
    openedBy(response, record, entryIds === undefined ? null : { entryIds }),
  );
  const { reports, requests } = response;
  const crimes = new Set(reports.map(({ body }) => body.crimeNumber).filter((each) => each !== ''));
  const open = requests.filter(({ body }) => ['not-asked', 'open'].includes(askStands(body)));
  return (
    <>
      <PageHeader
        title={roomNames.response}
        summary={words.summary(reports.length, crimes.size, open.length)}
        {...(isEmpty(response) ? {} : { actions: <RecordMenu open={setOpened} /> })}
      />
      {opened === null ? (
        <DraftNotices
          caseId={caseId}
          onOpen={({ form, subject }) => {
            const kind = responseForms.find(({ id }) => form === `record-${id}`)?.id;
            if (kind !== undefined) setOpened({ kind, id: subject });
            return kind !== undefined;
          }}
        />
      ) : null}
      <LawNotSaid caseId={caseId} />
      <Parts response={response} open={setOpened} />
      {opened === null ? null : (
        <ResponseForm
          response={response}
          opened={opened}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </>
  );
}

function isEmpty({ facts, reports, requests, events, statements, information }: Response): boolean {
  return [facts.entries, facts.orders, reports, requests, events, statements, information].every(
    (all) => all.length === 0,
  );
}

function Parts({ response, open }: { readonly response: Response; readonly open: Open }) {
  if (isEmpty(response))
    return (
      <EmptyState icon={<Shield />} title={words.emptyTitle} actions={<RecordMenu open={open} />}>
        {words.empty}
      </EmptyState>
    );
  return (
    <div className="response-parts">
      <div className="wide">
        <TimelineOf response={response} />
      </div>
      <div className="wide stack">
        <ReportsPart response={response} open={open} />
      </div>
      <div className="stack">
        <AsksPart response={response} open={open} />
        <ReviewsPart response={response} open={open} />
        <StatementPart response={response} open={open} />
        <AdvicePart response={response} />
      </div>
      <div className="stack">
        <EventsPart response={response} open={open} />
        <NotedPart response={response} open={open} />
        <UnnamedPart response={response} open={open} />
        <WarningsPart response={response} />
        <InformationPart response={response} open={open} />
      </div>
    </div>
  );
}

/** What there is to record in this room. */
function RecordMenu({ open }: { readonly open: Open }) {
  return (
    <MenuTrigger>
      <AriaButton className="btn primary">
        <Plus aria-hidden />
        {words.record}
        <ChevronDown aria-hidden />
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={words.recordWhat}
          items={responseForms}
          onAction={(kind) => {
            open({ kind: String(kind), id: null });
          }}
        >
          {({ id, label }) => (
            <MenuItem className="option" id={id}>
              {label}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
