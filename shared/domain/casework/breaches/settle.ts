import type { Conduct } from './conduct';

/** Contact and publishing from afar. */
const afar: readonly Conduct[] = ['call', 'text', 'message', 'email', 'social', 'publish', 'access'];
/** What words of contact bring up beside it, and what is there only where the account puts somebody at a place. */
const beside: readonly Conduct[] = ['presence', 'speak', 'visit', 'loiter', 'enter'];
const isPlacedByWords =
  /\b(?:outside|car park|garden|street|parked|stood|standing|doorstep|in person|came|went|drove|driving|walked|walking|seen|saw|waited|waiting|taken (?:in|at|on)|him (?:in|at|on)|followed her (?:from|to|home|car)|turned up|showed up|knocked|banged|shouted|approached|by hand|hand-delivered|through her door|grabbed|at the (?:door|gates?|bus))\b/u;
const onlyVisit =
  /^(?!.*\b(?:phone|voicemail|missed|rang|times|mobile|number|landline|withheld|calls)\b).*\bcalled (?:round|by|at|in|out|her (?:a|an|names|name)|over|after|(?:the |for )?(?:police|999|101))\b/u;
const aboutHer =
  /\b(?:her|she|client|complainant|victim|applicant|them|naming|named|accus\p{L}+|abusive|about|reviews?)\b/u;
const ofOthers =
  /\b(?:photos?|pictures?|videos?|selfies?) of (?:his|himself|a|an|the)\b(?!.*\b(?:of|about) her\b)/u;
const aboutHimself =
  /\b(?:his (?:new|own|car|dog|holiday|dinner|birthday|football|garden|lunch|bike)|himself|selfie)\b/u;

/** What is his own. */
const ownThings =
  /\bhis (?:own )?(?:\p{L}+ )?(?:phone|car|van|hand|laptop|house|flat|window|door|bike|things|telly|television|mirror|mate)\b/u;
/** Put there by hand. */
const leftThere =
  /\b(?:left|leaves|leaving|put|puts|placed|dropped(?: off)?|hung|stuck|pushed|shoved|slipped|tucked|taped|tied|pinned|hid|dumped|laid|hand-delivered|shoves) (?:[\p{L}\d]+ ){0,5}?(?:on|at|under|in|through|outside|by|behind|inside|into) (?:the |her |my )(?:\p{L}+'?s? ){0,2}?(?:steps?|doorstep|door ?mat|mat|porch|drive(?:way)?|gate|fence|wall|garden|car|windscreen|wipers?|bonnet|door|window ?sill|window|desk|locker|bike|letter ?box|bin|shed|path)\b/u;
const handedOut =
  /\b(?:deliver(?:ed|ing)|distribut(?:ed|ing)|leaflet(?:ed|ing)|posted leaflets|handed out) (?:\p{L}+ ){0,5}?(?:down|along|round|around|up|in) (?:her|the) /u;
/** Whether what is known of an entry is from afar, and whether somebody put down a place. */
export interface Setting {
  readonly isRemote: boolean;
  readonly isPlaced: boolean;
}

/** What one word brings along, and what it takes away from another: "called round" is no call, a parcel that arrives is nobody who arrives. */
export function settle(acts: string, conducts: Set<Conduct>, { isRemote, isPlaced }: Setting): void {
  if (conducts.has('call') && onlyVisit.test(acts)) conducts.delete('call');
  if (ownThings.test(acts) && !aboutHer.test(acts)) conducts.delete('property');
  if (leftThere.test(acts) || handedOut.test(acts)) conducts.add('presence').add('visit');
  settleAfar(acts, conducts);
  const isThere = (['loiter', 'follow', 'visit', 'enter'] as const).some((each) => conducts.has(each));
  if (isThere && !isRemote) conducts.add('presence');
  if (conducts.size === 0 && (isPlaced || /^(?:at|in|near|outside) /u.test(acts))) conducts.add('presence');
}

/** What came from afar puts nobody at a place, and who gets into an account has sent nothing. */
function settleAfar(acts: string, conducts: Set<Conduct>): void {
  const drop = (all: readonly Conduct[]): void => {
    for (const each of all) conducts.delete(each);
  };
  if (
    conducts.has('access') &&
    !/\b(?:sent|wrote|replied|e-?mailed|stor(?:y|ies)|liked|message[ds]?|rang|called)\b/u.test(acts)
  )
    drop(['email', 'message', 'social', 'call']);
  const isFar = [...afar, 'post' as const, 'gift' as const].some((each) => conducts.has(each));
  if (isFar && !isPlacedByWords.test(acts) && !leftThere.test(acts) && !handedOut.test(acts)) drop(beside);
  if (conducts.has('publish') && ofOthers.test(acts)) drop(['publish']);
  if (conducts.has('publish') && aboutHimself.test(acts) && !aboutHer.test(acts)) drop(['publish']);
  if (conducts.has('message') && platforms.test(acts)) conducts.add('social');
}
const platforms =
  /\b(?:instagram|insta|facebook|fb|tiktok|twitter|linkedin|snapchat|threads|bluesky|messenger|discord|reddit|tinder|bumble|hinge)\b/u;
