import { Component } from 'preact';
import { topicsWords as words } from '../i18n/host_words';
import { rich, text } from '../i18n/message';
import type { Rich } from '../i18n/rich';
import type { Column } from '../model/pasted';
import type { Found, FoundTable, FoundTopic } from '../state/topic_list';
import { TopicText } from './TopicText';

/** What is found in the field, and what of it is to be taken. */
export interface FoundTopicsProps {
  readonly found: Found | undefined;
  /** How many topics there is room for. */
  readonly room: number;
  /** Takes another column; `undefined` for whole lines. */
  readonly onPick: (column: number | undefined) => void;
  readonly onSetHeaded: (isHeaded: boolean) => void;
}

/** Enough of a cell to know its column by. */
const EXAMPLE_LETTERS = 40;

/** The topics that would be added, before they are: all of them where there is a choice, or else what stays and why. */
export function FoundTopics({ found, room, onPick, onSetHeaded }: FoundTopicsProps) {
  const fit = found?.topics.filter(({ fault }) => fault === undefined).length ?? 0;
  const table = found?.table;
  const faulty = found?.topics.filter(({ fault }) => fault !== undefined) ?? [];
  return (
    <div class="found" data-is-table={table !== undefined}>
      <output class="found-count">{table && counted(table, fit)}</output>
      {found && table && (
        <>
          <Choices table={table} onPick={onPick} onSetHeaded={onSetHeaded} />
          <Rows topics={found.topics} />
          {table.blank > 0 && <p class="fold-text">{text(words.blank, { count: table.blank })}</p>}
          {table.unlinked > 0 && (
            <p class="fold-text">{text(words.unlinked, { count: table.unlinked })}</p>
          )}
          {table.others.length > 0 && (
            <div class="found-others">
              <p class="fold-text">{words.others}</p>
              <ul>
                {table.others.map((line, index) => (
                  <li key={index}>
                    <bdi>{line}</bdi>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
      {!table && faulty.length > 0 && <Rows topics={faulty} />}
      {fit > room && <p class="fold-text">{text(words.full, { count: room })}</p>}
    </div>
  );
}

function counted({ columns, column, ...table }: FoundTable, count: number): Rich {
  if (column === undefined) return text(words.fromLines, { count });
  const name = columns[column]?.name;
  if (columns.length === 1 && !name) return text(words.fromText, { count });
  return table.isHeaded && name
    ? rich(words.fromColumn, { count, column: <bdi class="found-name">{name}</bdi> })
    : text(words.fromColumnNumber, { count, number: column + 1 });
}

interface ChoicesProps extends Pick<FoundTopicsProps, 'onPick' | 'onSetHeaded'> {
  readonly table: FoundTable;
}

function Choices({ table, onPick, onSetHeaded }: ChoicesProps) {
  const { columns, column, isHeaded, heading } = table;
  return (
    <>
      <label class="field">
        <span>{words.column}</span>
        <select
          value={column === undefined ? '' : String(column)}
          onChange={({ currentTarget: { value } }) =>
            onPick(value === '' ? undefined : Number(value))
          }
        >
          {columns.map((one, index) => (
            <option key={index} value={String(index)}>
              {labelOf(one, index)}
            </option>
          ))}
          <option value="">{words.wholeLines}</option>
        </select>
      </label>
      {column !== undefined && (
        <label class="found-heading">
          <input
            type="checkbox"
            checked={isHeaded}
            onChange={(event) => onSetHeaded(event.currentTarget.checked)}
          />
          <span>{rich(words.headed, { heading: <bdi>{heading}</bdi> })}</span>
        </label>
      )}
    </>
  );
}

function labelOf({ name, example }: Column, index: number): string {
  const letters = [...example];
  const begin = letters.slice(0, EXAMPLE_LETTERS).join('');
  return text(words.example, {
    name: name || text(words.columnNumber, { number: index + 1 }),
    example: letters.length > EXAMPLE_LETTERS ? `${begin}…` : begin,
  });
}

interface RowsProps {
  readonly topics: readonly FoundTopic[];
}

/** Each topic, and beside it why it can't be added; drawn anew only when they change. */
class Rows extends Component<RowsProps> {
  override shouldComponentUpdate({ topics }: RowsProps): boolean {
    return topics !== this.props.topics;
  }

  override render() {
    return (
      // Scrolled by the keyboard, too.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it may be longer than its place
      <ol class="found-rows" tabIndex={0} aria-label={words.preview}>
        {this.props.topics.map(({ place, text: topic, fault }) => (
          <li key={place} value={place}>
            <span class={fault && 'found-begin'}>
              <TopicText topic={topic} />
            </span>
            {fault && <strong class="found-fault">{words.faults[fault]}</strong>}
          </li>
        ))}
      </ol>
    );
  }
}
