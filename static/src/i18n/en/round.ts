function unit(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}

function timeLeft(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const parts = [
    minutes > 0 && unit(minutes, 'minute'),
    (minutes === 0 || seconds % 60 > 0) && unit(seconds % 60, 'second'),
  ];
  return `${parts.filter(Boolean).join(' ')} left`;
}

/** What every page says of a round: its topic, and its time. */
export const roundWords = {
  attempt: (attempt: number) => `Attempt ${attempt}`,
  timer: 'Time left',
  timeLeft,
  timeUp: 'Time is up',
};
