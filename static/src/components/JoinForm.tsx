import type { FunctionComponent } from 'preact';
import { listText } from '../i18n/format';
import { rich, text } from '../i18n/message';
import { commonWords, voteWords } from '../i18n/words';
import type { VoterView } from '../model/voter';
import type { VoteRoom } from '../state/vote_room';
import { MiniCard } from './MiniCard';
import { NameList } from './NameList';
import { submittedName } from './submitted_name';
import { Trouble } from './Trouble';
import { takeFocus } from './take_focus';

/** What the join form needs. */
export interface JoinFormProps {
  readonly room: VoteRoom;
  readonly LanguagePicker: FunctionComponent;
}

/** 64 code points may take twice as many units, which browsers count; the server says what is too long. */
const NAME_UNITS = 128;

/** A name, and in. */
export function JoinForm({ room, LanguagePicker }: JoinFormProps) {
  const { seat } = room;
  const view = room.view.value;
  const title = view?.title ?? '';
  const trouble = room.trouble.value;
  const suggestedName = seat.suggestedName.value;
  const isJoining = seat.isJoining.value;
  const note = noteOf(room);
  return (
    <main class="join">
      <form
        key={suggestedName}
        class="join-form"
        onSubmit={(event) => seat.join(submittedName(event))}
        noValidate
      >
        <h1>{title === '' ? voteWords.join.heading : <bdi>{title}</bdi>}</h1>
        {view !== undefined && <Room view={view} />}
        {note !== '' && (
          <p id="join-note" class="note" role="status">
            {note}
          </p>
        )}
        <label class="field">
          <span>{voteWords.join.name}</span>
          <input
            ref={takeFocus}
            name="name"
            dir="auto"
            defaultValue={suggestedName}
            maxLength={NAME_UNITS}
            autoComplete="nickname"
            autoCapitalize="words"
            spellcheck={false}
            enterKeyHint="go"
            aria-invalid={trouble !== undefined}
            aria-describedby="join-note join-trouble"
          />
        </label>
        <div id="join-trouble">
          <Trouble kind={trouble} />
        </div>
        <button type="submit" class="button button-strong" aria-disabled={isJoining}>
          {isJoining ? voteWords.join.joining : voteWords.join.join}
        </button>
        <button type="button" class="quiet" onClick={() => room.watch()}>
          {voteWords.join.watch}
        </button>
        <LanguagePicker />
      </form>
    </main>
  );
}

/** So many lie in a row on a phone. */
const MOST_CARDS = 9;
const MOST_SEATS = 6;

/** What one joins: the cards that are played with, and who is there. */
function Room({ view: { choices, seats = [] } }: { readonly view: VoterView }) {
  const more = choices.length - MOST_CARDS;
  return (
    <>
      <p
        class="mini-row"
        role="img"
        aria-label={text(voteWords.join.deck, { cards: listText(choices, 'none') })}
      >
        {choices.slice(0, MOST_CARDS).map((choice) => (
          <MiniCard key={choice} shows={{ choice }} />
        ))}
        {more > 0 && <span aria-hidden="true">+{more}</span>}
      </p>
      {seats.length > 0 && (
        <p class="join-here">
          {rich(voteWords.join.here, {
            names: (
              <NameList
                names={seats.slice(0, MOST_SEATS).map(({ name }) => name)}
                more={Math.max(0, seats.length - MOST_SEATS)}
                end="and"
              />
            ),
          })}
        </p>
      )}
    </>
  );
}

/** What has happened, and what to do: neither is said twice where the door is locked and refused somebody. */
function noteOf({ notice, view, trouble }: VoteRoom): string {
  const { notices, locked } = voteWords.join;
  const said = notice.value && notices[notice.value];
  const door = trouble.value === 'door-locked' ? undefined : locked;
  const todo = view.value?.locked ? door : said?.todo;
  return said && todo
    ? text(commonWords.sentences, { first: said.what, second: todo })
    : (said?.what ?? todo ?? '');
}
