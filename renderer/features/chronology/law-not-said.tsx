import { useCaseLaw } from '../../kit/case-law';
import { lawNotSaid } from '../../strings/law';

/** That nobody has said whose law applies, and where to say it; nothing where it was said. */
export function LawNotSaid() {
  const { law, isSaid } = useCaseLaw();
  return isSaid ? null : <p className="hint">{lawNotSaid(law)}</p>;
}
