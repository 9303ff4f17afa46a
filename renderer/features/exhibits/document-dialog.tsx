import { useState } from 'react';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import type { DocumentKind, ItemDocument } from '../../../shared/models/item-document';
import { documentTitle } from '../../../shared/records/words/document-words';
import { call, holdfast } from '../../kit/bridge';
import { DayField } from '../../components/date-input';
import { SelectField, TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { documentOptions, documentText as words } from '../../strings/documents';

type Fields = Omit<ItemDocument, 'what' | 'on'> & { readonly on: string };

const nothing: Fields = { whose: '', on: '', number: '', behalf: '' };

/** What a file is: an exhibit of a witness, or a document of the case. Said once, and taken back here. */
export function DocumentDialog({
  item,
  onSaved,
  onClose,
}: {
  readonly item: EvidenceDetail;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const { id, document: before } = item;
  const [what, setWhat] = useState<DocumentKind | 'exhibit'>(before?.what ?? 'exhibit');
  const [fields, setFields] = useState<Fields>({ ...nothing, ...before, on: before?.on ?? '' });
  const [typed, setTyped] = useState<string | null>(before === null ? null : item.title);
  const said = what === 'exhibit' ? null : asDocument(what, fields);
  const title = typed ?? (said === null ? item.title : documentTitle(said));
  return (
    <FormDialog
      title={words.title}
      submit={words.save}
      ready={() => said === null || title.trim() !== ''}
      work={() =>
        call(
          holdfast.exhibits.sayDocument({
            ...{ id, document: said, title: said === null ? null : title.trim() },
          }),
        )
      }
      onDone={onSaved}
      onClose={onClose}
    >
      <p className="quiet">{words.hint(item.exhibitRef)}</p>
      <SelectField label={words.what} options={documentOptions} value={what} onChange={setWhat} />
      {what === 'exhibit' ? null : (
        <>
          <DocumentFields what={what} fields={fields} onChange={setFields} />
          <TextField
            label={words.shortTitle}
            description={words.shortTitleHint}
            value={title}
            onChange={setTyped}
            maxLength={200}
            error={title.trim() === '' ? words.missingTitle : null}
          />
        </>
      )}
    </FormDialog>
  );
}

function asDocument(what: DocumentKind, { whose, on, number, behalf }: Fields): ItemDocument {
  const plain = { what, whose: whose.trim(), on: on === '' ? null : on };
  return { ...plain, number: what === 'statement' ? number.trim() : '', behalf: behalf.trim() };
}

function DocumentFields({
  what,
  fields,
  onChange,
}: {
  readonly what: DocumentKind;
  readonly fields: Fields;
  readonly onChange: (fields: Fields) => void;
}) {
  const set = (change: Partial<Fields>): void => {
    onChange({ ...fields, ...change });
  };
  return (
    <>
      <TextField
        label={words.whose}
        description={words.whoseHint}
        value={fields.whose}
        onChange={(whose) => {
          set({ whose });
        }}
        maxLength={160}
      />
      <DayField
        label={words.on}
        value={fields.on}
        onChange={(on) => {
          set({ on });
        }}
      />
      {what === 'statement' ? (
        <TextField
          label={words.number}
          description={words.numberHint}
          value={fields.number}
          onChange={(number) => {
            set({ number });
          }}
          maxLength={40}
        />
      ) : null}
      <TextField
        label={words.behalf}
        description={words.behalfHint}
        value={fields.behalf}
        onChange={(behalf) => {
          set({ behalf });
        }}
        maxLength={160}
      />
    </>
  );
}
