import { coverAll } from './cover';
import { months, ordinals } from './names';

const suffixes =
  'Road|Rd|Street|St|Lane|Ln|Close|Avenue|Ave|Drive|Way|Court|Crescent|Gardens|Grove|Place|Terrace|Hill|Park|Square|Row|Mews|Walk|House|Green|View|Rise|School|Surgery';
const calendarNames =
  'January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';
/** A number that begins a date is no number of a house, a page or a log. */
const noDate = String.raw`(?!\d{1,2}(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?(?:${months})\b|\d{1,2}(?<sep>[/.-])\d{1,2}\k<sep>\d|\d{4}-\d\d|(?:19|20)\d\d\b(?![/\d]))`;
const counted =
  'calls?|texts?|messages?|e-?mails?|voice ?mails?|letters?|times|attempts|people|persons|men|women|children|kids|police|officers?|photos?|pictures?|(?:friend )?requests?|cars?|knocks?|rings?|pages?|posts?|accounts?|flowers|roses|of (?:them|his|her|us|those|these)';
/** Words in -s that follow a number and are no things that are counted. */
const notCounted =
  'days|weeks|months|years|hours|hrs|hours|minutes|mins|seconds|secs|nights|mornings|evenings|afternoons|weekends|fortnights|decades|his|was|this|has|perhaps|always|sometimes|does|us|pas|calls her|yes|as|is|its';
const described = String.raw`(?:(?:missed|silent|withheld|unanswered|abusive|more|other|different|separate|further|new|nasty|long|short|anonymous|unknown|deleted|blocked|threatening|nasty|text|voice|phone)\s+){0,3}`;
const numbers = String.raw`(?:between\s+)?(?!(?:19|20)\d\d\b)(?:\d{1,3}(?:,\d{3})+|\d{1,5})(?:\s*(?:-|–|to|or|and|/)\s*\d{1,5})?`;
/** Right after a month a number is its day or its year, whatever follows. */
const notDated = String.raw`(?<!\b(?:${months})\.?,?\s)`;
const notDay = String.raw`(?<!(?<!\d(?:st|nd|rd|th)?\s)\b(?:${months})\s)`;

