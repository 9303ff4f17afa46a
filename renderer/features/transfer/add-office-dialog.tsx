import { Image } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { FormDialog } from '../../components/form-dialog';
import { TextField } from '../../components/fields';
import { addOfficeText as words } from '../../strings/offices';
import { readCardPicture } from './qr-picture';

/** Takes another office's card out of a mail, or out of a picture of its QR code. */
export function AddOfficeDialog({
  onAdded,
  onClose,
}: {
  readonly onAdded: (id: string) => void;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState('');
  const [checked, setChecked] = useState(false);
  const picture = useAct();
  const problem = checked && text.trim() === '' ? words.missing : null;
  return (
    <FormDialog
      title={words.title}
      submit={words.submit}
      ready={() => {
        setChecked(true);
        return text.trim() !== '';
      }}
      work={async () => {
        const { id } = await call(holdfast.offices.add({ text }));
        onAdded(id);
      }}
      onDone={() => undefined}
      onClose={onClose}
    >
      <p>{words.how}</p>
      <TextField label={words.card} rows={9} value={text} onChange={setText} error={problem} autoFocus />
      <p className="quiet">{words.pictureHow}</p>
      <Failure code={picture.error} />
      <div className="row">
        <FileTrigger
          acceptedFileTypes={['image/png', 'image/jpeg', 'image/webp']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file !== undefined) picture.run(() => readCardPicture(file), setText);
          }}
        >
          <Button icon={<Image aria-hidden />} isPending={picture.busy} onPress={() => undefined}>
            {words.picture}
          </Button>
        </FileTrigger>
      </div>
    </FormDialog>
  );
}
