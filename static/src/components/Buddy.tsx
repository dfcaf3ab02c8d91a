/** What the buddy needs. */
export interface BuddyProps {
  /** Whether he nods: a vote is open. */
  readonly nods?: boolean;
}

/** Pajti, the buddy: a card with a friendly face, and another up his sleeve. Decoration only. */
export function Buddy({ nods = false }: BuddyProps) {
  return (
    <svg class={nods ? 'buddy buddy-nods' : 'buddy'} viewBox="0 0 48 48" aria-hidden="true">
      <rect
        class="buddy-back"
        x="17"
        y="9"
        width="22"
        height="30"
        rx="5"
        transform="rotate(14 28 24)"
      />
      <g class="buddy-front">
        <g transform="rotate(-7 20 24)">
          <rect class="buddy-card" x="8" y="8" width="24" height="32" rx="5" />
          <g class="buddy-face">
            <circle cx="15.5" cy="20" r="2.2" />
            <circle cx="24.5" cy="20" r="2.2" />
            <path d="M14.5 27.5q5.5 5.5 11 0" />
          </g>
        </g>
      </g>
    </svg>
  );
}
