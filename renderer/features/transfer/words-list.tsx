/** Eight words in their order, to read out or to listen for. */
export function WordsList({ words, label }: { readonly words: readonly string[]; readonly label: string }) {
  return (
    <ol className="words" aria-label={label}>
      {words.map((word, index) => (
        // The same word may come twice.
        <li key={`${index} ${word}`}>{word}</li>
      ))}
    </ol>
  );
}
