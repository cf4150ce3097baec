// Labels, drawn over the network in the size of the screen: the weightier first, none over another.
"use strict";

const labels = (() => {
  const FACE = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
  const widths = new Map();

  function width(context, line, font) {
    const key = font + "\n" + line;
    if (!widths.has(key)) {
      context.font = font;
      widths.set(key, context.measureText(line).width);
    }
    return widths.get(key);
  }

  // At most two lines of about `room` Latin letters each; a Han character takes the room of two.
  function wrap(label, room) {
    const lines = [""];
    let used = 0;
    for (const word of label.match(/[\u2e80-\u9fff\uf900-\uffef]|[^\s\u2e80-\u9fff\uf900-\uffef]+\s*|\s+/gu) || []) {
      const letters = Array.from(word);
      const size = letters.length * (/^[\u2e80-\uffef]/u.test(word) ? 2 : 1);
      if (used && used + size > room + 2) {
        if (lines.length === 2) return [lines[0], lines[1].trimEnd() + "…"];
        lines.push("");
        used = 0;
      }
      if (size > room + 2) {
        lines[lines.length - 1] += letters.slice(0, room).join("") + "…";
        return lines;
      }
      lines[lines.length - 1] += word;
      used += size;
    }
    return lines.map((line) => line.trim()).filter(Boolean);
  }

  // Boxes already taken, found by the cells of a coarse grid that they touch.
  function room() {
    const SIDE = 64;
    const COVERS = 0.75; // a label may lie over nodes this much smaller than its own, or hubs would have none
    const cells = new Map();
    const each = (box, visit) => {
      for (let i = Math.floor(box.left / SIDE); i <= box.right / SIDE; i++) {
        for (let j = Math.floor(box.top / SIDE); j <= box.bottom / SIDE; j++) if (visit(`${i},${j}`)) return true;
      }
      return false;
    };
    const touch = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    return {
      take: (box) => each(box, (cell) => { cells.has(cell) ? cells.get(cell).push(box) : cells.set(cell, [box]); }),
      free: (box, owner) => !each(box, (cell) => (cells.get(cell) || []).some((other) => other.owner !== owner && other.radius >= owner.radius * COVERS && touch(box, other))),
    };
  }

  // Where a label may stand: under its node, over it, beside it; an edge's in the middle.
  function spots({ x, y, radius, between }, half, high) {
    const at = (cx, top) => ({ left: cx - half, right: cx + half, top, bottom: top + high });
    if (between) return [at(x, y - high / 2)];
    return [at(x, y + radius + 3), at(x, y - radius - high - 2), at(x + radius + half, y - high / 2), at(x - radius - half, y - high / 2)];
  }

  // items: {x, y, radius, label, weight, strong, must}, in pixels of the screen; the weightiest find room first, and no
  // label covers another or, unless it must be seen, a node of like size.
  function draw(context, items, size) {
    const taken = room();
    const ink = colour("--ink"), halo = colour("--ground"), accent = colour("--accent");
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    const near = items.filter(({ x, y }) => x > -80 && y > -40 && x < size.width + 80 && y < size.height + 40);
    for (const item of near) {
      const r = Math.max(item.radius - 1, 0);
      if (item.between || item.silent) continue;
      taken.take({ left: item.x - r, right: item.x + r, top: item.y - r, bottom: item.y + r, owner: item, radius: item.radius });
    }
    for (const item of near.sort((a, b) => b.weight - a.weight)) {
      if (item.silent) continue;
      const points = (item.between ? 11 : item.strong ? 14 : Math.min(14, 11 + item.radius / 8)) * (innerWidth >= 1700 ? 1.25 : 1);
      const font = `${item.strong ? 600 : 500} ${points}px ${FACE}`;
      const lines = wrap(item.label, item.strong ? 34 : 22);
      const half = Math.max(...lines.map((line) => width(context, line, font))) / 2 + 5;
      const places = spots(item, half, lines.length * points * 1.18 + 2);
      const inside = places.filter((place) => place.left > 2 && place.right < size.width - 2);
      const box = inside.find((place) => taken.free(place, item)) || (item.must && places[0]);
      if (!box) continue;
      taken.take({ ...box, owner: item, radius: Infinity });
      context.font = font;
      context.lineWidth = 3.5;
      context.strokeStyle = halo;
      context.fillStyle = item.between ? accent : ink;
      lines.forEach((line, i) => {
        const top = box.top + i * points * 1.18 + 1;
        context.strokeText(line, (box.left + box.right) / 2, top);
        context.fillText(line, (box.left + box.right) / 2, top);
      });
    }
  }
  return { draw };
})();
