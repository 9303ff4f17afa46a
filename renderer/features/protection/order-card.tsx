import { Scale } from 'lucide-react';
import type { PossibleBreachShown } from '../../../shared/contract/protection-methods';
import {
  endingSoon,
  orderStanding,
  termsToday,
} from '../../../shared/domain/casework/protection/order-standing';
import { orderWords } from '../../../shared/domain/law/law-of';
import { breachAnswers, orderBreachFields } from '../../../shared/records/order-breach';
import type { OrderBreach } from '../../../shared/records/order-breach';
import { labelOf } from '../../../shared/records/by-fields';
import type { RegisterRecord } from '../../../shared/records/register';
import { registerKind } from '../../../shared/records/register';
import { termLine } from '../../../shared/records/words/register-words';
import { Button, TextLink } from '../../components/button';
import { Chip, FactRow, Facts } from '../../components/parts';
import { useLaw } from '../../kit/case-law';
import { useNavigation } from '../../kit/navigation';
import { today } from '../../kit/today';
import { protectionText as words } from '../../strings/protection';
import { RecordTools } from '../record-book/record-tools';
import { Said } from '../record-book/said';
import type { Shown } from '../record-book/use-records';
import { offerKey } from './offer-key';

interface Props {
  readonly caseId: string;
  readonly order: Shown<RegisterRecord>;
  readonly possible: readonly PossibleBreachShown[];
  readonly decided: readonly Shown<OrderBreach>[];
  readonly onOpen: (open: string) => void;
}

/** One order or bail: where it stands, its terms, what ends soon, what may be a breach, what was decided. */
export function OrderCard({ caseId, order, possible, decided, onOpen }: Props) {
  const { body, names } = order;
  const nameOf = (id: string): string => names[id] ?? '';
  return (
    <article className="card pad stack" aria-label={body.name}>
      <Head body={body} />
      <Facts>
        {/* The terms stand below, numbered; the name is the heading. */}
        {registerKind
          .lines(
            { ...body, ...(body.order === undefined ? {} : { order: { ...body.order, terms: [] } }) },
            nameOf,
          )
          .filter(({ field }) => !['kind', 'name', 'orderType'].includes(field))
          .map(({ field, label, text }) => (
            <FactRow key={field} name={label}>
              <span className="pre-line wrap-anywhere">{text}</span>
            </FactRow>
          ))}
      </Facts>
      <Terms body={body} nameOf={nameOf} />
      <RecordTools
        caseId={caseId}
        shown={order}
        title={body.name}
        onChange={() => {
          onOpen(order.id);
        }}
      />
      {possible.length === 0 ? null : <Offers caseId={caseId} possible={possible} onOpen={onOpen} />}
      {decided.length === 0 ? null : (
        <Decisions caseId={caseId} order={body} decided={decided} onOpen={onOpen} />
      )}
    </article>
  );
}

function Head({ body }: { readonly body: RegisterRecord }) {
  const law = useLaw();
  const standing = orderStanding(body, today());
  return (
    <div className="row order-head">
      <h2 className="grow" dir="auto">
        {body.name}
      </h2>
      {body.orderType === null ? null : <Chip>{orderWords(law, body.orderType)}</Chip>}
      <Chip tone={standing === 'in-force' ? 'plum' : standing === 'asked' ? 'amber' : 'neutral'}>
        {words.standing(standing)}
      </Chip>
      {endingSoon(body, today()).map((each) => (
        <Chip key={`${each.what} ${each.term ?? ''}`} tone="amber">
          {words.ending(each)}
        </Chip>
      ))}
    </div>
  );
}

function Terms({ body, nameOf }: { readonly body: RegisterRecord; readonly nameOf: (id: string) => string }) {
  const terms = body.order?.terms ?? [];
  return (
    <div>
      <h3>{words.terms}</h3>
      <p className="quiet">{words.today(termsToday(body, today()), terms.length)}</p>
      <ol className="order-terms">
        {terms.map((term) => (
          <li key={term.id} className="wrap-anywhere">
            {/* Its number stays with the others, whichever way it reads. */}
            <div dir="auto">{termLine(term, nameOf)}</div>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Lines that say why, each with its entry and what can be done. */
function Offers({ caseId, possible, onOpen }: Pick<Props, 'caseId' | 'possible' | 'onOpen'>) {
  const { go } = useNavigation();
  return (
    <div>
      <h3>{words.possible}</h3>
      <p className="quiet small">{words.possibleHint}</p>
      <ul className="breach-lines">
        {possible.map((each) => (
          <li key={offerKey(each)}>
            <div className="grow">
              <Chip tone="plum">{words.possibleTag}</Chip>{' '}
              <TextLink
                onPress={() => {
                  go({ name: 'chronology', caseId, entryId: each.entryId });
                }}
              >
                <span dir="auto">{each.title}</span>
              </TextLink>
              <p className="wrap-anywhere" dir="auto">
                {each.why}
              </p>
              {each.doubts.length === 0 ? null : (
                <p className="quiet small">{words.notCertain(each.doubts)}</p>
              )}
            </div>
            <Button
              icon={<Scale aria-hidden />}
              label={words.decideOf(each.title)}
              onPress={() => {
                onOpen(offerKey(each));
              }}
            >
              {words.decide}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Decisions({
  caseId,
  order,
  decided,
  onOpen,
}: Pick<Props, 'caseId' | 'decided' | 'onOpen'> & { readonly order: RegisterRecord }) {
  const termOf = (id: string | null): string => {
    const at = order.order?.terms.findIndex((term) => term.id === id) ?? -1;
    return at === -1 ? words.wholeOrder : words.termNumber(at + 1);
  };
  return (
    <div>
      <h3>{words.decided}</h3>
      <ul className="breach-lines">
        {decided.map((each) => {
          const title = each.names[each.body.entryId] ?? '';
          return (
            <li key={each.id}>
              <div className="grow stack">
                <div>
                  <Chip tone={each.body.answer === 'breach' ? 'plum' : 'neutral'}>
                    {labelOf(breachAnswers, each.body.answer)}
                  </Chip>{' '}
                  <span dir="auto">{title}</span> <span className="quiet">{termOf(each.body.termId)}</span>
                </div>
                <Said
                  shown={each}
                  fields={orderBreachFields}
                  only={['reportedOn', 'reference', 'recordedAsBreach', 'recordedAsStalking', 'note']}
                />
                <RecordTools
                  caseId={caseId}
                  shown={each}
                  title={title}
                  onChange={() => {
                    onOpen(each.id);
                  }}
                />
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
