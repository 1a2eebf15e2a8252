// Takes the README's pictures: of the article's page and of the desk's, what says most.
//
// usage: node pictures.mjs PAGES DOCS
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [pages, docs] = process.argv.slice(2).map((path) => resolve(path));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
for (const [file, picture, height] of [
  ["exports.html", "article.png", 1120],
  ["desk/index.html", "desk.png", 1000],
]) {
  const page = await browser.newPage({ viewport: { width: 1200, height }, colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(pathToFileURL(join(pages, file)).href);
  await page.screenshot({ path: join(docs, picture) });
  await page.close();
}
await browser.close();
