import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import type { OwnProfileBody } from '../../../shared/models/bundle-profile';
import { Button } from '../../components/button';
import { CheckboxGroupField, SelectField, TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { RecordFields, choice, day, text } from '../../components/record-fields';
import type { Field } from '../../components/record-fields';
import { call, holdfast } from '../../kit/bridge';
import { classOptions, recipientOptions } from '../../strings/leaving';
import {
  checkOptions,
  needKindOptions,
  numberingOptions,
  permissionOptions,
  profileForm as words,
  sectionUseOptions,
} from '../../strings/own-profile';
import { RowsField } from '../../components/rows-field';
import '../proceedings/proceedings.css';
import {
  emptyNeed,
  movedSection,
  needAt,
  newSection,
  profileOfForm,
  profileProblems,
  sectionAt,
  startProfileForm,
} from './profile-form';
import type { NeedForm, ProfileForm, ProfileProblems, SectionForm } from './profile-form';

/** An own copy that is made, or changed: `changes` says which one, by its version on the screen. */
export interface OwnProfileEdited {
  readonly body: OwnProfileBody;
  readonly changes: { readonly id: string; readonly version: string } | null;
}

/** The form of an own copy of a profile. What comes with Holdfast is never changed. */
export function OwnProfileDialog({
  edited: { body, changes },
  onDone,
  onClose,
}: {
  readonly edited: OwnProfileEdited;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const [form, setForm] = useState(() => startProfileForm(body));
  const [checked, setChecked] = useState(false);
  const problems = checked ? profileProblems(form) : {};
  const set = (change: Partial<ProfileForm>): void => {
    setForm((before) => ({ ...before, ...change }));
  };
  return (
    <FormDialog
      title={changes === null ? words.titleNew(body.ofName) : words.titleChange(body.short)}
      submit={words.save}
      isWide
      ready={() => {
        setChecked(true);
        return Object.keys(profileProblems(form)).length === 0;
      }}
      work={() => call(holdfast.bundle.keepProfile({ changes, body: profileOfForm(form, body) }))}
      onDone={onDone}
      onClose={onClose}
    >
      <p className="quiet">{words.intro}</p>
      <div className="profile-form">
        <RecordFields fields={ofRules} value={form} set={set} errors={problems} />
        <Recipients form={form} set={set} problems={problems} />
        <RecordFields fields={ofLimits} value={form} set={set} errors={problems} />
        <Sections form={form} set={set} problems={problems} />
        <Needs form={form} set={set} problems={problems} />
        <div className="full">
          <CheckboxGroupField
            label={words.checks}
            options={checkOptions}
            value={form.checks}
            onChange={(checks) => {
              set({ checks });
            }}
          />
        </div>
      </div>
    </FormDialog>
  );
}

const ofRules: readonly Field<ProfileForm>[] = [
  text('short', words.short, { maxLength: 80, autoFocus: true }),
  text('name', words.name, { description: words.nameHint, maxLength: 200 }),
  text('source', words.source, { maxLength: 600, rows: 2 }),
  day('dated', words.dated),
  day('checkedOn', words.checkedOn),
  text('unconfirmed', words.unconfirmed, { rows: 2, maxLength: 4000 }),
];
const ofLimits: readonly Field<ProfileForm>[] = [
  choice('numbering', words.numbering, numberingOptions),
  text('pages', words.pages, { description: words.none, maxLength: 7 }),
  text('pagesNote', words.pagesNote, { maxLength: 600 }),
  text('megabytes', words.megabytes, { description: words.none, maxLength: 10 }),
  text('megabytesNote', words.megabytesNote, { maxLength: 600 }),
  text('emailMegabytes', words.emailMegabytes, { description: words.emailHint, maxLength: 10 }),
  text('emailPages', words.emailPages, { maxLength: 7 }),
  text('dpiMost', words.dpiMost, { maxLength: 5 }),
  text('dpiLeast', words.dpiLeast, { description: words.none, maxLength: 5 }),
  text('typeLeast', words.typeLeast, { maxLength: 5 }),
];

interface Part {
  readonly form: ProfileForm;
  readonly set: (change: Partial<ProfileForm>) => void;
  readonly problems: ProfileProblems;
}

function Problem({ text: said }: { readonly text: string | undefined }) {
  return said === undefined ? null : (
    <p className="problem" role="alert">
      {said}
    </p>
  );
}

function Recipients({ form, set, problems }: Part) {
  return (
    <div className="full">
      <CheckboxGroupField
        label={words.recipients}
        options={recipientOptions}
        value={form.recipients}
        onChange={(recipients) => {
          set({ recipients });
        }}
      />
      <Problem text={problems.recipients} />
    </div>
  );
}

function Sections({ form: { sections, usualSection }, set, problems }: Part) {
  const setSections = (next: readonly SectionForm[]): void => {
    set({ sections: next });
  };
  return (
    <>
      <RowsField<SectionForm>
        legend={words.sections}
        add={words.addSection}
        rows={sections}
        empty={newSection(sections)}
        nameOf={words.section}
        takeOutOf={words.takeSection}
        onRows={setSections}
        draw={(row, change, index, isNew) => (
          <SectionRow
            row={row}
            problem={problems[sectionAt(index)] ?? null}
            isNew={isNew}
            onChange={change}
            onMove={(isDown) => {
              setSections(movedSection(sections, index, isDown));
            }}
          />
        )}
      />
      <div className="full">
        <Problem text={problems.sections} />
        <SelectField
          label={words.usual}
          placeholder={words.usualChoose}
          options={sections
            .filter(({ use }) => use === 'items')
            .map(({ id, title }) => ({ id, label: title }))}
          value={usualSection}
          error={problems.usualSection ?? null}
          onChange={(id) => {
            set({ usualSection: id });
          }}
        />
      </div>
    </>
  );
}

function SectionRow({
  row,
  problem,
  isNew,
  onChange,
  onMove,
}: {
  readonly row: SectionForm;
  readonly problem: string | null;
  readonly isNew: boolean;
  readonly onChange: (change: Partial<SectionForm>) => void;
  readonly onMove: (isDown: boolean) => void;
}) {
  const { title, use } = row;
  return (
    <>
      <TextField
        label={words.sectionTitle}
        value={title}
        maxLength={80}
        autoFocus={isNew}
        error={problem}
        onChange={(next) => {
          onChange({ title: next });
        }}
      />
      <SelectField
        label={words.sectionUse}
        options={sectionUseOptions}
        value={use}
        onChange={(next) => {
          onChange({ use: next });
        }}
      />
      <div className="row">
        <Button
          variant="quiet"
          icon={<ArrowUp aria-hidden />}
          label={words.upOf(title)}
          onPress={() => {
            onMove(false);
          }}
        >
          {words.up}
        </Button>
        <Button
          variant="quiet"
          icon={<ArrowDown aria-hidden />}
          label={words.downOf(title)}
          onPress={() => {
            onMove(true);
          }}
        >
          {words.down}
        </Button>
      </div>
    </>
  );
}

function Needs({ form: { needs }, set, problems }: Part) {
  return (
    <RowsField<NeedForm>
      legend={words.needs}
      add={words.addNeed}
      rows={needs}
      empty={emptyNeed}
      nameOf={words.need}
      takeOutOf={words.takeNeed}
      onRows={(rows) => {
        set({ needs: rows });
      }}
      draw={(row, change, index, isNew) => (
        <NeedRow row={row} problem={problems[needAt(index)]} isNew={isNew} onChange={change} />
      )}
    />
  );
}

function NeedRow({
  row: { note, classes, kinds, permissions },
  problem,
  isNew,
  onChange,
}: {
  readonly row: NeedForm;
  readonly problem: string | undefined;
  readonly isNew: boolean;
  readonly onChange: (change: Partial<NeedForm>) => void;
}) {
  return (
    <>
      <TextField
        label={words.needNote}
        value={note}
        maxLength={600}
        rows={2}
        autoFocus={isNew}
        onChange={(next) => {
          onChange({ note: next });
        }}
      />
      <CheckboxGroupField
        label={words.classes}
        options={classOptions}
        value={classes}
        onChange={(next) => {
          onChange({ classes: next });
        }}
      />
      <CheckboxGroupField
        label={words.kinds}
        options={needKindOptions}
        value={kinds}
        onChange={(next) => {
          onChange({ kinds: next });
        }}
      />
      <CheckboxGroupField
        label={words.permissions}
        options={permissionOptions}
        value={permissions}
        onChange={(next) => {
          onChange({ permissions: next });
        }}
      />
      <Problem text={problem} />
    </>
  );
}
