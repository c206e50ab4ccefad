// testimonia.html in headless Chromium, opened from a file: what an editor does with it, and what it must not do.
//
//     node tests/browser.mjs PAGE.html [EVENT.jsonl]      playwright-core is looked up beside the page
//
// Prints how long seeds/ and the event take. With PICTURES=FOLDER, saves screenshots there.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRequire } from "node:module";

const page = path.resolve(process.argv[2]);
const event = process.argv[3] && fs.readFileSync(process.argv[3], "utf8").trim();
const { chromium } = createRequire(page)("playwright-core");
const pictures = process.env.PICTURES;

const DAM = [
  "The dam at Tillia broke on Monday, killing 12 people. “We heard a roar and ran,” said Kiari Moussa, the mayor of Tillia. Engineers had warned of cracks in the spring.",
  "The dam at Tillia broke on Monday, killing 14 people. \"We heard a noise and ran,\" said Chiari Moussa, the mayor of Tillia. The road to the town is closed.",
];
const HOSTILE = [
  `${DAM[0]} <img src=x onerror="document.title='run'"> <script>document.title='run'</script> \u202e\u001b[1m \u0000 “We heard </textarea></script><svg onload=alert(1)> and ran,” said A. Kande. ${"long".repeat(20_000)}`,
  `${DAM[1]} <a href="javascript:alert(1)">14</a> "'><iframe src="https://example.org/"></iframe> “We heard </textarea></script><svg onload=alert(2)> and ran,” said A. Kande. e${"\u0301".repeat(3000)}`,
];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "testimonia-web-"));
const flags = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const context = await chromium.launchPersistentContext(path.join(folder, "profile"), {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: flags.split(" "),
  viewport: { width: 1200, height: 900 },
  acceptDownloads: true,
});
const tab = await context.newPage();
const said = [], asked = [];
tab.on("console", (message) => said.push(message.text()));
tab.on("pageerror", (error) => said.push(error.message));
context.on("request", (request) => asked.push(request.url()));
tab.setDefaultTimeout(60_000);

const address = `file://${page}`;
const load = async () => {
  await tab.goto(address);
  await tab.waitForFunction(() => document.documentElement.dataset.ready);
};
/** Does something, and waits until a new result is drawn. */
const after = async (doing) => {
  const before = await tab.evaluate(() => document.documentElement.dataset.drawn ?? "0");
  await doing();
  await tab.waitForFunction((before) => Number(document.documentElement.dataset.drawn ?? 0) > Number(before), before);
};
const data = (name) => tab.evaluate((name) => Number(document.documentElement.dataset[name]), name);
const count = (selector) => tab.locator(selector).count();
const status = () => tab.textContent("#w-status");
const picture = async (name) => pictures && tab.screenshot({ path: path.join(pictures, `${name}.png`) });
/** Puts a text into the nth report, as pasting does. */
const paste = async (n, text) => {
  const area = tab.locator("#w-sources textarea").nth(n);
  await area.evaluate((area, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    if (area.dispatchEvent(event)) { area.value += text; area.dispatchEvent(new Event("input")); }
  }, text);
};
const drop = (files) => tab.evaluate((files) => {
  const dataTransfer = new DataTransfer();
  for (const [name, text] of files) dataTransfer.items.add(new File([text], name));
  dispatchEvent(new DragEvent("dragenter", { dataTransfer }));
  dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
}, files);
const downloaded = async (doing) => {
  const [download] = await Promise.all([tab.waitForEvent("download"), doing()]);
  return { name: download.suggestedFilename(), text: fs.readFileSync(await download.path(), "utf8") };
};
const exported = (format) => downloaded(async () => {
  await tab.selectOption("#w-format", format);
  await tab.click("#w-download");
});
const step = (name) => console.log(`- ${name}`);

