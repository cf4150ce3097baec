import { describe, expect, test } from "vitest";
import { axisOf, beginnings, begun, boundsOf, moved, next, ticks, windowOf } from "../src/timeline";
import { firstDay, isDate, lastDay } from "../src/times";

const axis = [2014, 2015, 2016, 2017, 2018];

describe("the axis", () => {
  test("leaves out what hardly anything is as old as", () => {
    const years = [2000, 2001, 2002, 2003];
    expect(axisOf(years, [1, 0, 30, 30])).toEqual([2002, 2003]);
    expect(axisOf(years, [2, 0, 30, 30])).toEqual(years);
    expect(axisOf([2020, 2021], [0, 9])).toEqual([2020, 2021]);
    expect(axisOf([], [])).toEqual([]);
  });
  test("is no longer than there is room", () => {
    const years = Array.from({ length: 300 }, (_, i) => 1726 + i);
    expect(axisOf(years, years.map(() => 1))).toEqual(years.slice(-40));
  });
  test("begins where spans do, or where they end if nobody says", () => {
    expect(beginnings(axis, [["2015-03", "2017"], [null, "2016"], ["2016", null], null])).toEqual([0, 1, 2, 0, 0]);
  });
  test("is labelled as far as there is room", () => {
    expect(ticks(axis)).toEqual(axis);
    expect(ticks(Array.from({ length: 20 }, (_, i) => 2003 + i))).toEqual([2005, 2010, 2015, 2020]);
  });
});

describe("the two ends", () => {
  test.each([
    [{ since: null, until: null }, [0, 4]],
    [{ since: "2015", until: "2017" }, [1, 3]],
    [{ since: "1999", until: "2016-05-01" }, [0, 2]],
    [{ since: "2031", until: null }, [4, 4]],
  ] as const)("%j stand where the years are", (bounds, window) => {
    expect(windowOf(axis, bounds)).toEqual(window);
  });
  test("shut nothing out at the ends of the axis", () => {
    expect(boundsOf(axis, [0, 4])).toEqual({ since: null, until: null });
    expect(boundsOf(axis, [1, 3])).toEqual({ since: "2015", until: "2017" });
  });
  test("give way to each other", () => {
    expect(moved([1, 2], 0, 3)).toEqual([3, 3]);
    expect(moved([2, 3], 1, 1)).toEqual([1, 1]);
    expect(moved([1, 3], 1, 4)).toEqual([1, 4]);
  });
});

describe("playing", () => {
  const played = (from: readonly [number, number]) => {
    const seen = [begun(axis, from)];
    for (let step = next(axis, seen[0]); step; step = next(axis, step)) seen.push(step);
    return seen;
  };
  test("grows from the first year where all is open", () => {
    expect(played([0, 4])).toEqual([[0, 0], [0, 1], [0, 2], [0, 3], [0, 4]]);
  });
  test("goes on from where it stands, and starts anew at the end", () => {
    expect(played([0, 2])).toEqual([[0, 2], [0, 3], [0, 4]]);
    expect(played([1, 2])).toEqual([[1, 2], [2, 3], [3, 4]]);
    expect(played([3, 4])).toEqual([[0, 1], [0, 2], [0, 3], [0, 4]]);
  });
});

test("days are as wide as they are known", () => {
  expect([firstDay("2019"), lastDay("2019"), lastDay("2019-02"), firstDay("2019-02-03")]).toEqual([20190101, 20191231, 20190231, 20190203]);
  expect(["2019", "2019-12", "2019-02-28"].every(isDate)).toBe(true);
  expect(["19", "2019-13", "2019-00", "2019-01-32", "x2019", ""].some(isDate)).toBe(false);
});
