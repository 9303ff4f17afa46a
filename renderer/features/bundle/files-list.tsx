import type { Bundle } from '../../../shared/models/bundle';
import { Button } from '../../components/button';
import { fileText, filesText as words, lateText } from '../../strings/bundle';

/** Every file of a bundle that was built, each saved by itself, and the way to add pages to it. */
export function FilesList({
  bundle,
  isAddedTo,
  onSave,
  onAdd,
}: {
  readonly bundle: Bundle;
  /** Pages are being added to it already. */
  readonly isAddedTo: boolean;
  /** The position of the file; null for the whole. */
  readonly onSave: (file: number | null) => void;
  readonly onAdd: () => void;
}) {
  const { pages, bytes, files } = bundle;
  const all = [
    { position: null, name: words.whole, pages, bytes },
    ...files.map((file) => ({ ...file, name: fileText(file) })),
  ];
  return (
    <>
      <h2>{words.title}</h2>
      <ul className="files" aria-label={words.title}>
        {all.map(({ position, name, ...size }) => (
          <li key={position ?? 'whole'}>
            <span className="grow">
              {name} <span className="quiet small num">{words.line(size)}</span>
            </span>
            <Button
              label={words.saveOf(name)}
              onPress={() => {
                onSave(position);
              }}
            >
              {words.save}
            </Button>
          </li>
        ))}
      </ul>
      {isAddedTo ? null : (
        <div className="stack">
          <Button onPress={onAdd}>{lateText.add}</Button>
          <p className="quiet small">{lateText.addHint}</p>
        </div>
      )}
    </>
  );
}
