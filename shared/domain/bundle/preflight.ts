import type { BundleCheck, BundlePlan } from '../../models/bundle';
import type { BundleProfile, CheckCode } from '../../models/bundle-profile';
import type { FinishedPage, FinishedPdf } from '../../models/finished-pdf';
import { bookmarkTitle, coverPages, isRevisedIndex, patternsKey } from './plan';
import { labelOf } from './labels';
import { counted } from '../counts';
import { listed } from './check-words';

/** Something that needs a direction, a permission or a consent by the profile, and has none. */
export interface Unmet {
  readonly rule: string;
  readonly note: string;
  readonly refs: readonly string[];
  readonly pages: readonly number[];
}

/** A finished file with what it was to be. Pages by their place in the bundle, from 1. */
export interface Preflight {
  readonly read: FinishedPdf;
  readonly plan: BundlePlan;
  readonly profile: BundleProfile;
  readonly bytes: number;
  /** What the file is to be called, without its ending, and how the case is named. */
  readonly fileName: string;
  readonly caseName: string;
  /** Pages that Holdfast has typeset; the others are of exhibits. */
  readonly typed: ReadonlySet<number>;
  readonly unmet: readonly Unmet[];
  /** Whether more pages than the rules allow are permitted: who said so and when, or an empty text. */
  readonly pagesAllowed: string;
  /** Pages of exhibits that seem to lie on their side or upside down, those about which a person has answered, and those that lie crooked. */
  readonly lying?: {
    readonly asked: ReadonlySet<number>;
    readonly answered: ReadonlySet<number>;
    readonly crooked?: ReadonlySet<number>;
  };
}

interface Found {
  readonly isFine: boolean;
  readonly text: string;
  readonly otherwise?: BundleCheck['state'];
  readonly pages?: readonly number[];
}

/** A page with fewer letters than three has no text that could be searched. Looked for, not counted: pages of small print are long. */
const hasThreeLetters = /^(?:[\s\p{C}]*[^\s\p{C}]){3}/u;
const hasLetter = /[^\s\p{C}]/u;
/** Of a page with so many letters it can be said which way they lie. */
const enoughLetters = 20;
/** Rounding of placed pictures. */
const dpiSlack = 0.5;

