/** What is chosen, or has worked. */
export const TICK = 'M4 12.5 9.5 18 20 6.5';

/** What an icon needs. */
export interface IconProps {
  readonly name: string;
  readonly path: string;
}

/** A drawn sign beside a word; it says nothing that the word does not. */
export function Icon({ name, path }: IconProps) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
