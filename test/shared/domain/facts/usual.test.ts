import { describe, expect, it } from 'vitest';
import { readFileName } from '../../../../shared/domain/facts/file-name';
import { newFact } from '../../../../shared/domain/facts/new-fact';
import { whyNoDate } from '../../../../shared/domain/facts/usual';
import { evidenceKinds } from '../../../../shared/models/evidence';
import type { EvidenceKind } from '../../../../shared/models/evidence';

const why = (fileName: string, mime = 'image/jpeg', kind: EvidenceKind = 'image') =>
  whyNoDate({ fileName, mime, kind, reading: 'none', facts: readFileName(fileName) });

describe('a file without a date of its own', () => {
  it.each([
    ['IMG-20260303-WA0001.jpg', 'image/jpeg', 'image', 'WhatsApp removes'],
    ['signal-2026-08-20-184502.jpg', 'image/jpeg', 'image', 'Signal removes'],
    ['Screenshot_20260203-191822.png', 'image/png', 'image', 'screenshots of many Android phones'],
    ['Screenshot_20260203_191822_WhatsApp.jpg', 'image/jpeg', 'image', 'WhatsApp was on the screen'],
    ['received_1234567890.jpeg', 'image/jpeg', 'image', 'Messenger'],
    ['images (3).jpg', 'image/jpeg', 'image', 'saved from the web'],
    ['IMG_0455.HEIC', 'image/heic', 'image', 'not usual'],
    ['IMG_0455.jpg', 'image/jpeg', 'image', 'iPhones'],
    ['20260214_081205.jpg', 'image/jpeg', 'image', 'come from the camera'],
    ['typing.gif', 'image/gif', 'image', 'no place for one'],
    ['still.webp', 'image/webp', 'image', 'stickers'],
    ['letter.pdf', 'application/pdf', 'pdf', 'scans'],
    ['PTT-20260614-WA0001.opus', 'audio/ogg', 'audio', 'voice messages from WhatsApp'],
    ['memo.wav', 'audio/wav', 'audio', 'sound files of this form'],
    ['clip.mp4', 'video/mp4', 'video', 'straight from a phone'],
    ['mail.eml', 'message/rfc822', 'email', 'not usual'],
  ] as const)('%s is told whether that is usual', (name, mime, kind, words) => {
    expect(why(name, mime, kind)).toContain(words);
  });

  it('has words of its own in every kind', () => {
    for (const kind of evidenceKinds) expect(why('a', 'application/octet-stream', kind)).not.toBe('');
  });
});

it('a file that has a date inside, or that is still being read, is told nothing', () => {
  const facts = [
    newFact({ field: 'captured', source: 'exif', code: 'exif.DateTimeOriginal', raw: '2026-03-03' }),
  ];
  const item = { fileName: 'a.jpg', mime: 'image/jpeg', kind: 'image', reading: 'none' } as const;
  expect(whyNoDate({ ...item, facts })).toBeNull();
  expect(whyNoDate({ ...item, reading: 'waiting', facts: [] })).toBeNull();
});
