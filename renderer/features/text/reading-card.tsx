import { FilePlus2 } from 'lucide-react';
import type { TextState } from '../../../shared/models/text';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { Button, TextLink } from '../../components/button';
import { Failure } from '../../components/failure';
import { CheckboxField } from '../../components/fields';
import { Skeleton } from '../../components/parts';
import { counted } from '../../strings/counts';
import { reasonText } from '../../strings/errors';
import './text.css';

/** Reading text off pictures: on or off, how far it is, in which languages, and what could not be read. */
export function ReadingCard() {
  const { data, error, reload } = useQuery('text-state', () => call(holdfast.text.state({})), ['text']);
  const act = useAct({ inTurn: true });
  const set = (work: () => Promise<unknown>): void => {
    act.run(work, reload);
  };

  async function addLanguage(): Promise<void> {
    const picked = await call(holdfast.paths.pick({ purpose: 'language' }));
    if (picked !== null) await call(holdfast.text.addLanguage({ source: picked.token }));
  }

  return (
    <section className="card pad stack" aria-labelledby="reading">
      <h2 id="reading">Reading text in pictures</h2>
      <Failure code={error} onRetry={reload} />
      <Failure code={act.error} />
      {data === null ? (
        error === null ? (
          <Skeleton height={90} />
        ) : null
      ) : (
        <>
          <p className="quiet">
            Screenshots, photos and scans can then be searched. It happens on this computer, in the
            background, and makes way for other work.
          </p>
          <CheckboxField
            value={data.enabled}
            onChange={(enabled) => {
              set(() => call(holdfast.text.setEnabled({ enabled })));
            }}
          >
            Read the text of what comes in
          </CheckboxField>
          <Waiting data={data} set={set} />
          {data.failed === 0 ? null : <Failures count={data.failed} onRetry={set} />}
          <h3>Languages</h3>
          <Languages data={data} set={set} />
          <div className="row">
            <Button
              icon={<FilePlus2 aria-hidden />}
              onPress={() => {
                set(addLanguage);
              }}
            >
              Add a language from a file
            </Button>
          </div>
          <p className="quiet small">
            A file of the Tesseract project, such as pol.traineddata for Polish, brought on a stick. Holdfast
            fetches nothing itself.
          </p>
        </>
      )}
    </section>
  );
}

function Failures({
  count,
  onRetry,
}: {
  readonly count: number;
  readonly onRetry: (work: () => Promise<unknown>) => void;
}) {
  const { go } = useNavigation();
  const { data } = useQuery('text-failures', () => call(holdfast.text.failures({})), ['text']);
  return (
    <>
      <h3>{counted(count, 'page', 'pages')} could not be read</h3>
      <ul className="plain failures">
        {(data ?? []).map((each) => (
          <li key={`${each.itemId} ${each.page}`}>
            <TextLink
              onPress={() => {
                go({ name: 'evidence-item', caseId: each.caseId, itemId: each.itemId });
              }}
            >
              {each.exhibitRef} {each.title}
              {each.page > 1 ? `, page ${each.page}` : ''}
            </TextLink>
            <div className="quiet small">{reasonText(each.reason)}</div>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button
          onPress={() => {
            onRetry(() => call(holdfast.text.retry({ id: null })));
          }}
        >
          Try all of them again
        </Button>
      </div>
    </>
  );
}

/** How much is not read yet, and making it wait. */
function Waiting({
  data,
  set,
}: {
  readonly data: TextState;
  readonly set: (work: () => Promise<unknown>) => void;
}) {
  return (
    <>
      {' '}
      {data.waiting === 0 ? null : (
        <div className="row">
          <span className="grow" role="status">
            {counted(data.waiting, 'page waits', 'pages wait')}
            {data.paused ? ', and reading is paused.' : '.'}
          </span>
          {data.enabled ? (
            <Button
              onPress={() => {
                set(() => call(data.paused ? holdfast.text.resume({}) : holdfast.text.pause({})));
              }}
            >
              {data.paused ? 'Go on' : 'Pause'}
            </Button>
          ) : null}
        </div>
      )}
    </>
  );
}

/** The languages it can be read in. */
function Languages({
  data,
  set,
}: {
  readonly data: TextState;
  readonly set: (work: () => Promise<unknown>) => void;
}) {
  return (
    <ul className="plain languages">
      {data.languages.map(({ code, name, removable }) => (
        <li key={code} className="row">
          <span className="grow">{name}</span>
          {removable ? (
            <TextLink
              onPress={() => {
                set(() => call(holdfast.text.removeLanguage({ code })));
              }}
            >
              Remove<span className="hidden-visually"> {name}</span>
            </TextLink>
          ) : (
            <span className="quiet small">part of Holdfast</span>
          )}
        </li>
      ))}
    </ul>
  );
}
