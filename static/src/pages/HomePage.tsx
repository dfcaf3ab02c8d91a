import type { FunctionComponent } from 'preact';
import type { ProblemKind } from '../api/request';
import { Buddy } from '../components/Buddy';
import { DeckButton } from '../components/DeckButton';
import { Fold } from '../components/Fold';
import { Header } from '../components/Header';
import { lately } from '../components/lately';
import { OwnCardsFold } from '../components/OwnCardsFold';
import { SessionSettings } from '../components/SessionSettings';
import { StackButton } from '../components/StackButton';
import { Trouble } from '../components/Trouble';
import { deckNames, homeWords } from '../i18n/host_words';
import { DECKS, type Deck, MORE_DECKS } from '../model/deck';
import type { HomeDesk } from '../state/home_desk';
import type { LinkMaker } from '../state/link_maker';

/** What the home page needs. */
export interface HomePageProps {
  readonly desk: HomeDesk;
  readonly maker: LinkMaker;
  /** The ways to sessions that are there already. */
  readonly Ways: FunctionComponent;
  readonly LanguagePicker: FunctionComponent;
}

/** 200 code points may take twice as many units, which browsers count; the server says what is too long. */
const TITLE_UNITS = 400;

const RecipeNote = lately(async () => (await import('../components/RecipeNote')).RecipeNote);
const RecipeLink = lately(async () => (await import('../components/RecipeLink')).RecipeLink);

/** What the session will be, then the decks: one tap, and it is there. What few need comes after its name. */
export function HomePage({ desk, maker, Ways, LanguagePicker }: HomePageProps) {
  const creating = desk.creating.value;
  const { reading } = desk;
  if (desk.isFollowing.value) return <Following />;
  return (
    <>
      <Header>
        <LanguagePicker />
      </Header>
      <main class="home">
        {reading !== undefined && (
          <RecipeNote
            reading={reading}
            trouble={troubleAt('note', desk)}
            isBusy={creating !== undefined}
            onCreate={(choices) => desk.create(choices)}
          />
        )}
        <div class="home-table">
          <Settings desk={desk} />
          <h1>{homeWords.heading}</h1>
          <div class="decks">
            {DECKS.map((deck) => (
              <DeckButton
                key={deck.key}
                deck={deck}
                isBusy={creating === deck.choices}
                isDisabled={creating !== undefined}
                onPick={() => desk.create(deck.choices)}
              />
            ))}
          </div>
          <Trouble kind={troubleAt('decks', desk)} />
          <MoreDecks desk={desk} />
        </div>
        <div class="home-ways">
          <Ways />
        </div>
        <div class="home-folds">
          <OwnCards desk={desk} />
          <Fold heading={homeWords.link}>
            <RecipeLink
              offers={maker.offers.value}
              chosen={maker.offer.value}
              link={maker.copier.value}
              onChoose={(id) => {
                maker.chosen.value = id;
              }}
            />
          </Fold>
        </div>
      </main>
    </>
  );
}

interface PartProps {
  readonly desk: HomeDesk;
}

/** What the session will be called, and what can be set for it. */
function Settings({ desk }: PartProps) {
  return (
    <div class="home-settings">
      <label class="home-title">
        <span>{homeWords.sessionTitle}</span>
        <input
          value={desk.title.value}
          onInput={(event) => {
            desk.title.value = event.currentTarget.value;
          }}
          dir="auto"
          maxLength={TITLE_UNITS}
          placeholder={homeWords.sessionTitleExample}
          autoComplete="off"
        />
      </label>
      <SessionSettings
        seconds={desk.seconds.value}
        results={desk.results.value}
        onSeconds={(seconds) => {
          desk.seconds.value = seconds;
        }}
        onResults={(results) => {
          desk.results.value = results;
        }}
      />
    </div>
  );
}

/** The moment between a recipe link and the session that it makes. */
function Following() {
  return (
    <>
      <Header />
      <main class="notice following">
        <Buddy nods />
        <p>{homeWords.creating}</p>
      </main>
    </>
  );
}

/** The reader's own decks, and those that are not for everybody. */
function MoreDecks({ desk }: PartProps) {
  const creating = desk.creating.value;
  const own = desk.own.decks.value;
  return (
    <section class="more" aria-labelledby="more-heading">
      <h2 id="more-heading" class="heading">
        {homeWords.moreDecks}
      </h2>
      <div class="stacks" style={{ '--columns': columns(own.length + MORE_DECKS.length) }}>
        {own.map((cards) => (
          <StackButton
            key={cards.join()}
            name={homeWords.ownDeck}
            choices={cards}
            isNamedByCards
            isBusy={creating === cards}
            isDisabled={creating !== undefined}
            onPick={() => desk.createOwn(cards)}
          />
        ))}
        {MORE_DECKS.map(({ key, choices }) => (
          <StackButton
            key={key}
            name={deckNames[key]}
            choices={choices}
            isBusy={creating === choices}
            isDisabled={creating !== undefined}
            onPick={() => desk.create(choices)}
          />
        ))}
      </div>
      <Trouble kind={troubleAt('more', desk)} />
    </section>
  );
}

/** How many small decks stand beside each other on a wide screen: rows as even as can be. */
function columns(count: number): number {
  return count <= 5 ? count : Math.ceil(count / 2);
}

function OwnCards({ desk }: PartProps) {
  const { own } = desk;
  return (
    <OwnCardsFold
      text={own.text.value}
      cards={own.cards.value}
      fault={own.fault.value}
      trouble={troubleAt('own', desk)}
      decks={own.decks.value}
      forgotten={own.forgotten.value}
      isBusy={desk.creating.value !== undefined}
      isOpen={Boolean(desk.reading?.draft)}
      onWrite={(text) => own.write(text)}
      onRest={() => own.rest()}
      onCreate={() => {
        const cards = own.take();
        if (cards !== undefined) desk.createOwn(cards);
      }}
      onForget={(cards) => own.forget(cards)}
      onBringBack={() => own.bringBack()}
    />
  );
}

type Part = 'note' | 'decks' | 'more' | 'own';

/** What the server refused in this part of the page: it is said where the reader has tapped. */
function troubleAt(part: Part, desk: HomeDesk): ProblemKind | undefined {
  const refusal = desk.refusal.value;
  if (refusal === undefined) return undefined;
  return partWith(refusal.choices, desk) === part ? refusal.kind : undefined;
}

function partWith(choices: readonly string[], { reading, own }: HomeDesk): Part | undefined {
  const isOne = (deck: Deck) => deck.choices === choices;
  if (choices === reading?.choices) return 'note';
  if (DECKS.some(isOne)) return 'decks';
  if (MORE_DECKS.some(isOne) || own.decks.value.includes(choices)) return 'more';
  return choices === own.cards.value ? 'own' : undefined; // else they have been rewritten since
}
