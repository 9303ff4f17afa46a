import { ShieldCheck } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { ConfirmDialog } from '../components/dialog';
import { ProgressPanel } from '../components/progress-panel';
import { Arrival } from '../kit/arrival';
import { call, holdfast } from '../kit/bridge';
import { discardDrafts } from '../kit/drafts';
import { useCommand, useControlKey, useJobs, useKey, useQuery } from '../kit/hooks';
import { KeysDialog } from './keys-dialog';
import { NavigationContext, caseOf } from '../kit/navigation';
import type { Route } from '../kit/navigation';
import { Notices } from '../components/notices';
import { Rail } from './rail';
import { Screen } from './routes';
import { ScreenGuard } from './screen-guard';
import { SearchDialog } from './search-dialog';
import { noSafeRule } from '../../shared/records/words/case-words';
import { VeilContext } from '../components/picture/veil';

/** The unlocked app: rail, top bar, the screen, and long work at the foot. */
export function Shell({
  notices,
  onLock,
}: {
  readonly notices: readonly string[];
  readonly onLock: () => void;
}) {
  const [route, setRoute] = useState<Route>({ name: 'caseload' });
  const [dialog, setDialog] = useState<'keys' | 'search' | null>(null);
  // On again after every unlock: nobody should meet a distressing picture unasked.
  const [veiled, setVeiled] = useState(true);
  const veil = useMemo(() => ({ veiled, setVeiled }), [veiled]);
  const content = useRef<HTMLElement>(null);
  const jobs = useJobs();
  const { data: cases } = useQuery('cases', () => call(holdfast.cases.list({})), [
    'cases',
    'evidence',
    'chronology',
    'bundles',
  ]);
  const caseId = caseOf(route);
  const openCase = cases?.find(({ id }) => id === caseId) ?? null;
  const unsaved = useRef(false);
  const [leavingFor, setLeavingFor] = useState<Route | null>(null);
  const setUnsaved = useCallback((now: boolean) => {
    unsaved.current = now;
  }, []);
  const go = useCallback((next: Route) => {
    if (unsaved.current) setLeavingFor(next);
    else setRoute(next);
  }, []);
  const navigation = useMemo(() => ({ route, go, setUnsaved }), [route, go, setUnsaved]);

  useEffect(() => {
    content.current?.scrollTo(0, 0);
  }, [route.name, caseId]);
  const closeDialog = (): void => {
    setDialog(null);
  };
  useKey('?', () => {
    setDialog('keys');
  });
  useKey('/', () => {
    document.querySelector<HTMLInputElement>('.content .search input')?.focus();
  });
  useCommand('keys', () => {
    setDialog('keys');
  });
  const openSearch = (): void => {
    if (caseId !== null) setDialog('search');
  };
  useCommand('search', openSearch);
  useControlKey('k', openSearch);
  useCommand('new-entry', () => {
    if (caseId !== null) go({ name: 'chronology', caseId, draftFrom: [] });
  });
  useCommand('import', () => {
    if (caseId === null) return;
    go({ name: 'evidence', caseId });
    void holdfast.evidence.pickFiles({ caseId });
  });

  // Comparing pictures goes on quietly: it is shown in its own room.
  const running = jobs.filter(
    ({ state, kind }) => state === 'running' && kind !== 'likeness' && kind !== 'copies',
  );
  return (
    <NavigationContext value={navigation}>
      <a
        className="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          content.current?.focus();
        }}
      >
        Skip to the page
      </a>
      <div className="shell">
        <Rail openCase={openCase} cases={cases?.length ?? null} onLock={onLock} />
        <div className="main">
          {openCase === null ? null : (
            <div className="topbar" role="region" aria-label="Open case">
              <span className="reference">{openCase.reference}</span>
              <span className="quiet" dir="auto">
                “{openCase.alias}”
              </span>
              <span className="safe" dir="auto">
                <ShieldCheck aria-hidden />
                <span className="hidden-visually">Safe contact: </span>
                {openCase.safeContact.rule === '' ? noSafeRule : openCase.safeContact.rule}
              </span>
              <span className="end">
                <AriaButton className="btn" onPress={openSearch}>
                  Search this case <kbd aria-hidden>Ctrl K</kbd>
                </AriaButton>
              </span>
            </div>
          )}
          <main className="content" id="content" ref={content} tabIndex={-1}>
            <ScreenGuard>
              <Notices codes={notices} />
            </ScreenGuard>
            <VeilContext value={veil}>
              <ScreenGuard key={`${route.name} ${caseId ?? ''}`}>
                <Arrival>
                  <Screen route={route} />
                </Arrival>
              </ScreenGuard>
            </VeilContext>
          </main>
          {running.length === 0 ? null : (
            <div className="jobs stack" role="region" aria-label="Work going on">
              {running.map((job) => (
                <ProgressPanel
                  key={job.id}
                  job={job}
                  onCancel={() => void holdfast.jobs.cancel({ id: job.id })}
                />
              ))}
            </div>
          )}
        </div>
      </div>
      <ConfirmDialog
        title="Leave without saving?"
        isOpen={leavingFor !== null}
        confirm="Leave without saving"
        onConfirm={() => {
          unsaved.current = false;
          discardDrafts();
          if (leavingFor !== null) setRoute(leavingFor);
          setLeavingFor(null);
        }}
        onClose={() => {
          setLeavingFor(null);
        }}
      >
        What you typed is not saved yet.
      </ConfirmDialog>
      {dialog === 'keys' ? <KeysDialog onClose={closeDialog} /> : null}
      {dialog === 'search' && caseId !== null ? (
        <ScreenGuard onClose={closeDialog}>
          <SearchDialog caseId={caseId} onClose={closeDialog} />
        </ScreenGuard>
      ) : null}
    </NavigationContext>
  );
}
