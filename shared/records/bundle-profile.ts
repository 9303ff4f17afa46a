import { printDate } from '../domain/dates/print';
import { ownProfileBodySchema } from '../models/bundle-profile';
import type { OwnProfileBody } from '../models/bundle-profile';
import type { RecordKind } from './define';
import { lines } from './words/lines';
import { checkCodeText, needText, numberingText, sectionUseText } from './words/profile-words';

/** The rules of a court as an advocate has copied and changed them: the office's own, for every case. */
export const bundleProfileKind: RecordKind<OwnProfileBody> = {
  kind: 'bundle-profile',
  schema: 1,
  body: ownProfileBodySchema,
  ofOffice: true,
  title: ({ short }) => short,
  lines: (body) => {
    const { pagesMost, dpi, megabytesMost, email, sections, usualSection } = body;
    return lines([
      ['of', 'Copied from', body.ofName],
      ['name', 'Rules', body.name],
      ['short', 'Name', body.short],
      ['dated', 'Made', printDate(body.dated, null)],
      ['checkedOn', 'Last compared', printDate(body.checkedOn, null)],
      ['source', 'Source', body.source],
      ['unconfirmed', 'Not confirmed', body.unconfirmed.join('\n')],
      ['numbering', 'Page numbers', numberingText[body.numbering]],
      ['pagesMost', 'Pages at most', pagesMost === null ? null : `${pagesMost.pages}. ${pagesMost.note}`],
      ['dpi', 'Dots per inch', `at most ${dpi.most}${dpi.least === null ? '' : `, at least ${dpi.least}`}`],
      ['megabytesMost', 'Megabytes at most', megabytesMost === null ? null : String(megabytesMost.megabytes)],
      ['email', 'One e-mail', email === null ? null : `${email.megabytes} MB, ${email.pages} pages`],
      ['typeLeast', 'Points of typed text, at least', String(body.typeLeast)],
      [
        'sections',
        'Sections',
        sections.map(({ title, use }) => `${title}, ${sectionUseText[use]}`).join('\n'),
      ],
      ['usualSection', 'Usual section', sections.find(({ id }) => id === usualSection)?.title ?? null],
      ['needs', 'Needs something', body.needs.map(needText).join('\n')],
      ['rows', 'Checks', body.rows.map(({ check }) => checkCodeText[check]).join('\n')],
    ]);
  },
  refs: () => [],
  words: null,
  merge: 'ask',
};
