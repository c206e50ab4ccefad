"use strict";
(() => {
  const $ = (id) => document.getElementById(`w-${id}`);
  const STAGES = ["Reading sentences", "Finding names, numbers and dates", "Linking sentences", "Gathering names", "Looking for text reuse", "Comparing"];
  const DEFAULT = 0.6;
  const KEPT = "testimonia-work";
  const LARGEST = 20_000_000;

  // ---- The library, in a worker

  const engine = {
    worker: null, module: null, ready: null, abandon: null, waiting: new Map(), count: 0,
    start() {
      const source = new Blob([$("worker").textContent], { type: "text/javascript" });
      const url = URL.createObjectURL(source);
      const worker = new Worker(url);
      this.worker = worker;
      this.ready = new Promise((resolve, reject) => {
        this.abandon = () => reject(new Cancelled());
        worker.onmessage = ({ data }) => {
          if (data.ready) { this.module ??= data.module; URL.revokeObjectURL(url); resolve(); return; }
          if (data.n === undefined) { reject(new Error(data.broken)); return; }
          const waits = this.waiting.get(data.n);
          if (!waits) return;
          if (data.stage !== undefined) { waits.watch?.(data.stage); return; }
          this.waiting.delete(data.n);
          if (data.broken) { this.restart(); waits.reject(new Error(data.broken)); return; }
          const answer = JSON.parse(data.answer);
          if (answer.error) waits.reject(new Error(answer.error)); else waits.resolve(answer);
        };
        worker.onerror = (event) => reject(new Error(event.message || "the worker could not be started"));
      });
      this.ready.catch(() => {});
      const given = this.module ? { start: true, module: this.module } : { start: true, packed: $("wasm").textContent };
      worker.postMessage(given);
    },
    restart() {
      this.worker.terminate();
      this.abandon();
      const waiting = [...this.waiting.values()];
      this.waiting.clear();
      this.start();
      for (const waits of waiting) waits.reject(new Cancelled());
    },
    async ask(request, watch) {
      const worker = this.worker;
      await this.ready;
      if (worker !== this.worker) throw new Cancelled();
      const n = ++this.count;
      return new Promise((resolve, reject) => {
        this.waiting.set(n, { resolve, reject, watch });
        worker.postMessage({ n, request: JSON.stringify(request) });
      });
    },
  };
  class Cancelled extends Error {}

  // ---- The user's work

  let work, records = [], turn = 0, drawn = 0, running = false, later = 0, keys = 0, picked = [];
  const empty = () => ({ sources: [], aliases: [], never_merge: [], dismissed: [], accepted: [], least: null, facets: [], event: "" });
  const blank = () => ({ id: "", publisher: "", published: "", event: "", text: "" });

  const text = (value) => (typeof value === "string" ? value : "");
  const list = (value) => (Array.isArray(value) ? value : []);
  const pairs = (value) => list(value).filter((p) => Array.isArray(p) && p.length === 2 && p.every((n) => typeof n === "string" && n.trim()));
  const labels = (value) => list(value).filter((l) => l && typeof l.id === "string").map((l) => ({ id: l.id, facet: text(l.facet), readings: list(l.readings).filter((w) => typeof w === "string") }));

  // A saved file may have been edited.
  function restored(saved) {
    const least = typeof saved.least === "number" && saved.least >= 0 && saved.least <= 1 ? saved.least : null;
    const sources = list(saved.sources).filter((s) => s && typeof s === "object")
      .map((s) => ({ id: text(s.id), publisher: text(s.publisher), published: text(s.published), event: text(s.event), text: text(s.text) }));
    return { ...empty(), sources, aliases: pairs(saved.aliases), never_merge: pairs(saved.never_merge), dismissed: labels(saved.dismissed), accepted: labels(saved.accepted), least };
  }
  const saved = () => ({ testimonia: "work/1", sources: work.sources.map(({ id, publisher, published, event, text }) => ({ id, publisher, published, event, text })), aliases: work.aliases, never_merge: work.never_merge, dismissed: work.dismissed, accepted: work.accepted, least: work.least });

  function keep() {
    try {
      if ($("remember").checked) localStorage.setItem(KEPT, JSON.stringify(saved()));
      else localStorage.removeItem(KEPT);
    } catch { if ($("remember").checked) say("This browser does not store data for this page."); }
  }
  function kept() {
    try { const json = localStorage.getItem(KEPT); return json ? restored(JSON.parse(json)) : null; } catch { return null; }
  }

  const say = (words) => { $("status").textContent = words; };
  const count = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
  const of = (source) => source.event.trim();
  const events = () => [...new Set(work.sources.filter((s) => s.text.trim()).map(of))];
  const shown = () => work.sources.filter((s) => events().length < 2 || of(s) === work.event || (!s.text.trim() && !of(s)));

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  // ---- Sources

  function unique(id) {
    const taken = new Set(work.sources.map((s) => s.id.trim()));
    const base = id.trim() || `Report ${work.sources.length + 1}`;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base} (${n})`;
    return name;
  }

  function add(sources) {
    work.sources = work.sources.filter((s) => s.text.trim());
    for (const source of sources) work.sources.push({ ...blank(), ...source, id: unique(source.id ?? "") });
    work.event = events().includes(work.event) ? work.event : events()[0] ?? "";
    listSources();
    changed();
  }

  function listSources() {
    if (!work.sources.length) work.sources.push({ ...blank(), id: "Report 1" }, { ...blank(), id: "Report 2" });
    const all = events();
    $("events").hidden = all.length < 2;
    $("events").replaceChildren(...all.map((event) => {
      const button = element("button", { type: "button", textContent: event || "no event" });
      button.setAttribute("aria-pressed", String(event === work.event));
      button.onclick = () => { work.event = event; listSources(); changed(0); };
      return button;
    }));
    $("sources").classList.toggle("w-several", work.sources.some((s) => of(s)));
    $("sources").replaceChildren(...shown().map(sourceCard));
  }

  function sourceCard(source) {
    const card = $("source").content.firstElementChild.cloneNode(true);
    source.key ??= ++keys;
    card.dataset.key = source.key;
    // Empty reports are open; the others are collapsed to a line.
    card.open = !source.text.trim();
    for (const field of card.querySelectorAll("input, textarea")) {
      field.value = source[field.name];
      field.addEventListener("input", () => {
        source[field.name] = field.value;
        measure(card, source);
        if (field.name === "event") return;
        changed();
      });
      if (field.name === "event") field.addEventListener("change", () => {
        work.event = of(source);
        listSources();
        changed();
      });
    }
    card.querySelector("textarea").addEventListener("paste", (event) => {
      const pasted = event.clipboardData?.getData("text/plain") ?? "";
      if (!isMarked(pasted)) return;
      event.preventDefault();
      const at = source.text.trim() ? null : source;
      read("", pasted).then((sources) => {
        if (at) work.sources = work.sources.filter((s) => s !== at);
        add(sources);
      }, (error) => { say(`The pasted text is used as it is: ${error.message}`); source.text += pasted; listSources(); changed(); });
    });
    card.querySelector(".w-remove").onclick = () => {
      const at = shown().indexOf(source);
      work.sources = work.sources.filter((s) => s !== source);
      if (!events().includes(work.event)) work.event = events()[0] ?? "";
      listSources();
      changed();
      const buttons = $("sources").querySelectorAll(".w-remove");
      (buttons[Math.min(at, buttons.length - 1)] ?? $("add")).focus();
    };
    measure(card, source);
    return card;
  }

  function measure(card, source) {
    const words = source.text.split(/\s+/).filter(Boolean).length;
    card.querySelector(".w-title").textContent = source.id.trim() || "Unnamed report";
    card.querySelector(".w-size").textContent = [source.publisher.trim(), source.published.trim(), words ? count(words, "word") : ""].filter(Boolean).join(", ");
  }

  // Possibly HTML or JSON instead of prose; the library decides.
  const isMarked = (pasted) => /^\s*(\{\s*"|\[\s*\{|<(!doctype|html|head|body|main|article|div|section|p|h1)[\s>])/i.test(pasted);

  async function read(name, given) {
    // The running comparison is obsolete, since more reports are coming.
    if (running) stop();
    return (await engine.ask({ do: "read", name, text: given })).sources;
  }

  async function take(files) {
    const taken = [], complaints = [];
    for (const file of files) {
      try {
        if (file.size > LARGEST) throw new Error("this file is too large (the limit is 20 MB)");
        const given = decoded(await file.arrayBuffer());
        if (/^\s*\{/.test(given) && given.includes('"testimonia"')) {
          const json = (() => { try { return JSON.parse(given); } catch { return null; } })();
          if (json?.testimonia === "work/1") { begin(restored(json)); return; }
        }
        taken.push(...await read(file.name, given));
      } catch (error) { complaints.push(`${file.name}: ${error.message}`); }
    }
    if (taken.length) add(taken);
    if (complaints.length) { clearTimeout(later); say(complaints.join(" ")); if (taken.length) changed(1500); }
  }

  function decoded(buffer) {
    const head = new Uint8Array(buffer.slice(0, 2));
    const wide = head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : null;
    try { return new TextDecoder(wide ?? "utf-8", { fatal: true }).decode(buffer); }
    catch { throw new Error("it is not UTF-8; save it as UTF-8 text"); }
  }

  // ---- Comparing

  function changed(wait = 400) {
    keep();
    listPairs();
    if (running) stop();
    clearTimeout(later);
    later = setTimeout(compare, wait);
  }

  function stop() {
    turn++;
    running = false;
    $("progress").hidden = true;
    engine.restart();
  }

  async function compare() {
    const given = work.sources.filter((s) => s.text.trim() && (events().length < 2 || of(s) === work.event));
    const mine = ++turn;
    if (given.length < 2) {
      records = [];
      drawn++;
      $("controls").hidden = $("dismissed").hidden = true;
      $("result").replaceChildren();
      say(given.length ? "Add one more report to compare." : "Paste two reports of one event, or open the example.");
      return;
    }
    running = true;
    const bar = $("progress").querySelector("progress");
    bar.value = 0;
    const slow = setTimeout(() => { if (mine === turn) $("progress").hidden = false; }, 150);
    const sources = given.map(({ id, text, publisher, published }) => ({ id, text, publisher, published }));
    const started = performance.now();
    try {
      const { aliases, never_merge, least } = work;
      const answer = await engine.ask({ do: "reconcile", sources, aliases, never_merge, least }, (stage) => {
        if (mine !== turn || $("progress").hidden) return;
        bar.value = stage + 1;
        say(`${STAGES[stage] ?? "Comparing"}…`);
      });
      if (mine !== turn) return;
      records = answer.records;
      running = false;
      match();
      await show();
      document.documentElement.dataset.took = String(Math.round(performance.now() - started));
    } catch (error) {
      if (error instanceof Cancelled || mine !== turn) return;
      say(`These reports cannot be compared: ${error.message}`);
    } finally {
      clearTimeout(slow);
      if (mine === turn) { running = false; $("progress").hidden = true; }
    }
  }

  // Ids survive edits elsewhere; if one did not, the facet and readings identify the record.
  const sameReadings = (label, record) => label.facet === record.facet && label.readings.length > 1 &&
    label.readings.length === record.readings.length && record.readings.every((r) => label.readings.includes(r.words));
  const marked = (labels, record) => labels.find((label) => label.id === record.id || sameReadings(label, record));
  const label = (record) => ({ id: record.id, facet: record.facet, readings: record.readings.map((r) => r.words) });
  function match() {
    for (const kind of ["dismissed", "accepted"]) for (const record of records) {
      const found = marked(work[kind], record);
      if (found) found.id = record.id;
    }
  }

  // ---- The result

  async function show() {
    const mine = ++drawn;
    const dismissed = work.dismissed.map((l) => l.id);
    const { text: html } = await engine.ask({ do: "show", format: "html", facets: work.facets, dismissed });
    if (mine !== drawn) return;
    const visible = records.filter((r) => !dismissed.includes(r.id) && (!work.facets.length || work.facets.includes(r.facet)));
    const discrepancies = visible.filter((r) => r.verdict === "discrepancy").length;
    listFacets();
    listDismissed();
    $("controls").hidden = false;
    const top = scrollY;
    const open = new Set([...$("result").querySelectorAll("details[open]")].map((d) => d.closest("[id]")?.id));
    await draw(html, mine, open);
    if (mine !== drawn) return;
    if (Math.abs(scrollY - top) > 1) scrollTo({ top, behavior: "instant" });
    say(`${count(discrepancies, "difference")} and ${count(visible.length - discrepancies, "agreement")} in ${count(work.sources.filter((s) => s.text.trim() && (events().length < 2 || of(s) === work.event)).length, "report")}.`);
    document.documentElement.dataset.drawn = String(mine);
  }

  // Inserts the library's page one section at a time, to keep typing responsive.
  async function draw(html, mine, open) {
    const parser = new DOMParser();
    const from = html.indexOf("<nav"), to = html.lastIndexOf("</main>");
    const pieces = html.slice(from < 0 ? 0 : from, to < 0 ? html.length : to).split(/(?=<section id="|<article class="card )/);
    const made = document.createDocumentFragment();
    const pause = breaths(mine);
    for (const piece of pieces) {
      const parsed = parser.parseFromString(piece, "text/html");
      // The library's page contains none of these; if one got in, it is removed.
      parsed.querySelectorAll("script, style, link, meta, base, iframe, object, embed, form, img").forEach((e) => e.remove());
      // A card belongs to the section before it.
      const into = piece.startsWith("<article") ? made.lastElementChild ?? made : made;
      into.append(...[...parsed.body.childNodes].flatMap((n) => (n.nodeName === "MAIN" ? [...n.childNodes] : n.nodeName === "HEADER" ? [] : [n])));
      if (!(await pause())) return;
    }
    for (const details of made.querySelectorAll("details")) if (open.has(details.closest("[id]")?.id)) details.open = true;
    equip(made);
    const focus = document.activeElement?.closest?.("#w-result [id]")?.id;
    const result = $("result");
    // Keeps the scroll position while the new result replaces the old one.
    result.style.minHeight = `${result.offsetHeight}px`;
    result.replaceChildren();
    const whole = await place([...made.childNodes], result, pause);
    if (mine === drawn) result.style.minHeight = "";
    if (!whole) return;
    if (focus && document.activeElement === document.body) {
      const again = document.getElementById(focus);
      (again?.matches("a, button") ? again : again?.querySelector("a, button, summary"))?.focus({ preventScroll: true });
    }
  }

  /** Appends nodes; what is large piece by piece, with time for the page in between. False where another result has come up. */
  async function place(nodes, into, pause) {
    for (const node of nodes) {
      if (node.nodeType === 1 && node.namespaceURI === into.namespaceURI && node.getElementsByTagName("*").length > 200) {
        const children = [...node.childNodes];
        node.replaceChildren();
        into.append(node);
        if (!(await place(children, node, pause))) return false;
      } else {
        into.append(node);
      }
      if (!(await pause())) return false;
    }
    return true;
  }

  /** Lets the page do what waits, now and then; false where another result has come up meanwhile. */
  function breaths(mine) {
    let since = performance.now();
    return async () => {
      if (performance.now() - since > 10) {
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      }
      return mine === drawn;
    };
  }

  function equip(made) {
    const known = new Map(records.map((r) => [r.id, r]));
    for (const card of made.querySelectorAll("article.card")) {
      const record = known.get(card.id);
      if (!record) continue;
      const accept = element("button", { type: "button", textContent: "Accept", className: "w-accept" });
      const set = (on) => { card.classList.toggle("w-accepted", on); accept.setAttribute("aria-pressed", String(on)); accept.textContent = on ? "Accepted" : "Accept"; };
      set(Boolean(marked(work.accepted, record)));
      accept.onclick = () => {
        const on = marked(work.accepted, record);
        work.accepted = on ? work.accepted.filter((l) => l !== on) : [...work.accepted, label(record)];
        set(!on);
        keep();
      };
      const dismiss = element("button", { type: "button", textContent: "Dismiss", className: "w-dismiss" });
      dismiss.onclick = () => {
        work.accepted = work.accepted.filter((l) => l !== marked(work.accepted, record));
        work.dismissed = [...work.dismissed, label(record)];
        const cards = [...$("result").querySelectorAll("article.card")];
        const next = cards[cards.indexOf(card) + 1] ?? cards[cards.indexOf(card) - 1];
        keep();
        show().then(() => (document.getElementById(next?.id)?.querySelector(".w-dismiss") ?? $("result")).focus({ preventScroll: true }), fail);
      };
      card.append(element("div", { className: "w-actions" }, accept, dismiss));
      if (record.facet === "name") card.querySelectorAll(".reading > .words").forEach((words, n) => pickable(words, record.readings[n]?.words));
    }
    for (const row of made.querySelectorAll("#agreements tr[id]")) {
      const record = known.get(row.id);
      if (record?.facet !== "name") continue;
      for (const words of row.querySelectorAll(".words")) {
        const reading = record.readings.find((r) => r.words === words.textContent);
        if (reading) pickable(words, reading.words);
      }
    }
  }

  function fail(error) { if (!(error instanceof Cancelled)) say(error.message); }

  function listFacets() {
    const counts = new Map();
    for (const record of records) counts.set(record.facet, (counts.get(record.facet) ?? 0) + 1);
    work.facets = work.facets.filter((f) => counts.has(f));
    const old = document.activeElement?.closest?.("#w-facets button")?.value;
    $("facets").replaceChildren(...[...counts].sort().map(([facet, n]) => {
      const button = element("button", { type: "button", value: facet }, `${facet} `, element("span", { className: "n", textContent: n }));
      button.setAttribute("aria-pressed", String(work.facets.includes(facet)));
      button.onclick = () => {
        work.facets = work.facets.includes(facet) ? work.facets.filter((f) => f !== facet) : [...work.facets, facet];
        show().catch(fail);
      };
      return button;
    }));
    if (old) $("facets").querySelector(`[value="${CSS.escape(old)}"]`)?.focus();
  }

  function listDismissed() {
    const found = records.filter((r) => marked(work.dismissed, r));
    $("dismissed").hidden = !found.length;
    $("dismissed-count").textContent = found.length;
    $("dismissed-list").replaceChildren(...found.map((record) => {
      const back = element("button", { type: "button", textContent: "Show again" });
      back.onclick = () => {
        work.dismissed = work.dismissed.filter((l) => l !== marked(work.dismissed, record));
        keep();
        show().catch(fail);
      };
      return element("li", {}, `${record.facet}: ${record.readings.map((r) => `“${r.words}”`).join(" / ")} `, back);
    }));
  }

  // ---- Names

  function pickable(words, name) {
    if (!name) return;
    words.classList.add("w-pick");
    words.tabIndex = 0;
    words.setAttribute("role", "button");
    words.setAttribute("aria-pressed", "false");
    words.title = "Click two readings to say whether they are the same name";
    const pick = () => {
      if (picked.some((p) => p.words === words)) picked = picked.filter((p) => p.words !== words);
      else picked = [...picked.filter((p) => p.name !== name && p.words.isConnected), { words, name }].slice(-2);
      showPicked();
    };
    words.onclick = pick;
    words.onkeydown = (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pick(); } };
  }

  function showPicked() {
    for (const words of document.querySelectorAll(".w-pick")) words.setAttribute("aria-pressed", String(picked.some((p) => p.words === words)));
    $("picked").hidden = !picked.length;
    $("picked").classList.toggle("w-two", picked.length === 2);
    $("picked-names").textContent = picked.length === 2 ? `“${picked[0].name}” and “${picked[1].name}”` : picked.length ? `“${picked[0].name}” and … (choose another reading)` : "";
    if (picked.length === 2) $("picked").querySelector("button").focus();
  }

  function decide(kind, a, b) {
    a = a.trim(); b = b.trim();
    if (!a || !b || a === b) return;
    const same = (p) => (p[0] === a && p[1] === b) || (p[0] === b && p[1] === a);
    for (const name of ["aliases", "never_merge"]) work[name] = work[name].filter((p) => !same(p));
    work[kind].push([a, b]);
    changed(0);
  }

  function listPairs() {
    $("names-count").textContent = work.aliases.length + work.never_merge.length || "";
    const rows = [["aliases", "are the same"], ["never_merge", "are different"]].flatMap(([kind, verb]) => work[kind].map((pair) => {
      const remove = element("button", { type: "button", textContent: "Remove" });
      remove.setAttribute("aria-label", `Remove ${pair[0]} and ${pair[1]}`);
      remove.onclick = () => { work[kind] = work[kind].filter((p) => p !== pair); changed(0); };
      return element("li", {}, element("span", {}, element("bdi", { textContent: pair[0] }), " and ", element("bdi", { textContent: pair[1] }), ` ${verb} `), remove);
    }));
    $("pairs").replaceChildren(...rows);
  }

  // ---- Files

  const ENDINGS = { html: "html", json: "json", jsonl: "jsonl", markdown: "md", human: "txt", csv: "csv", claims_csv: "claims.csv", derivations_csv: "derivations.csv", tei: "xml", aliases: "aliases.txt", never_merge: "never-merge.txt", dismissed: "dismissed.txt", accepted: "accepted.txt" };
  const line = (words) => words.replace(/[|\t\n\r]+/g, " ");

  function download(name, content, type = "text/plain") {
    const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
    element("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }

  async function save() {
    const format = $("format").value;
    const named = (events().length > 1 && work.event ? work.event : "reconciliation").replace(/[^\p{L}\p{N}_-]+/gu, "-").slice(0, 60) || "reconciliation";
    const name = `${named}.${ENDINGS[format]}`;
    if (format === "aliases" || format === "never_merge") {
      download(name, work[format].map((pair) => `${pair.map(line).join(" | ")}\n`).join(""));
      return;
    }
    if (format === "dismissed" || format === "accepted") {
      download(name, work[format].map((l) => `# ${l.facet}: ${l.readings.map(line).join(" | ")}\n${l.id}\n`).join(""));
      return;
    }
    const { text: content } = await engine.ask({ do: "show", format, facets: work.facets, dismissed: work.dismissed.map((l) => l.id), accepted: work.accepted.map((l) => l.id) });
    const types = { html: "text/html", json: "application/json", tei: "application/xml", csv: "text/csv", claims_csv: "text/csv", derivations_csv: "text/csv" };
    download(name, content, types[format]);
  }

  // ---- The page

  function begin(given) {
    work = given;
    work.event = events()[0] ?? "";
    $("least").value = work.least ?? DEFAULT;
    $("least-value").textContent = Number($("least").value).toFixed(2);
    listSources();
    changed(0);
  }

  $("add").onclick = () => {
    work.sources.push({ ...blank(), id: unique(""), event: events().length > 1 ? work.event : "" });
    listSources();
    const last = $("sources").lastElementChild;
    if (last) { last.open = true; last.querySelector("textarea").focus(); }
  };
  $("sample-button").onclick = () => begin({ ...empty(), sources: JSON.parse($("sample").textContent).map((s) => ({ ...blank(), ...s })) });
  $("open").onclick = () => $("files").click();
  $("files").onchange = () => { take([...$("files").files]).finally(() => { $("files").value = ""; }); };
  $("save").onclick = () => download("testimonia-work.json", `${JSON.stringify(saved(), null, 1)}\n`, "application/json");
  $("clear").onclick = () => begin(empty());
  $("cancel").onclick = () => {
    stop();
    const again = element("button", { type: "button", textContent: "Compare again" });
    again.onclick = () => changed(0);
    $("status").replaceChildren("Cancelled. ", again);
    again.focus();
  };
  $("download").onclick = () => save().catch(fail);
  $("remember").onchange = keep;
  $("least").oninput = () => {
    const least = Number($("least").value);
    work.least = least === DEFAULT ? null : least;
    $("least-value").textContent = least.toFixed(2);
    // Records below the new threshold are hidden at once; those above it may need the next comparison.
    const low = new Set(records.filter((r) => r.confidence < least).map((r) => r.id));
    for (const shown of $("result").querySelectorAll("article.card, #agreements tr[id]")) shown.hidden = low.has(shown.id);
    changed(200);
  };
  $("pair").onsubmit = (event) => {
    event.preventDefault();
    decide(event.submitter?.value || "aliases", $("name-a").value, $("name-b").value);
    $("name-a").value = $("name-b").value = "";
    $("name-a").focus();
  };
  $("picked").onclick = (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const [a, b] = picked;
    picked = [];
    showPicked();
    if (button.value && a && b) decide(button.value, a.name, b.name);
    (a?.words.isConnected ? a.words : $("result")).focus({ preventScroll: true });
  };
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && picked.length) { picked = []; showPicked(); } });

  let over = 0;
  const files = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragenter", (event) => { if (files(event)) { over++; $("drop").hidden = false; } });
  addEventListener("dragleave", (event) => { if (files(event) && --over <= 0) { over = 0; $("drop").hidden = true; } });
  addEventListener("dragover", (event) => { if (files(event)) event.preventDefault(); });
  addEventListener("drop", (event) => {
    if (!files(event)) return;
    event.preventDefault();
    over = 0;
    $("drop").hidden = true;
    take([...event.dataTransfer.files]);
  });
  // Text pasted outside a field becomes a new report.
  document.addEventListener("paste", (event) => {
    if (event.target.closest?.("input, textarea")) return;
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (pasted.trim()) read("", pasted).then(add, fail);
  });

  const old = kept();
  $("remember").checked = Boolean(old);
  engine.start();
  begin(old ?? empty());
  engine.ready.then(() => { document.documentElement.dataset.ready = String(Math.round(performance.now())); },
    (error) => say(`This browser cannot run the comparison: ${error.message}`));
})();
