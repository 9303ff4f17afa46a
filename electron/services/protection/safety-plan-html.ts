import type { safetyPapers } from '../../../shared/contract/protection-methods';
import type { SafetyPlan } from '../../../shared/records/safety-plan';
import { documentOf } from '../print/document';
import { html } from '../print/html';

/**
 * The safety plan as the client carries it: the heading that a person typed, and what they wrote. No name, no reference, no office, no
 * date, nothing that Holdfast says, so that whoever finds the paper learns nothing that was not typed for them to carry.
 */
export function safetyPlanHtml(
  { heading, parts }: Pick<SafetyPlan, 'heading' | 'parts'>,
  paper: (typeof safetyPapers)[number],
): string {
  const style = `@page{size:${paper === 'a5' ? '148mm 210mm' : '210mm 297mm'};margin:${paper === 'a5' ? '12mm' : '18mm'}}
html{font-size:${paper === 'a5' ? '10.5pt' : '12pt'}}
body{margin:0}
h1{font-size:1.35em;margin:0 0 .6em;overflow-wrap:anywhere}
h2{font-size:1.05em;margin:1em 0 .2em;break-after:avoid;overflow-wrap:anywhere}
p{margin:0 0 .4em;white-space:pre-line;overflow-wrap:anywhere}`;
  const written = parts.filter((part) => part.heading.trim() !== '' || part.text.trim() !== '');
  const body = html`${heading.trim() === '' ? null : html`<h1 dir="auto">${heading}</h1>`}
  ${written.map(
    (part) =>
      html`${part.heading.trim() === '' ? null : html`<h2 dir="auto">${part.heading}</h2>`}
        <p dir="auto">${part.text}</p>`,
  )}`;
  return documentOf(style, body);
}
