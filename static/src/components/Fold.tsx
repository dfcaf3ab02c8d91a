import type { ComponentChildren } from 'preact';

/** What a fold needs. */
export interface FoldProps {
  readonly heading: string;
  /** What is set inside, to be seen while it is closed; empty where nothing is. */
  readonly aside?: string;
  /** Whether it is open when the page appears. */
  readonly isOpen?: boolean;
  readonly onOpen?: () => void;
  readonly children: ComponentChildren;
}

/** Something that most people don't need, behind its name. */
export function Fold({ heading, aside = '', isOpen = false, onOpen, children }: FoldProps) {
  return (
    <details
      class="fold"
      open={isOpen}
      onToggle={(event) => {
        if (event.currentTarget.open) onOpen?.();
      }}
    >
      <summary>
        {heading}
        {aside !== '' && <span class="fold-aside"> {aside}</span>}
      </summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}
