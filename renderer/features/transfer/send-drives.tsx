import { RefreshCw } from 'lucide-react';
import { mayNeedParts, missingOn } from '../../../shared/domain/drives/room';
import type { Drive } from '../../../shared/models/drive';
import type { PackageForecast } from '../../../shared/models/transfer';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { CheckboxField } from '../../components/fields';
import { FactRow, Facts, Notice } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import {
  drivesText as words,
  fileSystemText,
  freeText,
  othersText,
  tooSmallText,
} from '../../strings/drives';

/** What is plugged in and whether the package fits there. Where it is written is chosen in the dialog of the system. */
export function SendDrives({
  forecast,
  inParts,
  onInParts,
}: {
  readonly forecast: PackageForecast;
  readonly inParts: boolean;
  readonly onInParts: (inParts: boolean) => void;
}) {
  const { data, error, reload } = useQuery('drives', () => call(holdfast.drives.list({})));
  const isLarge = mayNeedParts(forecast.needs);
  return (
    <section className="stack" aria-label={words.title}>
      <div className="row">
        <h3>{words.title}</h3>
        <Button variant="quiet" icon={<RefreshCw aria-hidden />} onPress={reload}>
          {words.refresh}
        </Button>
      </div>
      <Failure code={error} />
      {data?.length === 0 ? <p className="quiet">{words.none}</p> : null}
      <ul className="drives">
        {(data ?? []).map((drive) => (
          <DriveShown key={drive.label} drive={drive} needs={forecast.needs} />
        ))}
      </ul>
      {isLarge ? (
        <>
          <CheckboxField value={inParts} onChange={onInParts}>
            {words.inParts}
          </CheckboxField>
          <p className="quiet small">{words.inPartsHint}</p>
        </>
      ) : null}
    </section>
  );
}

function DriveShown({ drive, needs }: { readonly drive: Drive; readonly needs: number }) {
  const missing = missingOn(drive, needs);
  return (
    <li>
      <strong className="wrap-anywhere" dir="auto">
        {drive.label}
      </strong>
      <Facts>
        <FactRow name={words.free}>{freeText(drive)}</FactRow>
        <FactRow name={words.fileSystem}>{fileSystemText(drive, mayNeedParts(needs))}</FactRow>
        <FactRow name={words.others}>{othersText(drive)}</FactRow>
      </Facts>
      {missing === null ? null : <Notice tone="amber" title={tooSmallText(missing)} />}
    </li>
  );
}
