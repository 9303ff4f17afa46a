import { useState } from 'react';
import type { ReactNode } from 'react';
import { lookAtCaseNumber } from '../../../shared/domain/proceedings/case-number';
import type { ProceedingsBody } from '../../../shared/models/proceedings';
import { FormDialog } from '../../components/form-dialog';
import { RecordFields, choiceOrNone, text, together, yesNo } from '../../components/record-fields';
import type { Field } from '../../components/record-fields';
import { call, holdfast } from '../../kit/bridge';
import { useDraft } from '../../kit/drafts';
import { today } from '../../kit/today';
import {
  caseNumberText,
  courtKindOptions,
  languageOptions,
  proceedingsForm as words,
} from '../../strings/proceedings';
import { WithDraft } from '../drafts/with-draft';
import { HearingFields } from './hearing-fields';
import {
  emptyParty,
  fromForm,
  hearingAt,
  hearingForm,
  problemsOf,
  proceedingsDraftSchema,
  startForm,
} from './proceedings-form';
import type { Problems, ProceedingsDraft, ProceedingsForm } from './proceedings-form';
import { RowsField } from '../../components/rows-field';

/** Proceedings that are there, with the version on the screen. */
export interface ProceedingsShown {
  readonly id: string;
  readonly version: string;
  readonly body: ProceedingsBody;
}

interface Props {
  readonly caseId: string;
  /** Null for new ones. */
  readonly shown: ProceedingsShown | null;
  readonly onClose: () => void;
}

/** Writes down proceedings, or changes them. What is typed is kept when the vault is locked. */
export function ProceedingsDialog(props: Props) {
  const { caseId, shown, onClose } = props;
  return (
    <WithDraft
      form="proceedings"
      subject={shown?.id ?? null}
      caseId={caseId}
      schema={proceedingsDraftSchema}
      onClose={onClose}
    >
      {(resumed, notice) => <Form {...props} resumed={resumed} notice={notice} />}
    </WithDraft>
  );
}

function Form({
  caseId,
  shown,
  onClose,
  resumed,
  notice,
}: Props & { readonly resumed: ProceedingsDraft | null; readonly notice: ReactNode }) {
  const [first] = useState(() => startForm(shown?.body ?? null, today()));
  const [form, setForm] = useState(resumed?.form ?? first);
  const [checked, setChecked] = useState(false);
  // A draft goes on from the version that it was begun with: where there is another by now, saving says so.
  const [version] = useState(resumed === null ? (shown?.version ?? null) : resumed.version);
  const settled = useDraft(
    { form: 'proceedings', subject: shown?.id ?? null, caseId },
    { form, version },
    resumed !== null || JSON.stringify(form) !== JSON.stringify(first),
  );
  const leave = (): void => {
    settled();
    onClose();
  };

  function save(): Promise<unknown> {
    // Fields of a newer Holdfast stay, also where a draft did not keep them.
    const body = { ...shown?.body, ...fromForm(form) };
    return shown === null || version === null
      ? call(holdfast.records.create({ caseId, kind: 'proceedings', body }))
      : call(holdfast.records.change({ id: shown.id, version, body }));
  }

  return (
    <FormDialog
      title={shown === null ? words.titleNew : words.titleChange}
      submit={words.save}
      isWide
      ready={() => {
        setChecked(true);
        return Object.keys(problemsOf(form)).length === 0;
      }}
      work={save}
      onDone={leave}
      onClose={leave}
    >
      {notice}
      <p className="quiet">{words.intro}</p>
      <Fields
        form={form}
        set={(change) => {
          setForm((before) => ({ ...before, ...change }));
        }}
        problems={checked ? problemsOf(form) : {}}
      />
    </FormDialog>
  );
}

const partyFields = (isNew: boolean): readonly Field<ProceedingsForm['parties'][number]>[] => [
  text('name', words.name, { maxLength: 200, autoFocus: isNew }),
  text('role', words.role, { description: words.roleHint, maxLength: 200 }),
  text('representedBy', words.representedBy, { maxLength: 200 }),
];

const ofMatter = (caseNumber: string): readonly Field<ProceedingsForm>[] => [
  text('court', words.court, { description: words.courtHint, maxLength: 200, autoFocus: true }),
  choiceOrNone('courtKind', words.courtKind, words.notSaid, courtKindOptions),
  text('title', words.title, { description: words.titleHint, maxLength: 200 }),
  text('caseNumber', words.caseNumber, { description: caseNumber, maxLength: 200 }),
];

const ofRest: readonly Field<ProceedingsForm>[] = [
  text('preparedBy', words.preparedBy, { maxLength: 200 }),
  text('preparedFor', words.preparedFor, { maxLength: 200 }),
  choiceOrNone('language', words.language, words.notSaid, languageOptions),
];
const notice = yesNo('noticeGiven', words.notice, words.noticeUnknown);
const note: Field<ProceedingsForm> = together('full', [
  text('morePages', words.morePages, { description: words.morePagesHint, maxLength: 200 }),
  text('note', words.note, { rows: 3 }),
]);

function Fields({
  form,
  set,
  problems,
}: {
  readonly form: ProceedingsForm;
  readonly set: (change: Partial<ProceedingsForm>) => void;
  readonly problems: Problems;
}) {
  const { caseNumber, courtKind, language, parties, hearings } = form;
  const remark = caseNumberText(lookAtCaseNumber(caseNumber, courtKind), caseNumber);
  return (
    <div className="proceedings-form">
      <RecordFields
        fields={ofMatter(remark === '' ? words.caseNumberHint : remark)}
        value={form}
        set={set}
        errors={problems}
      />
      <RowsField
        legend={words.parties}
        add={words.addParty}
        rows={parties}
        empty={emptyParty}
        nameOf={words.party}
        takeOutOf={words.takeParty}
        onRows={(rows) => {
          set({ parties: rows });
        }}
        draw={(row, change, _index, isNew) => (
          <RecordFields fields={partyFields(isNew)} value={row} set={change} />
        )}
      />
      <RowsField
        legend={words.hearings}
        add={words.addHearing}
        rows={hearings}
        empty={hearingForm(null, today())}
        nameOf={words.hearing}
        takeOutOf={words.takeHearing}
        onRows={(rows) => {
          set({ hearings: rows });
        }}
        draw={(row, change, index) => (
          <HearingFields form={row} set={change} problem={problems[hearingAt(index)] ?? null} />
        )}
      />
      <RecordFields fields={ofRest} value={form} set={set} />
      {language === 'welsh' || language === 'both' || form.noticeGiven !== null ? (
        <div className="full">
          <RecordFields fields={[notice]} value={form} set={set} />
          <p className="quiet small">{words.noticeHint}</p>
        </div>
      ) : null}
      <RecordFields fields={[note]} value={form} set={set} />
    </div>
  );
}
