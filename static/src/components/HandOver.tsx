import { controlWords } from '../i18n/host_words';
import type { Copier } from '../state/copier';
import type { HandOver as HandOverState } from '../state/hand_over';
import { Fold } from './Fold';
import { lately } from './lately';

/** What handing over control needs. */
export interface HandOverProps {
  /** How many control keys are valid, the reader's own among them. */
  readonly controlKeys: number;
  readonly handOver: HandOverState;
  /** The control link that was made last; `undefined` before, and once it is taken back. */
  readonly link: Copier | undefined;
}

const Body = lately(async () => (await import('./HandOverBody')).HandOverBody);

/** A control link for the next host, and the way to take such links back, behind their name. */
export function HandOver(props: HandOverProps) {
  return (
    <Fold heading={controlWords.handOver}>
      <Body {...props} />
    </Fold>
  );
}
