import type { BundleProfile } from '../../../shared/models/bundle-profile';
import type { BundleChoices } from '../../../shared/models/leaving';
import type { Proceedings } from '../../../shared/models/proceedings';
import { SelectField, TextField } from '../../components/fields';
import { bundleLanguageText, coverText as words, setText } from '../../strings/bundle';
import { leavingText, recipientOptions } from '../../strings/leaving';
import { ProceedingsField } from './proceedings-field';

/** What stands on the cover, and whom it is for. */
export function CoverFields({
  caseId,
  proceedings,
  profile,
  choices,
  onChange,
}: {
  readonly caseId: string;
  readonly proceedings: readonly Proceedings[];
  readonly profile: BundleProfile;
  readonly choices: BundleChoices;
  readonly onChange: (choices: BundleChoices) => void;
}) {
  const set = (change: Partial<BundleChoices>): void => {
    onChange({ ...choices, ...change });
  };
  const { recipient, title, courtCase } = choices;
  const isFor = recipient === null || profile.recipients.includes(recipient);
  return (
    <div className="pairs">
      <TextField
        label={words.coverTitle}
        value={title}
        onChange={(next) => {
          set({ title: next });
        }}
        maxLength={120}
      />
      <SelectField
        label={leavingText.forWhom}
        placeholder={leavingText.whomChoose}
        options={recipientOptions}
        value={recipient}
        {...(isFor ? {} : { description: words.notFor(profile) })}
        onChange={(next) => {
          set({ recipient: next });
        }}
      />
      <ProceedingsField caseId={caseId} proceedings={proceedings} choices={choices} onChange={onChange} />
      <TextField
        label={words.courtCase}
        value={courtCase}
        onChange={(next) => {
          set({ courtCase: next });
        }}
        maxLength={120}
      />
      <LanguageField choices={choices} onSet={set} />
      <AskedBy choices={choices} onSet={set} />
    </div>
  );
}

/** Of a core bundle alone: who asked for it. */
function AskedBy({
  choices: { set, askedBy },
  onSet,
}: {
  readonly choices: BundleChoices;
  readonly onSet: (change: Partial<BundleChoices>) => void;
}) {
  if (set !== 'core') return null;
  return (
    <TextField
      label={setText.askedBy}
      description={setText.askedByHint}
      value={askedBy}
      onChange={(next) => {
        onSet({ askedBy: next });
      }}
      maxLength={120}
    />
  );
}

/** In which language the headings are; of one that nobody has checked it is said. */
function LanguageField({
  choices: { language },
  onSet,
}: {
  readonly choices: BundleChoices;
  readonly onSet: (change: Partial<BundleChoices>) => void;
}) {
  return (
    <SelectField
      label={bundleLanguageText.label}
      options={bundleLanguageText.options}
      value={language}
      {...(language === 'cy' ? { description: bundleLanguageText.unchecked } : {})}
      onChange={(next) => {
        onSet({ language: next });
      }}
    />
  );
}
