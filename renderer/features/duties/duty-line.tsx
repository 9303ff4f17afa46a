import { useId } from 'react';
import type { ReactNode } from 'react';
import type { Duty } from '../../../shared/models/duty';
import { Button } from '../../components/button';
import { Sentence } from '../../components/sentence';
import { WorkLine } from '../../components/work-line';
import { useNavigation } from '../../kit/navigation';
import { routeToRoom } from '../../kit/room-route';
import { StandsOn } from './stands-on';

/** What names a line: its case, its rule, and what it is about. */
export const keyOf = ({ caseId, rule, subject }: Duty): string => `${caseId} ${rule} ${subject}`;

/** One line of what is missing or due, on its case or on the caseload, with the way to where it is answered. */
export function DutyLine({
  duty,
  lead,
  isLate = false,
  head = null,
  tail = null,
  why,
  mostLinks,
  open,
  tools = null,
}: {
  readonly duty: Duty;
  /** How it stands, and whether it is late. */
  readonly lead: ReactNode;
  readonly isLate?: boolean;
  /** What stands before its text, and after it: the case, where there are several; its tag. */
  readonly head?: ReactNode;
  readonly tail?: ReactNode;
  /** Why it is here. */
  readonly why?: ReactNode;
  /** So many of the records it stands on are named. */
  readonly mostLinks: number;
  readonly open: { readonly words: string; readonly label: string };
  /** What else can be done with it. */
  readonly tools?: ReactNode;
}) {
  const { go } = useNavigation();
  const text = useId();
  return (
    <WorkLine
      lead={lead}
      isLate={isLate}
      labelledBy={text}
      tools={
        <>
          <Button
            label={open.label}
            onPress={() => {
              go(routeToRoom(duty));
            }}
          >
            {open.words}
          </Button>
          {tools}
        </>
      }
    >
      <div id={text}>
        {head}
        <Sentence>{duty.text}</Sentence>
        {tail}
      </div>
      {why}
      {mostLinks === 0 ? null : <StandsOn duty={duty} most={mostLinks} />}
    </WorkLine>
  );
}
