import { Face } from './Face';

/** What a small card needs. */
export interface MiniCardProps {
  /** `slot`: no card yet; `back`: face down; else what stands on it. */
  readonly shows: 'slot' | 'back' | { readonly choice: string };
}

/** A small card on the table, as a picture of what the text beside it says. */
export function MiniCard({ shows }: MiniCardProps) {
  if (typeof shows === 'string') return <span class="mini" data-shows={shows} aria-hidden="true" />;
  return (
    <span class="mini" data-shows="face" aria-hidden="true">
      <Face choice={shows.choice} />
    </span>
  );
}
