// What the page is given: JSON blocks, written by kg/views/network/page.py.
import type { Span } from "./times";

export const LANGS = ["en", "ru", "zh"] as const;
export type Lang = (typeof LANGS)[number];
export type PerLang = Readonly<Record<Lang, string>>;
export const VIEWS = ["overview", "whole"] as const;
export type ViewName = (typeof VIEWS)[number];
export type Status = "held" | "planned" | "proposed" | "denied";
export type Shape = "dot" | "square" | "diamond" | "triangle" | "triangleDown" | "star" | "hexagon";
export type NameKind = "preferred" | "alternative" | "hidden";

export interface Family {
  readonly classes: readonly string[];
  readonly shape: Shape;
  readonly light: string;
  readonly dark: string;
  /** Whether it takes part in the overview of organizations. */
  readonly organization: boolean;
}

/** A thing as the store describes it; numbers are places in `things`. */
export interface Thing {
  readonly key: string;
  readonly cls: string;
  readonly label: string;
  readonly names?: readonly (readonly [text: string, lang: Lang | null, kind: NameKind])[];
  /** No text names it: its label only says what it is. */
  readonly unnamed?: true;
  readonly kind?: string;
  readonly date?: string;
  /** What its own statements refer to; where it is, as far as anybody knows, is in `homes`. */
  readonly place?: number;
  readonly series?: number;
  readonly edition?: number;
  readonly subjects?: readonly number[];
  readonly same?: readonly string[];
  readonly reasons?: readonly string[];
  /** Its names as search compares them. */
  readonly find?: readonly string[];
}

export interface Claim {
  readonly status: Status;
  readonly confidence: number;
  readonly rule: string;
  readonly title?: string;
  readonly since?: string;
  readonly until?: string;
  readonly quotes: readonly Quote[];
}

/** A passage word for word, and the code point of the digest's text at which it begins. */
export type Quote = readonly [digest: number, exact: string, start: number];
export type Digest = readonly [id: string, title: string, lang: Lang, published: string | null, source: string | null, publisher: number | null];
export type Fact = readonly [subject: number, property: string, object: number, claims: readonly Claim[], sure: Partial<Record<Status, number>>];
export type PlaceClass = "Country" | "Region" | "City" | "District" | "Place";
export type Place = readonly [key: string, cls: PlaceClass, names: PerLang];
/** How two things are joined: through a thing (-1: directly), by facts. */
export type Way = readonly [via: number, facts: readonly number[]];
export type Node = readonly [thing: number, x: number, y: number, radius: number, community: number, between: number];
/** Two places in `nodes`, and the ways between them. */
export type Edge = readonly [from: number, to: number, ways: readonly Way[]];

export interface Payload {
  readonly lang: Lang;
  readonly start: ViewName;
  readonly texts: Readonly<Record<Lang, Readonly<Record<string, string>>>>;
  readonly families: Readonly<Record<string, Family>>;
  readonly terms: Readonly<Record<string, Partial<Record<Lang, string>>>>;
  readonly properties: Readonly<Record<string, { forward: PerLang; inverse: PerLang; symmetric: boolean }>>;
  readonly statuses: Readonly<Record<Status, PerLang>>;
  readonly digests: readonly Digest[];
  readonly things: readonly Thing[];
  readonly facts: readonly Fact[];
  readonly places: readonly Place[];
  /** Of each thing: the numbers of the place where it is itself, and of its country; none where nobody knows. */
  readonly homes: readonly (readonly number[])[];
  /** Of each thing: the numbers of the places that it is in, up to countries. */
  readonly around: readonly (readonly number[])[];
  /** Of each fact: when it happened, null where nobody says. */
  readonly when: readonly (Span | null)[];
  readonly views: Readonly<Record<ViewName, { readonly nodes: readonly Node[]; readonly edges: readonly Edge[] }>>;
}

/** A digest's stored text, and what it speaks of. */
export type Text = readonly [text: string, things: readonly number[]];

/** The store's facts in pieces of Turtle; those of `things` stand in the order of the payload's things. */
export interface Statements {
  readonly prefixes: Readonly<Record<string, string>>;
  /** What a thing is called there, and what is said of it. */
  readonly things: readonly (readonly [name: string, said: string])[];
  readonly posts: readonly (readonly [member: number, organization: number, block: string])[];
  /** By local name: the kinds of agreements and events. */
  readonly concepts: Readonly<Record<string, string>>;
  readonly schemes: readonly string[];
}

/** What is read only when it is asked for: opening the page waits for none of it. */
export interface Later {
  readonly texts: () => readonly Text[];
  readonly statements: () => Statements;
}

export function readPayload(from: Document): Payload {
  return readBlock(from, "data") as Payload;
}

export function readLater(from: Document): Later {
  return { texts: once(() => readBlock(from, "documents") as Text[]), statements: once(() => readBlock(from, "statements") as Statements) };
}

function readBlock(from: Document, id: string): unknown {
  return JSON.parse(from.getElementById(id)!.textContent!);
}

function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | null = null;
  return () => (made ??= { it: make() }).it;
}
