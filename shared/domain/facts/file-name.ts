import type { FactCode } from '../../models/fact-code';
import { newFact } from './new-fact';
import type { NewFact } from './new-fact';

/** What a pattern found in a name. `time` without seconds or with; `zone` only where the maker writes UTC. */
interface Claim {
  readonly date: string;
  readonly time: string | null;
  readonly zone?: string;
  readonly app?: string;
  readonly edited?: boolean;
  readonly note?: string;
}

interface Pattern {
  readonly code: FactCode;
  readonly screenshot: boolean;
  readonly form: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => Claim | null;
}

const ymd = String.raw`(?<y>(?:19|20)\d{2})(?<m>\d{2})(?<d>\d{2})`;
const ymdDashed = String.raw`(?<y>(?:19|20)\d{2})-(?<m>\d{2})-(?<d>\d{2})`;
const hms = String.raw`(?<H>\d{2})(?<M>\d{2})(?<S>\d{2})`;
/** Screenshot in the languages phones here are set to. */
const shot = String.raw`(?:Screenshot|Screen[ _]?Shot|Captura(?: de pantalla)?|Capture(?: d['’]écran)?|Bildschirmfoto|Schermafbeelding|Zrzut ekranu|Снимок экрана)`;
const extension = String.raw`(?:[ _]?\(\d+\)|~\d+)?\.[A-Za-z0-9]{2,5}$`;

const whatsappSaved = 'The name gives the day the file was received or saved, not when it was sent.';

function read(groups: Readonly<Record<string, string | undefined>>): Claim | null {
  const { y = '', m = '', d = '', H, M, S } = groups;
  const date = `${y}-${m}-${d}`;
  const month = Number(m);
  const last = new Date(Date.UTC(Number(y), month, 0)).getUTCDate();
  if (month < 1 || month > 12 || Number(d) < 1 || Number(d) > last) return null;
  if (H === undefined || M === undefined) return { date, time: null };
  const half = groups.ampm?.toLowerCase().replace(/[.\s]/g, '');
  const hour = half === undefined ? Number(H) : (Number(H) % 12) + (half === 'pm' ? 12 : 0);
  if (hour > 23 || Number(M) > 59 || Number(S ?? 0) > 59) return null;
  const time = `${String(hour).padStart(2, '0')}:${M}${S === undefined ? '' : `:${S}`}`;
  return { date, time };
}

const apps: Readonly<Record<string, string>> = {
  'com.whatsapp': 'WhatsApp',
  'com.whatsapp.w4b': 'WhatsApp Business',
  'com.instagram.android': 'Instagram',
  'com.facebook.katana': 'Facebook',
  'com.facebook.orca': 'Messenger',
  'com.snapchat.android': 'Snapchat',
  'com.google.android.apps.messaging': 'Messages',
  'com.google.android.dialer': 'Phone',
  'com.android.chrome': 'Chrome',
  'org.thoughtcrime.securesms': 'Signal',
  'org.telegram.messenger': 'Telegram',
  'com.zhiliaoapp.musically': 'TikTok',
  'com.twitter.android': 'X',
};

function withApp(groups: Readonly<Record<string, string | undefined>>): Claim | null {
  const claim = read(groups);
  if (claim === null) return null;
  const app = groups.app === undefined ? undefined : (apps[groups.app] ?? groups.app.replaceAll('_', ' '));
  return { ...claim, ...(app === undefined ? {} : { app }), edited: groups.edit !== undefined };
}

/** For names that only one app gives. */
function of(app: string, note?: string) {
  return (groups: Readonly<Record<string, string | undefined>>): Claim | null => {
    const claim = read({ ...groups, H: groups.H?.padStart(2, '0') });
    return claim === null ? null : { ...claim, app, ...(note === undefined ? {} : { note }) };
  };
}

