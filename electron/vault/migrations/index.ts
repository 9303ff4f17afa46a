import type { Database } from 'better-sqlite3';
import { migrate as foundation } from './0010-foundation';
import { migrate as cases } from './0020-cases';
import { migrate as evidence } from './0030-evidence';
import { migrate as chronology } from './0040-chronology';
import { migrate as bundles } from './0050-bundles';
import { migrate as transfers } from './0060-transfers';
import { migrate as safety } from './0070-safety';
import { migrate as producers } from './0080-producers';
import { migrate as provenance } from './0090-provenance';
import { migrate as text } from './0100-text';
import { migrate as messages } from './0110-messages';
import { migrate as likeness } from './0120-likeness';
import { migrate as redactions } from './0130-redactions';
import { migrate as imports } from './0140-imports';
import { migrate as inside } from './0150-inside';
import { migrate as bundleCopies } from './0160-bundle-copies';
import { migrate as chronologyIndex } from './0170-chronology-index';
import { migrate as backupOrder } from './0180-backup-order';
import { migrate as answers } from './0190-answers';
import { migrate as offices } from './0200-offices';
import { migrate as leavingChoices } from './0210-leaving-choices';
import { migrate as pdfCopies } from './0220-pdf-copies';
import { migrate as pictures } from './0230-pictures';
import { migrate as records } from './0240-records';
import { migrate as saltedActs } from './0250-salted-acts';
import { migrate as exhibitSeries } from './0260-exhibit-series';
import { migrate as views } from './0270-views';
import { migrate as factCodes } from './0280-fact-codes';
import { migrate as provenanceRecords } from './0290-provenance';
import { migrate as handoverRecords } from './0300-handovers';
import { migrate as dateChoices } from './0310-date-choices';
import { migrate as exhibits } from './0320-exhibits';
import { migrate as likenessRecords } from './0330-likeness-records';
import { migrate as textCorrections } from './0340-text-corrections';
import { migrate as languages } from './0350-languages';
import { migrate as producerRecords } from './0360-producer-records';
import { migrate as viewsFilled } from './0370-views-filled';
import { migrate as officeRecords } from './0380-office-records';
import { migrate as redactionRecords } from './0390-redaction-records';
import { migrate as formerReferences } from './0400-former-references';
import { migrate as itemClasses } from './0410-item-classes';
import { migrate as turnedCopies } from './0420-turned-copies';
import { migrate as recordWords } from './0430-record-words';
import { migrate as packs } from './0500-packs';
import { migrate as bundleFiles } from './0520-bundle-files';
import { migrate as shownFiles } from './0530-shown-files';
import { migrate as documents } from './0550-documents';
import { migrate as packageContents } from './0566-package-contents';
import { migrate as joinedCases } from './0570-joined-cases';
import { migrate as textsToRead } from './0575-texts-to-read';
import { migrate as receipts } from './0580-receipts';
import { migrate as transferDrafts } from './0590-transfer-drafts';
import { migrate as recordsByKind } from './0620-records-by-kind';

export interface Migration {
  readonly version: number;
  readonly migrate: (db: Database) => void;
}

/** In the order in which they run. */
export const migrations: readonly Migration[] = [
  { version: 10, migrate: foundation },
  { version: 20, migrate: cases },
  { version: 30, migrate: evidence },
  { version: 40, migrate: chronology },
  { version: 50, migrate: bundles },
  { version: 60, migrate: transfers },
  { version: 70, migrate: safety },
  { version: 80, migrate: producers },
  { version: 90, migrate: provenance },
  { version: 100, migrate: text },
  { version: 110, migrate: messages },
  { version: 120, migrate: likeness },
  { version: 130, migrate: redactions },
  { version: 140, migrate: imports },
  { version: 150, migrate: inside },
  { version: 160, migrate: bundleCopies },
  { version: 170, migrate: chronologyIndex },
  { version: 180, migrate: backupOrder },
  { version: 190, migrate: answers },
  { version: 200, migrate: offices },
  { version: 210, migrate: leavingChoices },
  { version: 220, migrate: pdfCopies },
  { version: 230, migrate: pictures },
  { version: 240, migrate: records },
  { version: 250, migrate: saltedActs },
  { version: 260, migrate: exhibitSeries },
  { version: 270, migrate: views },
  { version: 280, migrate: factCodes },
  { version: 290, migrate: provenanceRecords },
  { version: 300, migrate: handoverRecords },
  { version: 310, migrate: dateChoices },
  { version: 320, migrate: exhibits },
  { version: 330, migrate: likenessRecords },
  { version: 340, migrate: textCorrections },
  { version: 350, migrate: languages },
  { version: 360, migrate: producerRecords },
  { version: 370, migrate: viewsFilled },
  { version: 380, migrate: officeRecords },
  { version: 390, migrate: redactionRecords },
  { version: 400, migrate: formerReferences },
  { version: 410, migrate: itemClasses },
  { version: 420, migrate: turnedCopies },
  { version: 430, migrate: recordWords },
  { version: 500, migrate: packs },
  { version: 520, migrate: bundleFiles },
  { version: 530, migrate: shownFiles },
  { version: 550, migrate: documents },
  { version: 566, migrate: packageContents },
  { version: 570, migrate: joinedCases },
  { version: 575, migrate: textsToRead },
  { version: 580, migrate: receipts },
  { version: 590, migrate: transferDrafts },
  { version: 620, migrate: recordsByKind },
];
