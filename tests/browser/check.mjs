// Opens every page of a folder in headless Chromium, light and dark, narrow and wide: no message in the console, no
// violation of WCAG 2.2 AA that axe-core finds, filters and keys work.
//
// usage: node check.mjs PAGES SCREENSHOTS
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [pages, screenshots] = process.argv.slice(2).map((path) => resolve(path));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const failures = [];
const fail = (page, what) => failures.push(`${page}: ${what}`);

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

// `desk-index` for the first page of the folder `desk`.
const named = (file) => relative(pages, file).replace(/\.html$/, "").replaceAll("/", "-");

mkdirSync(screenshots, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

async function open(file, options, listen = true) {
  // The page's own policy lets no other script in; axe-core is let in past it, the page's own policy is looked at apart.
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const name = basename(file);
  if (listen) {
    page.on("console", (message) => fail(name, `console: ${message.text()}`));
    page.on("pageerror", (error) => fail(name, `error: ${error.message}`));
    page.on("dialog", (dialog) => (fail(name, `a dialog opened: ${dialog.message()}`), dialog.dismiss()));
    page.on("request", (request) => request.url().startsWith("file:") || fail(name, `asks for ${request.url()}`));
  }
  await page.goto(pathToFileURL(file).href);
  return page;
}

async function accessible(file, colorScheme, width) {
  const page = await open(file, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
  await page.evaluate(axe);
  const { violations } = await page.evaluate((values) => axe.run(document, { runOnly: { type: "tag", values } }), tags);
  for (const { id, nodes } of violations) {
    fail(basename(file), `${id}, ${colorScheme}, ${width} pixels: ${nodes.slice(0, 3).map((node) => node.html).join("  ")}`);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 1) fail(basename(file), `${wide} pixels wider than ${width}`);
  await page.screenshot({ path: join(screenshots, `${named(file)}-${width}-${colorScheme}.png`), fullPage: true });
  await page.context().close();
}

async function usable(file) {
  const page = await open(file, { viewport: { width: 1440, height: 900 } });
  const name = basename(file);
  const shown = () => page.locator(".edit:not(.off, [data-impact=frame])").count();
  const expect = (holds, what) => holds || fail(name, what);
  if ((await page.locator(".bar").count()) > 0 && (await shown()) > 0) {
    const all = await shown();
    const first = page.locator(".bar [data-impact]").filter({ hasNotText: / 0$/ }).first();
    await first.click();
    expect((await shown()) < all, "switching an impact off hides nothing");
    expect((await page.evaluate(() => location.hash)).includes("hide="), "the address does not keep what is hidden");
    await page.reload();
    expect((await shown()) < all, "what is hidden is forgotten on reload");
    await first.click();
    expect((await shown()) === all, "switching an impact on shows nothing");
    await page.locator(".kinds summary").click();
    await page.locator(".kinds input").first().uncheck();
    expect((await shown()) < all, "switching a kind off hides nothing");
    await page.locator(".kinds input").first().check();
    await page.locator(".kinds summary").click();
    const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
    await page.keyboard.press("j");
    const one = await focused();
    expect(/^e\d+$/.test(one), "j does not go to an edit");
    const tip = await page.locator(`#${one} .tip`).isVisible();
    expect(tip, "the edit that has the focus does not say its kind");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    expect((await focused()) === one, "k does not go back");
    await page.keyboard.press("?");
    expect(await page.locator(".help").isVisible(), "? does not show the keys");
    await page.keyboard.press("Escape");
    expect(!(await page.locator(".help").isVisible()), "the keys stay open");
    await first.click();
    const few = await shown();
    if ((await page.locator(".look a").count()) > 0) {
      await page.locator(".look a").first().click();
      expect((await shown()) === few, "a jump forgets what is hidden");
      await page.reload();
      expect((await shown()) === few, "what is hidden is forgotten where an edit is jumped to");
    }
    await page.goto("about:blank");
    await page.goBack();
    expect((await shown()) === few, "the way back forgets what is hidden");
  }
  if ((await page.locator(".list tbody tr").count()) > 1) {
    const rows = () => page.locator(".list tbody tr:not([hidden])").allInnerTexts();
    const all = await rows();
    await page.locator(".list th button").nth(0).click();
    const sorted = await rows();
    expect([...sorted].sort().length === all.length && sorted[0] <= sorted[1], "sorting does not sort");
    await page.locator("#search").fill(all[0].split("\t")[0].slice(0, 12));
    await page.waitForFunction((count) => document.querySelectorAll(".list tbody tr:not([hidden])").length < count, all.length);
    await page.locator(".list tbody tr:not([hidden]) a").first().click();
    await page.locator(".desk a").waitFor();
    await page.goBack();
    expect((await rows()).length < all.length, "the way back forgets the search");
    await page.locator(".list tbody tr:not([hidden]) a").first().click();
    await page.locator(".desk a").click();
    expect(page.url().endsWith("/index.html"), "an article does not lead back to its desk");
  }
  await page.context().close();
  const plain = await open(file, { javaScriptEnabled: false });
  const text = await plain.locator("body").innerText();
  expect(text.length > 40, "nothing can be read without scripts");
  await plain.context().close();
}

let count = 0;
for (const file of files(pages)) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [390, 1440]) await accessible(file, colorScheme, width);
  }
  await usable(file);
  count += 1;
}
await browser.close();
for (const failure of failures) console.error(failure);
console.log(`${count} pages opened, ${failures.length} failures`);
process.exit(failures.length > 0 || count === 0 ? 1 : 0);
