import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { paperName } from '../../../shared/domain/paper-name';
import { readRowList, writeRowList } from '../../../shared/domain/bundle/row-list';
import type { Rows } from '../../../shared/domain/bundle/row-list';
import type { EvidenceItem } from '../../../shared/models/evidence';
import { FormDialog } from '../../components/form-dialog';
import { TextField } from '../../components/fields';
import { partText as words } from '../../strings/bundle-part';

/** Which messages of an export are printed: all of them, or some by their numbers. */
export function PartOfIt({
  item,
  rows,
  onRows,
}: {
  readonly item: EvidenceItem;
  /** Empty for all of them. */
  readonly rows: readonly Rows[];
  readonly onRows: (rows: readonly Rows[]) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <AriaButton
        className="textlink small"
        aria-label={words.open(paperName(item))}
        onPress={() => {
          setOpen(true);
        }}
      >
        {rows.length === 0 ? words.all : words.some(writeRowList(rows))}
      </AriaButton>
      {isOpen ? (
        <PartDialog
          rows={rows}
          onRows={onRows}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

function PartDialog({
  rows,
  onRows,
  onClose,
}: {
  readonly rows: readonly Rows[];
  readonly onRows: (rows: readonly Rows[]) => void;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState(writeRowList(rows));
  const wanted = text.trim() === '' ? [] : readRowList(text);
  return (
    <FormDialog
      title={words.title}
      submit={words.save}
      ready={() => wanted !== null}
      work={() => {
        if (wanted !== null) onRows(wanted);
        return Promise.resolve();
      }}
      onDone={onClose}
      onClose={onClose}
    >
      <p className="quiet">{words.hint}</p>
      <TextField
        label={words.label}
        description={words.labelHint}
        value={text}
        onChange={setText}
        error={wanted === null ? words.wrong : null}
        maxLength={400}
        autoFocus
      />
    </FormDialog>
  );
}
