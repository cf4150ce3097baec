// What hands can do on the page, in a window of its own; it is always there, so that "?" opens it from anywhere.
import type { VNode } from "preact";
import { usePage } from "./context";
import { Icon } from "./icons";

const KEYS: readonly (readonly [says: string, keys: readonly string[]])[] = [
  ["key_search", ["/"]],
  ["key_move", ["←", "↑", "→", "↓"]],
  ["key_zoom", ["+", "−"]],
  ["key_fit", ["0"]],
  ["key_nudge", ["⇧", "← ↑ → ↓"]],
  ["key_path", ["p"]],
  ["key_close", ["Esc"]],
  ["key_help", ["?"]],
];
const HAND = ["hand_click", "hand_drag", "hand_wheel"] as const;

const dialog = () => document.getElementById("help") as HTMLDialogElement;

export function openHelp(): void {
  dialog().showModal();
}

export function Help(): VNode {
  const { words } = usePage();
  return (
    <dialog id="help" aria-labelledby="help-title">
      <div class="over">
        <h2 id="help-title">{words.text("help")}</h2>
        <button type="button" class="quiet" aria-label={words.text("close")} title={words.text("close")} onClick={() => dialog().close()}>
          <Icon name="close" />
        </button>
      </div>
      <dl>
        {KEYS.map(([says, keys]) => (
          <div key={says}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words.text(says)}</dd>
          </div>
        ))}
      </dl>
      <ul>
        {HAND.map((says) => (
          <li key={says}>{words.text(says)}</li>
        ))}
      </ul>
    </dialog>
  );
}
