import { Copy, Plus } from 'lucide-react';
import { useState } from 'react';
import * as z from 'zod';
import { letterPlaces } from '../../../shared/domain/casework/letters/places';
import { shippedTemplates } from '../../../shared/domain/casework/letters/templates';
import { letterBlockSchema } from '../../../shared/records/letter';
import { letterTemplateFields, letterTemplateKind } from '../../../shared/records/letter-template';
import type { LetterTemplate } from '../../../shared/records/letter-template';
import { dateWords } from '../../../shared/records/words/date-words';
import { Button } from '../../components/button';
import { Disclose } from '../../components/disclose';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/parts';
import { letterText as words } from '../../strings/letters';
import { RecordForm } from '../record-book/record-form';
import type { FormValue } from '../record-book/record-form';
import { RecordTools } from '../record-book/record-tools';
import { useRecords } from '../record-book/use-records';
import type { Shown } from '../record-book/use-records';
import { BlocksField } from './blocks-field';
import { LetterShown } from './letter-shown';

type Open = { readonly shown: Shown<LetterTemplate> | null; readonly start: FormValue };

/** Templates of letters: the office's own, and those that come with Holdfast and are copied to be changed. */
export function TemplatesPart() {
  const { data, error, reload } = useRecords(null, letterTemplateKind);
  const [open, setOpen] = useState<Open | null>(null);
  return (
    <div className="letter-cards">
      <p className="quiet">{words.templatesHint}</p>
      <div className="row">
        <Button
          icon={<Plus aria-hidden />}
          onPress={() => {
            setOpen({ shown: null, start: {} });
          }}
        >
          {words.newTemplate}
        </Button>
      </div>
      <h2>{words.templatesTitle}</h2>
      <Failure code={error} onRetry={reload} />
      {data === null && error === null ? <Skeleton /> : null}
      {data?.length === 0 ? <p className="quiet">{words.noTemplates}</p> : null}
      {(data ?? []).map((shown) => (
        <section key={shown.id} className="card pad stack">
          <h3 dir="auto">{shown.title}</h3>
          <p className="quiet" dir="auto">
            {shown.body.what}
          </p>
          <Disclose title={words.read}>
            <LetterShown blocks={shown.body.blocks} />
          </Disclose>
          <RecordTools
            caseId={null}
            shown={shown}
            title={shown.title}
            onChange={() => {
              setOpen({ shown, start: {} });
            }}
          />
        </section>
      ))}
      <Shipped
        onCopy={(start) => {
          setOpen({ shown: null, start });
        }}
      />
      {open === null ? null : (
        <TemplateForm
          {...open}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </div>
  );
}

function Shipped({ onCopy }: { readonly onCopy: (start: FormValue) => void }) {
  return (
    <>
      <h2>{words.shippedTitle}</h2>
      {shippedTemplates.map(({ id, title, what, reader, blocks, shipped }) => (
        <section key={id} className="card pad stack">
          <h3>{title}</h3>
          <p className="quiet">{what}</p>
          {shipped === null ? null : (
            <p className="quiet small">{words.source(dateWords(shipped.asAt), shipped.source)}</p>
          )}
          <Disclose title={words.read}>
            <LetterShown blocks={blocks} />
          </Disclose>
          <div className="row">
            <Button
              icon={<Copy aria-hidden />}
              label={words.copyOf(title)}
              onPress={() => {
                onCopy({ title, what, reader, blocks, copyOf: id, sort: 'own' });
              }}
            >
              {words.copy}
            </Button>
          </div>
        </section>
      ))}
    </>
  );
}

function TemplateForm({ shown, start, onClose }: Open & { readonly onClose: () => void }) {
  return (
    <RecordForm
      caseId={null}
      kind={letterTemplateKind}
      fields={letterTemplateFields}
      shown={shown}
      start={start}
      title={words.templateForm}
      groups={[{ fields: ['title', 'what', 'reader'] }, { heading: words.text, fields: ['blocks'] }]}
      own={{
        blocks: (value, set) => (
          <div className="stack">
            <Disclose title={words.places}>
              <ul>
                {letterPlaces.map(({ name, what }) => (
                  <li key={name}>{words.place(name, what)}</li>
                ))}
              </ul>
            </Disclose>
            <BlocksField
              blocks={z.array(letterBlockSchema).catch([]).parse(value.blocks)}
              onChange={(blocks) => {
                set({ blocks });
              }}
            />
          </div>
        ),
      }}
      onClose={onClose}
    />
  );
}
