import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { folded } from './fold';
import type { Sure } from './names';

/** A thing by which a person is found: `exact` is compared first, then `loose`, which is only like it. Null: it says nothing. */
export interface ReadyMark {
  readonly exact: string;
  readonly loose: string;
}

/** How sure it is that two marks of one sort are one. */
export function compareMarks(one: ReadyMark, other: ReadyMark): Sure | null {
  if (one.exact === other.exact) return 'same';
  return one.loose === other.loose ? 'similar' : null;
}

const numberIn = /[+(]?\d[\d\s().\-/]{5,24}\d/u;

/** A phone number as E.164, without a country as one of the UK. */
export function readyPhone(text: string): ReadyMark | null {
  const found = numberIn.exec(text.normalize('NFKC').replace(/\(0\)/gu, ' '))?.[0];
  if (found === undefined) return null;
  const digits = found.replace(/\D/gu, '');
  if (digits.length < 7) return null;
  const tried = [found, digits.startsWith('0') ? `+${digits.slice(2)}` : `0${digits}`];
  const number = tried
    .filter((each, at) => at === 0 || !digits.startsWith('0') || digits.startsWith('00'))
    .map((each) => parsePhoneNumberFromString(each, 'GB'))
    .find((each) => each?.isPossible() === true && each.nationalNumber.length >= 7);
  const exact = number?.number ?? digits;
  // The last nine digits are those of a number of the UK without its area's or country's beginning.
  return { exact, loose: exact.slice(-9) };
}

/** An e-mail address. Dots and what follows a plus before the @ are left out only of what is similar: some services heed them. */
export function readyEmail(text: string): ReadyMark | null {
  const found = /([^\s@<>,;]{1,64})@([^\s@<>,;]{3,190})/u.exec(text.normalize('NFKC').toLowerCase());
  const [, local = '', place = ''] = found ?? [];
  if (local === '' || !place.includes('.')) return null;
  const domain = place.replace(/[.)]+$/u, '');
  const service = domain === 'googlemail.com' ? 'gmail.com' : domain;
  return {
    exact: `${local}@${domain}`,
    loose: `${local.replace(/\+.*$/u, '').replace(/\./gu, '')}@${service}`,
  };
}

const platforms: Readonly<Record<string, string>> = {
  ...{ insta: 'instagram', ig: 'instagram', instagram: 'instagram', fb: 'facebook', facebook: 'facebook' },
  ...{ x: 'x', twitter: 'x', snap: 'snapchat', snapchat: 'snapchat', sc: 'snapchat', tiktok: 'tiktok' },
  ...{ telegram: 'telegram', discord: 'discord', reddit: 'reddit', youtube: 'youtube', linkedin: 'linkedin' },
  ...{ whatsapp: 'whatsapp', tinder: 'tinder', bumble: 'bumble', hinge: 'hinge', vinted: 'vinted' },
};

/** A name on a platform. */
export interface ReadyHandle extends ReadyMark {
  readonly platform: string | null;
}

