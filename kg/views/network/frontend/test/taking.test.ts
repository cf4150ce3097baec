import { describe, expect, test } from "vitest";
import { ALL, OPEN, allBut } from "../src/facets";
import { indexGraph } from "../src/graph";
import type { Statements, Status } from "../src/payload";
import { paintPicture, sizeOf } from "../src/picture";
import { type Scene, focusOf, sceneOf } from "../src/scene";
import { shown } from "../src/selection";
import { initial } from "../src/state";
import { SvgSheet, escapeXml } from "../src/svg";
import { cell, tableOf } from "../src/table";
import { span, takenFacts } from "../src/taken";
import { turtleOf } from "../src/turtle";
import { Words } from "../src/words";
import { ALPHA, BETA, IN_TOWN, PARTNERS, POST, SIGNED_A, SIGNED_B, graph, payload } from "./small";

const HOSTILE = `</text><script>alert(1)</script> "quoted' <img onerror=x> & &amp; \u202eRTL\u202c 🤝 \u0000\u0007\uffff \ud83d`;
const LONG = "W".repeat(10_000);
const texts = Object.fromEntries(["subject", "property", "object", "date", "status", "confidence", "document", "source", "quotation"].map((column) => [`column_${column}`, column]));
const speaking = indexGraph({ ...payload, texts: { en: texts, ru: texts, zh: texts } });
const words = new Words(speaking, "en");
const all = takenFacts(graph, shown(graph, graph.views.whole, { ...OPEN, status: ALL }));
const parsed = (csv: string) => csv.slice(1).split("\r\n").slice(0, -1).map((line) => [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, value]) => value.replaceAll('""', '"')));

describe("what is taken", () => {
  test("is what the filters leave: facts, and of them the claims", () => {
    expect(takenFacts(graph, shown(graph, graph.views.whole, initial(graph).filters)).map(({ fact }) => fact).sort()).toEqual([SIGNED_A, SIGNED_B, POST, IN_TOWN]);
    expect(takenFacts(graph, shown(graph, graph.views.overview, OPEN)).map(({ fact }) => fact)).toEqual([SIGNED_A, SIGNED_B]);
    const one = takenFacts(graph, shown(graph, graph.views.whole, { ...OPEN, document: allBut("d2") }));
    expect(one.find(({ fact }) => fact === SIGNED_A)!.claims.map(({ rule }) => rule)).toEqual(["r"]);
  });
  test("has a first and a last date", () => {
    expect(span(graph, all)).toEqual(["2016", "2021-02"]);
    expect(span(graph, [{ fact: PARTNERS, claims: [] }])).toBeNull();
  });
});

describe("the table", () => {
  test("has a row for each passage of each claim, after a mark for spreadsheets", () => {
    const csv = tableOf(speaking, words, all);
    expect(csv.startsWith('\ufeff"subject","property","object"')).toBe(true);
    const rows = parsed(csv);
    expect(rows).toHaveLength(1 + 7);
    expect(rows).toContainEqual(["Anna Lü", "holds a post at", "Alpha University", "2016/2018", "reported", "0.90", "First", "https://example.org/d1", "Anna, dean"]);
    expect(rows).toContainEqual(["Alpha University", "partner of", "北大", "", "planned", "0.90", "Second", "", "станут партнёрами"]);
  });
  test.each(["=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u0000=1", "＝1", "－1"])("makes no formula of %j", (value) => {
    expect(cell(value)).toBe(`"'${value}"`);
  });
  test.each([HOSTILE, LONG, 'a "b", c\r\nd', "1=1", ""])("leaves other texts as they are", (value) => {
    expect(cell(value)).toBe(`"${value.replaceAll('"', '""')}"`);
  });
});

const statements: Statements = {
  prefixes: { srac: "https://example.org/o#", organization: "https://example.org/id/organization/", membership: "https://example.org/id/membership/", rdfs: "http://example.org/rdfs#", wd: "http://example.org/wd#" },
  things: graph.things.map(({ key, cls }) => [key.startsWith("organization/") ? key.replace("/", ":") : `<${key}>`, `a srac:${cls} ;\n    rdfs:label "x"`]),
  posts: [[3, ALPHA, "membership:1 a srac:Membership"], [3, BETA, "membership:2 a srac:Membership"]],
  concepts: { memorandum: "srac:memorandum a srac:Kind", visit: "srac:visit a srac:Kind" },
  schemes: ["srac:topics a srac:Scheme"],
};

