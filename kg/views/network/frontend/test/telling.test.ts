import { expect, test } from "vitest";
import { groups, joints, manners, shared, together } from "../src/telling";
import { ALPHA, ANNA, BETA, DEAL, PARTNERS, POST, SIGNED_A, SIGNED_B, claim, graph } from "./small";

test("each passage stands once, with every rule and the least sure claim", () => {
  const [manner, ...more] = manners(graph, [claim("held", [[0, "x"]]), claim("held", [[0, "x"], [0, "y", 7]], { rule: "s", confidence: 0.5 })]);
  expect(more).toEqual([]);
  expect(manner.passages).toEqual([
    { digest: 0, exact: "x", start: 0, rules: ["r", "s"], confidence: 0.5 },
    { digest: 0, exact: "y", start: 7, rules: ["s"], confidence: 0.5 },
  ]);
});

test("claims that put it otherwise stand apart", () => {
  const found = manners(graph, [claim("held", [[0, "x"]]), claim("denied", [[0, "x"]]), claim("held", [[0, "x"]], { title: "Dean", since: "2016" })]);
  expect(found.map(({ status, title, span }) => [status, title, span])).toEqual([["held", "", ""], ["denied", "", ""], ["held", "Dean", "2016"]]);
});

test("facts stand by property in the ontology's order, read from the thing", () => {
  const found = groups(graph, ALPHA, ({ status }) => status === "held");
  expect(found.map(({ property, inverse, facts }) => [property, inverse, facts.map(({ other }) => other)])).toEqual([
    ["signed", false, [DEAL]],
    ["holdsPost", true, [ANNA]],
    ["locatedIn", false, [4]],
  ]);
  expect(groups(graph, BETA, ({ status }) => status !== "held").map(({ property, inverse }) => [property, inverse])).toEqual([["partnerOf", false]]);
});

test("facts on the same passages stand together, the oldest first", () => {
  expect(shared(graph, [SIGNED_B, SIGNED_A, POST]).map(({ facts }) => facts)).toEqual([[POST], [SIGNED_A, SIGNED_B]]);
});

test("the passage of the oldest digest stands first, an undated one last", () => {
  const [{ passages }] = manners(graph, [claim("held", [[1, "x"]]), claim("held", [[0, "x"]])]);
  expect(passages.map(({ digest }) => digest)).toEqual([0, 1]);
});

test("what joins two is told oldest first, be it between them or through a thing", () => {
  expect(joints(graph, [[-1, [PARTNERS, POST]], [DEAL, [SIGNED_B, SIGNED_A]]])).toEqual([[-1, [POST]], [DEAL, [SIGNED_B, SIGNED_A]], [-1, [PARTNERS]]]);
  expect(joints(graph, [[-1, [PARTNERS, POST]]])).toEqual([[-1, [POST, PARTNERS]]]);
});

test("several digests are surer together, one alone is not told again", () => {
  expect(together(graph, SIGNED_A, graph.facts[SIGNED_A][3])).toBe(0.98);
  expect(together(graph, POST, graph.facts[POST][3])).toBeNull();
});

test("a post's own date comes before that of an end", () => {
  expect([graph.happened[POST], graph.happened[SIGNED_A], graph.happened[PARTNERS]]).toEqual(["2016", "2019", ""]);
});