/** In the order in which they are tried; the generic one last (research 6.1). */
const patterns: readonly Pattern[] = [
  {
    code: 'file-name.XiaomiScreenshot',
    screenshot: true,
    form: new RegExp(
      String.raw`^${shot}_${ymdDashed}-(?<H>\d{2})-(?<M>\d{2})-(?<S>\d{2})-\d{2,3}(?<edit>-edit)?(?:_(?<app>[A-Za-z][\w.]*?))?${extension}`,
      'iu',
    ),
    read: withApp,
  },
  {
    code: 'file-name.AndroidScreenshot',
    screenshot: true,
    form: new RegExp(String.raw`^${shot}_${ymd}[-_]${hms}(?:_(?<app>[^~()]+?))?${extension}`, 'iu'),
    read: withApp,
  },
  {
    code: 'file-name.ScreenshotTool',
    screenshot: true,
    form: new RegExp(String.raw`^${shot}_${ymdDashed}[_-](?<H>\d{2})-(?<M>\d{2})-(?<S>\d{2})`, 'iu'),
    read,
  },
  {
    code: 'file-name.MacScreenshot',
    screenshot: true,
    form: new RegExp(
      String.raw`^${shot} ${ymdDashed} (?:at|um|à|a las) (?<H>\d{1,2})\.(?<M>\d{2})\.(?<S>\d{2})(?:[\s\u202f\u00a0]?(?<ampm>[ap]\.?m\.?))?`,
      'iu',
    ),
    read: (groups) => read({ ...groups, H: groups.H?.padStart(2, '0') }),
  },
  {
    code: 'file-name.LinuxScreenshot',
    screenshot: true,
    form: new RegExp(String.raw`^${shot} from ${ymdDashed} (?<H>\d{2})-(?<M>\d{2})-(?<S>\d{2})`, 'iu'),
    read,
  },
  {
    code: 'file-name.WindowsScreenshot',
    screenshot: true,
    form: new RegExp(String.raw`^${shot} ${ymdDashed} ${hms}`, 'iu'),
    read,
  },
  {
    code: 'file-name.WhatsAppAndroid',
    screenshot: false,
    form: new RegExp(String.raw`^(?:IMG|VID|PTT|AUD|STK|DOC)-${ymd}-WA\d{4}`, 'u'),
    read: of('WhatsApp', whatsappSaved),
  },
  {
    code: 'file-name.WhatsAppIPhone',
    screenshot: false,
    form: new RegExp(
      String.raw`^\d{8}-(?:PHOTO|VIDEO|AUDIO|GIF|STICKER)-${ymdDashed}-(?<H>\d{2})-(?<M>\d{2})-(?<S>\d{2})`,
      'u',
    ),
    read: of('WhatsApp'),
  },
  {
    code: 'file-name.WhatsAppComputer',
    screenshot: false,
    form: new RegExp(
      String.raw`^WhatsApp (?:Image|Video|Audio|Document) ${ymdDashed} at (?<H>\d{1,2})\.(?<M>\d{2})\.(?<S>\d{2})(?:[\s\u202f\u00a0]?(?<ampm>[ap]\.?m\.?))?`,
      'iu',
    ),
    read: of(
      'WhatsApp',
      'Whether the name gives the time it was sent or the time it was saved is not known.',
    ),
  },
  {
    code: 'file-name.Signal',
    screenshot: false,
    form: new RegExp(
      String.raw`^signal-${ymdDashed}-(?<H>\d{2})-(?<M>\d{2})-(?<S>\d{2})(?:-\d{3})?(?!\d)`,
      'u',
    ),
    read: of('Signal'),
  },
  {
    code: 'file-name.Signal',
    screenshot: false,
    form: new RegExp(String.raw`^signal-${ymdDashed}-${hms}(?!\d)`, 'u'),
    read: of('Signal'),
  },
  {
    code: 'file-name.Telegram',
    screenshot: false,
    form: /^photo_\d+@(?<d>\d{2})-(?<m>\d{2})-(?<y>\d{4})_(?<H>\d{2})-(?<M>\d{2})-(?<S>\d{2})/,
    read: of('Telegram'),
  },
  {
    code: 'file-name.Telegram',
    screenshot: false,
    form: new RegExp(String.raw`^photo_${ymdDashed}_(?<H>\d{2})-(?<M>\d{2})-(?<S>\d{2})`, 'u'),
    read: of('Telegram'),
  },
  {
    code: 'file-name.PixelCamera',
    screenshot: false,
    form: new RegExp(String.raw`^PXL_${ymd}_${hms}`, 'u'),
    read: (groups) => {
      const claim = read(groups);
      return claim === null
        ? null
        : { ...claim, zone: 'Z', note: 'Pixel phones name photos in UTC, not in local time.' };
    },
  },
  {
    code: 'file-name.Camera',
    screenshot: false,
    form: new RegExp(String.raw`^(?:IMG|VID|MVIMG|PANO)_${ymd}_${hms}`, 'u'),
    read,
  },
  {
    code: 'file-name.SamsungCamera',
    screenshot: false,
    form: new RegExp(String.raw`^${ymd}_${hms}`, 'u'),
    read,
  },
  {
    code: 'file-name.Date',
    screenshot: false,
    form: new RegExp(String.raw`(?<!\d)${ymd}[-_ ]${hms}(?!\d)`, 'u'),
    read,
  },
  {
    code: 'file-name.Date',
    screenshot: false,
    form: new RegExp(
      String.raw`(?<!\d)${ymdDashed}(?:[ _T-]?(?<H>\d{2})[-.:](?<M>\d{2})(?:[-.:](?<S>\d{2}))?)?(?!\d)`,
      'u',
    ),
    read,
  },
];

