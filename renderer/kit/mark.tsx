/** Holdfast's mark: what holds a plant to the rock, drawn as a ring held by two hands. */
export function Mark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden>
      <path d="M5 4v7a7 7 0 0 0 14 0V4" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
      <path
        d="M5 20v-3M12 21v-3M19 20v-3"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
        opacity=".65"
      />
      <circle cx="12" cy="9" r="2.6" fill="currentColor" />
    </svg>
  );
}
