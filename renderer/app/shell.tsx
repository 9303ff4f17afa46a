import { useEffect, useMemo, useRef, useState } from 'react';
import { ConfirmDialog } from '../components/dialog';
import { Notices } from '../components/notices';
import { VeilContext } from '../components/picture/veil';
import { Arrival } from '../kit/arrival';
import { call, holdfast } from '../kit/bridge';
import { useQuery } from '../kit/hooks';
import { NavigationContext, caseOf } from '../kit/navigation';
import type { Route } from '../kit/navigation';
import { KeysDialog } from './keys-dialog';
import { Rail } from './rail';
import { Screen } from './routes';
import { RunningWork } from './running-work';
import { ScreenGuard } from './screen-guard';
import { SearchDialog } from './search-dialog';
import { TopBar } from './top-bar';
import { useLeaving } from './use-leaving';
import type { Leaving } from './use-leaving';
import { useShellKeys } from './use-shell-keys';

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
  const [dialog, setDialog] = useState<'keys' | 'search' | null>(null);
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
  const closeDialog = (): void => {
    setDialog(null);
  };
  const openKeys = (): void => {
    setDialog('keys');
  };
  const openSearch = (): void => {
    if (caseId !== null) setDialog('search');
  };
  useShellKeys({ caseId, go, onKeys: openKeys, onSearch: openSearch });

  return (
    <NavigationContext value={leaving.navigation}>
      <SkipLink onSkip={() => content.current?.focus()} />
      <div className="shell">
        <Rail openCase={openCase} cases={cases?.length ?? null} onLock={onLock} />
        <div className="main">
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
      {dialog === 'keys' ? <KeysDialog onClose={closeDialog} /> : null}
      {dialog === 'search' && caseId !== null ? (
        <ScreenGuard onClose={closeDialog}>
          <SearchDialog caseId={caseId} onClose={closeDialog} />
        </ScreenGuard>
      ) : null}
    </NavigationContext>
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
