import { useEffect, useState } from 'react';
import { filesAtATime } from '../../../shared/contract/inside-methods';
import type { InsideFile } from '../../../shared/contract/inside-methods';
import type { EvidenceItem } from '../../../shared/models/evidence';
import { call, holdfast } from '../../kit/bridge';
import { useNavigation } from '../../kit/navigation';
import { Button, TextLink } from '../../components/button';
import { Chip } from '../../components/parts';
import { counted } from '../../strings/counts';
import { reasonText } from '../../strings/errors';
import { KindIcon } from './kind-icon';

/** What came in it: each with the item it became, or with why it was not taken out. */
export function InsideFiles({
  item,
  all,
  left,
}: {
  readonly item: Pick<EvidenceItem, 'id' | 'caseId' | 'kind'>;
  readonly all: number;
  readonly left: number;
}) {
  const [files, setFiles] = useState<readonly InsideFile[]>([]);
  const [wanted, setWanted] = useState(1);
  const pages = Math.ceil(files.length / filesAtATime);
  useEffect(() => {
    if (pages >= wanted) return;
    let current = true;
    call(holdfast.inside.files({ id: item.id, from: pages * filesAtATime })).then(
      (more) => {
        if (current) setFiles((before) => [...before, ...more]);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [item.id, pages, wanted]);
  return (
    <section className="files" aria-label={item.kind === 'email' ? 'Attachments' : 'Files inside'}>
      <h2>{item.kind === 'email' ? 'Attachments' : 'Files inside'}</h2>
      <p className="quiet">{summaryOf(all, left)}</p>
      <ul>
        {files.map((file) => (
          <InsideRow key={file.place} file={file} caseId={item.caseId} />
        ))}
      </ul>
      {files.length > 0 && files.length < all ? (
        <div className="more">
          <Button
            onPress={() => {
              setWanted(pages + 1);
            }}
          >
            Show more
          </Button>
          <span className="quiet small">
            {files.length} of {all} are listed
          </span>
        </div>
      ) : null}
    </section>
  );
}

function summaryOf(all: number, left: number): string {
  const taken = `${counted(all - left, 'file', 'files')} taken out, unchanged.`;
  if (left === 0) return taken;
  if (left === all) {
    return `${counted(all, 'file', 'files')} inside, none of which could be taken out. They are still in it.`;
  }
  return `${taken} ${String(left)} of ${String(all)} could not be taken out and ${left === 1 ? 'is' : 'are'} still in it.`;
}

function InsideRow({ file, caseId }: { readonly file: InsideFile; readonly caseId: string }) {
  const { go } = useNavigation();
  const { item, place, isCopy, reason } = file;
  return (
    <li>
      <KindIcon kind={item?.kind ?? 'other'} />
      <div className="grow">
        {item === null ? null : (
          <TextLink
            onPress={() => {
              go({ name: 'evidence-item', caseId, itemId: item.id });
            }}
          >
            {item.exhibitRef} {item.title}
          </TextLink>
        )}
        <div className={item === null ? 'wrap-anywhere' : 'quiet small wrap-anywhere'} dir="auto">
          {place}
        </div>
        {item === null ? <div className="quiet small">{reasonText(reason)}</div> : null}
      </div>
      {item === null ? <Chip tone="amber">not taken out</Chip> : null}
      {isCopy ? <Chip>was here already</Chip> : null}
    </li>
  );
}
