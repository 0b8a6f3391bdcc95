import { describe, expect, it } from "vitest";
import { atLeast, atMost, median, ms, percentile, perSecond, plain, table } from "./figures.ts";

describe("figures of benchmarks", () => {
  it("take percentiles from the samples that there are", () => {
    const samples = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(samples, 0.99)).toBe(99);
    expect(percentile(samples, 1)).toBe(100);
    expect(percentile(samples, 0)).toBe(1);
    expect(median([3, 1, 2])).toBe(2);
    expect(median([7])).toBe(7);
    expect(median([])).toBeNaN();
  });

  it("are written with their unit", () => {
    expect([ms(1.23), ms(12.3), ms(1234), ms(12_345)]).toEqual([
      "1.2 ms",
      "12 ms",
      "1.2 s",
      "12 s",
    ]);
    expect(perSecond(12_345)).toBe("12,300 /s");
  });

  it("say whether they are within their budget", () => {
    const text = table([
      atMost("start", 250, 300, "5 samples"),
      atLeast("lookups", 10_000, 20_000, "3 s"),
      plain("size", "4 KB", "largest"),
    ]);
    expect(text.split("\n").slice(2)).toEqual([
      "| start | 250 ms | ≤ 300 ms | yes | 5 samples |",
      "| lookups | 10,000 /s | ≥ 20,000 /s | **no** | 3 s |",
      "| size | 4 KB |  |  | largest |",
    ]);
  });
});
