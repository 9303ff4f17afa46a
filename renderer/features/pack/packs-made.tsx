import type { Pack } from '../../../shared/models/pack';
import {
  packFor,
  packLeftOut,
  packLine,
  packSealedLine,
  packText as words,
  packWhen,
} from '../../strings/pack';

/** The packs that were made before: for whom, when, what they held, and the fingerprint by which each is known. */
export function PacksMade({ packs }: { readonly packs: readonly Pack[] }) {
  return (
    <section className="card pad stack" aria-label={words.before}>
      <h2>{words.before}</h2>
      {packs.length === 0 ? <p className="quiet">{words.beforeNone}</p> : null}
      <ul className="stack">
        {packs.map((pack) => (
          <li key={pack.id}>
            <strong dir="auto">{packFor(pack)}</strong>
            <div className="quiet small" dir="auto">
              {packWhen(pack)}
            </div>
            <div className="small">{packLine(pack)}</div>
            {packLeftOut(pack) === null ? null : <div className="small">{packLeftOut(pack)}</div>}
            {pack.sealed === null ? null : (
              <div className="small wrap-anywhere" dir="auto">
                {packSealedLine(pack)}. {words.sealedSum}: <code>{pack.sealed.sha256}</code>
              </div>
            )}
            <div className="small wrap-anywhere">
              {words.sums}: <code>{pack.files.find(({ what }) => what === 'sums')?.sha256 ?? ''}</code>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
