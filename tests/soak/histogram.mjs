// Durations, counted by size: each bucket is a twentieth wider than the one below, so that percentiles
// are right to 5 %. It survives JSON.

const SMALLEST_MS = 0.01;
const GROWTH = 1.05;

export class Histogram {
  count = 0;
  max = 0;
  buckets = [];

  /** All of those, which JSON may have made plain objects, in one. */
  static of(histograms) {
    const all = new Histogram();
    for (const { count, max, buckets } of histograms) {
      all.count += count;
      all.max = Math.max(all.max, max);
      buckets.forEach((many, i) => {
        all.buckets[i] = (all.buckets[i] ?? 0) + many;
      });
    }
    return all;
  }

  record(ms) {
    const i = Math.ceil(Math.log(Math.max(ms / SMALLEST_MS, 1)) / Math.log(GROWTH));
    this.buckets[i] = (this.buckets[i] ?? 0) + 1;
    this.count += 1;
    this.max = Math.max(this.max, ms);
  }

  percentile(percent) {
    const wanted = (this.count * percent) / 100;
    let seen = 0;
    const i = this.buckets.findIndex((many) => {
      seen += many ?? 0;
      return seen >= wanted;
    });
    return Math.min(this.max, SMALLEST_MS * GROWTH ** i);
  }
}
