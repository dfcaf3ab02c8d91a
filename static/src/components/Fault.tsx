import { faultWords } from '../i18n/host_words';
import { rich } from '../i18n/message';
import type { RecipeFault } from '../model/recipe';
import { LONGEST_SECONDS } from '../model/settings';

/** What a fault needs. */
export interface FaultProps {
  readonly fault: RecipeFault;
}

/** Enough to know it again. */
const SHOWN_CODE_POINTS = 40;

/** What is wrong with what somebody wrote, with their own words in it. */
export function Fault({ fault }: FaultProps) {
  const what = <bdi>{shortened(written(fault))}</bdi>;
  return <>{rich(faultWords[fault.kind], { card: what, text: what, most: LONGEST_SECONDS })}</>;
}

function written(fault: RecipeFault): string {
  if ('card' in fault) return fault.card;
  return 'text' in fault ? fault.text : '';
}

function shortened(text: string): string {
  const letters = [...text];
  if (letters.length <= SHOWN_CODE_POINTS) return text;
  return `${letters.slice(0, SHOWN_CODE_POINTS).join('')}…`;
}
