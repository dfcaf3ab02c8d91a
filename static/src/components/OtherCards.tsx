import { deckNames, deckWords as words } from '../i18n/host_words';
import { text } from '../i18n/message';
import { DECKS, deckCalled, MORE_DECKS } from '../model/deck';
import type { DeckChange } from '../state/deck_change';
import { Fault } from './Fault';
import { Fold } from './Fold';

/** What changing the deck needs. */
export interface OtherCardsProps {
  /** Those that are played with. */
  readonly choices: readonly string[];
  /** Whether the cards may be changed now. */
  readonly isClosed: boolean;
  readonly change: DeckChange;
}

/** The cards that are played with, and other ones for the rounds to come. */
export function OtherCards({ choices, isClosed, change }: OtherCardsProps) {
  const fault = change.fault.value;
  return (
    <Fold heading={words.heading} aside={choices.join(' ')}>
      <p class="fold-text">{isClosed ? words.text : words.closeFirst}</p>
      {isClosed && (
        <form
          class="topics-add"
          onSubmit={(event) => {
            event.preventDefault();
            void change.change();
          }}
        >
          <label class="field">
            <span>{words.known}</span>
            <select
              value=""
              onChange={(event) => {
                const deck = deckCalled(event.currentTarget.value);
                if (deck !== undefined) change.pick(deck.choices);
              }}
            >
              <option value="">{words.pick}</option>
              {[...DECKS, ...MORE_DECKS].map(({ key, choices }) => (
                <option key={key} value={key}>
                  {text(words.option, { name: deckNames[key], cards: choices.join(' ') })}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>{words.field}</span>
            <input
              value={change.text.value}
              autocomplete="off"
              onInput={(event) => {
                change.text.value = event.currentTarget.value;
              }}
            />
          </label>
          <p class="fold-text">{words.help}</p>
          <p class="trouble" role="alert">
            {fault && <Fault fault={fault} />}
          </p>
          <button type="submit" class="button">
            {words.change}
          </button>
        </form>
      )}
    </Fold>
  );
}
