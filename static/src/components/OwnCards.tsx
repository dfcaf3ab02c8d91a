import { ownCardsWords as words } from '../i18n/host_words';
import { rich, text } from '../i18n/message';
import '../styles/own.css';
import { Fault } from './Fault';
import { MiniCard } from './MiniCard';
import type { OwnCardsFoldProps } from './OwnCardsFold';
import { Trouble } from './Trouble';
import { takeFocus } from './take_focus';

/** 64 cards of 64 code points, of two units each, and what parts them; what is pasted by mistake is cut. */
const MOST_UNITS = 8400;
/** No deck has more, and what is pasted by mistake may. */
const MOST_SHOWN = 100;

/** Cards that the reader writes, shown as they will be, and the decks that were made so before. */
export function OwnCards(props: OwnCardsFoldProps) {
  const { text: draft, cards, fault, trouble, isBusy, onWrite, onRest, onCreate } = props;
  return (
    <>
      <form
        class="own"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onCreate();
        }}
      >
        <label class="field">
          <span>{words.field}</span>
          <textarea
            rows={2}
            dir="auto"
            value={draft}
            onInput={(event) => onWrite(event.currentTarget.value)}
            onBlur={onRest}
            maxLength={MOST_UNITS}
            placeholder={words.example}
            autoComplete="off"
            autoCapitalize="off"
            spellcheck={false}
            aria-invalid={fault !== undefined}
            aria-describedby="own-help own-fault"
          />
        </label>
        <p id="own-help" class="own-help">
          {words.help}
        </p>
        {cards.length > 0 && (
          <div class="mini-row" aria-hidden="true">
            {cards.slice(0, MOST_SHOWN).map((choice, index) => (
              // By its place: a card that grows with each letter must not turn over with each.
              <MiniCard key={index} shows={{ choice }} />
            ))}
          </div>
        )}
        <div class="own-make">
          <button type="submit" class="button button-strong" aria-disabled={isBusy}>
            {words.create}
          </button>
          {cards.length > 0 && (
            <span class="own-count">{text(words.cards, { count: cards.length })}</span>
          )}
        </div>
        {/* Below the button: what appears as the field is left must not move it from under the finger. */}
        <p id="own-fault" class="trouble" role="alert">
          {fault && <Fault fault={fault} />}
        </p>
        <Trouble kind={trouble} />
      </form>
      <Remembered {...props} />
    </>
  );
}

type RememberedProps = Pick<OwnCardsFoldProps, 'decks' | 'forgotten' | 'onForget' | 'onBringBack'>;

function Remembered({ decks, forgotten, onForget, onBringBack }: RememberedProps) {
  if (decks.length === 0 && forgotten === undefined) return null;
  return (
    <section class="kept" aria-labelledby="kept-heading">
      <h3 id="kept-heading">{words.remembered}</h3>
      <ul>
        {decks.map((cards) => (
          <li key={cards.join()} class="kept-deck">
            <bdi>{cards.join(' ')}</bdi>
            <button
              type="button"
              class="quiet"
              aria-label={text(words.forgetDeck, { cards: cards.join(' ') })}
              onClick={() => onForget(cards)}
            >
              {words.forget}
            </button>
          </li>
        ))}
      </ul>
      {forgotten !== undefined && (
        <p class="kept-deck">
          <span>{rich(words.forgotten, { cards: <bdi>{forgotten.join(' ')}</bdi> })}</span>
          <button
            key={forgotten.join()}
            // The button that was tapped is gone: its opposite has the focus.
            ref={takeFocus}
            type="button"
            class="quiet"
            onClick={onBringBack}
          >
            {words.bringBack}
          </button>
        </p>
      )}
    </section>
  );
}
