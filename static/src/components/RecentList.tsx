import { timeOf } from '../i18n/format';
import { deckNames, waysWords as words } from '../i18n/host_words';
import { rich, text } from '../i18n/message';
import { deckOf } from '../model/deck';
import type { Recent, RecentSession } from '../state/recent';
import { HOST_ICONS } from './host_icons';
import { Icon } from './Icon';
import { Stack } from './Stack';
import { takeFocus } from './take_focus';

/** What the last sessions need. */
export interface RecentListProps {
  readonly recent: Recent;
  /** The path prefix of the server. */
  readonly base: string;
}

/** The sessions that the reader was in last, each a way back as what one was. */
export function RecentList({ recent, base }: RecentListProps) {
  const sessions = recent.shown.value;
  const forgotten = recent.forgotten.value;
  if (sessions.length === 0 && forgotten === undefined) return null;
  return (
    <section class="recent" aria-labelledby="recent-heading">
      <h2 id="recent-heading" class="heading">
        {words.recent}
      </h2>
      <ul>
        {sessions.map((session) => (
          <li key={session.id} class="recent-one">
            <a href={`${base}/${session.id}${session.name === undefined ? '/control' : ''}`}>
              <Stack choices={session.choices} />
              <bdi class="recent-title">{titleOf(session)}</bdi>
              <span class="recent-about">
                {session.name === undefined
                  ? words.host
                  : rich(words.voter, { name: <bdi>{session.name}</bdi> })}
                {' · '}
                {timeOf(session.date, Date.now(), { weekday: 'short' })}
              </span>
            </a>
            <button
              type="button"
              class="recent-forget"
              aria-label={text(words.forget, { title: titleOf(session) })}
              onClick={() => recent.forget(session)}
            >
              <Icon name="out" path={HOST_ICONS.out} />
            </button>
          </li>
        ))}
      </ul>
      {forgotten !== undefined && (
        <p class="recent-forgotten">
          <span>{rich(words.forgotten, { title: <bdi>{titleOf(forgotten.session)}</bdi> })}</span>
          <button
            key={forgotten.session.id}
            // The button that was tapped is gone: its opposite has the focus.
            ref={takeFocus}
            type="button"
            class="quiet"
            onClick={() => recent.bringBack()}
          >
            {words.bringBack}
          </button>
        </p>
      )}
    </section>
  );
}

/** Its own, or what its cards are called; by its code, where nobody knows more. */
function titleOf({ title, choices, id }: RecentSession): string {
  if (title !== '') return title;
  const deck = deckOf(choices);
  return deck ? deckNames[deck.key] : choices.join(' ') || id;
}
