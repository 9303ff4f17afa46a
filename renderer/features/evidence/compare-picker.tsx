import { useState } from 'react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { SearchField } from '../../components/fields';
import { printBestDate } from '../../strings/dates';

const layout = { rowHeight: 52 };

/** Choose another exhibit of the case to look at beside this one. */
export function ComparePicker({
  caseId,
  except,
  onChoose,
  onClose,
}: {
  readonly caseId: string;
  readonly except: string;
  readonly onChoose: (itemId: string) => void;
  readonly onClose: () => void;
}) {
  const [search, setSearch] = useState('');
  const { data } = useQuery(`compare-${caseId}|${search}`, () =>
    call(holdfast.evidence.list({ caseId, search })),
  );
  const items = (data ?? []).filter(({ id }) => id !== except);
  return (
    <Dialog title="Which exhibit beside it?" isOpen onClose={onClose}>
      <SearchField label="Words, reference or file name" value={search} onChange={setSearch} autoFocus />
      <Virtualizer layout={ListLayout} layoutOptions={layout}>
        <ListBox
          className="results compare-list"
          aria-label="Exhibits"
          items={items}
          selectionMode="none"
          onAction={(key) => {
            onChoose(String(key));
          }}
          renderEmptyState={() => (
            <p className="quiet">{data === null ? 'Reading' : 'No other exhibit is like that.'}</p>
          )}
        >
          {(item) => (
            <ListBoxItem className="option" id={item.id} textValue={`${item.exhibitRef} ${item.title}`}>
              <div className="grow">
                <div className="one-line" dir="auto">
                  <strong>{item.exhibitRef}</strong> {item.title}
                </div>
                <div className="one-line quiet small">
                  {printBestDate(item.bestDate)} · {item.fileName}
                </div>
              </div>
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
      <div className="actions">
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </Dialog>
  );
}
