import { commonWords, deskWords } from '../i18n/words';
import { MOST_CHARACTERS, MOST_TOPICS } from '../model/topics';
import type { TopicList, TopicsFault } from '../state/topic_list';
import { Fold } from './Fold';
import { Icon } from './Icon';

/** What the list of topics needs. */
export interface TopicsProps {
  readonly topics: readonly string[];
  readonly list: TopicList;
  readonly onTake: (topic: string) => void;
}

const words = deskWords.topics;

/** What is to be voted on next, in its order. */
export function Topics({ topics, list, onTake }: TopicsProps) {
  return (
    <Fold heading={words.heading} aside={words.count(topics.length)}>
      {topics.length === 0 ? (
        <p class="fold-text">{words.none}</p>
      ) : (
        <ol class="topics">
          {topics.map((topic, index) => (
            // Two topics may read the same: the place tells them apart.
            <li class="topics-one" key={index}>
              <bdi class="topics-text">{topic}</bdi>
              <button
                type="button"
                class="tool"
                aria-label={words.takeTopic(topic)}
                onClick={() => onTake(topic)}
              >
                {words.take}
              </button>
              <Sign
                name="up"
                label={words.up(topic)}
                isOff={index === 0}
                onTap={(place) => {
                  list.move(index, -1);
                  focusSign(place, index - 1, ['up', 'down']);
                }}
              />
              <Sign
                name="down"
                label={words.down(topic)}
                isOff={index === topics.length - 1}
                onTap={(place) => {
                  list.move(index, 1);
                  focusSign(place, index + 1, ['down', 'up']);
                }}
              />
              <Sign
                name="out"
                label={words.remove(topic)}
                onTap={(place) => {
                  const fold = place?.closest('details');
                  list.remove(index);
                  if (topics.length === 1) fold?.querySelector('summary')?.focus();
                  else focusSign(place, Math.min(index, topics.length - 2), ['out']);
                }}
              />
            </li>
          ))}
        </ol>
      )}
      <form
        class="topics-add"
        onSubmit={(event) => {
          event.preventDefault();
          void list.add();
        }}
      >
        <label class="field">
          <span>{words.field}</span>
          <textarea
            rows={3}
            value={list.draft.value}
            placeholder={words.example}
            onInput={(event) => {
              list.draft.value = event.currentTarget.value;
            }}
          />
        </label>
        <p class="fold-text">{words.help}</p>
        <p class="trouble" role="alert">
          {list.fault.value && faultText(list.fault.value)}
        </p>
        <button type="submit" class="button">
          {words.add}
        </button>
      </form>
    </Fold>
  );
}

/** How many topics that are too long are named, and how much of each is shown. */
const MOST_NAMED = 3;
const NAMED_CHARACTERS = 30;

function faultText(fault: TopicsFault): string {
  if (fault.kind === 'tooMany') return words.tooMany(MOST_TOPICS);
  return words.tooLong(MOST_CHARACTERS, named(fault.topics));
}

/** The first of `topics` by how they begin, and how many more there are. */
function named(topics: readonly string[]): readonly string[] {
  const begins = topics
    .slice(0, MOST_NAMED)
    .map((topic) => words.begins([...topic].slice(0, NAMED_CHARACTERS).join('')));
  const more = topics.length - begins.length;
  return more > 0 ? [...begins, commonWords.more(more)] : begins;
}

type SignName = 'up' | 'down' | 'out';

/**
 * Focuses the first of `names` that can be tapped in line `index` of `list`. The page is drawn as soon as the topics
 * change, and lines stay in their places: the focus has to go where the topic went.
 */
function focusSign(list: Element | null, index: number, names: readonly SignName[]): void {
  const line = list?.children[index];
  names
    .map((name) => line?.querySelector<HTMLElement>(`[data-sign=${name}][aria-disabled=false]`))
    .find((sign) => sign)
    ?.focus();
}

interface SignProps {
  readonly name: SignName;
  readonly label: string;
  readonly isOff?: boolean;
  readonly onTap: (list: Element | null) => void;
}

function Sign({ name, label, isOff = false, onTap }: SignProps) {
  return (
    <button
      type="button"
      class="sign"
      data-sign={name}
      aria-label={label}
      aria-disabled={isOff}
      onClick={(event) => !isOff && onTap(event.currentTarget.closest('ol'))}
    >
      <Icon name={name} />
    </button>
  );
}
