import { describe, expect, test } from "vitest";
import { ordered, rowsOf, titled } from "../src/catalogue";
import { type Line, isHeading, markedLines } from "../src/marks";
import { mentionsIn } from "../src/naming";
import { pointsIn, unitsOf } from "../src/offsets";
import type { Thing } from "../src/payload";
import { evidenced, factsIn, reports } from "../src/reports";
import { Words } from "../src/words";
import { ALPHA, ANNA, BETA, IN_TOWN, PARTNERS, POST, SIGNED_A, SIGNED_B, TEXTS, TOWN, graph } from "./small";

describe("offsets", () => {
  test.each(["", "plain", "Россия 中国", "🤝 deal 𠮷野 👩‍🔬 end", "𠮷𠮷𠮷", "a\ud83d broken \udd1d"])("of %j are those that Python counts", (text) => {
    const units = unitsOf(text);
    const points = [...text];
    let unit = 0;
    points.forEach((character, point) => {
      expect(units(point)).toBe(unit);
      unit += character.length;
    });
    expect(units(points.length)).toBe(text.length);
    expect(pointsIn(text)).toBe(points.length);
  });
});

const thing = (...names: string[]): Thing => ({ key: names[0] ?? "", cls: "University", label: names[0] ?? "", names: names.map((name) => [name, "en", "preferred"] as const) });
const found = (text: string, ...things: Thing[]) => mentionsIn(text, things, [...things.keys()]).map(({ thing, start, end }) => [thing, text.slice(start, end)]);

describe("names in a text", () => {
  test("are whole words, except where a script sets no spaces", () => {
    expect(found("MAI, MAIN, EMAI and MAI-2", thing("MAI"))).toEqual([[0, "MAI"], [0, "MAI"]]);
    expect(found("去清华大学学习", thing("清华大学"))).toEqual([[0, "清华大学"]]);
    expect(found("Во ВШЭ и вшэр", thing("ВШЭ"))).toEqual([[0, "ВШЭ"]]);
  });
  test("count with other capitals only where none is written so", () => {
    expect(found("Optics and optics", thing("optics"))).toEqual([[0, "optics"]]);
    expect(found("OPTICS in Harbin", thing("optics"))).toEqual([[0, "OPTICS"]]);
  });
  test("lie within each other, unless they mean the same", () => {
    const [office, university] = [thing("SPbPU Office in Shanghai"), thing("SPbPU", "SPbPU Office")];
    expect(found("the SPbPU Office in Shanghai", office, university)).toEqual([[0, "SPbPU Office in Shanghai"], [1, "SPbPU Office"]]);
  });
  test("do not cross: what begins first goes on", () => {
    expect(found("North China Power University", thing("North China Power"), thing("Power University"))).toEqual([[0, "North China Power"]]);
  });
  test("shared by two mean the first", () => {
    expect(mentionsIn("Li spoke", [thing("Li"), thing("Li")], [1, 0]).map(({ thing }) => thing)).toEqual([1]);
  });
  test("of ten thousand letters, of signs and of nothing are no reason to fail", () => {
    const long = "W".repeat(10_000);
    expect(found(`a ${long} b`, thing(long))).toEqual([[0, long]]);
    expect(found("<script>(.*)[</script>", thing("<script>"), thing("(.*)["), thing(""))).toEqual([[0, "<script>"], [1, "(.*)["]]);
  });
});

const shape = (lines: readonly Line[]) => lines.map(({ runs }) => runs.map(({ passages, ends, pieces }) => [passages.join(), ends.join(), ...pieces.map(({ text, things }) => (things.length ? `${text}:${things.join()}` : text))]));

