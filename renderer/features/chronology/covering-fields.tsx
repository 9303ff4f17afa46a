import { Plus, Trash2 } from 'lucide-react';
import { coverMark } from '../../../shared/domain/export/cover';
import type { SavedViewBody } from '../../../shared/models/saved-view';
import { Button, IconButton } from '../../components/button';
import { TextField } from '../../components/fields';

/** Words that are covered wherever they stand in what is given to somebody: an address, a name, a school. */
export function CoveringFields({
  value,
  onChange,
}: {
  readonly value: SavedViewBody['covering'];
  readonly onChange: (value: SavedViewBody['covering']) => void;
}) {
  return (
    <div className="stack">
      <p className="quiet small">
        Covered in every field, whatever the capitals and accents. It cannot know other ways to say the same:
        read the file before you give it away.
      </p>
      {value.map(({ words, instead }, index) => (
        <div className="row covering" key={index}>
          <div className="grow">
            <TextField
              label={`Words to cover, ${index + 1}`}
              value={words}
              onChange={(next) => {
                onChange(value.map((each, at) => (at === index ? { ...each, words: next } : each)));
              }}
              maxLength={200}
            />
          </div>
          <div className="grow">
            <TextField
              label={`Instead (${coverMark} if empty)`}
              value={instead}
              onChange={(next) => {
                onChange(value.map((each, at) => (at === index ? { ...each, instead: next } : each)));
              }}
              maxLength={200}
            />
          </div>
          <IconButton
            label={`Take out covered words ${index + 1}`}
            icon={<Trash2 aria-hidden />}
            onPress={() => {
              onChange(value.filter((_, at) => at !== index));
            }}
          />
        </div>
      ))}
      <div className="row">
        <Button
          variant="quiet"
          icon={<Plus aria-hidden />}
          onPress={() => {
            onChange([...value, { words: '', instead: '' }]);
          }}
        >
          Cover some words
        </Button>
      </div>
    </div>
  );
}
