import { newFact } from '../../../shared/domain/facts/new-fact';
import type { MessageFormat } from '../../../shared/models/message';
import type { ReaderOutput } from '../kit/reader';

/** What an export is called, and what it can and cannot show (domain 6.2). */
const about: Readonly<Record<MessageFormat, { readonly app: string; readonly note: string }>> = {
  whatsapp: {
    app: 'WhatsApp chat',
    note: 'A chat that WhatsApp exports is plain text, which can be edited. Names are those saved in the phone it came from; they do not prove who wrote. Its times name no zone.',
  },
  'sms-xml': {
    app: 'Text messages of a phone',
    note: 'A backup of texts is plain text, which can be edited. Names are those saved in the phone it came from; they do not prove who wrote. Its times are exact moments, shown here on the UK clock.',
  },
  'calls-xml': {
    app: 'Call log of a phone',
    note: 'A backup of calls is plain text, which can be edited. Names are those saved in the phone it came from. Its times are exact moments, shown here on the UK clock.',
  },
  csv: {
    app: 'Call log or bill in a table',
    note: 'A table is plain text, which can be edited. What its columns mean was said by a person. Unless its times name a zone, they are taken as UK time.',
  },
};

export async function tellAboutExport(out: Pick<ReaderOutput, 'fact'>, format: MessageFormat): Promise<void> {
  const { app, note } = about[format];
  await out.fact(newFact({ field: 'app', source: 'container', code: 'export.Kind', raw: app }));
  await out.fact(newFact({ field: 'note', source: 'container', code: 'export.Shows', raw: '', value: note }));
}
