/** Who and when, for what two offices may hold copies of: office id, author, hybrid logical clock. */
export interface Stamp {
  readonly office: string;
  readonly author: string;
  readonly hlc: string;
}