try {
  step("it opens from a file, empty and without messages");
  await load();
  console.log(`  ready ${await data("ready")} ms after it was asked for`);
  assert.match(await status(), /Paste two reports/);
  await picture("empty");

  step("the example");
  await after(() => tab.click("#w-sample-button"));
  console.log(`  seeds/: ${await data("took")} ms from request to result, the first time`);
  assert.match(await status(), /^\d+ differences and \d+ agreements in 5 reports\.$/);
  const cards = await count("article.card");
  assert.ok(cards > 3, `${cards} cards`);
  const times = [];
  for (let n = 0; n < 5; n++) {
    await after(() => tab.click("#w-sample-button"));
    times.push(await data("took"));
  }
  console.log(`  seeds/ again: ${times.join(", ")} ms`);
  await picture("1200");
  const cornered = await tab.evaluate(() => [...document.querySelectorAll("#w-result a[href]")].map((a) => a.getAttribute("href"))
    .filter((href) => href[0] !== "#" || !document.getElementById(href.slice(1))));
  assert.deepEqual(cornered, [], "links lead somewhere");

  step("facets, threshold, accept, dismiss");
  await after(() => tab.click("#w-facets button[value=name]"));
  const names = await count("article.card");
  assert.ok(names > 0 && names < cards);
  assert.equal(await tab.getAttribute("#w-facets button[value=name]", "aria-pressed"), "true");
  assert.ok(JSON.parse((await exported("json")).text).records.every((record) => record.facet === "name"));
  await after(() => tab.click("#w-facets button[value=name]"));
  assert.equal(await count("article.card"), cards);
  const least = (value) => tab.locator("#w-least").evaluate((slider, value) => { slider.value = value; slider.dispatchEvent(new Event("input")); }, value);
  await after(() => least("0.9"));
  assert.ok(await count("article.card") < cards);
  await after(() => least("0.2"));
  assert.ok(await count("article.card") >= cards);
  await after(() => least("0.6"));
  assert.equal(await count("article.card"), cards);
  const first = await tab.getAttribute("article.card", "id");
  const second = await tab.locator("article.card").nth(1).getAttribute("id");
  await tab.click(`#${second} .w-accept`);
  assert.equal(await tab.getAttribute(`#${second} .w-accept`, "aria-pressed"), "true");
  await after(() => tab.click(`#${first} .w-dismiss`));
  assert.equal(await count(`#${first}`), 0);
  assert.equal(await tab.evaluate(() => document.activeElement.className), "w-dismiss", "the focus goes on to the next");
  const written = JSON.parse((await exported("json")).text);
  assert.deepEqual(written.dismissed.map((record) => record.id), [first]);
  assert.ok(!written.records.some((record) => record.id === first));
  assert.equal(written.records.find((record) => record.id === second).label, "accepted");
  assert.ok(!(await exported("csv")).text.includes(first));

  assert.equal((await exported("dismissed")).text.split("\n")[1], first);
  assert.equal((await exported("accepted")).text.split("\n")[1], second);

  step("saved work is restored, and nothing else is kept");
  const work = await downloaded(() => tab.click("#w-save"));
  assert.equal(work.name, "testimonia-work.json");
  await load();
  assert.match(await status(), /Paste two reports/);
  assert.equal(await count("article.card"), 0);
  await after(() => drop([["testimonia-work.json", work.text]]));
  assert.equal(await count(`#${first}`), 0);
  assert.equal(await count(`#${second}.w-accepted`), 1);
  await tab.click("#w-dismissed summary");
  await after(() => tab.click("#w-dismissed-list button"));
  assert.equal(await count(`#${first}`), 1);

  step("two readings are declared one name, or never one");
  const variant = tab.locator("article.card", { has: tab.locator(".w-pick") }).first();
  const id = await variant.getAttribute("id");
  for (const n of [0, 1]) await variant.locator(".w-pick").nth(n).focus().then(() => tab.keyboard.press("Enter"));
  assert.match(await tab.textContent("#w-picked-names"), /“.+” and “.+”/);
  await after(() => tab.keyboard.press("Enter"));
  assert.equal(await count(`article.card#${id}`), 0, "one name differs no more");
  assert.equal(await count("#w-pairs li"), 1);
  assert.match((await exported("aliases")).text, /^.+ \| .+\n$/);
  await tab.click("#w-names > summary");
  await after(() => tab.click("#w-pairs button"));
  assert.equal(await count(`article.card#${id}`), 1);

  step("every format");
  // What was accepted would be marked.
  await tab.click(`#${second} .w-accept`);
  const golden = fs.readFileSync(new URL("../../../tests/golden/seeds.json", import.meta.url), "utf8");
  assert.equal((await exported("json")).text, golden, "the bytes of the program");
  for (const [format, begin] of [["html", /^<!doctype html>/], ["jsonl", /^\{"id":/], ["csv", /,/], ["claims_csv", /,/], ["derivations_csv", /,/],
    ["markdown", /^#/], ["human", /\S/], ["tei", /^<\?xml/]]) {
    assert.match((await exported(format)).text, begin, format);
  }

  step("hostile texts are shown, and never act");
  await load();
  await after(async () => { await paste(0, HOSTILE[0]); await paste(1, HOSTILE[1]); });
  await after(() => least("0.2"));
  assert.ok(await count("article.card") > 1);
  assert.equal(await count("#w-result :is(script, img, iframe, svg[onload], [onerror], [style])"), 0);
  assert.equal(await count('a[href^="javascript:"]'), 0);
  assert.match(await tab.title(), /^testimonia/);
  assert.ok((await tab.textContent("#w-result")).includes("[U+202E]"));

  step("pages, JSON Lines of several events, invalid files");
  await load();
  const paragraphs = (text) => text.split(". ").map((part) => `<p>${part}.</p>`).join("");
  await after(async () => {
    await paste(0, `<!doctype html><meta property="og:site_name" content="The Post"><nav>Home</nav><article>${paragraphs(DAM[0])}</article><script>1</script>`);
    await drop([["b.html", `<title>Dam</title><body><p>${DAM[1]}</p>`]]);
  });
  assert.equal(await tab.inputValue("#w-sources [name=publisher] >> nth=0"), "The Post");
  assert.ok(!(await tab.inputValue("#w-sources textarea >> nth=0")).includes("Home"));
  assert.ok(await count("article.card") > 1);
  await tab.click("#w-clear");
  const lines = [["x", DAM[0]], ["x", DAM[1]], ["y", DAM[0].replace("12", "21")], ["y", DAM[1].replace("14", "41")]]
    .map(([event, text], n) => JSON.stringify({ id: `s${n}`, event, text, published: "2024-05-08" }));
  await after(() => drop([["feed.jsonl", lines.join("\n")]]));
  assert.deepEqual(await tab.locator("#w-events button").allTextContents(), ["x", "y"]);
  assert.match(await status(), /in 2 reports/);
  await after(() => tab.click("#w-events button >> nth=1"));
  assert.match(await tab.textContent("article.card"), /\b(21|41)\b/);
  await drop([["a.json", '{"a": 1}']]);
  await tab.waitForFunction(() => document.querySelector("#w-status").textContent.startsWith("a.json: this JSON contains no"));

  step("an invalid date is named");
  await tab.click("#w-sources summary >> nth=0");
  await tab.fill("#w-sources [name=published] >> nth=0", "soon");
  await tab.waitForFunction(() => /soon/.test(document.querySelector("#w-status").textContent));

  step("work is remembered only on request");
  assert.equal(await tab.evaluate(() => localStorage.length), 0);
  await after(() => tab.click("#w-sample-button"));
  await tab.check("#w-remember");
  await tab.goto(address);
  await tab.waitForSelector("article.card");
  await tab.uncheck("#w-remember");
  assert.equal(await tab.evaluate(() => localStorage.length), 0);
  await load();
  assert.equal(await count("article.card"), 0);

  step("the keyboard reaches everything, and a screen reader finds labels");
  await after(() => tab.click("#w-sample-button"));
  const unnamed = await tab.evaluate(() => [...document.querySelectorAll("button, input, select, textarea, summary, progress")]
    .filter((e) => !(e.hidden || e.getAttribute("aria-label") || e.labels?.length || e.textContent.trim())).map((e) => e.outerHTML.slice(0, 80)));
  assert.deepEqual(unnamed, []);
  assert.deepEqual(await tab.evaluate(() => {
    const seen = new Set(), twice = [];
    for (const { id } of document.querySelectorAll("[id]")) seen.has(id) ? twice.push(id) : seen.add(id);
    return twice;
  }), []);
  await tab.evaluate(() => { document.querySelector(".skip").focus(); });
  const reached = new Set();
  for (let n = 0; n < 60; n++) {
    await tab.keyboard.press("Tab");
    reached.add(await tab.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.localName));
  }
  for (const id of ["w-sample-button", "w-open", "w-save", "w-clear", "w-add", "w-remember", "w-least", "w-format", "w-download", "w-accept", "w-dismiss"]) assert.ok(reached.has(id), `${id} is not reached: ${[...reached]}`);

  step("dark and narrow");
  const ground = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await tab.emulateMedia({ colorScheme: "dark" });
  assert.notEqual(await ground(), light);
  await picture("1200-dark");
  await tab.emulateMedia({ colorScheme: "light" });
  for (const width of [390, 360]) {
    await tab.setViewportSize({ width, height: 844 });
    assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `wider than ${width} pixels`);
  }
  await tab.setViewportSize({ width: 390, height: 844 });
  await tab.evaluate(() => scrollTo(0, 0));
  await picture("390");
  await tab.evaluate(() => document.querySelector("article.card").scrollIntoView());
  await picture("390-cards");
  await tab.setViewportSize({ width: 1200, height: 900 });
  await tab.evaluate(() => document.querySelector("article.card").scrollIntoView());
  await picture("1200-cards");

  if (event) {
    step(`an event of ${event.split("\n").length} sources, and typing meanwhile`);
    await load();
    await tab.evaluate(() => {
      globalThis.longest = 0;
      let last = performance.now();
      const beat = () => { const now = performance.now(); globalThis.longest = Math.max(globalThis.longest, now - last); last = now; setTimeout(beat); };
      beat();
    });
    await after(() => drop([["event.jsonl", event]]));
    await tab.waitForFunction(() => document.querySelector("#texts"));
    console.log(`  ${await data("took")} ms from request to result; the page waited ${Math.round(await tab.evaluate(() => globalThis.longest))} ms at most`);
    console.log(`  ${await status()}`);
    // Stopped at once, and started again.
    await tab.evaluate(() => { document.querySelector("#w-progress").hidden = false; });
    await tab.locator("#w-least").evaluate((slider) => { slider.value = "0.3"; slider.dispatchEvent(new Event("input")); });
    await tab.waitForTimeout(210);
    await tab.evaluate(() => document.querySelector("#w-cancel").click());
    assert.match(await status(), /^Cancelled/);
    await after(() => tab.click("#w-status button"));
    assert.match(await status(), /in \d+ reports/);
  }

  const elsewhere = asked.filter((url) => url !== address && !url.startsWith("blob:") && !url.startsWith("data:"));
  assert.deepEqual(elsewhere, [], "it asks for nothing");
  assert.deepEqual(said, [], "it says nothing on the console");
  console.log("the page does what it should");
} finally {
  await context.close();
  fs.rmSync(folder, { recursive: true, force: true });
}
