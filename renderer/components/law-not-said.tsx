import { useCaseLaw } from '../kit/case-law';
import { useNavigation } from '../kit/navigation';
import { TextLink } from './button';
import { lawNotSaid, sayWhoseLaw } from '../strings/law';

/** That nobody has said whose law applies, and where to say it; nothing where it was said. With `caseId`, the way there. */
export function LawNotSaid({ caseId = null }: { readonly caseId?: string | null }) {
  const { law, isSaid } = useCaseLaw();
  const { go } = useNavigation();
  if (isSaid) return null;
  return (
    <p className="hint">
      {lawNotSaid(law)}{' '}
      {caseId === null ? null : (
        <TextLink
          onPress={() => {
            go({ name: 'people', caseId });
          }}
        >
          {sayWhoseLaw}
        </TextLink>
      )}
    </p>
  );
}
