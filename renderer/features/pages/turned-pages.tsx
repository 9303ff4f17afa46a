import type { PagesState } from '../../../shared/contract/pages-methods';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { drawnAnew } from '../../components/picture/media-url';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Notice } from '../../components/parts';
import { pagesText as words, toTurnTitle, turnedText } from '../../strings/pages';
import type { Answer, Asking } from './asking';
import { CrookedPages } from './crooked-pages';

/** Pages that seem to lie on their side or upside down, or crooked: asked once, and taken back where somebody wants it otherwise. */
export function TurnedPages({ item, state }: { readonly item: EvidenceDetail; readonly state: PagesState }) {
  const act = useAct({ inTurn: true });
  const isOnly = (item.pages ?? 1) === 1;
  const onAnswer = (answers: readonly Answer[]): void => {
    act.run(
      () => call(holdfast.pages.turn({ id: item.id, turns: [...answers] })),
      () => {
        drawnAnew(item.id);
      },
    );
  };
  const asking = { isOnly, isBusy: act.busy, onAnswer };
  return (
    <>
      {state.toTurn.length === 0 ? null : <ToTurn toTurn={state.toTurn} {...asking} />}
      <CrookedPages itemId={item.id} state={state} {...asking} />
      <Failure code={act.error} />
      {state.turns.length === 0 ? null : <Answered turns={state.turns} {...asking} />}
    </>
  );
}

function ToTurn({ toTurn, isOnly, isBusy, onAnswer }: Asking & { readonly toTurn: PagesState['toTurn'] }) {
  const isOne = toTurn.length === 1;
  return (
    <Notice
      tone="accent"
      title={toTurnTitle(toTurn, isOnly)}
      actions={
        <>
          <Button
            variant="primary"
            isPending={isBusy}
            onPress={() => {
              onAnswer(toTurn.map(({ page, by }) => ({ page, by })));
            }}
          >
            {isOne ? words.turn : words.turnAll}
          </Button>
          <Button
            isPending={isBusy}
            onPress={() => {
              onAnswer(toTurn.map(({ page }) => ({ page, by: 0 })));
            }}
          >
            {isOne ? words.leave : words.leaveAll}
          </Button>
        </>
      }
    >
      {words.toTurn}
    </Notice>
  );
}

function Answered({ turns, isOnly, isBusy, onAnswer }: Asking & { readonly turns: PagesState['turns'] }) {
  return (
    <ul className="turned-pages">
      {turns.map((turn) => (
        <li key={turn.page} className="row small quiet">
          {turnedText(turn, isOnly)}
          <Button
            variant="quiet"
            label={words.takeBackOf(turnedText(turn, isOnly))}
            isPending={isBusy}
            onPress={() => {
              onAnswer([{ page: turn.page, by: null }]);
            }}
          >
            {words.turnedBack}
          </Button>
        </li>
      ))}
    </ul>
  );
}
