import { faultsOf } from '../../../shared/domain/bundle/own-profile';
import type { ProfileFault } from '../../../shared/domain/bundle/own-profile';
import type { CheckCode, OwnProfileBody } from '../../../shared/models/bundle-profile';
import { faultText, profileProblem as words } from '../../strings/own-profile';

type Need = OwnProfileBody['needs'][number];
export type SectionForm = OwnProfileBody['sections'][number];
export type NeedForm = Omit<Need, 'rule'> & { readonly rule: string };

/** An own copy as it stands in its form: numbers as they are typed, empty where nothing is said. */
export interface ProfileForm extends Pick<
  OwnProfileBody,
  'name' | 'short' | 'source' | 'numbering' | 'recipients' | 'usualSection'
> {
  readonly dated: string | null;
  readonly checkedOn: string | null;
  readonly unconfirmed: string;
  readonly pages: string;
  readonly pagesNote: string;
  readonly megabytes: string;
  readonly megabytesNote: string;
  readonly emailMegabytes: string;
  readonly emailPages: string;
  readonly dpiMost: string;
  readonly dpiLeast: string;
  readonly typeLeast: string;
  readonly sections: readonly SectionForm[];
  readonly needs: readonly NeedForm[];
  readonly checks: readonly CheckCode[];
}

export const emptyNeed: NeedForm = { rule: 'own', note: '', classes: [], kinds: [], permissions: [] };

/** A further section; its id is one that no other has. */
export function newSection(sections: readonly SectionForm[]): SectionForm {
  const taken = new Set(sections.map(({ id }) => id));
  let number = sections.length + 1;
  while (taken.has(`section-${number}`)) number += 1;
  return { id: `section-${number}`, title: '', use: 'items', holds: [] };
}

/** The sections with one of them a place further up or down. */
export function movedSection(
  sections: readonly SectionForm[],
  index: number,
  isDown: boolean,
): readonly SectionForm[] {
  const to = index + (isDown ? 1 : -1);
  const [one, other] = [sections[index], sections[to]];
  if (one === undefined || other === undefined) return sections;
  return sections.map((each, at) => (at === index ? other : at === to ? one : each));
}

/** The form of what is kept. */
export function startProfileForm(body: OwnProfileBody): ProfileForm {
  const { pagesMost, megabytesMost, email, dpi, typeLeast, rows, unconfirmed, ...rest } = body;
  const said = (number: number | null | undefined): string => (number == null ? '' : String(number));
  return {
    ...rest,
    unconfirmed: unconfirmed.join('\n'),
    ...{ pages: said(pagesMost?.pages), pagesNote: pagesMost?.note ?? '' },
    ...{ megabytes: said(megabytesMost?.megabytes), megabytesNote: megabytesMost?.note ?? '' },
    ...{ emailMegabytes: said(email?.megabytes), emailPages: said(email?.pages) },
    ...{ dpiMost: said(dpi.most), dpiLeast: said(dpi.least), typeLeast: said(typeLeast) },
    checks: [...new Set(rows.map(({ check }) => check))],
  };
}

const wholeNumber = /^[1-9]\d{0,6}$/u;
const anyNumber = /^\d{1,6}(?:\.\d{1,3})?$/u;
const isNumber = (typed: string): boolean => anyNumber.test(typed.trim()) && Number(typed) > 0;
const isWhole = (typed: string): boolean => wholeNumber.test(typed.trim());
const isEmpty = (typed: string): boolean => typed.trim() === '';

export type ProfileProblems = Readonly<Partial<Record<string, string>>>;

/** The names of the problems of a section and of a need. */
export const sectionAt = (index: number): string => `section-${index}`;
export const needAt = (index: number): string => `need-${index}`;

/** Under which field what is wrong between fields is shown. */
const faultAt: Readonly<Record<ProfileFault, string>> = {
  'no-items-section': 'sections',
  'usual-section': 'usualSection',
  'one-record': 'sections',
  'one-told': 'sections',
  'same-title': 'sections',
  'dpi-order': 'dpiLeast',
};