const checks: Readonly<Record<CheckCode, (given: Preflight) => Found>> = {
  'one-file': ({ read }) => ({
    isFine: read.attachments === 0 && read.scripts === 0,
    text: 'One PDF file without a password, attachments or scripts',
  }),
  numbers: ({ read, plan }) => {
    const wrong = pagesWhere(read, (page, number) => page.plate !== labelOf(plan, number));
    return {
      isFine: wrong.length === 0 && read.pages.length === plan.pages,
      text: `Numbers printed on pages, ${read.pages.length - wrong.length} of ${plan.pages}`,
      pages: wrong,
    };
  },
  labels: ({ read, plan }) => {
    const wrong = pagesWhere(read, ({ label }, number) => {
      const shown = label === '' ? String(number) : label;
      return shown !== labelOf(plan, number);
    });
    return {
      isFine: wrong.length === 0,
      text: `The number in a viewer is the printed one, ${read.pages.length - wrong.length} of ${read.pages.length}`,
      pages: wrong,
    };
  },
  'index-links': ({ read, plan }) => {
    const last = (plan.rows[0]?.firstPage ?? 1) - 1;
    // What was added later stands in the index before it: the first one was served as it is.
    const indexes = [
      read.pages.slice(coverPages, last),
      ...plan.rows
        .filter(isRevisedIndex)
        .map(({ firstPage, lastPage }) => read.pages.slice(firstPage - 1, lastPage)),
    ];
    const targets = new Set(indexes.flat().flatMap(({ links }) => links.map(({ page }) => page)));
    const linked = plan.rows.filter(({ firstPage }) => targets.has(firstPage));
    return {
      isFine: linked.length === plan.rows.length,
      text: `Index lines that are links, ${linked.length} of ${plan.rows.length}`,
    };
  },
  links: ({ read }) => {
    const links = read.pages.flatMap((page) => page.links);
    const lost = pagesWhere(read, (page) => page.links.some((link) => link.page === 0));
    return {
      isFine: lost.length === 0,
      text: `Links that lead to a page, ${links.filter(({ page }) => page > 0).length} of ${links.length}`,
      pages: lost,
    };
  },
  bookmarks: ({ read, plan, profile }) => {
    const right = plan.rows.filter((row, index) => {
      const found = read.bookmarks[index];
      const title = bookmarkTitle(row, labelOf(plan, row.firstPage));
      return (
        found?.title === title &&
        found.page === row.firstPage &&
        Array.from(title).length <= profile.bookmarkMost
      );
    });
    return {
      isFine: right.length === plan.rows.length && read.bookmarks.length === plan.rows.length,
      text: `Bookmarks that end in their page number, ${right.length} of ${plan.rows.length}`,
    };
  },
  searchable: ({ read, typed }) => {
    const without = pagesWhere(read, ({ text }) => !hasThreeLetters.test(text));
    const unset = without.filter((number) => typed.has(number));
    return {
      isFine: without.length === 0,
      otherwise: unset.length > 0 ? 'fix' : 'decide',
      text:
        without.length === 0
          ? `Every page can be searched, ${read.pages.length} of ${read.pages.length}`
          : `${counted(without.length, 'page has', 'pages have')} no text that can be searched. Photographs have none: look whether there are letters on them`,
      pages: without,
    };
  },
  upright: ({ read, lying: said }) => {
    // A scan has no letters of its own: the recogniser has asked about it. What a person has answered is not asked again.
    const turned = pagesWhere(
      read,
      ({ letters, turned: lying }, number) =>
        said?.asked.has(number) === true ||
        (said?.answered.has(number) !== true && letters >= enoughLetters && lying > letters / 2),
    );
    const crooked = pagesWhere(read, (_page, number) => said?.crooked?.has(number) === true);
    const parts = [
      turned.length === 0
        ? []
        : `${counted(turned.length, 'page has', 'pages have')} letters that lie on their side or upside down`,
      crooked.length === 0 ? [] : `${counted(crooked.length, 'page lies', 'pages lie')} crooked`,
    ].flat();
    return {
      isFine: parts.length === 0,
      otherwise: 'decide',
      text: parts.length === 0 ? 'Text on every page stands upright' : parts.join('; '),
      pages: [...new Set([...turned, ...crooked])].sort((a, b) => a - b),
    };
  },
  'opens-whole': ({ read }) => ({ isFine: read.opensAt === 1, text: 'Opens at 100 %' }),
  'dpi-most': ({ read, profile: { dpi } }) => {
    const finest = Math.max(0, ...read.pages.map((page) => Math.max(0, ...page.dpi)));
    const above = pagesWhere(read, (page) => page.dpi.some((each) => each > dpi.most + dpiSlack));
    return {
      isFine: above.length === 0,
      text: `Finest picture ${Math.round(finest)} dpi, at most ${dpi.most}`,
      pages: above,
    };
  },
  'dpi-least': ({ read, profile: { dpi } }) => {
    const least = dpi.least ?? 0;
    const below = pagesWhere(read, (page) => page.dpi.some((each) => each < least - dpiSlack));
    return {
      isFine: below.length === 0,
      otherwise: 'decide',
      text:
        below.length === 0
          ? `No picture below ${least} dpi`
          : `${counted(below.length, 'page has a picture', 'pages have pictures')} below ${least} dpi: as fine as its original is. Scan anew where there is paper`,
      pages: below,
    };
  },
  size: ({ bytes, profile: { megabytesMost } }) => {
    const megabytes = bytes / 1e6;
    const most = megabytesMost?.megabytes ?? Number.POSITIVE_INFINITY;
    return {
      isFine: megabytes <= most,
      otherwise: 'decide',
      text: `${megabytes.toFixed(1)} MB${megabytesMost === null ? '' : `, at most ${most} MB. ${megabytesMost.note}`}`,
    };
  },
  'pages-most': ({ read, profile: { pagesMost }, pagesAllowed }) => {
    const most = pagesMost?.pages ?? Number.POSITIVE_INFINITY;
    const isOver = read.pages.length > most;
    return {
      isFine: !isOver || pagesAllowed !== '',
      text: isOver
        ? `${read.pages.length} pages, at most ${most}${pagesAllowed === '' ? '. The court’s permission for more is not recorded' : `; more are permitted: ${pagesAllowed}`}`
        : `${read.pages.length} pages, at most ${most}`,
    };
  },
  classes: ({ unmet }) => ({
    isFine: unmet.length === 0,
    otherwise: 'decide',
    text:
      unmet.length === 0
        ? 'Nothing in it needs a direction or permission that is not recorded'
        : unmet.map(({ note, refs }) => `${note} ${listed(refs)}`).join(' '),
    pages: unmet.flatMap(({ pages }) => pages),
  }),
  'type-size': ({ read, plan, profile: { typeLeast }, typed }) => {
    const charts = chartPages(plan);
    const small = pagesWhere(
      read,
      ({ smallest, letters }, number) =>
        typed.has(number) && !charts(number) && letters > 0 && smallest < typeLeast - 0.25,
    );
    return {
      isFine: small.length === 0,
      text: `Typed pages are set in ${typeLeast} points or more`,
      pages: small,
    };
  },
  tagged: ({ read }) => ({
    isFine: read.isTagged && read.language !== '',
    text: 'Can be read out: headings, tables and pictures are named, and the language is',
  }),
  'file-name': ({ fileName, caseName }) => {
    const isPlain = /^[\x20-\x7e]{1,100}$/u.test(fileName) && !/[\\/:*?"<>|]/u.test(fileName);
    const rest = fileName.replace(caseName, '').trim();
    return {
      isFine: isPlain && caseName !== '' && fileName.includes(caseName) && !/^(?:bundle)?$/iu.test(rest),
      otherwise: 'decide',
      text: `File name says the case and what it is: ${fileName}`,
    };
  },
};

/** Holds a finished file against every row of its profile, and against what no rule needs to say. */
export function preflight(given: Preflight): readonly BundleCheck[] {
  return [
    ...given.profile.rows.map(({ id, check }) => asCheck(id, checks[check](given))),
    ...[empty(given)].flatMap((found) => (found === null ? [] : [asCheck('blank', found)])),
  ];
}

function asCheck(id: string, { isFine, text, otherwise = 'fix', pages = [] }: Found): BundleCheck {
  return { id, text, state: isFine ? 'ok' : otherwise, pages: isFine ? [] : [...pages] };
}

/** The axes of a chart are no typed text. */
function chartPages({ rows }: BundlePlan): (number: number) => boolean {
  const row = rows.find(({ key }) => key === patternsKey);
  return (number) => row !== undefined && number >= row.firstPage && number <= row.lastPage;
}

/** Pages of exhibits on which nothing is. */
function empty({ read, typed }: Preflight): Found | null {
  const pages = pagesWhere(
    read,
    ({ things, text }, number) => !typed.has(number) && things === 0 && !hasLetter.test(text),
  );
  if (pages.length === 0) return null;
  return {
    isFine: false,
    otherwise: 'decide',
    text: `${counted(pages.length, 'page of an exhibit is', 'pages of exhibits are')} empty, as in the original`,
    pages,
  };
}

function pagesWhere(
  read: FinishedPdf,
  is: (page: FinishedPage, number: number) => boolean,
): readonly number[] {
  return read.pages.flatMap((page, index) => (is(page, index + 1) ? [index + 1] : []));
}
