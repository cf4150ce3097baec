// Keeps the address and the state in step: choosing and changing views make steps to go back, the rest does not.
import { readAddress, writeAddress } from "./address";
import { type State, type Store, sameChoice } from "./state";

/** Browsers refuse more than some hundred changes of the address in half a minute. */
const PATIENCE = 250;

export function follow(store: Store, beginning: State): void {
  const { graph } = store;
  let before = store.get();
  let timer = 0;
  const write = (push: boolean) => {
    const address = writeAddress(graph, store.get(), beginning);
    if (address === location.hash) return;
    const whole = address || location.pathname + location.search;
    if (push) history.pushState(null, "", whole);
    else history.replaceState(null, "", whole);
  };
  store.subscribe(() => {
    const now = store.get();
    const step = now.view !== before.view || now.between?.join() !== before.between?.join() || now.perspective !== before.perspective || now.filters.near !== before.filters.near || !sameChoice(now.chosen, before.chosen) || JSON.stringify(now.reading) !== JSON.stringify(before.reading);
    before = now;
    clearTimeout(timer);
    if (step) write(true);
    else timer = window.setTimeout(() => write(false), PATIENCE);
  });
  const read = () => {
    clearTimeout(timer);
    before = readAddress(graph, location.hash, beginning);
    store.set(before);
  };
  addEventListener("popstate", read);
  addEventListener("hashchange", read);
}