/** What must be put right before it is kept, in plain words, by field. */
export function profileProblems(form: ProfileForm): ProfileProblems {
  const found: (readonly [string, string])[] = [];
  const unless = (isFine: boolean, at: string, text: string): void => {
    if (!isFine) found.push([at, text]);
  };
  const { emailMegabytes, emailPages, sections, needs } = form;
  for (const at of ['name', 'short', 'source'] as const) unless(!isEmpty(form[at]), at, words.missing);
  for (const at of ['dated', 'checkedOn'] as const) unless(form[at] !== null, at, words.date);
  unless(form.recipients.length > 0, 'recipients', words.oneRecipient);
  unless(isEmpty(form.pages) || isWhole(form.pages), 'pages', words.whole);
  unless(isEmpty(form.megabytes) || isNumber(form.megabytes), 'megabytes', words.number);
  unless(isEmpty(emailMegabytes) || isNumber(emailMegabytes), 'emailMegabytes', words.number);
  unless(isEmpty(emailPages) || isWhole(emailPages), 'emailPages', words.whole);
  unless(isEmpty(emailMegabytes) === isEmpty(emailPages), 'emailPages', words.both);
  unless(isWhole(form.dpiMost), 'dpiMost', words.whole);
  unless(isEmpty(form.dpiLeast) || isWhole(form.dpiLeast), 'dpiLeast', words.whole);
  unless(isNumber(form.typeLeast), 'typeLeast', words.number);
  unless(sections.length <= 26, 'sections', words.sectionsMost);
  for (const [index, { title }] of sections.entries())
    unless(!isEmpty(title), sectionAt(index), words.sectionTitle);
  for (const [index, { classes, kinds, permissions }] of needs.entries())
    unless(classes.length + kinds.length > 0 && permissions.length > 0, needAt(index), words.needsWhat);
  for (const fault of faultsOf({ ...form, sections: [...sections], dpi: dpiOf(form) }))
    if (!found.some(([at]) => at === faultAt[fault])) found.push([faultAt[fault], faultText[fault]]);
  return Object.fromEntries(found);
}

function dpiOf({ dpiMost, dpiLeast }: ProfileForm): OwnProfileBody['dpi'] {
  const least = isWhole(dpiLeast) ? Number(dpiLeast) : null;
  return { most: isWhole(dpiMost) ? Number(dpiMost) : Number.MAX_SAFE_INTEGER, least, rule: '', note: '' };
}

/** What is to be kept of a form without problems; `before`: what it was begun with, whose rules and ids of checks stay. */
export function profileOfForm(form: ProfileForm, before: OwnProfileBody): OwnProfileBody {
  const { pages, megabytes, emailMegabytes, emailPages, checks, sections, needs } = form;
  const { pagesMost, megabytesMost, email } = before;
  const own = { rule: 'own' };
  return {
    ...{ of: before.of, ofName: before.ofName, bookmarkMost: before.bookmarkMost },
    ...{ name: form.name.trim(), short: form.short.trim(), source: form.source.trim() },
    ...{ dated: form.dated ?? before.dated, checkedOn: form.checkedOn ?? before.checkedOn },
    ...{ recipients: [...form.recipients], numbering: form.numbering, usualSection: form.usualSection },
    unconfirmed: form.unconfirmed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    pagesMost: isEmpty(pages)
      ? null
      : { ...(pagesMost ?? own), pages: Number(pages), note: form.pagesNote.trim() },
    megabytesMost: isEmpty(megabytes)
      ? null
      : { ...(megabytesMost ?? own), megabytes: Number(megabytes), note: form.megabytesNote.trim() },
    email: isEmpty(emailPages)
      ? null
      : { ...(email ?? { ...own, note: '' }), megabytes: Number(emailMegabytes), pages: Number(emailPages) },
    dpi: { ...before.dpi, most: dpiOf(form).most, least: dpiOf(form).least },
    typeLeast: Number(form.typeLeast),
    sections: sections.map((each) => keptSection({ ...each, title: each.title.trim() }, before)),
    needs: needs.map((each) => ({ ...each, note: each.note.trim() })),
    rows: checks.flatMap((check) => {
      const kept = before.rows.filter((row) => row.check === check);
      return kept.length > 0 ? kept : [{ id: check, check }];
    }),
  };
}

/** The Welsh of a title goes with the title that it is of. */
function keptSection({ cy, ...section }: SectionForm, { sections }: OwnProfileBody): SectionForm {
  const isSame = sections.some(({ id, title }) => id === section.id && title === section.title);
  return isSame && cy !== undefined ? { ...section, cy } : section;
}
