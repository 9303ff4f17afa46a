import type { FactCode } from '../../../shared/models/fact-code';

/**
 * The words that facts were stored with before there were codes, as they stood then. They are what vaults and packages of
 * that time hold, so nothing here ever changes, whatever is shown for a code today.
 */
const codes: Readonly<Record<string, FactCode>> = {
  'EXIF DateTimeOriginal': 'exif.DateTimeOriginal',
  'EXIF DateTimeDigitized': 'exif.DateTimeDigitized',
  'EXIF DateTime': 'exif.DateTime',
  'EXIF Make and Model': 'exif.MakeAndModel',
  'EXIF Software': 'exif.Software',
  'EXIF UserComment': 'exif.UserComment',
  'EXIF GPS': 'exif.GPS',
  'EXIF GPS time': 'exif.GPSTime',
  'EXIF Orientation': 'exif.Orientation',
  'EXIF Orientation, second block': 'exif.SecondOrientation',
  'EXIF PixelXDimension and PixelYDimension': 'exif.PixelDimensions',
  'EXIF thumbnail': 'exif.Thumbnail',
  'XMP DateTimeOriginal': 'xmp.DateTimeOriginal',
  'XMP date created': 'xmp.DateCreated',
  'XMP ModifyDate': 'xmp.ModifyDate',
  'XMP CreatorTool': 'xmp.CreatorTool',
  'XMP UserComment': 'xmp.UserComment',
  'XMP History': 'xmp.History',
  'XMP Orientation': 'xmp.Orientation',
  'PNG tIME': 'png.tIME',
  'JPEG caption block': 'jpeg.Caption',
  'JPEG APP12': 'jpeg.APP12',
  'JPEG APP13': 'jpeg.APP13',
  'JPEG APP14': 'jpeg.APP14',
  'JPEG comment': 'jpeg.Comment',
  'Picture header': 'picture.Header',
  'PDF CreationDate': 'pdf.CreationDate',
  'PDF ModDate': 'pdf.ModDate',
  'PDF Producer': 'pdf.Producer',
  'PDF Creator': 'pdf.Creator',
  'PDF Title': 'pdf.Title',
  'PDF end marks': 'pdf.EndMarks',
  'Length in milliseconds': 'media.Length',
  'Creation time in the container (mvhd)': 'media.MovieHeader',
  'Creation time in the container': 'media.Created',
  'Creation date in the container, by the phone': 'media.CreatedByPhone',
  'Device in the container': 'media.Device',
  'Software in the container': 'media.Software',
  'Place in the container': 'media.Place',
  'Track header': 'media.TrackHeader',
  'Date in the tags': 'media.TagDate',
  'Software in the tags': 'media.TagSoftware',
  'Document, created': 'document.Created',
  'Document, last changed': 'document.Changed',
  Author: 'document.Author',
  'Last changed by': 'document.ChangedBy',
  Title: 'document.Title',
  'Document program': 'document.Program',
  Pictures: 'document.Pictures',
  Export: 'export.Kind',
  'What an export shows': 'export.Shows',
  Contact: 'contact.Person',
  'E-mail header Date': 'mail.Date',
  'Outlook, time sent': 'mail.OutlookSent',
  From: 'mail.From',
  To: 'mail.To',
  Cc: 'mail.Cc',
  Bcc: 'mail.Bcc',
  'Reply to': 'mail.ReplyTo',
  Subject: 'mail.Subject',
  Received: 'mail.Received',
  'Message-ID': 'mail.MessageId',
  'Mail program': 'mail.Program',
  Text: 'inside.Text',
  'File date in the archive': 'archive.FileDate',
  'Path in the archive': 'archive.Path',
  'Came in something else too': 'archive.CameToo',
  'File name': 'file-name',
  'File name, Xiaomi screenshot': 'file-name.XiaomiScreenshot',
  'File name, Android screenshot': 'file-name.AndroidScreenshot',
  'File name, screenshot tool': 'file-name.ScreenshotTool',
  'File name, macOS screenshot': 'file-name.MacScreenshot',
  'File name, Linux screenshot': 'file-name.LinuxScreenshot',
  'File name, Windows screenshot': 'file-name.WindowsScreenshot',
  'File name, WhatsApp on Android': 'file-name.WhatsAppAndroid',
  'File name, WhatsApp export on iPhone': 'file-name.WhatsAppIPhone',
  'File name, WhatsApp on a computer': 'file-name.WhatsAppComputer',
  'File name, Signal': 'file-name.Signal',
  'File name, Telegram': 'file-name.Telegram',
  'File name, Pixel camera': 'file-name.PixelCamera',
  'File name, camera': 'file-name.Camera',
  'File name, Samsung camera': 'file-name.SamsungCamera',
  'File name, a date in the name': 'file-name.Date',
  'Handed in again': 'file-name.Again',
  'File date on disk': 'disk.FileDate',
  'Typed by the advocate': 'typed.Advocate',
  'File content': 'file.Undated',
};

/** Words that a stranger's file, or a person, ended. */
const begun: readonly (readonly [beginning: string, code: FactCode])[] = [
  ['PNG ', 'png.text'],
  ['Typed, in the words of ', 'typed.InWordsOf'],
  ['Read on page ', 'ocr.Page'],
];

/** The code for words of then. What nobody knows any more is kept whole, as detail of `other`, and shown as it was. */
export function codeOfLabel(label: string): { readonly code: FactCode; readonly detail: string } {
  const code = Object.hasOwn(codes, label) ? codes[label] : undefined;
  if (code !== undefined) return { code, detail: '' };
  // eslint-disable-next-line no-restricted-syntax -- the one place where words of then become codes
  const found = begun.find(([beginning]) => label.startsWith(beginning));
  return found === undefined
    ? { code: 'other', detail: label }
    : { code: found[1], detail: label.slice(found[0].length) };
}
