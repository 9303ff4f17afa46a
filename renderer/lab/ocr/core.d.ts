/** What is used of Tesseract's own API, as the WebAssembly build offers it (tesseract.js-core). */
export interface TessBaseApi {
  /** 0 when it is ready; `mode` 1 is the neural recogniser alone. */
  Init(path: null, languages: string, mode: 1): number;
  End(): void;
  SetVariable(name: string, value: string): boolean;
  /** Reads `/input`; 1 when it is no picture. */
  SetImageFile(orientation: number, angle: number): number;
  Recognize(monitor: null): number;
  GetJSONText(page: number): string;
  Clear(): void;
  Version(): string;
}
export interface TessModule {
  readonly TessBaseAPI: new () => TessBaseApi;
  readonly FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void };
}
declare global {
  var TesseractCore:
    | ((options: {
        readonly wasmBinary: ArrayBuffer;
        readonly TesseractProgress: () => void;
        readonly print: () => void;
        readonly printErr: () => void;
      }) => Promise<TessModule>)
    | undefined;
  /** In the worker only. */
  function importScripts(...urls: string[]): void;
}
