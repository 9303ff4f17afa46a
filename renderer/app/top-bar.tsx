import { ShieldCheck } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { CaseSummary } from '../../shared/models/case';
import { searchWords } from '../strings/search';
import { noSafeRule } from '../../shared/records/words/case-words';

/** Which case is open and how its client may be reached safely, on top of every screen of it. */
export function TopBar({
  openCase: { reference, alias, safeContact },
  onSearch,
}: {
  readonly openCase: CaseSummary;
  readonly onSearch: () => void;
}) {
  return (
    <div className="topbar" role="region" aria-label="Open case">
      <span className="reference">{reference}</span>
      <span className="quiet" dir="auto">
        “{alias}”
      </span>
      <span className="safe" dir="auto">
        <ShieldCheck aria-hidden />
        <span className="hidden-visually">Safe contact: </span>
        {safeContact.rule === '' ? noSafeRule : safeContact.rule}
      </span>
      <span className="end">
        <Button className="btn" onPress={onSearch}>
          Search this case <kbd aria-hidden>Ctrl K</kbd>
        </Button>
      </span>
    </div>
  );
}

/** Where no case is open: the search over all of them. */
export function AllCasesBar({ onSearch }: { readonly onSearch: () => void }) {
  return (
    <div className="topbar" role="region" aria-label={searchWords.everyCase}>
      <span className="end">
        <Button className="btn" onPress={onSearch}>
          {searchWords.everyCase} <kbd aria-hidden>Ctrl K</kbd>
        </Button>
      </span>
    </div>
  );
}
