import type { ProblemKind } from '../api/request';
import { recipeWords as words } from '../i18n/host_words';
import type { RecipeReading } from '../model/recipe';
import '../styles/recipe.css';
import { Fault } from './Fault';
import { MiniCard } from './MiniCard';
import { Trouble } from './Trouble';

/** What the note needs. */
export interface RecipeNoteProps {
  readonly reading: RecipeReading;
  /** Why the server refused, if it did. */
  readonly trouble: ProblemKind | undefined;
  readonly isBusy: boolean;
  readonly onCreate: (choices: readonly string[]) => void;
}

/** Why a recipe link did not lead to a session, and the way on with what was understood of it. */
export function RecipeNote({ reading, trouble, isBusy, onCreate }: RecipeNoteProps) {
  const { choices, faults } = reading;
  const isWrong = faults.length > 0;
  return (
    <section class="recipe" aria-labelledby="recipe-heading">
      <h1 id="recipe-heading">{isWrong ? words.heading : words.failed}</h1>
      {isWrong && (
        <div role="alert">
          <ul class="recipe-faults">
            {faults.map((fault) => (
              <li key={fault.kind}>
                <Fault fault={fault} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {isWrong && <p>{wayOn(reading)}</p>}
      {choices !== undefined && (
        <>
          <div class="mini-row" aria-hidden="true">
            {choices.map((choice) => (
              <MiniCard key={choice} shows={{ choice }} />
            ))}
          </div>
          <button
            type="button"
            class="button button-strong"
            aria-disabled={isBusy}
            onClick={() => onCreate(choices)}
          >
            {words.create}
          </button>
        </>
      )}
      <Trouble kind={trouble} />
    </section>
  );
}

function wayOn({ choices, draft }: RecipeReading): string {
  if (choices !== undefined) return words.goOn;
  return draft === '' ? words.pick : words.mend;
}
