// A graph small enough to see through: two universities, what they signed, a person, a place, a plan.
import { indexGraph } from "../src/graph";
import type { Claim, Payload, PerLang, Status, Text } from "../src/payload";

export const [ALPHA, BETA, DEAL, ANNA, TOWN] = [0, 1, 2, 3, 4];
export const [SIGNED_A, SIGNED_B, POST, PARTNERS, IN_TOWN] = [0, 1, 2, 3, 4];

/** The digests' texts: the first begins with characters that take two UTF-16 units each. */
export const TEXTS: readonly Text[] = [
  ["🤝𠮷\n\nAlpha University and 北大: both signed. Anna Lü, Anna, dean. It lies in Town.\n", [ALPHA, BETA, DEAL, ANNA, TOWN]],
  ["Second\n\nАльфа и 北大 — обе подписали. Они станут партнёрами.", [ALPHA, BETA]],
];

// In code points, as the store counts.
function startIn(digest: number, exact: string): number {
  const [text] = TEXTS[digest];
  return [...text.slice(0, Math.max(0, text.indexOf(exact)))].length;
}

const say = (text: string): PerLang => ({ en: text, ru: `ру ${text}`, zh: `中 ${text}` });
const family = (...classes: string[]) => ({ classes, shape: "dot" as const, light: "#0072b2", dark: "#3b9fdb", organization: classes[0] === "University" });
export const claim = (status: Status, quotes: [number, string, number?][], more: Partial<Claim> = {}): Claim => ({
  status,
  confidence: 0.9,
  rule: "r",
  quotes: quotes.map(([digest, exact, start]) => [digest, exact, start ?? startIn(digest, exact)] as const),
  ...more,
});

export const payload: Payload = {
  lang: "en",
  start: "whole",
  texts: { en: { more: "{n} more" }, ru: { more: "ещё {n}" }, zh: { more: "另有 {n} 个" } },
  families: { University: family("University"), Person: family("Person"), Agreement: family("Agreement"), Place: family("City", "Country") },
  terms: { University: { en: "university", ru: "университет" }, Agreement: { en: "agreement", zh: "协议" }, memorandum: { en: "memorandum" }, City: { en: "city" } },
  properties: {
    signed: { forward: say("signed"), inverse: say("signed by"), symmetric: false },
    holdsPost: { forward: say("holds a post at"), inverse: say("posts held by"), symmetric: false },
    partnerOf: { forward: say("partner of"), inverse: say("partner of"), symmetric: true },
    locatedIn: { forward: say("in"), inverse: say("seat of"), symmetric: false },
  },
  statuses: { held: say("reported"), planned: say("planned"), proposed: say("proposed"), denied: say("denied") },
  digests: [
    ["d1", "First", "en", "2020-07-01", "https://example.org/d1", ALPHA],
    ["d2", "Second", "ru", null, null, null],
  ],
  things: [
    { key: "organization/alpha", cls: "University", label: "Alpha University", names: [["Alpha University", "en", "preferred"], ["Альфа", "ru", "preferred"], ["AU", null, "alternative"]], find: ["alpha university", "альфа", "au"] },
    { key: "organization/beta", cls: "University", label: "北大", names: [["北大", "zh", "preferred"]], find: ["北大", "bei da"] },
    { key: "agreement/m1", cls: "Agreement", label: "memorandum (2019)", unnamed: true, kind: "memorandum", date: "2019" },
    { key: "person/anna", cls: "Person", label: "Anna Lü", names: [["Anna Lü", "en", "preferred"]], find: ["anna lu"] },
    { key: "place/town", cls: "City", label: "Town", names: [["Town", "en", "preferred"]], find: ["town"] },
  ],
  facts: [
    [ALPHA, "signed", DEAL, [claim("held", [[0, "both signed"]]), claim("held", [[1, "обе подписали"]], { rule: "s", confidence: 0.8 })], { held: 0.98 }],
    [BETA, "signed", DEAL, [claim("held", [[0, "both signed"]]), claim("held", [[1, "обе подписали"]], { rule: "s", confidence: 0.8 })], { held: 0.98 }],
    [ANNA, "holdsPost", ALPHA, [claim("held", [[0, "Anna, dean"]], { title: "Dean", since: "2016", until: "2018" })], { held: 0.9 }],
    [ALPHA, "partnerOf", BETA, [claim("planned", [[1, "станут партнёрами"]])], { planned: 0.9 }],
    [ALPHA, "locatedIn", TOWN, [claim("held", [[0, "in Town"]])], { held: 0.9 }],
  ],
  places: [["place/land", "Country", say("Land")], ["place/town", "City", say("Town")], ["place/village", "City", say("Village")]],
  homes: [[1, 0], [], [], [], [1, 0]],
  around: [[0, 1], [], [0, 1], [0, 1], [0, 1]],
  when: [["2019", "2019"], ["2019", "2019"], ["2016", "2018"], null, ["2020-07-01", "2021-02"]],
  views: {
    whole: {
      nodes: [[ALPHA, 0, 0, 10, 0, 0.8], [BETA, 100, 0, 8, 0, 0], [DEAL, 50, 40, 6, 0, 0.1], [ANNA, -60, 0, 6, 1, 0], [TOWN, 0, -80, 6, 1, 0]],
      edges: [[0, 2, [[-1, [SIGNED_A]]]], [1, 2, [[-1, [SIGNED_B]]]], [0, 3, [[-1, [POST]]]], [0, 1, [[-1, [PARTNERS]]]], [0, 4, [[-1, [IN_TOWN]]]]],
    },
    overview: { nodes: [[ALPHA, 0, 0, 9, 0, 0], [BETA, 90, 0, 9, 0, 0]], edges: [[0, 1, [[DEAL, [SIGNED_A, SIGNED_B]]]]] },
  },
};
export const graph = indexGraph(payload);
