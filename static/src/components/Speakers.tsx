import { rich } from '../i18n/message';
import { tableWords } from '../i18n/words';
import type { Result } from '../model/result';

/** What is said of who speaks first. */
export interface SpeakersProps {
  readonly result: Result;
  /** What is said where nobody has more to explain than others. */
  readonly otherwise?: string;
}

/** Who has something to explain: one of those at each end, where the votes lie far apart. */
export function Speakers({ result: { ballots, first }, otherwise }: SpeakersProps) {
  const [low, high] = first;
  if (ballots.kind === 'counted' || low === undefined || high === undefined) {
    return otherwise === undefined ? null : <p class="said-more">{otherwise}</p>;
  }
  const card = (name: string) => <bdi>{ballots.votes.get(name)}</bdi>;
  return (
    <p class="said-more speakers">
      {rich(tableWords.first, {
        low: <Name name={low} />,
        lowCard: card(low),
        high: <Name name={high} />,
        highCard: card(high),
      })}
    </p>
  );
}

function Name({ name }: { readonly name: string }) {
  return (
    <strong>
      <bdi>{name}</bdi>
    </strong>
  );
}
