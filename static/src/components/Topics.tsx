import { Component } from 'preact';
import { numberText } from '../i18n/format';
import { topicsWords as words } from '../i18n/host_words';
import { text } from '../i18n/message';
import { shownTopic } from '../model/round';
import { MOST_TOPICS } from '../model/topic';
import type { TopicList, TopicsFault } from '../state/topic_list';
import { Fold } from './Fold';
import { FoundTopics } from './FoundTopics';
import { HOST_ICONS } from './host_icons';
import { Icon } from './Icon';
import { TopicText } from './TopicText';

/** What the list of topics needs. */
export interface TopicsProps {
  readonly topics: readonly string[];
  readonly list: TopicList;
  readonly onTake: (topic: string) => void;
}

/** What is to be voted on next, in its order. */
export function Topics(props: TopicsProps) {
  const { topics, list } = props;
  return (
    <Fold
      heading={words.heading}
      aside={topics.length === 0 ? '' : numberText(topics.length)}
      onOpen={() => void list.prepare()}
    >
      {topics.length === 0 ? <p class="fold-text">{words.none}</p> : <Lines {...props} />}
      <form
        class="topics-add"
        onSubmit={(event) => {
          event.preventDefault();
          void list.add();
        }}
        onDrop={(event) => void list.open([...(event.dataTransfer?.files ?? [])])}
      >
        <label class="field">
          <span>{words.field}</span>
          <textarea
            rows={3}
            value={list.draft.value}
            placeholder={words.placeholder}
            onInput={(event) => {
              const { value } = event.currentTarget;
              list.write(value, /^insertFrom/.test((event as InputEvent).inputType));
            }}
          />
        </label>
        <p class="fold-text">{words.help}</p>
        <FoundTopics
          found={list.found.value}
          room={list.room()}
          onPick={(column) => list.pick(column)}
          onSetHeaded={(isHeaded) => list.setHeaded(isHeaded)}
        />
        <p class="trouble" role="alert">
          {list.fault.value && faultText(list.fault.value)}
        </p>
        <div class="topics-buttons">
          <button type="submit" class="button">
            {words.add}
          </button>
          <label class="topics-file">
            <input
              type="file"
              class="unseen"
              accept=".csv,.tsv,.txt,.md,text/*"
              onChange={(event) => {
                const field = event.currentTarget;
                void list.open([...(field.files ?? [])]);
                field.value = ''; // so that the same file can be opened again
              }}
            />
            <span class="tool">{words.file}</span>
          </label>
        </div>
      </form>
    </Fold>
  );
}

/** Why nothing was taken, or not all. */
function faultText(fault: TopicsFault): string {
  switch (fault.kind) {
    case 'tooMany':
      return text(words.tooMany, { most: MOST_TOPICS });
    case 'oneFile':
      return words.oneFile;
    case 'fieldFirst':
      return words.fieldFirst;
    case 'fileTooLarge':
      return text(words.fileTooLarge, fault);
    case 'noText':
      return text(words.noText, fault);
    case 'emptyFile':
      return text(words.emptyFile, fault);
    case 'noReader':
      return words.noReader;
  }
}

/** The topics; drawn anew only when they change, for they may be many, and the page is drawn with each letter. */
class Lines extends Component<TopicsProps> {
  override shouldComponentUpdate({ topics, list }: TopicsProps): boolean {
    return topics !== this.props.topics || list !== this.props.list;
  }

  override render() {
    const { topics } = this.props;
    return (
      <ol class="topics">
        {topics.map((topic, index) => (
          // Two topics may read the same: the place tells them apart.
          <Line key={index} topic={topic} index={index} {...this.props} />
        ))}
      </ol>
    );
  }
}

interface LineProps extends TopicsProps {
  readonly topic: string;
  readonly index: number;
}

function Line({ topic, index, topics, list, onTake }: LineProps) {
  const shown = { topic: shownTopic(topic).text };
  return (
    <li class="topics-one">
      <span class="topics-text">
        <TopicText topic={topic} />
      </span>
      <button
        type="button"
        class="tool"
        aria-label={text(words.takeTopic, shown)}
        onClick={() => onTake(topic)}
      >
        {words.take}
      </button>
      <Sign
        name="up"
        label={text(words.up, shown)}
        isOff={index === 0}
        onTap={(place) => {
          list.move(index, -1);
          focusSign(place, index - 1, ['up', 'down']);
        }}
      />
      <Sign
        name="down"
        label={text(words.down, shown)}
        isOff={index === topics.length - 1}
        onTap={(place) => {
          list.move(index, 1);
          focusSign(place, index + 1, ['down', 'up']);
        }}
      />
      <Sign
        name="out"
        label={text(words.remove, shown)}
        onTap={(place) => {
          const fold = place?.closest('details');
          list.remove(index);
          if (topics.length === 1) fold?.querySelector('summary')?.focus();
          else focusSign(place, Math.min(index, topics.length - 2), ['out']);
        }}
      />
    </li>
  );
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
      <Icon name={name} path={HOST_ICONS[name]} />
    </button>
  );
}
