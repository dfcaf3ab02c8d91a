import { Announcer } from '../components/Announcer';
import { DeckButton } from '../components/DeckButton';
import { Header } from '../components/Header';
import { Trouble } from '../components/Trouble';
import { homeWords } from '../i18n/words';
import { DECKS } from '../model/deck';
import type { HomeDesk } from '../state/home_desk';

/** What the home page needs. */
export interface HomePageProps {
  readonly desk: HomeDesk;
}

/** 200 code points may take twice as many units, which browsers count; the server says what is too long. */
const TITLE_UNITS = 400;

/** Four decks on a table. One tap, and the session is there. */
export function HomePage({ desk }: HomePageProps) {
  const creating = desk.creating.value;
  return (
    <>
      <Header />
      <main class="home">
        <h1>{homeWords.heading}</h1>
        <div class="decks">
          {DECKS.map((deck) => (
            <DeckButton
              key={deck.key}
              deck={deck}
              isBusy={creating === deck.key}
              isDisabled={creating !== undefined}
              onPick={() => desk.create(deck)}
            />
          ))}
        </div>
        <label class="field home-title">
          <span>{homeWords.sessionTitle}</span>
          <input
            onInput={(event) => {
              desk.title = event.currentTarget.value;
            }}
            dir="auto"
            maxLength={TITLE_UNITS}
            placeholder={homeWords.sessionTitleExample}
            autoComplete="off"
          />
        </label>
        <Trouble kind={desk.trouble.value} />
      </main>
      <Announcer />
    </>
  );
}
