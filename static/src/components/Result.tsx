import { resultWords } from '../i18n/words';
import { faceLength } from '../model/face';
import { consensus, type Result as ResultOf, type Statistics, tally } from '../model/result';
import { Face } from './Face';
import { MiniCard } from './MiniCard';
import { NameList } from './NameList';

/** What a result needs. */
export interface ResultProps {
  readonly choices: readonly string[];
  readonly result: ResultOf;
}

/** A revealed round: a bar for each card of the deck with the names on it, then the numbers. */
export function Result({ choices, result }: ResultProps) {
  const lines = tally(choices, result.ballots);
  const agreed = consensus(lines, result.statistics);
  return (
    <section class="result" aria-labelledby="result-heading">
      <h2 id="result-heading" class={agreed === undefined ? 'heading' : 'heading result-agreed'}>
        {agreed === undefined ? resultWords.heading : resultWords.agreed(<Face choice={agreed} />)}
      </h2>
      <ol class="bars">
        {lines.map(({ choice, count, names, share, leads }) => (
          <li class="bar" key={choice} data-leads={leads} data-empty={count === 0}>
            <span class="unseen">{resultWords.line(choice, count)} </span>
            <MiniCard shows={{ choice }} />
            <span class="bar-track">
              <span class="bar-fill" style={{ '--share': share }} />
              <span class="bar-names">
                {faceLength(choice) === 'long' && <bdi class="bar-choice">{choice}</bdi>}
                <NameList names={names} />
              </span>
            </span>
            <span class="bar-count" aria-hidden="true">
              {count > 0 && count}
            </span>
          </li>
        ))}
      </ol>
      {result.statistics && <Numbers statistics={result.statistics} />}
    </section>
  );
}

function Numbers({ statistics }: { readonly statistics: Statistics }) {
  const { mean, median, votes, abstentions } = statistics;
  return (
    <dl class="numbers">
      {mean !== undefined && <NumberOf label={resultWords.average} value={mean} />}
      {median !== undefined && <NumberOf label={resultWords.median} value={median} />}
      <NumberOf label={resultWords.votes} value={String(votes)} />
      <NumberOf label={resultWords.abstentions} value={String(abstentions)} />
    </dl>
  );
}

function NumberOf({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
