import { text } from '../i18n/message';
import { movesWords as words } from '../i18n/words';
import { moves, type SpreadChange, spreadChange } from '../model/moves';
import type { Result } from '../model/result';

/** What the moves need. */
export interface MovesProps {
  readonly result: Result;
}

/** What has changed since the attempt before: whose vote, and whether they came closer. */
export function Moves({ result }: MovesProps) {
  const moved = moves(result);
  const spread = spreadChange(result);
  if (moved === undefined && spread === undefined) return null;
  return (
    <section class="moves" aria-labelledby="moves-heading">
      <h3 id="moves-heading" class="moves-heading">
        {words.heading}
      </h3>
      {spread && <p data-spread={spread.kind}>{changeText(spread)}</p>}
      {moved?.length === 0 && <p>{words.nobodyMoved}</p>}
      {moved !== undefined && moved.length > 0 && (
        <ul class="moves-list">
          {moved.map(({ name, from, to }) => (
            <li class="move" key={name}>
              <span aria-hidden="true">
                <bdi>{name}</bdi> <bdi class="move-from">{from}</bdi> →{' '}
                <bdi class="move-to">{to}</bdi>
              </span>
              <span class="unseen">{text(words.moved, { name, from, to })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function changeText({ kind, from, to }: SpreadChange): string {
  return text(words[kind], { from, count: to });
}
