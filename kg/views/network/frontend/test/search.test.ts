import { expect, test } from "vitest";
import { find, fold, foundBy } from "../src/search";
import { Words } from "../src/words";
import { ALPHA, ANNA, BETA, DEAL, graph } from "./small";

test("letters alone count", () => {
  expect(fold("  Lü, Zhi-Yu! ")).toBe("lu zhi yu");
  expect(fold("Ёлка Й")).toBe("елка и");
  expect(fold("ＡＢ（北大）")).toBe("ab 北大");
});

test.each([
  ["альфа", ALPHA],
  ["UNIVERSITY alpha", ALPHA],
  ["LÜ", ANNA],
  ["bei da", BETA],
  ["北", BETA],
])("%s is found", (asked, thing) => {
  expect(find(graph, asked)[0]).toBe(thing);
});

test("nothing is found for nothing, nor for what nobody is called", () => {
  expect(find(graph, " ,. ")).toEqual([]);
  expect(find(graph, "qq")).toEqual([]);
});

test("the name that matched is told where another is shown", () => {
  const words = new Words(graph, "en");
  expect(foundBy(words, ALPHA, "альф")).toBe("Альфа");
  expect(foundBy(words, ALPHA, "alpha")).toBeNull();
});

test("names follow the language, unnamed things say what they are", () => {
  expect(new Words(graph, "ru").name(ALPHA)).toBe("Альфа");
  expect(new Words(graph, "ru").name(BETA)).toBe("北大");
  expect(new Words(graph, "en").name(DEAL)).toBe("memorandum, 2019");
  expect(new Words(graph, "en").sort(DEAL)).toBe("agreement · memorandum");
  expect(new Words(graph, "ru").text("more", { n: 3 })).toBe("ещё 3");
});