/** `@name`, `instagram: name`, `https://instagram.com/name`: the name without its @, and where it is. */
export function readyHandle(text: string): ReadyHandle | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^(https?:\/\/)?(www\.|m\.)?/u, '');
  const said =
    /^([a-z ]{1,20}?)\s*[:,]\s*(\S+)$/u.exec(plain) ??
    /^([a-z]+)\.com\/(?:@|user\/|u\/)?([^/?#]+)/u.exec(plain);
  const spaced = said ?? /^([a-z]+)\s+(\S+)$/u.exec(plain);
  const platform = platforms[spaced?.[1]?.trim() ?? ''] ?? null;
  const name = (platform === null && said === null ? plain : (spaced?.[2] ?? plain))
    .replace(/^@/u, '')
    .trim();
  const loose = folded(name).replace(/[._-]/gu, '');
  return loose.length < 3 || /\s/u.test(name) ? null : { exact: name, loose, platform };
}

/** The same name on two platforms may be two people. */
export function compareHandles(one: ReadyHandle, other: ReadyHandle): Sure | null {
  const sure = compareMarks(one, other);
  const isElsewhere = one.platform !== null && other.platform !== null && one.platform !== other.platform;
  return sure === 'same' && isElsewhere ? 'similar' : sure;
}

/** Marks of the UK as their letters stand, O and 0, I and 1 taken for one: current, with a year before or behind. */
const plates = [/^[A-Z01]{2}\d{2}[A-Z01]{3}$/u, /^[A-Z01]\d{1,3}[A-Z01]{3}$/u, /^[A-Z01]{3}\d{1,3}[A-Z01]$/u];
/** Northern Ireland, without a year, and of other countries: taken only where nothing else is written. */
const otherPlate = /^(?=.*\d)(?=.*[A-Z])[A-Z\d]{5,9}$/u;
/** Makes of two or three letters, which with a number would look like a mark. */
const makes = /^(BMW|KIA|MG|VW|DS|MAN|DAF|AUDI|FORD|SEAT|FIAT|MINI)/u;

/** The mark of a vehicle, wherever it stands in what was written of it. */
export function readyVehicle(text: string): ReadyMark | null {
  const parts = folded(text)
    .toUpperCase()
    .split(/[^A-Z\d]+/u)
    .filter((part) => part !== '');
  const loosened = (mark: string): string => mark.replace(/O/gu, '0').replace(/I/gu, '1');
  const runs = parts.flatMap((part, at) => [part, part + (parts[at + 1] ?? '')]);
  const isModel = (run: string): boolean => makes.test(run) && /^[A-Z]+\d+$/u.test(run);
  const found = runs.find(
    (run) => /\d/u.test(run) && !isModel(run) && plates.some((plate) => plate.test(loosened(run))),
  );
  const whole = parts.join('');
  const mark = found ?? (otherPlate.test(whole) && parts.length <= 3 && !isModel(whole) ? whole : null);
  return mark === null ? null : { exact: mark, loose: loosened(mark) };
}

export interface ReadyAddress {
  /** Outward and inward part without a space; empty where none is written. */
  readonly postcode: string;
  /** Numbers of house and flat, each once, in their order. */
  readonly numbers: readonly string[];
  readonly text: string;
}

const postcodeIn = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*([\dO][A-Z]{2})\b/iu;
const shortened: Readonly<Record<string, string>> = {
  ...{ st: 'street', rd: 'road', ave: 'avenue', av: 'avenue', ln: 'lane', dr: 'drive', cl: 'close' },
  ...{
    ct: 'court',
    cres: 'crescent',
    gdns: 'gardens',
    pl: 'place',
    sq: 'square',
    tce: 'terrace',
    terr: 'terrace',
  },
};

/** An address: its postcode and its numbers. */
export function readyAddress(text: string): ReadyAddress | null {
  const found = postcodeIn.exec(text);
  const postcode =
    found === null ? '' : `${found[1] ?? ''}${(found[2] ?? '').replace(/^o/iu, '0')}`.toUpperCase();
  const rest = folded(text.replace(postcodeIn, ' '));
  const words = rest.split(/[^\p{L}\d]+/u).filter((word) => word !== '');
  const numbers = [...new Set(words.filter((word) => /^\d{1,4}[a-z]?$/u.test(word)))];
  const told = words.map((word) => shortened[word] ?? word).join(' ');
  return postcode === '' && told.length < 8 ? null : { postcode, numbers, text: told };
}

/** Postcode and number say a house; the postcode alone, some twenty of them. Without a postcode the words must be the same. */
export function compareAddresses(one: ReadyAddress, other: ReadyAddress): Sure | null {
  if (one.postcode === '' || other.postcode === '') return compareStreets(one, other);
  if (one.postcode !== other.postcode) return null;
  const [few, many] = one.numbers.length <= other.numbers.length ? [one, other] : [other, one];
  if (!few.numbers.every((number) => many.numbers.includes(number))) return null;
  return few.numbers.length === many.numbers.length && few.numbers.length > 0 ? 'same' : 'similar';
}

function compareStreets(one: ReadyAddress, other: ReadyAddress): Sure | null {
  const [first] = one.numbers;
  const isHouse = first !== undefined && one.numbers.join(' ') === other.numbers.join(' ');
  const [short, long] =
    one.text.length <= other.text.length ? [one.text, other.text] : [other.text, one.text];
  return isHouse && short.length >= 8 && long.startsWith(short) ? 'similar' : null;
}
