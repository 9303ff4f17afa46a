import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { explainZone } from '../../../shared/domain/facts/clock';
import { factName } from '../../../shared/domain/facts/fact-names';
import type { ErrorCode } from '../../../shared/errors';
import { errorCodes } from '../../../shared/errors';
import type { EvidenceDetail, Fact } from '../../../shared/models/evidence';
import type { FactCode } from '../../../shared/models/fact-code';
import { call, codeOf, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { Button, TextLink } from '../../components/button';
import { Failure } from '../../components/failure';
import { FactRow, Facts, Notice, Skeleton } from '../../components/parts';
import { errorWords } from '../../strings/errors';
import { printBestDate } from '../../strings/dates';
import { InsideFiles } from './inside-files';
import { InsideWords } from './inside-words';
import './inside.css';

/** In place of a picture: the words of an item, and what came in it. */
export function InsideView({ item }: { readonly item: EvidenceDetail }) {
  const { data, error, reload } = useQuery(
    `inside-${item.id}`,
    () => call(holdfast.inside.get({ id: item.id })),
    ['evidence', 'text'],
  );
  if (error !== null) return <Failure code={error} onRetry={reload} />;
  if (data === null) return <Skeleton height={320} />;
  const { pages, files } = data;
  const isEmpty = pages.length === 0 && files.all === 0;
  return (
    <div className="inside card">
      {item.kind === 'email' ? <MailHeader facts={item.facts} /> : null}
      {item.reading === 'waiting' ? (
        <Notice tone="accent" title="What is inside is being read.">
          It shows here as soon as that is done. The file itself is stored, whole and unchanged.
        </Notice>
      ) : null}
      {item.reading === 'failed' ? <Unread item={item} /> : null}
      {pages.length === 0 ? null : (
        <InsideWords
          key={pages.map(({ characters }) => characters).join()}
          itemId={item.id}
          title={item.exhibitRef}
          pages={pages}
        />
      )}
      {files.all === 0 ? null : (
        <InsideFiles key={`${files.all} ${files.left}`} item={item} all={files.all} left={files.left} />
      )}
      {isEmpty && item.reading === 'done' ? (
        <p className="quiet">There are no words in it, and no files.</p>
      ) : null}
    </div>
  );
}

const mailRows = ['mail.From', 'mail.To', 'mail.Cc', 'mail.Bcc', 'mail.ReplyTo'] as const;

/** Who wrote to whom, when and about what, as the e-mail itself says. */
function MailHeader({ facts }: { readonly facts: readonly Fact[] }) {
  const ofMail = facts.filter(({ source }) => source === 'email');
  const subject = ofMail.find(({ field }) => field === 'subject');
  const sent = ofMail.find(({ field }) => field === 'captured');
  const people = (code: FactCode): readonly Fact[] =>
    ofMail.filter((fact) => fact.field === 'person' && fact.code === code);
  if (ofMail.length === 0) return null;
  return (
    <header className="mail" aria-label="Header of the e-mail">
      {subject === undefined ? null : (
        <p className="subject" dir="auto">
          {subject.value}
        </p>
      )}
      <Facts>
        {mailRows.map((code) => {
          const found = people(code);
          return found.length === 0 ? null : (
            <FactRow key={code} name={factName({ code, detail: '' })}>
              {found.map(({ id, value }) => (
                <span key={id} className="person wrap-anywhere">
                  {value}
                </span>
              ))}
            </FactRow>
          );
        })}
        {sent === undefined ? null : (
          <FactRow name="Sent">
            {printBestDate({ ...sent, edtf: sent.value })}
            <span className="quiet small"> {explainZone(sent).words}</span>
          </FactRow>
        )}
      </Facts>
    </header>
  );
}

/** Reading these again would end the same way. */
const final: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'encrypted-file',
  'unsupported-preview',
  'file-too-large',
]);

function Unread({ item }: { readonly item: EvidenceDetail }) {
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const code = errorCodes.find((each) => each === item.readingReason) ?? 'unreadable-file';
  const { what, safe, next } = errorWords(code);
  return (
    <>
      <Notice
        tone="amber"
        title={what}
        actions={
          final.has(code) ? undefined : (
            <Button
              icon={<RefreshCw aria-hidden />}
              onPress={() => {
                call(holdfast.inside.readAgain({ id: item.id })).catch((found: unknown) => {
                  setProblem(codeOf(found));
                });
              }}
            >
              Read it again
            </Button>
          )
        }
      >
        {safe} {next}
      </Notice>
      {problem === null ? null : <Failure code={problem} />}
    </>
  );
}

/** Above an item that came in another: which one, and where in it. */
export function CameIn({ item }: { readonly item: EvidenceDetail }) {
  const { go } = useNavigation();
  const { data } = useQuery(`inside-${item.id}`, () => call(holdfast.inside.get({ id: item.id })), [
    'evidence',
  ]);
  if (data === null || data.parents.length === 0) return null;
  return (
    <p className="came-in" dir="auto">
      {data.parents.map((parent, index) => (
        <span key={`${parent.id} ${parent.place}`}>
          {index === 0 ? 'Came in ' : ', and in '}
          <TextLink
            onPress={() => {
              go({ name: 'evidence-item', caseId: item.caseId, itemId: parent.id });
            }}
          >
            {parent.exhibitRef} {parent.title}
          </TextLink>
          <span className="quiet wrap-anywhere"> as {parent.place}</span>
        </span>
      ))}
    </p>
  );
}
