import { useState } from 'react';
import type { HeldFileShown } from '../../../shared/contract/pages-methods';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { Button, TextLink } from '../../components/button';
import { Failure } from '../../components/failure';
import { CheckboxGroupField } from '../../components/fields';
import { Notice, Skeleton } from '../../components/parts';
import { reasonText } from '../../strings/errors';
import { heldText, pagesText as words } from '../../strings/pages';

/** The files that a PDF holds beside its pages, and the way to take them out. */
export function HeldFiles({ item, count }: { readonly item: EvidenceDetail; readonly count: number }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Notice
      tone="accent"
      title={words.filesTitle(count)}
      actions={
        <Button
          isExpanded={isOpen}
          onPress={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? words.hideFiles : words.seeFiles}
        </Button>
      }
    >
      <p>{words.files}</p>
      {isOpen ? <FileList item={item} /> : null}
    </Notice>
  );
}

function FileList({ item }: { readonly item: EvidenceDetail }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const act = useAct();
  const { data, error, reload } = useQuery(
    `held-${item.id}`,
    () => call(holdfast.pages.held({ id: item.id })),
    ['evidence'],
  );
  if (error !== null) return <Failure code={error} onRetry={reload} />;
  if (data === null) return <Skeleton height={80} />;
  const left = data.filter((file) => file.item === null);
  const take = (files: readonly HeldFileShown[]): void => {
    const at = files.map((file) => file.at);
    act.run(
      () => call(holdfast.pages.takeOut({ id: item.id, at })),
      () => {
        setChosen([]);
      },
    );
  };
  const wanted = left.filter(({ at }) => chosen.includes(String(at)));
  return (
    <div className="stack">
      <TakenOut item={item} files={data} />
      {left.length === 0 ? null : (
        <>
          <CheckboxGroupField
            label={words.chooseFiles}
            options={left.map((file) => ({
              id: String(file.at),
              label: file.name,
              detail: [heldText(file), reasonText(file.reason)].filter((part) => part !== '').join('. '),
            }))}
            value={chosen}
            onChange={setChosen}
          />
          <div className="row">
            <Button
              variant="primary"
              isPending={act.busy}
              onPress={() => {
                take(wanted.length === 0 ? left : wanted);
              }}
            >
              {wanted.length === 0 ? words.takeAll : words.takeChosen(wanted.length)}
            </Button>
          </div>
        </>
      )}
      <Failure code={act.error} />
    </div>
  );
}

function TakenOut({
  item,
  files,
}: {
  readonly item: EvidenceDetail;
  readonly files: readonly HeldFileShown[];
}) {
  const { go } = useNavigation();
  const taken = files.flatMap(({ at, name, item: made }) => (made === null ? [] : [{ at, name, made }]));
  if (taken.length === 0) return null;
  return (
    <div>
      <p className="small quiet">{words.takenTitle}</p>
      <ul className="held-files">
        {taken.map(({ at, name, made }) => (
          <li key={at}>
            <TextLink
              onPress={() => {
                go({ name: 'evidence-item', caseId: item.caseId, itemId: made.id });
              }}
            >
              {words.openExhibit(made.exhibitRef)}
            </TextLink>{' '}
            <span className="quiet wrap-anywhere" dir="auto">
              {name}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
