import { ChevronLeft } from 'lucide-react';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import type { Redaction } from '../../../shared/models/redaction';
import { Button } from '../../components/button';
import { FactRow, Facts, PageHeader } from '../../components/parts';
import { boxesText } from '../../strings/redaction';
import { inGroups, printSize } from '../../strings/sizes';
import { RedactedPages } from './redacted-pages';
import { RedactionChecks } from './redaction-checks';
import { SaveRedacted } from './save-redacted';

/** The finished copy as the vault gives it back, with what reading it has shown. */
export function RedactResult({
  item,
  redaction,
  onBack,
  onAgain,
}: {
  readonly item: EvidenceDetail;
  readonly redaction: Redaction;
  readonly onBack: () => void;
  readonly onAgain: () => void;
}) {
  return (
    <div className="evidence redact">
      <PageHeader
        title={`Redacted copy of ${item.exhibitRef}`}
        summary={`Version ${redaction.version}, ${boxesText(redaction.boxes)}. Bundles show this copy from now on.`}
        actions={
          <>
            <Button onPress={onAgain}>Change the boxes</Button>
            <Button variant="primary" icon={<ChevronLeft aria-hidden />} onPress={onBack}>
              Back to the exhibit
            </Button>
          </>
        }
      />
      <div className="item">
        <RedactedPages redaction={redaction} exhibitRef={item.exhibitRef} />
        <aside className="card panel redact-side" aria-label="What was checked">
          <h2>Read back and checked</h2>
          <RedactionChecks checks={redaction.checks} />
          <SaveRedacted caseId={item.caseId} redaction={redaction} />
          <h2>How it was made</h2>
          <ul className="plain">
            {redaction.made.operations.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <h2>Fingerprints</h2>
          <Facts>
            <FactRow name="Size">{printSize(redaction.bytes)}</FactRow>
            <FactRow name="This copy, SHA-256">
              <span className="mono">{inGroups(redaction.sha256)}</span>
            </FactRow>
            <FactRow name="The original, SHA-256">
              <span className="mono">{inGroups(redaction.parentSha256)}</span>
            </FactRow>
          </Facts>
        </aside>
      </div>
    </div>
  );
}
