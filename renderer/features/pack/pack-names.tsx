import type { FoundItem } from '../../../shared/contract/vault-methods';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Failure } from '../../components/failure';
import { packText as words } from '../../strings/pack';
import type { PackRequest } from './pack-choice';

/** What the files of the exhibits will be called. */
export function PackNames({
  request: { caseId, exhibits },
  items,
}: {
  readonly request: PackRequest;
  readonly items: readonly FoundItem[];
}) {
  const planned = useQuery(
    `pack-plan-${caseId}|${JSON.stringify(exhibits)}`,
    () => call(holdfast.pack.plan({ caseId, exhibits: [...exhibits] })),
    ['evidence', 'redactions'],
  );
  const refs = new Map(items.map(({ id, exhibitRef }) => [id, exhibitRef]));
  const files = planned.data ?? [];
  return (
    <section className="card pad stack" aria-label={words.names}>
      <h2>{words.names}</h2>
      <p className="quiet small">{words.namesHint}</p>
      <Failure code={planned.error} onRetry={planned.reload} />
      {exhibits.length === 0 ? <p className="quiet">{words.namesNone}</p> : null}
      <ul className="pack-names small" aria-label={words.names} tabIndex={0}>
        {files.map(({ itemId, name }) => (
          <li key={name} className="wrap-anywhere">
            {words.goesAs(refs.get(itemId) ?? '', name)}
          </li>
        ))}
      </ul>
    </section>
  );
}
