import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useAct } from '../../kit/use-act';
import { Failure } from '../../components/failure';
import { CheckboxField } from '../../components/fields';
import { Skeleton } from '../../components/parts';
import { screenText as words } from '../../strings/locking';

/** Whether the window may be seen in screenshots and in what is shared of the screen. */
export function ScreenCard() {
  const { data, error, reload } = useQuery(
    'screen',
    async () => {
      const [{ isPrivate }, { platform }] = await Promise.all([
        call(holdfast.screen.get({})),
        call(holdfast.app.info({})),
      ]);
      return { isPrivate, platform };
    },
    ['vault'],
  );
  const act = useAct({ inTurn: true });
  return (
    <section className="card pad stack" aria-labelledby="screen">
      <h2 id="screen">{words.title}</h2>
      <Failure code={error} onRetry={reload} />
      <Failure code={act.error} />
      {data === null ? (
        error === null ? (
          <Skeleton height={60} />
        ) : null
      ) : data.platform === 'linux' ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <>
          <CheckboxField
            value={data.isPrivate}
            onChange={(isPrivate) => {
              act.run(() => call(holdfast.screen.set({ isPrivate })), reload);
            }}
          >
            {words.choice}
          </CheckboxField>
          <p className="quiet">{data.isPrivate ? words.on : words.off}</p>
          <p className="quiet small">
            {words.limit} {data.platform === 'darwin' ? words.mac : null}
          </p>
        </>
      )}
    </section>
  );
}
