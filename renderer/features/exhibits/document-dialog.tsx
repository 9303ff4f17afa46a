import { useState } from 'react';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import type { DocumentKind, ItemDocument } from '../../../shared/models/item-document';
import { documentTitle } from '../../../shared/records/words/document-words';
import { readExhibitList, writeExhibitList } from '../../../shared/domain/exhibit-list';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { DayField } from '../../components/date-input';
import { SelectField, TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { documentOptions, documentText as words } from '../../strings/documents';

/** `refs`: the exhibits that a statement refers to, as they are typed. */
type Fields = Omit<ItemDocument, 'what' | 'on' | 'refersTo'> & { readonly on: string; readonly refs: string };
type Exhibits = readonly Pick<EvidenceDetail, 'id' | 'exhibitRef'>[];

const nothing: Omit<Fields, 'refs'> = { whose: '', on: '', number: '', behalf: '' };

interface Props {
  readonly item: EvidenceDetail;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** What a file is: an exhibit of a witness, or a document of the case. Said once, and taken back here. */
export function DocumentDialog(props: Props) {
  const { caseId } = props.item;
  const { data } = useQuery(`document-exhibits-${caseId}`, () => call(holdfast.evidence.list({ caseId })));
  return data === null ? null : <Form {...props} exhibits={data} />;
}

function Form({ item, exhibits, onSaved, onClose }: Props & { readonly exhibits: Exhibits }) {
  const { id, document: before } = item;
  const [what, setWhat] = useState<DocumentKind | 'exhibit'>(before?.what ?? 'exhibit');
  const [fields, setFields] = useState<Fields>({
    ...{ ...nothing, ...before, on: before?.on ?? '' },
    refs: writeExhibitList(before?.refersTo ?? [], exhibits),
  });
  const [typed, setTyped] = useState<string | null>(before === null ? null : item.title);
  const said = what === 'exhibit' ? null : asDocument(what, fields, exhibits);
  const title = typed ?? (said === null ? item.title : documentTitle(said));
  return (
    <FormDialog
      title={words.title}
      submit={words.save}
      ready={() => said === null || (title.trim() !== '' && unknownRefs(what, fields, exhibits).length === 0)}
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
          <DocumentFields
            what={what}
            fields={fields}
            unknown={unknownRefs(what, fields, exhibits)}
            onChange={setFields}
          />
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

function asDocument(
  what: DocumentKind,
  { whose, on, number, behalf, refs }: Fields,
  exhibits: Exhibits,
): ItemDocument {
  const plain = { what, whose: whose.trim(), on: on === '' ? null : on, behalf: behalf.trim() };
  if (what !== 'statement') return { ...plain, number: '', refersTo: [] };
  return { ...plain, number: number.trim(), refersTo: [...readExhibitList(refs, exhibits).ids] };
}

/** What is typed as an exhibit and is none of the case. */
function unknownRefs(
  what: DocumentKind | 'exhibit',
  { refs }: Fields,
  exhibits: Exhibits,
): readonly string[] {
  return what === 'statement' ? readExhibitList(refs, exhibits).unknown : [];
}

interface FieldsProps {
  readonly fields: Fields;
  readonly unknown: readonly string[];
  readonly onChange: (fields: Fields) => void;
}

function DocumentFields({ what, ...props }: FieldsProps & { readonly what: DocumentKind }) {
  const { fields, onChange } = props;
  return (
    <>
      <TextField
        label={words.whose}
        description={words.whoseHint}
        value={fields.whose}
        onChange={(whose) => {
          onChange({ ...fields, whose });
        }}
        maxLength={160}
      />
      <DayField
        label={words.on}
        value={fields.on}
        onChange={(on) => {
          onChange({ ...fields, on });
        }}
      />
      {what === 'statement' ? <StatementFields {...props} /> : null}
      <TextField
        label={words.behalf}
        description={words.behalfHint}
        value={fields.behalf}
        onChange={(behalf) => {
          onChange({ ...fields, behalf });
        }}
        maxLength={160}
      />
    </>
  );
}

function StatementFields({ fields, unknown, onChange }: FieldsProps) {
  return (
    <>
      <TextField
        label={words.number}
        description={words.numberHint}
        value={fields.number}
        onChange={(number) => {
          onChange({ ...fields, number });
        }}
        maxLength={40}
      />
      <TextField
        label={words.refersTo}
        description={words.refersToHint}
        value={fields.refs}
        onChange={(refs) => {
          onChange({ ...fields, refs });
        }}
        rows={2}
        error={unknown.length === 0 ? null : words.unknownRefs(unknown)}
      />
    </>
  );
}
