import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { cellsOf } from '../../../shared/domain/casework/letters/blocks';
import type { LetterBlock } from '../../../shared/records/letter';
import { Button } from '../../components/button';
import { SelectField, TextField } from '../../components/fields';
import { blockOptions, letterText as words } from '../../strings/letters';

const empty: LetterBlock = { as: 'text', text: '', ids: [] };

interface Props {
  readonly blocks: readonly LetterBlock[];
  readonly onChange: (blocks: readonly LetterBlock[]) => void;
}

/** A letter with more parts is unfolded section by section: nobody changes all of it at once, and typing stays quick. */
const mostUnfolded = 40;

interface Section {
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** The runs of parts that begin with a heading. */
function sectionsOf(blocks: readonly LetterBlock[]): readonly Section[] {
  const starts = blocks.flatMap(({ as }, at) => (as === 'heading' || at === 0 ? [at] : []));
  return starts.map((from, nth) => {
    const first = blocks[from];
    const title = first?.as === 'heading' ? first.text : words.begins;
    return { title, from, to: starts[nth + 1] ?? blocks.length };
  });
}

/** The parts of a letter, each with what it is, its words, and its place. */
export function BlocksField({ blocks, onChange }: Props) {
  const sections = sectionsOf(blocks);
  const [open, setOpen] = useState<ReadonlySet<number>>(
    () => new Set(blocks.length > mostUnfolded ? [0] : sections.map((_, nth) => nth)),
  );
  return (
    <div className="stack">
      {sections.map((section, nth) => {
        const isOpen = open.has(nth);
        return (
          <section key={nth}>
            <Button
              variant="quiet"
              isExpanded={isOpen}
              icon={isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
              onPress={() => {
                setOpen(new Set(isOpen ? [...open].filter((each) => each !== nth) : [...open, nth]));
              }}
            >
              {words.section(section.title, section.to - section.from)}
            </Button>
            {isOpen ? <Parts blocks={blocks} section={section} onChange={onChange} /> : null}
          </section>
        );
      })}
      <Button
        icon={<Plus aria-hidden />}
        onPress={() => {
          setOpen(new Set([...open, Math.max(0, sections.length - 1)]));
          onChange([...blocks, empty]);
        }}
      >
        {words.addBlock}
      </Button>
    </div>
  );
}

function Parts({ blocks, section: { from, to }, onChange }: Props & { readonly section: Section }) {
  const replaced = (at: number, ...by: readonly LetterBlock[]): void => {
    onChange([...blocks.slice(0, at), ...by, ...blocks.slice(at + 1)]);
  };
  return blocks.slice(from, to).map((block, nth) => {
    const at = from + nth;
    return (
      <Block
        key={at}
        block={block}
        place={at + 1}
        onChange={(next) => {
          replaced(at, next);
        }}
        onAdd={() => {
          replaced(at, block, empty);
        }}
        onRemove={() => {
          replaced(at);
        }}
        onMove={(by) => {
          onChange(moved(blocks, at, at + by));
        }}
        isLast={at === blocks.length - 1}
      />
    );
  });
}

function moved(blocks: readonly LetterBlock[], from: number, to: number): readonly LetterBlock[] {
  const block = blocks[from];
  if (block === undefined || to < 0 || to >= blocks.length) return blocks;
  const rest = blocks.filter((_, at) => at !== from);
  return [...rest.slice(0, to), block, ...rest.slice(to)];
}

interface BlockProps {
  readonly block: LetterBlock;
  readonly place: number;
  readonly isLast: boolean;
  readonly onChange: (block: LetterBlock) => void;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
  readonly onMove: (by: -1 | 1) => void;
}

function Block(props: BlockProps) {
  const { block, place, onChange } = props;
  return (
    <fieldset className="letter-block">
      <legend className="hidden-visually">{words.block(place)}</legend>
      {block.as === 'row' ? (
        <Cells block={block} place={place} onChange={onChange} />
      ) : (
        <TextField
          label={words.block(place)}
          value={block.text}
          {...(block.as === 'heading' ? {} : { rows: Math.min(8, 1 + Math.ceil(block.text.length / 90)) })}
          onChange={(text) => {
            onChange({ ...block, text });
          }}
        />
      )}
      <BlockTools {...props} />
    </fieldset>
  );
}

/** What can be done with a part: what it is, where it stands, taking it out. */
function BlockTools({ block, place, isLast, onChange, onAdd, onRemove, onMove }: BlockProps) {
  return (
    <div className="row">
      <SelectField
        label={words.of(words.blockAs, place)}
        hideLabel
        options={blockOptions}
        value={block.as}
        onChange={(as) => {
          onChange({ ...block, as });
        }}
      />
      {block.ids.length === 0 ? null : <span className="quiet small">{words.cites(block.ids.length)}</span>}
      <Button
        variant="quiet"
        icon={<ArrowUp aria-hidden />}
        label={words.of(words.up, place)}
        isDisabled={place === 1}
        onPress={() => {
          onMove(-1);
        }}
      >
        {words.up}
      </Button>
      <Button
        variant="quiet"
        icon={<ArrowDown aria-hidden />}
        label={words.of(words.down, place)}
        isDisabled={isLast}
        onPress={() => {
          onMove(1);
        }}
      >
        {words.down}
      </Button>
      <Button
        variant="quiet"
        icon={<Plus aria-hidden />}
        label={words.of(words.addBelow, place)}
        onPress={onAdd}
      >
        {words.addBelow}
      </Button>
      <Button
        variant="quiet"
        icon={<Trash2 aria-hidden />}
        label={words.of(words.remove, place)}
        onPress={onRemove}
      >
        {words.remove}
      </Button>
    </div>
  );
}

function Cells({ block, place, onChange }: Pick<BlockProps, 'block' | 'place' | 'onChange'>) {
  const cells = cellsOf(block);
  return (
    <div className="letter-cells">
      {cells.map((cell, at) => (
        <TextField
          key={at}
          label={words.cell(place, at + 1)}
          value={cell}
          rows={Math.min(6, 1 + Math.ceil(cell.length / 30))}
          onChange={(typed) => {
            // A tab begins another cell, and a line break another row.
            const next = typed.replace(/[\t\n\r]+/gu, ' ');
            onChange({
              ...block,
              text: cells.map((each, column) => (column === at ? next : each)).join('\t'),
            });
          }}
        />
      ))}
    </div>
  );
}
