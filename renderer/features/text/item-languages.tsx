import { useState } from 'react';
import type { Act } from '../../kit/use-act';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import type { ItemText, TextState } from '../../../shared/models/text';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { Button, TextLink } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { CheckboxGroupField } from '../../components/fields';

/** The languages an item is read in, and another choice for it or for its whole case. */
export function ItemLanguages({ item, text }: { readonly item: EvidenceDetail; readonly text: ItemText }) {
  const { go } = useNavigation();
  const { data } = useQuery('text-state', () => call(holdfast.text.state({})), ['text']);
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const act = useAct();
  if (data === null || (item.kind !== 'image' && item.kind !== 'pdf')) return null;
  const names = text.languages.map((code) => data.languages.find((each) => each.code === code)?.name ?? code);
  const save = (work: () => Promise<unknown>): void => {
    act.run(work, () => {
      setOpen(false);
    });
  };
  return (
    <p className="quiet small">
      Read in {names.join(' and ')}
      {text.ownLanguages ? ', chosen for this exhibit' : ''}.{' '}
      {data.languages.length > 1 ? (
        <TextLink
          onPress={() => {
            setChosen(text.languages);
            setOpen(true);
          }}
        >
          Choose languages
        </TextLink>
      ) : (
        <TextLink
          onPress={() => {
            go({ name: 'vault' });
          }}
        >
          Add a language
        </TextLink>
      )}
      {isOpen ? (
        <ChooseLanguages
          item={item}
          languages={data.languages}
          chosen={chosen}
          setChosen={setChosen}
          act={act}
          save={save}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </p>
  );
}

/** Which languages this exhibit, or the whole case, is read in. */
function ChooseLanguages({
  item,
  languages,
  chosen,
  setChosen,
  act,
  save,
  onClose,
}: {
  readonly item: EvidenceDetail;
  readonly languages: TextState['languages'];
  readonly chosen: readonly string[];
  readonly setChosen: (chosen: readonly string[]) => void;
  readonly act: Act;
  readonly save: (work: () => Promise<unknown>) => void;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title="Which languages does it hold?" isOpen onClose={onClose}>
      <div className="stack">
        <CheckboxGroupField
          label="Languages"
          description="Choose only those that are in it: each makes reading slower."
          options={languages.map(({ code, name }) => ({ id: code, label: name }))}
          value={chosen}
          onChange={setChosen}
        />
        <p className="quiet small">
          This exhibit is read again at once. For the whole case, what waits and what comes later is read so.
          Corrections stay.
        </p>
        <Failure code={act.error} />
      </div>
      <div className="actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button
          isDisabled={chosen.length === 0}
          onPress={() => {
            save(() => call(holdfast.text.chooseForCase({ id: item.caseId, languages: [...chosen] })));
          }}
        >
          For the whole case
        </Button>
        <Button
          variant="primary"
          isDisabled={chosen.length === 0}
          onPress={() => {
            save(() => call(holdfast.text.chooseForItem({ id: item.id, languages: [...chosen] })));
          }}
        >
          For this exhibit
        </Button>
      </div>
    </Dialog>
  );
}
