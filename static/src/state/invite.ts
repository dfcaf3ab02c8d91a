import { type Signal, signal } from '@preact/signals-core';
import type { Copier } from './copier';

/** What inviting stands on. */
export interface InviteDeps {
  /** Of the link that everybody gets. */
  readonly copier: Copier;
  /** Hands a link to the device, which knows where to send it; `undefined` where it can't. */
  readonly share: ((link: string) => Promise<void>) | undefined;
}

/** A link in words: where it leads, and the code, which is read out in groups. */
export interface SpokenLink {
  /** Without the scheme, which browsers do not need. */
  readonly host: string;
  readonly groups: readonly string[];
}

/** The way in for others, and whether it lies over the screen. */
export class Invite {
  readonly isOpen: Signal<boolean> = signal(false);
  readonly copier: Copier;
  readonly spoken: SpokenLink;
  readonly canShare: boolean;

  constructor(private readonly deps: InviteDeps) {
    this.copier = deps.copier;
    this.spoken = spokenLink(deps.copier.link);
    this.canShare = deps.share !== undefined;
  }

  open(): void {
    this.isOpen.value = true;
  }

  close(): void {
    this.isOpen.value = false;
  }

  /** Shares the link; where that fails it is copied. Whoever thinks better of it gets neither. */
  async share(): Promise<void> {
    const { copier, share } = this.deps;
    try {
      await share?.(copier.link);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) await copier.copy();
    }
  }
}

/** In groups of four, as far as they go: nobody keeps more in mind. */
function spokenLink(link: string): SpokenLink {
  const cut = link.lastIndexOf('/') + 1;
  return {
    host: link.slice(0, cut).replace(/^https?:\/\//, ''),
    groups: link.slice(cut).match(/.{1,4}/g) ?? [],
  };
}
