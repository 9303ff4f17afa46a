import { useState } from 'react';
import type { BundleChoices } from '../../../shared/models/leaving';
import type { Proceedings } from '../../../shared/models/proceedings';
import { proceedingsTitle } from '../../../shared/records/proceedings';
import { Button, TextLink } from '../../components/button';
import { SelectField } from '../../components/fields';
import { Notice } from '../../components/parts';
import { useNavigation } from '../../kit/navigation';
import { coverText as words } from '../../strings/bundle';
import { proceedingsOn, saidByNow, suggestCover } from './proceedings-suggestion';
import type { Cover } from './proceedings-suggestion';

interface Props {
  readonly proceedings: readonly Proceedings[];
  readonly choices: BundleChoices;
  readonly onChange: (choices: BundleChoices) => void;
}

/** Which of the case's court proceedings the bundle is for: what they say is suggested, and never takes the place of what was typed. */
export function ProceedingsField({ caseId, ...props }: Props & { readonly caseId: string }) {
  const { go } = useNavigation();
  if (props.proceedings.length > 0) return <Chooser {...props} />;
  return (
    <p className="quiet small">
      {props.choices.proceedingsId === null ? '' : `${words.proceedingsGone} `}
      {words.proceedingsNone}{' '}
      <TextLink
        onPress={() => {
          go({ name: 'proceedings', caseId, form: 'new' });
        }}
      >
        {words.proceedingsRecord}
      </TextLink>
    </p>
  );
}

function Chooser({ proceedings, choices, onChange }: Props) {
  const [asks, setAsks] = useState<Partial<Cover>>({});
  const isAsked = Object.keys(asks).length > 0;
  const isGone = choices.proceedingsId !== null && proceedingsOn(proceedings, choices) === null;
  const now = isAsked ? null : saidByNow(proceedings, choices);
  return (
    <>
      <SelectField
        label={words.proceedings}
        placeholder={words.proceedingsChoose}
        options={proceedings.map((each) => ({
          id: each.id,
          label: [proceedingsTitle(each), each.caseNumber].filter((text) => text !== '').join(', '),
        }))}
        value={proceedingsOn(proceedings, choices)?.id ?? null}
        onChange={(id) => {
          const chosen = proceedings.find((each) => each.id === id);
          if (chosen === undefined) return;
          const suggested = suggestCover(chosen, proceedings, choices, choices.set);
          // Proceedings in Welsh have Welsh headings; the field of the language says what is open about them.
          const headings = chosen.language === 'welsh' ? ({ language: 'cy' } as const) : {};
          onChange({ ...choices, ...suggested.filled, ...headings, proceedingsId: chosen.id });
          setAsks(suggested.asks);
        }}
      />
      {isGone ? <p className="quiet small whole">{words.proceedingsGone}</p> : null}
      {now === null ? null : (
        <p className="quiet small whole">
          {words.proceedingsSay(now)}{' '}
          <TextLink
            onPress={() => {
              onChange({ ...choices, courtCase: now });
            }}
          >
            {words.proceedingsTake}
          </TextLink>
        </p>
      )}
      {!isAsked ? null : (
        <div className="whole">
          <Replace
            asks={asks}
            written={choices}
            onReplace={() => {
              onChange({ ...choices, ...asks });
              setAsks({});
            }}
            onKeep={() => {
              setAsks({});
            }}
          />
        </div>
      )}
    </>
  );
}

/** What somebody wrote stays unless they say otherwise. */
function Replace({
  asks,
  written,
  onReplace,
  onKeep,
}: {
  readonly asks: Partial<Cover>;
  readonly written: Cover;
  readonly onReplace: () => void;
  readonly onKeep: () => void;
}) {
  return (
    <Notice
      tone="amber"
      title={words.replaceTitle}
      actions={
        <>
          <Button onPress={onReplace}>{words.replace}</Button>
          <Button onPress={onKeep}>{words.keep}</Button>
        </>
      }
    >
      {asks.title === undefined ? null : (
        <p>{words.replaceLine(words.coverTitle, written.title, asks.title)}</p>
      )}
      {asks.courtCase === undefined ? null : (
        <p>{words.replaceLine(words.courtCase, written.courtCase, asks.courtCase)}</p>
      )}
    </Notice>
  );
}