/** Names that phones and photo programs give to a picture that was changed, beside its original. */
const editedNames: readonly { readonly form: RegExp; readonly words: string }[] = [
  { form: /^IMG_E\d{4}\b/, words: 'iPhones name the edited version of a photo like this.' },
  {
    form: /[-_ (](?:edited|edit|cropped|crop|bearbeitet|modifi[ée])\)?(?:[-_ ]?\d{1,3}|\(\d+\))?\.[A-Za-z0-9]{2,5}$/iu,
    words: 'The name says that it was edited.',
  },
];

const counters: readonly { readonly form: RegExp; readonly note: string }[] = [
  {
    form: /^IMG_E?\d{4}( ?\(\d+\))?\.(?:PNG|JPE?G|HEIC|GIF)$/i,
    note: 'iPhones name pictures with a running number: the name gives no date.',
  },
  {
    form: /^Screenshot \(\d+\)\.png$/i,
    note: 'Windows names screenshots with a running number: the name gives no date.',
  },
  {
    form: /^(?:DSC|DSCF|DSCN|P)_?\d{4,}/i,
    note: 'Cameras name pictures with a running number: the name gives no date.',
  },
];

/**
 * What a file's name says about it, by the forms phones, apps and systems are known to use. A name is a claim, in the
 * device's own time with no zone unless its maker writes UTC; dates that no calendar has are not believed.
 */
export function readFileName(name: string): readonly NewFact[] {
  const text = name.normalize('NFC');
  const facts = claims(text);
  const edited = editedNames.find(({ form }) => form.test(text));
  if (edited === undefined || facts.some(({ field }) => field === 'edited')) return facts;
  const from = { source: 'file-name', code: 'file-name', raw: text } as const;
  return [...facts, newFact({ ...from, field: 'edited', value: edited.words })];
}

function claims(text: string): readonly NewFact[] {
  for (const pattern of patterns) {
    const match = pattern.form.exec(text);
    const claim = match?.groups === undefined ? null : pattern.read(match.groups);
    if (claim === null || match === null) continue;
    const from = { source: 'file-name', code: pattern.code, raw: text } as const;
    return [
      newFact({ ...from, field: 'captured', value: claim.date, time: claim.time, zone: claim.zone ?? null }),
      ...(pattern.screenshot ? [newFact({ ...from, field: 'screenshot', value: 'yes' })] : []),
      ...(claim.app === undefined ? [] : [newFact({ ...from, field: 'app', value: claim.app })]),
      ...(claim.edited === true
        ? [newFact({ ...from, field: 'edited', value: 'The name says that it was edited on the phone.' })]
        : []),
      ...(claim.note === undefined ? [] : [newFact({ ...from, field: 'note', value: claim.note })]),
    ];
  }
  const counter = counters.find(({ form }) => form.test(text));
  if (counter === undefined) return [];
  const from = { source: 'file-name', code: 'file-name', raw: text } as const;
  return [
    newFact({ ...from, field: 'note', value: counter.note }),
    ...(/^Screenshot/i.test(text) ? [newFact({ ...from, field: 'screenshot', value: 'yes' })] : []),
  ];
}
