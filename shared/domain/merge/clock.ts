import { clockGap, farApart, parseHlc, receiveHlc } from '../hlc';
import type { Hlc } from '../hlc';
import type { CasePackage } from './package';

/**
 * Our clock after a package was accepted: past its latest stamp that is not more than a day ahead of our wall clock. The
 * others, whose office has another year, stay as they are in their versions and do not move our clock.
 */
export function clockAfter(last: Hlc, { versions }: Pick<CasePackage, 'versions'>, now: number): Hlc {
  const near = versions
    .map(({ hlc }) => hlc)
    .filter((hlc) => parseHlc(hlc).wall - now <= farApart)
    .reduce((latest, hlc) => (hlc > latest ? hlc : latest), '');
  return near === '' ? last : receiveHlc(last, parseHlc(near), now);
}

/** The package's clock beside ours, when they are more than a day apart: one of these is wrong. Milliseconds since 1970 UTC. */
export function clocksBeside(
  { sentAt }: Pick<CasePackage, 'sentAt'>,
  now: number,
): { readonly theirs: number; readonly ours: number } | null {
  return clockGap(sentAt, now) === null ? null : { theirs: sentAt, ours: now };
}
