import type { VoterSnapshot } from '../model/voter';
import { decodeFrame } from './frame';
import { decodeVoterEvent } from './voter_wire';

/** The session at one version, as somebody without a seat sees it. */
export interface PageView {
  readonly view: VoterSnapshot;
  readonly seq: number;
}

/** The id of the data block that the server puts into the page. */
const BLOCK = 'view';

/**
 * The session that the page has come with; `undefined` if there is none, or the page was brought back by the browser,
 * which does not ask whether it is old.
 */
export function pageView(): PageView | undefined {
  const [visit] = performance.getEntriesByType('navigation');
  if (!(visit instanceof PerformanceNavigationTiming) || visit.type === 'back_forward') {
    return undefined;
  }
  return decodePageView(document.getElementById(BLOCK)?.textContent ?? '', visit.responseStart);
}

/** What such a block says; `heard` is when it came, by the world's clock. */
export function decodePageView(block: string, heard: number): PageView | undefined {
  const frame = decodeFrame(block);
  if (frame === undefined) return undefined;
  const event = decodeVoterEvent(frame, heard);
  return event?.kind === 'snapshot' ? { view: event.view, seq: frame.seq } : undefined;
}