describe("Turtle", () => {
  const held = turtleOf(graph, statements, all);
  test("says what is reported as done, and what it is about", () => {
    expect(held).toContain('organization:alpha a srac:University ;\n    rdfs:label "x" ;\n    srac:signed <agreement/m1> ;\n    srac:locatedIn <place/town> .');
    expect(held).toContain("<person/anna> a srac:Person ;\n    rdfs:label \"x\" ;\n    srac:holdsPost organization:alpha .");
    expect(held).not.toContain("partnerOf");
  });
  test("has the posts, kinds and schemes that belong to that, and the prefixes it uses", () => {
    expect(held).toContain("membership:1 ");
    expect(held).not.toContain("membership:2 ");
    expect(held).toContain("srac:memorandum a");
    expect(held).not.toMatch(/srac:visit|srac:topics|@prefix wd/);
    expect(held.match(/@prefix \w+/g)).toEqual(["@prefix srac", "@prefix organization", "@prefix membership", "@prefix rdfs"]);
  });
  test("leaves out what is not shown", () => {
    const few = turtleOf(graph, statements, all.filter(({ fact }) => fact === SIGNED_B));
    expect(few).toContain("organization:beta a");
    expect(few).not.toMatch(/anna|alpha|membership:/);
    expect(turtleOf(graph, statements, [])).toBe("\n");
  });
});

const measure = (text: string, font: string) => text.length * Number(/([\d.]+)px/.exec(font)![1]) * 0.55;

function drawn(names: (thing: number) => string, status: Status = "held", chosen = -1): string {
  const filters = { ...OPEN, status: allBut("denied") };
  const view = speaking.views.whole;
  const seen = shown(speaking, view, filters);
  const style = Object.fromEntries(Object.keys(payload.families).map((name) => [name, "#123456"]));
  const colours = { ground: "#fff", ink: "#000", edge: "#999", accent: "#00f", fill: style, rim: style };
  const scene: Scene = { ...sceneOf(speaking, view, seen, colours, words, initial(graph)), name: (node) => names(view.things[node]) };
  const caption = { title: names(ALPHA), said: [names(BETA), "2016 – 2021"], families: [{ name: "University", label: "university" }, { name: "Place", label: "place" }], dashed: status === "held" ? null : "planned" };
  const { width, height } = sizeOf(caption, { width: 600, height: 400 }, measure);
  const sheet = new SvgSheet(width, height, measure);
  paintPicture(sheet, { scene, camera: { x: 0, y: 0, zoom: 1 }, size: { width: 600, height: 400 } }, focusOf(speaking, view, seen, chosen < 0 ? null : { thing: chosen }), caption, measure, 1);
  return sheet.toString(caption.title);
}
const plain = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

describe("the picture as SVG", () => {
  test("bears title, dates, legend and names", () => {
    const texts = plain(drawn((thing) => speaking.things[thing].label, "planned"));
    for (const text of ["Alpha University", "北大  ·  2016 – 2021", "place", "planned", "Anna Lü"]) expect(texts).toContain(text);
  });
  test("dims the rest as a whole where something is lit", () => {
    expect(drawn(() => "x").match(/<g opacity/g)).toBeNull();
    expect(drawn(() => "x", "held", ALPHA).match(/<g opacity="0.2">/g)).toHaveLength(1);
  });
  test("holds texts as texts, and no character that XML forbids", () => {
    const svg = drawn(() => HOSTILE);
    expect([...new Set(svg.match(/<\/?\w+/g))].sort()).toEqual(["</g", "</svg", "</text", "</title", "<g", "<path", "<rect", "<svg", "<text", "<title"]);
    expect(svg).not.toMatch(/[\u0000\u0007\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/);
    expect(svg.match(/<[^>]* on\w+=/g)).toBeNull();
  });
  test("is no wider for a word of ten thousand letters", () => {
    const svg = drawn(() => LONG);
    expect(svg).toMatch(/^<\?xml[^>]*>\n<svg [^>]*width="600" height="\d+"/);
    expect(Math.max(...plain(svg).map((text) => text.length))).toBeLessThan(100);
  });
  test("escapes what markup is made of", () => {
    expect(escapeXml(`<a b="c" d='e'>&`)).toBe("&#60;a b=&#34;c&#34; d=&#39;e&#39;&#62;&#38;");
    expect(escapeXml("🤝\ud83d\u0001")).toBe("🤝\ufffd\ufffd");
  });
});

test("claims that the filters leave out are in no table", () => {
  const rows = parsed(tableOf(speaking, words, takenFacts(speaking, shown(speaking, speaking.views.whole, { ...OPEN, document: allBut("d1") }))));
  expect(new Set(rows.slice(1).map((row) => row[6]))).toEqual(new Set(["Second"]));
});
