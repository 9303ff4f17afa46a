import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button';
import { SelectField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { Notice } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { calendarText as words } from '../../strings/calendar';

type Span = (typeof words.spans)[number]['id'];

/** The day so many days later. */
function daysLater(day: string, days: number): string {
  const later = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);
  return `${later.getUTCFullYear()}-${String(later.getUTCMonth() + 1).padStart(2, '0')}-${String(later.getUTCDate()).padStart(2, '0')}`;
}

/** Saves what is due for somebody's other calendar, with neutral titles alone; says so before, and what came of it after. */
export function SaveCalendar({ today }: { readonly today: string }) {
  const [open, setOpen] = useState(false);
  const [span, setSpan] = useState<Span>('92');
  const [saved, setSaved] = useState<number | null>(null);
  async function save(): Promise<void> {
    const target = await call(holdfast.paths.save({ purpose: 'calendar' }));
    if (target === null) return;
    const until = daysLater(today, Number(span));
    const { events } = await call(
      holdfast.casework.exportCalendar({ target: target.token, from: today, until }),
    );
    setSaved(events);
  }
  return (
    <>
      <Button
        icon={<Download aria-hidden />}
        onPress={() => {
          setSaved(null);
          setOpen(true);
        }}
      >
        {words.save}
      </Button>
      {saved === null ? null : (
        <Notice tone="amber" title={words.saved(saved)}>
          {words.savedText}
        </Notice>
      )}
      {open ? (
        <FormDialog
          title={words.saveTitle}
          submit={words.saveNow}
          work={save}
          onDone={() => {
            setOpen(false);
          }}
          onClose={() => {
            setOpen(false);
          }}
        >
          <p>{words.saveText}</p>
          <SelectField label={words.span} options={words.spans} value={span} onChange={setSpan} />
        </FormDialog>
      ) : null}
    </>
  );
}
