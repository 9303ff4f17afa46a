import { maxPixels } from '../../shared/contract/lab';
import { LabProblem } from './kit/problem';

/** The decoder (LGPL) is a separate, replaceable file beside the lab's page; this is the little of it that is used. */
interface HeifImage {
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  display(target: ImageData, done: (result: ImageData | null) => void): void;
  free(): void;
}
interface HeifModule {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): readonly HeifImage[] };
  readonly ready?: Promise<unknown>;
}
declare global {
  var libheif:
    ((options: { readonly wasmBinary: ArrayBuffer }) => HeifModule | Promise<HeifModule>) | undefined;
}

let loading: Promise<HeifModule> | null = null;

async function load(): Promise<HeifModule> {
  const { libheif } = globalThis;
  if (libheif === undefined) throw new LabProblem('unsupported-preview');
  const wasmBinary = await (await fetch('libheif/libheif.wasm')).arrayBuffer();
  const module = await libheif({ wasmBinary });
  await module.ready;
  return module;
}

/** Decodes the primary picture of a HEIC file, turned upright by the decoder. */
export async function decodeHeic(bytes: Uint8Array): Promise<ImageBitmap> {
  loading ??= load();
  const { HeifDecoder } = await loading;
  const images = new HeifDecoder().decode(bytes);
  const image = images.find((each) => each.is_primary()) ?? images[0];
  if (image === undefined) throw new LabProblem('unreadable-image');
  try {
    const [width, height] = [image.get_width(), image.get_height()];
    if (width * height > maxPixels) throw new LabProblem('file-too-large');
    const target = new ImageData(width, height);
    const shown = await new Promise<ImageData | null>((resolve) => {
      image.display(target, resolve);
    });
    if (shown === null) throw new LabProblem('unreadable-image');
    return await createImageBitmap(shown);
  } finally {
    for (const each of images) each.free();
  }
}
