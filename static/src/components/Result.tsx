import type { ComponentChildren } from 'preact';
import { decimalsText, percentText } from '../i18n/format';
import { rich, text } from '../i18n/message';
import { resultWords } from '../i18n/words';
import { faceLength } from '../model/face';
import {
  type Result as ResultOf,
  range,
  type Statistics,
  type Tally,
  tally,
} from '../model/result';
import { lately } from './lately';
import { MiniCard } from './MiniCard';
import { NameList } from './NameList';
import '../styles/result.css';

/** What a result needs. */
export interface ResultProps {
  readonly choices: readonly string[];
  readonly result: ResultOf;
}

/** A revealed round: a bar for each card with the names below it, the numbers, and what has moved. */
export function Result({ choices, result }: ResultProps) {
  return (
    <section class="result" aria-labelledby="result-heading">
      <div class="result-part">
        <h2 id="result-heading" class="heading">
          {resultWords.heading}
        </h2>
        {result.agreed !== undefined && (
          <p class="result-recorded">
            {rich(resultWords.recorded, { value: <bdi>{result.agreed}</bdi> })}
          </p>
        )}
        <ol class="bars">
          {linesOf(choices, result).map((line) => (
            <Bar key={line.choice} line={line} />
          ))}
        </ol>
      </div>
      <div class="result-part">
        {result.statistics && <Numbers statistics={result.statistics} />}
        {result.before && <Since result={result} />}
      </div>
    </section>
  );
}

/** The cards that were chosen, and those between them that nobody took: how far apart the votes are, is to be seen. */
function linesOf(choices: readonly string[], { ballots, statistics }: ResultOf): Tally[] {
  const between = new Set(range(choices, statistics));
  return tally(choices, ballots).filter(({ choice, count }) => count > 0 || between.has(choice));
}

function Bar({ line: { choice, count, names, share, leads } }: { readonly line: Tally }) {
  return (
    <li class="bar" data-leads={leads} data-empty={count === 0}>
      <span class="unseen">{text(resultWords.line, { choice, count })} </span>
      <MiniCard shows={{ choice }} />
      <span class="bar-side">
        {count > 0 && (
          <span class="bar-track" aria-hidden="true">
            <span class="bar-fill" style={{ '--share': share }} />
            <span class="bar-count">{count}</span>
          </span>
        )}
        {faceLength(choice) === 'long' && <bdi class="bar-choice">{choice}</bdi>}
        {names.length > 0 && (
          <span class="bar-names">
            <NameList names={names} />
          </span>
        )}
      </span>
    </li>
  );
}

/** What compares an attempt with the one before: most rounds have none. */
const Since = lately(async () => (await import('./Moves')).Moves);

/** The few that are looked for first are written big, the others follow small. */
function Numbers({ statistics }: { readonly statistics: Statistics }) {
  const { mean, median, middle, votes, abstentions, modes, nearest, agreement } = statistics;
  return (
    <>
      <dl class="numbers">
        {mean !== undefined && (
          <NumberOf label={resultWords.average}>{decimalsText(mean)}</NumberOf>
        )}
        {median !== undefined && (
          <NumberOf label={resultWords.median}>{decimalsText(median)}</NumberOf>
        )}
        {middle.length > 0 && (
          <NumberOf label={text(resultWords.middle, { count: middle.length })}>
            <NameList names={middle} />
          </NumberOf>
        )}
        <NumberOf label={resultWords.votes}>{votes}</NumberOf>
        <NumberOf label={resultWords.abstentions}>{abstentions}</NumberOf>
      </dl>
      {modes.length > 0 && (
        <dl class="numbers numbers-more">
          <NumberOf label={resultWords.mode}>
            <NameList names={modes} />
          </NumberOf>
          <Range statistics={statistics} />
          {nearest !== undefined && (
            <NumberOf label={resultWords.nearest}>
              <bdi>{nearest}</bdi>
            </NumberOf>
          )}
          {agreement !== undefined && (
            <NumberOf label={resultWords.agreement}>{percentText(agreement)}</NumberOf>
          )}
        </dl>
      )}
    </>
  );
}

function Range({ statistics: { lowest, highest, spread } }: { readonly statistics: Statistics }) {
  if (lowest === undefined || highest === undefined) return null;
  return (
    <NumberOf label={resultWords.range}>
      {lowest === highest ? (
        <bdi>{lowest}</bdi>
      ) : (
        rich(resultWords.span, { lowest: <bdi>{lowest}</bdi>, highest: <bdi>{highest}</bdi> })
      )}
      {spread !== undefined && <small> {text(resultWords.steps, { count: spread })}</small>}
    </NumberOf>
  );
}

interface NumberOfProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

function NumberOf({ label, children }: NumberOfProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
