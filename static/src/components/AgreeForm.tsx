import { agreeWords as words } from '../i18n/host_words';
import { type Result, range, tally } from '../model/result';
import { type Agreement, likeliest } from '../state/agreement';
import { Face } from './Face';
import { plainKey } from './plain_key';
import { takeFocus } from './take_focus';

/** What recording an agreement needs. */
export interface AgreeFormProps {
  readonly agreement: Agreement;
  readonly choices: readonly string[];
  readonly result: Result;
}

/** So many cards are offered; more are not a quick choice. */
const MOST_OFFERED = 8;

/** What the team settles on: a tap on a card, the likeliest marked, or something else in words. */
export function AgreeForm({ agreement, choices, result }: AgreeFormProps) {
  const { agreed } = result;
  const offered = cardsOf(choices, result);
  const isOther = agreement.isOther.value;
  return (
    <section class="agree" aria-labelledby="agree-heading">
      <h2 id="agree-heading" class="heading">
        {words.heading}
      </h2>
      <div class="agree-cards">
        {offered.map((card) => (
          <button
            key={card}
            type="button"
            class="agree-card"
            aria-pressed={card === agreed}
            data-likeliest={agreed === undefined && card === likeliest(result)}
            onClick={() => agreement.record(card === agreed ? '' : card)}
          >
            <Face choice={card} />
          </button>
        ))}
        <button
          type="button"
          class="agree-card agree-other"
          aria-expanded={isOther}
          onClick={() => {
            agreement.isOther.value = !isOther;
          }}
        >
          {words.else}
        </button>
      </div>
      {isOther && <Other agreement={agreement} />}
    </section>
  );
}

function Other({ agreement }: Pick<AgreeFormProps, 'agreement'>) {
  return (
    <form
      class="agree-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const form = event.currentTarget;
        if (await agreement.record()) close(agreement, form);
      }}
    >
      <label class="field">
        <span>{words.field}</span>
        <input
          ref={takeFocus}
          value={agreement.text.value}
          dir="auto"
          maxLength={128}
          autoComplete="off"
          onInput={(event) => {
            agreement.text.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (plainKey(event) !== 'Escape') return;
            agreement.giveUp();
            close(agreement, event.currentTarget);
          }}
        />
      </label>
      <button type="submit" class="tool">
        {words.record}
      </button>
    </form>
  );
}

/** The field goes, and the focus, if it is in `place`, goes to where the field came from. */
function close({ isOther }: Agreement, place: Element): void {
  if (place.contains(document.activeElement)) {
    place.closest('.agree')?.querySelector<HTMLElement>('.agree-other')?.focus();
  }
  isOther.value = false;
}

/** From the lowest card that was chosen to the highest, or the most chosen of them; and whatever is recorded. */
function cardsOf(choices: readonly string[], { ballots, agreed, statistics }: Result): string[] {
  const chosen = tally(choices, ballots).filter(({ count }) => count > 0);
  const between = range(choices, statistics);
  const isFew = between.length > 0 && between.length <= MOST_OFFERED;
  const most = new Set([...chosen].sort((a, b) => b.count - a.count).slice(0, MOST_OFFERED));
  const offered = isFew
    ? between
    : chosen.filter((line) => most.has(line)).map(({ choice }) => choice);
  const isOther = agreed !== undefined && !offered.includes(agreed);
  return isOther ? [...offered, agreed] : offered;
}
