// Whether something grows, from samples that are noisy and not independent of each other.

const BLOCKS = 10;

// Student's t for 95 % and as many degrees of freedom as the blocks leave (BLOCKS - 2).
const T_95 = 2.306;

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * The slope by least squares through `samples` ([at, value] in time's order), and the half width of its 95 % interval.
 *
 * Samples of neighbouring seconds resemble each other: an interval from all of them would look far
 * surer than it is. So the line goes through the medians of ten windows, which are nearly independent
 * when each is long against what the load does in turn, and which a single peak does not move.
 */
export function slopeOf(samples) {
  const size = Math.floor(samples.length / BLOCKS);
  if (size === 0) return undefined;
  const points = Array.from({ length: BLOCKS }, (_, i) => {
    const block = samples.slice(i * size, (i + 1) * size);
    return [median(block.map(([at]) => at)), median(block.map(([, value]) => value))];
  });
  const meanAt = mean(points.map(([at]) => at));
  const meanValue = mean(points.map(([, value]) => value));
  const spread = sum(points.map(([at]) => (at - meanAt) ** 2));
  const slope = sum(points.map(([at, value]) => (at - meanAt) * (value - meanValue))) / spread;
  const residual = sum(
    points.map(([at, value]) => (value - meanValue - slope * (at - meanAt)) ** 2),
  );
  return { slope, margin: T_95 * Math.sqrt(residual / (BLOCKS - 2) / spread) };
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values) {
  return sum(values) / values.length;
}