describe("a marked text", () => {
  const text = "Title\n\nA of B met.\r\n  \nEnd";
  test("is cut into lines, runs and pieces, and loses nothing", () => {
    const lines = markedLines(text, [{ at: 7, start: 7, end: 18 }], [{ thing: 1, start: 7, end: 13 }, { thing: 2, start: 12, end: 13 }]);
    expect(shape(lines)).toEqual([[["", "", "Title"]], [["7", "7", "A of :1", "B:1,2", " met."]], [["", "", "End"]]]);
    expect(lines.map(({ start }) => start)).toEqual([0, 7, 23]);
  });
  test("shows passages that overlap, each with its end", () => {
    expect(shape(markedLines("abcdef", [{ at: 0, start: 0, end: 4 }, { at: 2, start: 2, end: 6 }], []))).toEqual([[["0", "", "ab"], ["0,2", "0", "cd"], ["2", "2", "ef"]]]);
  });
  test("ends a passage over two lines once, also where line ends belong to it", () => {
    expect(shape(markedLines("ab\ncd\n", [{ at: 0, start: 0, end: 6 }], []))).toEqual([[["0", "", "ab"]], [["0", "0", "cd"]]]);
  });
  test("cuts what lies across a boundary", () => {
    expect(shape(markedLines("abcd", [{ at: 1, start: 1, end: 3 }], [{ thing: 5, start: 0, end: 2 }]))).toEqual([[["", "", "a:5"], ["1", "1", "b:5", "c"], ["", "", "d"]]]);
  });
  test.each([["Youth conference in Yancheng", true], ["They met.", false], ["他们会面了。", false], ["今天的会议", true], ["He said “yes.”", false], ["x".repeat(101), false]])("takes %j for a heading: %s", (line, heading) => {
    expect(isHeading(line)).toBe(heading);
  });
});

describe("what a digest reports", () => {
  test("is found by passage, with every fact that rests on it", () => {
    const [first] = reports(graph);
    expect([...first.values()].map(({ exact, facts }) => [exact, facts])).toEqual([["both signed", [SIGNED_A, SIGNED_B]], ["Anna, dean", [POST]], ["in Town", [IN_TOWN]]]);
    expect(factsIn(graph, 0)).toEqual([SIGNED_A, SIGNED_B, POST, IN_TOWN]);
    expect(factsIn(graph, 1)).toEqual([SIGNED_A, SIGNED_B, PARTNERS]);
  });
  test("stands in the text after emoji and rare characters too", () => {
    const [text] = TEXTS[0];
    expect(evidenced(graph, 0, text).map(({ at, start, end }) => [start - at, text.slice(start, end)])).toEqual([[2, "both signed"], [2, "Anna, dean"], [2, "in Town"]]);
    expect(evidenced(graph, 0, "another text")).toEqual([]);
  });
  test("is marked with the names of its things", () => {
    const [text, things] = TEXTS[0];
    const lines = markedLines(text, evidenced(graph, 0, text), mentionsIn(text, graph.things, things));
    const marked = lines.flatMap(({ runs }) => runs.flatMap(({ pieces }) => pieces.filter(({ things }) => things.length).map(({ text, things }) => [text, things])));
    expect(marked).toEqual([["Alpha University", [ALPHA]], ["北大", [BETA]], ["Anna Lü", [ANNA]], ["Town", [TOWN]]]);
  });
});

describe("the list of digests", () => {
  const rows = rowsOf(graph, TEXTS, new Words(graph, "en"));
  test("says what each has", () => {
    expect(rows.map(({ title, date, publisher, facts, things }) => [title, date, publisher, facts, things])).toEqual([
      ["First", "2020-07-01", "Alpha University", 4, 5],
      ["Second", "", "", 3, 2],
    ]);
  });
  test("is searched by title, publisher and date", () => {
    expect([titled(rows, "ALPHA fir").length, titled(rows, "2020").length, titled(rows, "none").length, titled(rows, "").length]).toEqual([1, 1, 0, 2]);
  });
  test("is ordered by any column, what has no value last", () => {
    const by = (...column: Parameters<typeof ordered> extends [unknown, ...infer R] ? R : never) => ordered(rows, ...column).map(({ title }) => title);
    expect([by("date", true), by("date", false), by("title", true), by("facts", false)]).toEqual([["First", "Second"], ["First", "Second"], ["Second", "First"], ["Second", "First"]]);
  });
});
