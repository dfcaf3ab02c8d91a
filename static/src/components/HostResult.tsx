import '../styles/agree.css';
import type { Result as ResultOf } from '../model/result';
import { AgreeForm, type AgreeFormProps } from './AgreeForm';
import { Result } from './Result';

/** What a result needs on the host's page. */
export interface HostResultProps extends Omit<AgreeFormProps, 'result'> {
  /** `undefined` before it is revealed. */
  readonly result: ResultOf | undefined;
}

/** A revealed round, and what the team settles on. It is fetched before there is one: a reveal must not wait. */
export function HostResult({ agreement, choices, result }: HostResultProps) {
  if (result === undefined) return null;
  return (
    <>
      <Result choices={choices} result={result} />
      <AgreeForm agreement={agreement} choices={choices} result={result} />
    </>
  );
}
