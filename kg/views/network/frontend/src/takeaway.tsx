// The menu of what can be taken away: pictures, a table and Turtle of what is shown, the link to it.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { CanvasSheet, measurer } from "./canvas";
import { type Page, usePage } from "./context";
import { Icon } from "./icons";
import { type Caption, paintPicture, sizeOf } from "./picture";
import { copyText, saveFile } from "./saving";
import { SvgSheet } from "./svg";
import { tableOf } from "./table";
import { span, takenFacts } from "./taken";
import "./takeaway.css";
import { turtleOf } from "./turtle";

const SHARP = 2;

const KINDS = ["png", "svg", "csv", "turtle", "link"] as const;
type Kind = (typeof KINDS)[number];

export function TakeAway(): VNode {
  const page = usePage();
  const { words } = page;
  const [open, setOpen] = useState(false);
  const [told, tell] = useState("");
  const home = useRef<HTMLDivElement>(null);
  const items = () => [...home.current!.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const toggle = () => home.current!.querySelector<HTMLElement>("button")!;
  useEffect(() => {
    if (!open) return;
    items()[0].focus();
    const outside = (event: Event) => {
      if (!home.current!.contains(event.target as Element)) setOpen(false);
    };
    addEventListener("pointerdown", outside);
    addEventListener("focusin", outside);
    return () => {
      removeEventListener("pointerdown", outside);
      removeEventListener("focusin", outside);
    };
  }, [open]);
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => tell(""), 4000);
    return () => clearTimeout(timer);
  }, [told]);
  const press = (event: KeyboardEvent) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (to !== undefined) return all[to].focus();
    setOpen(false);
    toggle().focus();
  };
  const take = async (kind: Kind) => {
    setOpen(false);
    toggle().focus();
    tell(words.text(await give(kind, page)));
  };
  return (
    <div class="takeaway" ref={home}>
      <button type="button" id="takeaway" aria-haspopup="menu" aria-expanded={open} aria-controls="taken" aria-label={words.text("takeAway")} title={words.text("takeAway")} onClick={() => setOpen(!open)}>
        <Icon name="save" />
      </button>
      {open && (
        <div role="menu" id="taken" aria-label={words.text("takeAway")} onKeyDown={press}>
          {KINDS.map((kind) => (
            <button key={kind} type="button" role="menuitem" tabIndex={-1} onClick={() => void take(kind)}>
              <b>{words.text(`take_${kind}`)}</b>
              <small>{words.text(`take_${kind}_hint`)}</small>
            </button>
          ))}
        </div>
      )}
      <p class="told" role="status">
        {told}
      </p>
    </div>
  );
}

/** Makes what was asked for, and gives the key of the words to say when it is done. */
async function give(kind: Kind, page: Page): Promise<string> {
  const { graph, words, shown, later } = page;
  const taken = () => takenFacts(graph, shown);
  if (kind === "link") return (await copyText(location.href)) ? "copied" : "notCopied";
  if (kind === "csv") saveFile("network.csv", new Blob([tableOf(graph, words, taken())], { type: "text/csv;charset=utf-8" }));
  if (kind === "turtle") saveFile("network.ttl", new Blob([turtleOf(graph, later.statements(), taken())], { type: "text/turtle;charset=utf-8" }));
  if (kind === "svg") saveFile("network.svg", new Blob([svgOf(page)], { type: "image/svg+xml;charset=utf-8" }));
  if (kind === "png") {
    const picture = await new Promise<Blob | null>((done) => canvasOf(page).toBlob(done));
    if (!picture) return "notSaved";
    saveFile("network.png", picture);
  }
  return "saved";
}

function canvasOf(page: Page): HTMLCanvasElement {
  const { frame, focus, grown } = page.drawing.current!.seen();
  const [caption, measure] = [captionOf(page), measurer()];
  const sheet = new CanvasSheet(sizeOf(caption, frame.size, measure), SHARP);
  paintPicture(sheet, frame, focus, caption, measure, grown);
  return sheet.canvas;
}

function svgOf(page: Page): string {
  const { frame, focus, grown } = page.drawing.current!.seen();
  const [caption, measure] = [captionOf(page), measurer()];
  const { width, height } = sizeOf(caption, frame.size, measure);
  const sheet = new SvgSheet(width, height, measure);
  paintPicture(sheet, frame, focus, caption, measure, grown);
  return sheet.toString(caption.title);
}

function captionOf({ graph, state, words, shown, drawing }: Page): Caption {
  const { frame } = drawing.current!.seen();
  const { scene } = frame;
  const dates = span(graph, takenFacts(graph, shown));
  const { chosen } = state;
  const named = chosen && "thing" in chosen ? [chosen.thing] : chosen && "path" in chosen ? chosen.path.filter((end) => end !== null) : chosen && "pair" in chosen ? chosen.pair : [];
  return {
    title: words.text("title"),
    said: [
      named.length ? named.map((thing) => words.name(thing)).join(" – ") : words.text(state.view),
      words.text("pictureNodes", { n: words.number(shown.nodeCount), m: words.number(shown.edgeCount) }),
      ...(dates ? [dates[0] === dates[1] ? dates[0] : `${dates[0]} – ${dates[1]}`] : []),
    ],
    families: [...new Map(scene.families.filter(({ nodes }) => nodes.length).map(({ name, label }) => [name, { name, label }])).values()],
    dashed: scene.dashed.some(Boolean) ? words.text("pictureDashed") : null,
  };
}
