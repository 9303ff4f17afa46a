import { useEffect, useMemo, useRef, useState } from 'react';
import { ConfirmDialog } from '../components/dialog';
import { Notices } from '../components/notices';
import { VeilContext } from '../components/picture/veil';
import { Arrival } from '../kit/arrival';
import { call, holdfast } from '../kit/bridge';
import { useQuery } from '../kit/hooks';
import { NavigationContext, caseOf } from '../kit/navigation';
import type { Route } from '../kit/navigation';
import { EveryCaseDialog } from './every-case-dialog';
import { KeysDialog } from './keys-dialog';
import { Rail } from './rail';
import { Screen } from './routes';
import { RunningWork } from './running-work';
import { ScreenGuard } from './screen-guard';
import { SearchDialog } from './search-dialog';
import { AllCasesBar, TopBar } from './top-bar';
import { useLeaving } from './use-leaving';
import type { Leaving } from './use-leaving';
import { useShellKeys } from './use-shell-keys';

/** What may stand over every screen. */
type DialogName = 'keys' | 'search' | 'every-case';

/** The unlocked app: rail, top bar, the screen, and long work at the foot. */
export function Shell({
  notices,
  onLock,
}: {
  readonly notices: readonly string[];
  readonly onLock: () => void;
}) {
  const leaving = useLeaving({ name: 'caseload' });
  const { route, go } = leaving.navigation;
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const content = useRef<HTMLElement>(null);
  const { data: cases } = useQuery('cases', () => call(holdfast.cases.list({})), [
    'cases',
    'evidence',
    'chronology',
    'bundles',
  ]);
  const caseId = caseOf(route);
  const openCase = cases?.find(({ id }) => id === caseId) ?? null;

  useEffect(() => {
    content.current?.scrollTo(0, 0);
  }, [route.name, caseId]);
  const openKeys = (): void => {
    setDialog('keys');
  };
  const openSearch = (): void => {
    setDialog(caseId === null ? 'every-case' : 'search');
  };
  const openEveryCase = (): void => {
    setDialog('every-case');
  };
  useShellKeys({ caseId, go, onKeys: openKeys, onSearch: openSearch });

  return (
    <NavigationContext value={leaving.navigation}>
      <SkipLink onSkip={() => content.current?.focus()} />
      <div className="shell">
        <Rail openCase={openCase} cases={cases?.length ?? null} onLock={onLock} />
        <div className="main">
          {caseId === null ? <AllCasesBar onSearch={openEveryCase} /> : null}
          {openCase === null ? null : <TopBar openCase={openCase} onSearch={openSearch} />}
          <main className="content" id="content" ref={content} tabIndex={-1}>
            <ScreenGuard>
              <Notices codes={notices} />
            </ScreenGuard>
            <VeiledScreen route={route} />
          </main>
          <RunningWork />
        </div>
      </div>
      <LeaveDialog {...leaving} />
      <ShellDialog dialog={dialog} caseId={caseId} onDialog={setDialog} />
    </NavigationContext>
  );
}

function ShellDialog({
  dialog,
  caseId,
  onDialog,
}: {
  readonly dialog: DialogName | null;
  /** The case that is open, if one is. */
  readonly caseId: string | null;
  readonly onDialog: (dialog: DialogName | null) => void;
}) {
  const close = (): void => {
    onDialog(null);
  };
  if (dialog === null) return null;
  if (dialog === 'keys') return <KeysDialog onClose={close} />;
  return (
    <ScreenGuard key={dialog} onClose={close}>
      {dialog === 'search' && caseId !== null ? (
        <SearchDialog
          caseId={caseId}
          onEveryCase={() => {
            onDialog('every-case');
          }}
          onClose={close}
        />
      ) : (
        <EveryCaseDialog onClose={close} />
      )}
    </ScreenGuard>
  );
}

/** The screen of a route, with the switch that covers its pictures. */
function VeiledScreen({ route }: { readonly route: Route }) {
  // On again after every unlock: nobody should meet a distressing picture unasked.
  const [veiled, setVeiled] = useState(true);
  const veil = useMemo(() => ({ veiled, setVeiled }), [veiled]);
  return (
    <VeilContext value={veil}>
      <ScreenGuard key={`${route.name} ${caseOf(route) ?? ''}`}>
        <Arrival>
          <Screen route={route} />
        </Arrival>
      </ScreenGuard>
    </VeilContext>
  );
}

/** Past the rail to the screen, for whoever goes by the keyboard. */
function SkipLink({ onSkip }: { readonly onSkip: () => void }) {
  return (
    <a
      className="skip"
      href="#content"
      onClick={(event) => {
        event.preventDefault();
        onSkip();
      }}
    >
      Skip to the page
    </a>
  );
}

function LeaveDialog({ isAsked, leave, stay }: Leaving) {
  return (
    <ConfirmDialog
      title="Leave without saving?"
      isOpen={isAsked}
      confirm="Leave without saving"
      onConfirm={leave}
      onClose={stay}
    >
      What you typed is not saved yet.
    </ConfirmDialog>
  );
}
