// What the page says, in the language that its reader chose.
import type { Graph } from "./graph";
import { LANGS, type Lang, type Status } from "./payload";

export class Words {
  private readonly places: ReadonlyMap<string, string>;
  private readonly titles: ReadonlyMap<string, string>;
  private readonly figures: Intl.NumberFormat;

  constructor(
    readonly graph: Graph,
    readonly lang: Lang,
  ) {
    this.places = new Map(graph.payload.places.map(([key, , names]) => [key, names[lang]]));
    this.figures = new Intl.NumberFormat(lang);
    this.titles = new Map(graph.payload.digests.map(([id, title]) => [id, title]));
  }

  /** The interface's own text, {holes} filled. */
  text(key: string, fill: Readonly<Record<string, string | number>> = {}): string {
    const found = this.graph.payload.texts[this.lang][key];
    if (found === undefined) throw new Error(`texts.yaml has no ${key}`);
    return found.replace(/\{(\w+)\}/g, (hole, name: string) => (name in fill ? String(fill[name]) : hole));
  }

  /** The name of a class or a kind. */
  term(local: string): string {
    const words = this.graph.payload.terms[local] ?? {};
    return words[this.lang] ?? words.en ?? local;
  }

  family(name: string): string {
    return this.term(this.graph.payload.families[name].classes[0]);
  }

  status(status: Status): string {
    return this.graph.payload.statuses[status][this.lang];
  }

  /** A property as read from its subject, or inversely from its object. */
  phrase(property: string, inverse: boolean): string {
    return this.graph.payload.properties[property][inverse ? "inverse" : "forward"][this.lang];
  }

  /** A place by its key. */
  place(key: string): string {
    return this.places.get(key) ?? key;
  }

  /** The title of a digest by its id. */
  digest(id: string): string {
    return this.titles.get(id) ?? id;
  }

  /** A date or a span of two. */
  day(date: string | undefined): string {
    return (date ?? "").replace("/", " – ");
  }

  number(n: number): string {
    return this.figures.format(n);
  }

  /** What a thing is called: by its own name in this language, else its label; by what it is where no text names it. */
  name(thing: number): string {
    const { names = [], label, unnamed, kind, cls, date } = this.graph.things[thing];
    if (unnamed) return [this.term(kind ?? cls), this.day(date)].filter(Boolean).join(", ");
    return names.find(([, lang, kind]) => kind === "preferred" && lang === this.lang)?.[0] ?? label;
  }

  /** What sort of thing it is, as exactly as is known. */
  sort(thing: number): string {
    const { cls, kind } = this.graph.things[thing];
    return kind && this.term(kind) !== this.term(cls) ? `${this.term(cls)} · ${this.term(kind)}` : this.term(cls);
  }
}

export function isLang(text: string): text is Lang {
  return (LANGS as readonly string[]).includes(text);
}
