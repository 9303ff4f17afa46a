/** The parts of the edtf package that are used here; it ships no types of its own. */
declare module 'edtf' {
  export interface EdtfMask {
    readonly value: number;
  }
  export interface EdtfValue {
    readonly type: 'Date' | 'Year' | 'Season' | 'Interval' | 'Set' | 'List' | 'Decade' | 'Century';
    /** Milliseconds since 1970 UTC; infinite or null for open and unknown ends. */
    readonly min: number | null;
    readonly max: number | null;
    readonly uncertain?: EdtfMask;
    readonly approximate?: EdtfMask;
    readonly lower?: EdtfValue | number | null;
    readonly upper?: EdtfValue | number | null;
  }
  export default function parse(text: string, options?: { readonly types?: readonly string[] }): EdtfValue;
}
