// Builds ../bundle/page.js and page.css out of src/; `--check` only says whether they are what src/ gives.
import { existsSync, readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, "..", "bundle");

const { outputFiles, metafile } = await build({
  absWorkingDir: HERE,
  entryPoints: { page: "src/main.tsx" },
  outdir: OUT,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "inline",
  metafile: true,
  write: false,
  logLevel: "warning",
});

// Whoever passes the page on passes the packages on: their licences go with them.
const packages = [...new Set(Object.keys(metafile.inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]))].filter(Boolean).sort();
const licences = packages.map((name) => {
  const home = join(HERE, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const file = ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE"].map((found) => join(home, found)).find(existsSync);
  if (!file) throw new Error(`${name}: no licence text in the package`);
  return `/*! ${name} ${version} (${license})\n\n${readFileSync(file, "utf8").replaceAll("*/", "* /").trim()}\n*/\n`;
});

let stale = false;
for (const { path, text } of outputFiles) {
  const name = path.slice(OUT.length + 1);
  const content = (name.endsWith(".js") ? licences.join("") : "") + text;
  const target = join(OUT, name);
  if (!process.argv.includes("--check")) {
    mkdirSync(OUT, { recursive: true });
    writeFileSync(target, content);
  } else if (!existsSync(target) || readFileSync(target, "utf8") !== content) {
    console.error(`bundle/${name} is not what src/ gives: make frontend`);
    stale = true;
  }
}
process.exit(stale ? 1 : 0);