/** What has numbers or names of months in it and says nothing about when. Each is covered before a date is looked for. */
const others: readonly RegExp[] = [
  /[£$€]\s?\d[\d,]*(?:\.\d+)?(?:k|m)?\b/giu,
  /\b\d[\d,.]*\s?(?:pounds?|quid|euros?|dollars?|pence|grand|k)\b|\b\d+p\b/giu,
  // Telephone numbers, and those of emergencies.
  /(?<![\d/.:-])(?:0\d{2,4}[\s-]?\d{3,4}[\s-]?\d{3,4}|\+\d{1,3}(?:[\s()-]{0,2}\d){7,11})(?![\d/.:-])/gu,
  /(?<![\d/.:£-])(?:999|111|101|112)(?![\d/.:-])/gu,
  /\b24\/7\b/gu,
  // Postcodes and registrations.
  /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[A-Z]{2}\d{2}\s?[A-Z]{3}\b/gu,
  // "24 March Road", but "on 3 March Park Road was closed" begins with a day.
  new RegExp(
    String.raw`(?<!\bon\s(?:the\s)?)${notDated}(?<![\d/.:£-])\b\d{1,4}(?:[/-]\d{1,4})?[a-z]?,?\s+(?:(?!(?:${calendarNames})\b)[A-Z][\w'’-]*\s+){0,3}(?:(?:${calendarNames})\s+)?(?:${suffixes})\b`,
    'gu',
  ),
  new RegExp(String.raw`\b(?:${calendarNames})\s+(?:${suffixes})\b`, 'gu'),
  new RegExp(
    String.raw`\b(?:at|outside|near|opposite)\s+(?<it>\d{1,4}[a-z]?\s+(?!(?:${calendarNames})\b)(?:[A-Z][\w'’-]+\s+){1,2}[A-Z][\w'’-]+)`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?:flat|apartment|apt|room|unit|plot|block|bus|route|train|platform|junction|page|exhibit|door|gate|bay|floor|level|size|pc|dc|sgt|sergeant|badge|collar|ref(?:erence)?|cad|urn|log|crime|incident|case|order|invoice|account|section|photo|picture|image|item|video|clip|house|number|no\.?|nos?\.|id|#)\s*(?:(?:no|nos|ref|number|id)\b\.?)?[\s:#.]*(?<it>${noDate}[A-Z]{0,3}[/-]?\d[\w/-]*)`,
    'giu',
  ),
  // "A40", "RW/3", "iPhone12".
  /\b(?!AT|BY|ON|TO)[A-Z]{1,4}\d[A-Za-z\d]*\b|\biPhone\s?\d+\b|\b[A-Z]{1,4}\/\d+\b/gu,
  /\baged?\s+\d{1,3}\b|\b\d{1,3}[\s-]?(?:years?|yrs?|months?|weeks?)[\s-]olds?\b|\b\d{1,3}\s?yo\b|\bturned\s+\d{1,3}\b|\byears?\s+(?:\d|1[0-3])\b/giu,
  /\b(?:I|he|she|they)\s+(?:was|were|is|am)\s+(?:only\s+)?(?<it>\d{1,2})(?=\s*(?:$|[,.;)]|(?:and|when|at the time|in)\b))/giu,
  /\b\d+(?:\.\d+)?\s?(?:%|per ?cent\b|(?:metres?|meters?|yards?|feet|ft|miles?|km|mph|kg|stone|cm|mm|lit(?:re|er)s?|degrees|mb|gb)\b)/giu,
  // How often: "3/4 messages", "rang 15 times between 9 and 11".
  new RegExp(
    String.raw`(?<!\bat\s)(?<!\bat about\s)${notDay}(?<![\d/.:£-])\b${numbers}\s+${described}(?:${counted})\b(?:\s+between\s+\d{1,2}\s+and\s+\d{1,2}(?=\s*(?:$|[.,;!?])))?`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<!\bat\s)(?<!\bat about\s)${notDay}(?<![\d/.:£-])\b${numbers}\s+${described}(?!(?:${notCounted})\b)[a-z]{2,}s\b`,
    'gu',
  ),
  // How long.
  /\b(?:for|lasted|lasting|spent|took|waited|stayed|stood|sat)\s+(?:about\s+|around\s+|over\s+|nearly\s+|almost\s+|at least\s+)?(?<it>\d{1,3}\s+(?:hours?|hrs?|minutes?|mins?|seconds?|secs?))\b(?!\s+(?:before|after|later|earlier|ago|past|to|of|into|from|until|till))/giu,
  /(?<![\d/.:£-])\b\d{1,3}\s+(?:minutes?|mins?|seconds?|secs?)\b(?!\s+(?:before|after|later|earlier|ago|past|to|of|into|from|until|till))/giu,
  // "The third time", "his 40th birthday".
  new RegExp(
    String.raw`\b(?:\d{1,3}(?:st|nd|rd|th)|${ordinals})\s+(?:times?|calls?|messages?|texts?|e-?mails?|letters?|floor|house|occasion|attempt|visit|incident|person|man|woman|car|door|row|birthday|anniversary|child|wife|husband|girlfriend|boyfriend|one|thing|place|lockdown|hearing|appointment|session|chance|half|name|party|class|hand|account|number|phone|photo|opinion|letter)\b`,
    'giu',
  ),
  /\bgood\s?(?:morning|afternoon|evening|night|day)\b/giu,
  /\b(?:night|evening|morning|day)\s+(?:shifts?|bus(?:es)?|club|school|class(?:es)?|porter|centre|nurse|staff|sweats)\b|\b(?:sunday|friday|saturday)\s+(?:school|prayers|league|lunch club)\b/giu,
  /\b(?:christmas|easter|birthday|valentine[’']?s?)\s+(?:cards?|presents?|gifts?|trees?|dinner|lunch|lights|jumper|part(?:y|ies)|messages?|texts?|eggs?|shopping|decorations)\b/giu,
];

/** Words before a month's name after which it is a month, and those after it with which it can be no name. */
const beforeMonth =
  /(?:^|\s)(?:in|on|of|since|until|till|from|during|early|late|mid|last|this|next|and|or|to|by|before|after|the|between|about|around|was|is|it['’]s|day|end|every|each|one|beginning|middle|start|sometime|\d{1,2}(?:st|nd|rd|th)?)[\s,]*$|[-/–,]\s*$/iu;
const nameWords = /\b(?:April|May|June|August|Summer|Autumn|Jan)\b/gu;
const afterPerson = /\b(?:told|tell|saw|met|with|asked|rang|phoned|texted)\s+$/iu;
const afterName =
  /^(?:['’]s\b|\s+(?:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][a-z]+\b|(?!(?:and|or|to|until|till|then|of|last|this|when|he|she|they|we|it|i|you|my|his|her|the|a|at|in|on|by|for|before|after|since|was|were|is|we|with|during|onwards|sometime|maybe|next|yesterday|today|tonight|tomorrow|not|about|around|early|late|between|every|each|days?|weeks?|months?|years?|evenings?|mornings?|afternoons?|nights?|noon|midday|midnight|half|quarter|past|from|spring|summer|autumn|winter|twice|again|would|will|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)[a-z]+\b))/u;

/** Covers what only looks like a date: sums, counts, ages, addresses, telephone numbers, references, greetings, people's names. */
export function withoutOthers(text: string): string {
  const covered = others.reduce(coverAll, text);
  const names = [...covered.matchAll(nameWords)].filter(
    ({ index, 0: name }) =>
      afterPerson.test(covered.slice(0, index)) ||
      (!beforeMonth.test(covered.slice(0, index)) && afterName.test(covered.slice(index + name.length))),
  );
  return names.reduce(
    (rest, { index, 0: name }) =>
      rest.slice(0, index) + ';'.repeat(name.length) + rest.slice(index + name.length),
    covered,
  );
}
