(() => {
  const marks = () => document.querySelector(".cchc-ways")?.dataset || {};
  // What Streamlit writes by the browser's language – calendars and the first day of the week – is the page's here.
  const spoken = () => (document.documentElement.lang === "en" ? ["en-GB", "en"] : ["vi-VN", "vi"]);
  Object.defineProperty(navigator, "language", { get: () => spoken()[0] });
  Object.defineProperty(navigator, "languages", { get: spoken });
  // What it keeps for screen readers, in our words; the title of its dialog tells which of two has happened.
  let words = {};
  const originals = new WeakMap();
  // What a form says is wrong stands at its field too: marked, described, the sentence below it.
  const faults = () => {
    const found = new Map();
    for (const line of document.querySelectorAll(".cchc-faults a[data-field]"))
      for (const field of document.querySelectorAll(`.${CSS.escape(line.dataset.field)}`)) found.set(field, line);
    for (const field of [...document.querySelectorAll("[data-fault]")].filter((each) => !found.has(each))) {
      delete field.dataset.fault;
      const input = field.querySelector("[aria-describedby^=fault-]");
      for (const name of ["aria-invalid", "aria-describedby"]) input?.removeAttribute(name);
    }
    for (const [field, line] of found) {
      if (field.dataset.fault === line.textContent) continue;
      field.dataset.fault = line.textContent;
      const input = field.querySelector("input, textarea, select");
      input?.setAttribute("aria-invalid", "true");
      input?.setAttribute("aria-describedby", line.id);
    }
  };
  // A day that may not be chosen: Streamlit says why to readers alone, and in English.
  const outOfRange = () => {
    for (const field of document.querySelectorAll("[data-testid=stDateInput]")) {
      const told = field.querySelector("[role=alert]");
      const range = told && ["on or before ", "on or after ", "between "].find((each) => told.textContent.includes(each));
      if (range && words[range]) told.textContent = `${words[range]}${told.textContent.match(/\d\d\/\d\d\/\d{4}/g).join(" – ")}.`;
      if (told) field.dataset.range = told.textContent;
      else delete field.dataset.range;
    }
  };
  // What the keyboard was on may be drawn anew, be of no more use, or go with its page: the keyboard then goes on at what
  // stands in its place, at a neighbour, or at the heading – and from a panel that was closed to what opened it.
  let spots = [];
  let typing = false;
  let seeking = 0;
  const likes = "a[href], button, input, [tabindex='0']";
  const spot = (each) => {
    const home = each.closest("[class*=st-key-], .cchc-menu");
    return {
      each,
      panel: !!each.closest("[role=dialog]"),
      home: home && (home.className.match(/st-key-[\w-]+/) || ["cchc-menu"])[0],
      row: each.closest("tr[data-row]")?.dataset.row,
      kind: each.tagName + (each.classList[0] || ""),
      words: each.classList.contains("cchc-pin") ? "" : each.ariaLabel || each.textContent.trim(),
    };
  };
  const same = (one, other) => ["home", "row", "kind"].every((name) => one[name] === other[name]) && one.words.replace(/\W/g, "") === other.words.replace(/\W/g, "");
  const usable = (each) => !each.disabled && each.checkVisibility({ visibilityProperty: true });
  const instead = (lost) => {
    if (lost.each.isConnected && usable(lost.each)) return lost.each;
    const all = [...document.querySelectorAll(likes)].filter((each) => usable(each) && !each.closest("[role=dialog]"));
    const found = all.find((each) => same(spot(each), lost));
    const near = lost.each.isConnected && lost.each.closest("[data-testid=stHorizontalBlock], [class*=st-key-pages-]");
    const heading = document.querySelector(".cchc-head h1");
    if (heading) heading.tabIndex = -1;
    return found || all.find((each) => near && near.contains(each)) || heading;
  };
  const seek = () => {
    const last = spots.at(-1);
    const open = document.querySelector("[role=dialog]");
    const lost = typing && last && document.activeElement === document.body && !(last.each.isConnected && usable(last.each));
    if (!lost || open || seeking) return;
    let waited = 0;
    seeking = setInterval(() => {
      waited += 1;
      const app = document.querySelector(".stApp");
      const found = document.activeElement !== document.body || waited > 80;
      if (!found && ("first" in document.documentElement.dataset || app?.dataset.testScriptState === "running" || waited < 3)) return;
      clearInterval(seeking);
      seeking = 0;
      if (!found && typing) instead(spots.findLast((each) => !each.panel) || last)?.focus({ preventScroll: true });
    }, 100);
  };
  addEventListener("focusin", (event) => {
    if (event.target.matches?.(likes)) spots = [...spots.slice(-40), spot(event.target)];
  });
  addEventListener("keydown", () => (typing = true), true);
  addEventListener("pointerdown", () => (typing = false), true);
  // Lists are searched without diacritics too, and Đắk Lắk as «dac lac». Streamlit holds what was typed against each label
  // in small letters; while a list is searched, those of a label with diacritics are the bare ones.
  const small = String.prototype.toLowerCase;
  const bare = (text) => {
    const plain = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("đ", "d");
    return plain.includes("k") ? `${plain} ${plain.replaceAll("k", "c")}` : plain;
  };
  String.prototype.toLowerCase = function () {
    const told = small.call(this);
    return /[^\x00-\x7f]/.test(told) && document.activeElement?.role === "combobox" ? bare(told) : told;
  };
  // The rows of the list beside the map; by the keyboard the map is reached through them.
  const beside = () => [...(document.querySelector(".st-key-chart-ban-do") ? document.querySelectorAll(".st-key-beside tr[data-row]") : [])];
  // The server was started anew behind this window: a file that still seems chosen is with nobody.
  let server = "";
  addEventListener("change", (event) => event.target.type === "file" && delete document.documentElement.dataset.restarted, true);
  const translate = (root) => {
    const told = marks().server;
    if (server && told && told !== server) document.documentElement.dataset.restarted = "";
    server = told || server;
    if (marks().words) words = JSON.parse(marks().words);
    if (marks().language) document.documentElement.lang = marks().language;
    for (const name of ["aria-label", "title", "aria-roledescription", "aria-valuetext"])
      for (const each of root.querySelectorAll(`[${name}]`)) {
        const held = originals.get(each)?.[name];
        const now = each.getAttribute(name);
        const told = held?.ours === now ? held.told : now;
        const start = words[told] ? told : Object.keys(words).find((key) => key.endsWith(" ") && told.startsWith(key));
        const ours = start ? words[start] + told.slice(start.length) : told;
        if (ours === now) continue;
        each.setAttribute(name, ours);
        originals.set(each, { ...originals.get(each), [name]: { told, ours } });
      }
    for (const icon of root.querySelectorAll("[data-testid=stIconMaterial]:not([aria-hidden])")) icon.ariaHidden = "true";
    // Where a file is dropped: Streamlit hides it from readers and leaves its button without a name. Two on a page are
    // told apart by what they ask for.
    for (const drop of root.querySelectorAll("[data-testid=stFileUploaderDropzone]")) {
      const browse = JSON.parse(getComputedStyle(drop).getPropertyValue("--w-upload-browse") || '""');
      const asked = drop.closest("[data-testid=stFileUploader]")?.querySelector("[data-testid=stWidgetLabel]");
      const name = [browse, asked?.textContent.trim()].filter(Boolean).join(": ");
      if (drop.getAttribute("role") !== "group") drop.setAttribute("role", "group");
      for (const each of [drop, drop.querySelector("button")])
        if (each && each.ariaLabel !== name) each.ariaLabel = name;
    }
    for (const skip of root.querySelectorAll("[data-testid=stSkipToContent]")) {
      const told = (skip.dataset.told ||= skip.textContent);
      if (words[told] && skip.textContent !== words[told]) skip.textContent = words[told];
    }
    // A choice that its box cuts stands whole below it.
    for (const box of root.querySelectorAll("[data-testid=stSelectbox] input")) {
      const field = box.closest("[data-testid=stSelectbox]");
      const told = document.activeElement !== box && box.scrollWidth > box.clientWidth + 1 ? box.value : "";
      if (told) field.dataset.cut = told;
      else delete field.dataset.cut;
    }
    for (const frame of innerWidth < 768 ? root.querySelectorAll(".cchc-frame") : [])
      frame.toggleAttribute("data-sideways", frame.scrollWidth > frame.clientWidth + 1);
    faults();
    outOfRange();
    seek();
    // The part that is open is in sight of a row of parts that a phone has no room for.
    const part = root.querySelector(".cchc-parts a[aria-current]:not([data-in-sight])");
    if (part) {
      part.dataset.inSight = "";
      part.parentElement.scrollLeft = part.offsetLeft - part.parentElement.offsetLeft - 24;
    }
    const listed = beside();
    if (listed.length && !listed.some((row) => row.tabIndex === 0)) listed[0].tabIndex = 0;
  };
  // Streamlit's own dialogs say that an address does not exist or that the server does not answer, ours are panels. What
  // they are stands on them before they are painted: style that asked what is in them was worked out anew for the whole
  // page at each change of it.
  const tellDialogs = () => {
    for (const dialog of document.querySelectorAll("section[role=dialog]")) {
      const streamlits = /page/i.test(dialog.querySelector(":scope > h2")?.textContent || "") ? "address" : "server";
      const kind = dialog.querySelector("[data-testid=stVerticalBlock]") ? "panel" : streamlits;
      for (const each of [dialog, dialog.closest("[data-testid=stDialog]")]) if (each && each.dataset.kind !== kind) each.dataset.kind = kind;
    }
  };
  let due = 0;
  const later = () => (due ||= setTimeout(() => ((due = 0), translate(document)), 120));
  for (const act of ["resize", "focusin", "focusout"]) addEventListener(act, later);
  // On paper a picture stands as it was drawn, without the strips that the page clips: a clip is lost where a page begins.
  addEventListener("beforeprint", () => {
    for (const plot of document.querySelectorAll(".js-plotly-plot")) {
      const unseen = [...plot.querySelectorAll("[style*=cchc-wide]")].map((each) => getComputedStyle(each).display === "none");
      const [still, ...over] = [...plot.querySelectorAll(".main-svg")].map((each) => each.cloneNode(true));
      for (const each of over) still.append(...each.childNodes);
      // What this width had no room for is not on paper either, whose frame is wider than the drawing.
      [...still.querySelectorAll("[style*=cchc-wide]")].forEach((each, place) => unseen[place] && each.remove());
      still.setAttribute("class", "cchc-still");
      still.removeAttribute("style");
      const [above, below] = ["--title-strip", "--source-strip"].map((name) => parseFloat(getComputedStyle(plot).getPropertyValue(name)) || 0);
      const [width, height] = ["width", "height"].map((name) => parseFloat(still.getAttribute(name)));
      still.setAttribute("viewBox", `0 ${above - 26} ${width} ${height - above - below + 26}`);
      still.setAttribute("height", height - above - below + 26);
      // A little larger than on the screen: one that stood beside a table has the whole width here.
      still.style.width = `min(100%, ${Math.round(width * 1.35)}px)`;
      plot.before(still);
    }
    // A heading whose form is not printed is not printed either.
    for (const head of document.querySelectorAll(".stMain .stElementContainer:has(.cchc-section)")) {
      let next = head;
      let told = false;
      while ((next = next.nextElementSibling) && !next.querySelector(".cchc-section"))
        told ||= [...next.querySelectorAll(".stHtml, .js-plotly-plot")].some((each) => each.textContent.trim() && !each.closest("[data-testid=stForm], [data-testid=stExpander]"));
      if (!told) head.dataset.bare = "";
    }
  });
  addEventListener("afterprint", () => {
    document.querySelectorAll(".cchc-still").forEach((each) => each.remove());
    document.querySelectorAll("[data-bare]").forEach((each) => delete each.dataset.bare);
  });
  addEventListener("DOMContentLoaded", () => {
    const seen = { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-label", "title"] };
    said = Object.assign(document.createElement("div"), { className: "cchc-said" });
    said.setAttribute("role", "status");
    document.body.append(said);
    new MutationObserver(() => (tellDialogs(), later())).observe(document.body, seen);
  });
  // A page is shown when it is whole: nothing on it moves while the reader begins. Until then its shape stands there and
  // the words what is being done; after eight seconds whatever there is, if there is a heading.
  const SHAPES = { "": "cards", "xep-hang": "pair", "ban-do": "pair", "sap-xep-tinh": "pair" };
  for (const slug of "ban-tin muc-tieu tien-do nop-bao-cao tong-hop ke-hoach tra-cuu nguon-goc danh-muc-lich phuong-phap tinh-trang nhat-ky-truy-cap".split(" "))
    SHAPES[slug] = "list";
  const PATIENCE = 8000;
  let until = 0;
  let said;
  const tell = (words) => {
    if (said && said.textContent !== words) said.textContent = words;
  };
  const hold = (what) => {
    const root = document.documentElement;
    root.dataset.first = what;
    root.dataset.shape = SHAPES[location.pathname.split("/").pop()] || "picture";
    let began = performance.now();
    let quiet = 0;
    clearInterval(until);
    until = setInterval(() => {
      const app = document.querySelector(".stApp");
      const heading = document.querySelector(".stMain :is(h1, .cchc-problem, .cchc-empty)");
      // The first start and a database made again have words of their own; the page is prepared after them.
      if (document.querySelector(".cchc-first") || (!heading && document.querySelector(".stMain [data-testid=stProgress]"))) {
        delete root.dataset.first;
        began = performance.now();
        quiet = 0;
        tell("");
        return;
      }
      const there = app && app.dataset.testScriptState !== "running" && (heading || document.querySelector("section[role=dialog]"));
      const waiting = [...document.querySelectorAll("[data-testid=stSkeleton]")].some((each) => !each.closest("[class*=st-key-plot-]"));
      quiet = there && !waiting ? quiet + 1 : 0;
      const waited = performance.now() - began;
      if (quiet < 2 && (waited < PATIENCE || !app || (!heading && app.dataset.testScriptState === "running"))) {
        root.dataset.first ||= what === "all" ? what : "rest";
        if (waited > 300) tell(JSON.parse(getComputedStyle(root).getPropertyValue("--w-opening") || '""'));
        return;
      }
      clearInterval(until);
      translate(document);
      delete root.dataset.first;
      tell("");
    }, 40);
  };
  hold("all");
  // A saved picture carries our letters: what draws it sees no font of the page.
  let letters = "";
  const spell = async () => {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    const faces = rules.filter((rule) => rule instanceof CSSFontFaceRule && rule.cssText.includes("be-vietnam"));
    const told = faces.map(async (rule) => {
      const file = await (await fetch(/url\("?([^")]+)"?\)/.exec(rule.cssText)[1])).blob();
      const data = await new Promise((done) => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result);
        reader.readAsDataURL(file);
      });
      return rule.cssText.replace(/url\([^)]*\)/, `url(${data})`);
    });
    letters = (await Promise.all(told)).join("");
  };
  const Plain = Blob;
  window.Blob = class extends Plain {
    constructor(parts, options) {
      const drawing = /svg/.test(options?.type) && typeof parts?.[0] === "string";
      super(drawing ? [parts[0].replace(/<svg[^>]*>/, (head) => `${head}<style>${letters}</style>`)] : parts, options);
    }
  };
  const save = async (button, format) => {
    if (!letters) await spell().catch(() => {});
    const plot = button.closest("[class*=st-key-chart-]").querySelector(".js-plotly-plot");
    plot._context.toImageButtonOptions.format = format;
    plot.querySelector(".modebar-btn").dispatchEvent(new MouseEvent("click", { bubbles: true }));
    plot._context.toImageButtonOptions.format = "png";
  };
  const push = history.pushState.bind(history);
  let hand = false;
  for (const act of ["pointerdown", "keydown"]) addEventListener(act, () => (hand = true), true);
  history.pushState = (state, title, url) => {
    const same = new URL(url, location.href).pathname === location.pathname;
    if (same && !hand) history.replaceState(state, title, url);
    else push(state, title, url);
    hand = false;
  };
  addEventListener("popstate", () => (hand = false), true);
  const keep = () => {
    for (const [name, value] of [["cchc-dang-xem", marks().kept], ["cchc-da-xem", marks().seen]])
      if (value !== undefined)
        document.cookie = `${name}-${location.port || 80}=${encodeURIComponent(value)};path=/;max-age=31536000;samesite=lax`;
  };
  addEventListener("pagehide", keep);
  addEventListener("visibilitychange", keep);
  // A meeting: the whole screen, large type; arrows lead through the parts of a place and then to the next place.
  const slides = () => document.querySelectorAll("[class*=st-key-slide-]");
  const meeting = (on) => {
    document.documentElement.toggleAttribute("data-meeting", on);
    const fits = Math.max(1, Math.min(innerWidth / 900, innerHeight / 560));
    const page = Math.max(1, Math.min(innerWidth / 640, Math.max(1.5, innerWidth / 960)));
    document.documentElement.style.setProperty("--meet", on ? (slides().length ? fits : page) : 1);
    if (on) document.documentElement.requestFullscreen?.().catch(() => {});
    else if (document.fullscreenElement) document.exitFullscreen();
    dispatchEvent(new Event("resize"));
    if (on) setTimeout(() => slides()[0]?.scrollIntoView({ block: "start" }), 400);
  };
  // What a chart is told of its own frame is in pixels of the screen; in a meeting those are larger than the page's.
  const measure = Element.prototype.getBoundingClientRect;
  Element.prototype.getBoundingClientRect = function () {
    const found = measure.call(this);
    const large = Number(document.documentElement.style.getPropertyValue("--meet")) || 1;
    if (large === 1 || !this.closest("[class*=st-key-plot-]") || !this.querySelector(".js-plotly-plot")) return found;
    return new DOMRect(found.x, found.y, found.width / large, found.height / large);
  };
  // The slide that fills the screen gives way to the next; the last one stays.
  const show = (step) => {
    const all = [...slides()];
    const tops = all.map((each) => Math.abs(each.getBoundingClientRect().top));
    const at = tops.indexOf(Math.min(...tops));
    all[Math.min(Math.max(at + step, 0), all.length - 1)].scrollIntoView({ block: "start", behavior: "instant" });
  };
  const go = (step) => {
    if (slides().length) return show(step);
    const near = (links) => [...links][[...links].findIndex((link) => link.hasAttribute("aria-current")) + step];
    (near(document.querySelectorAll(".cchc-parts a")) || near(document.querySelectorAll(".cchc-menu a")))?.click();
  };
  addEventListener("fullscreenchange", () => document.fullscreenElement || meeting(false));
  addEventListener("keydown", (event) => {
    if (!document.documentElement.hasAttribute("data-meeting") || event.target.closest?.("input, textarea")) return;
    if (event.key === "Escape") meeting(false);
    const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    go(step);
  });
  // A province pressed on the map is marked in the list beside it, one pressed in the list on the map.
  const pick = (id, seek) => {
    for (const row of document.querySelectorAll("tr[data-row]")) {
      const on = row.dataset.row === id;
      row.classList.toggle("cchc-picked", on);
      const frame = row.closest(".cchc-frame");
      if (on && seek && frame) frame.scrollTo({ top: row.offsetTop - frame.clientHeight / 2 });
    }
    for (const plot of document.querySelectorAll(".js-plotly-plot"))
      for (const trace of plot._fullData || [])
        for (const each of plot.querySelectorAll(`.trace${trace.uid}`)) each.classList.toggle("cchc-picked", trace.name === id);
  };
  addEventListener(
    "pointerup",
    (event) => {
      const plot = event.target.closest?.(".st-key-chart-ban-do .js-plotly-plot");
      const row = event.target.closest?.(".st-key-beside tr[data-row]");
      if (row && document.querySelector(".st-key-chart-ban-do")) pick(row.dataset.row, false);
      if (plot) setTimeout(() => plot._hoverdata?.length && pick(plot._fullData[plot._hoverdata[0].curveNumber].name, true), 60);
    },
    true,
  );
  // Another language in the same session: what was begun to be filled in stays. The browser keeps it by the answer.
  // Only a choice in a form that was not sent cannot be kept: whoever made one is asked first.
  let filled = null;
  addEventListener("focusin", (event) => {
    if (event.target.closest?.("[data-testid=stSelectbox], [data-testid=stMultiSelect]")) filled = event.target.closest("[data-testid=stForm]");
  });
  addEventListener("pointerup", (event) => event.target.closest?.("[role=option]") && filled && (filled.dataset.chosen = ""), true);
  addEventListener("keydown", (event) => event.key === "Enter" && event.target.getAttribute?.("aria-expanded") === "true" && filled && (filled.dataset.chosen = ""), true);
  addEventListener("click", (event) => event.target.closest?.("[data-testid=stFormSubmitButton]") && delete event.target.closest("[data-testid=stForm]")?.dataset.chosen);
  const changeTongue = (link) => {
    if (document.querySelector("[data-testid=stForm][data-chosen]") && !confirm(link.dataset.warning)) return;
    const after = new URL(location.href);
    after.searchParams.set("ngon-ngu", link.hreflang);
    const go = () => {
      document.documentElement.lang = link.hreflang;
      history.replaceState({}, "", after);
      dispatchEvent(new PopStateEvent("popstate", { state: {} }));
      if (innerWidth < 768) document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
    };
    fetch(link.href, { redirect: "manual" }).then(go, () => location.assign(link.href));
  };
  // What a term means, in one box that is never cut by a frame: on hover, at a tap, by the keyboard; Escape closes it.
  let meaning;
  const explain = (term) => {
    meaning?.remove();
    for (const each of document.querySelectorAll(".cchc-term[aria-describedby]")) each.removeAttribute("aria-describedby");
    if (!term) return;
    meaning = document.createElement("div");
    meaning.id = "cchc-meaning";
    meaning.className = "cchc-meaning";
    meaning.setAttribute("role", "tooltip");
    meaning.textContent = term.dataset.meaning;
    document.body.append(meaning);
    term.setAttribute("aria-describedby", meaning.id);
    const at = measure.call(term);
    const own = measure.call(meaning);
    meaning.style.left = `${Math.max(8, Math.min(at.left, innerWidth - own.width - 8))}px`;
    meaning.style.top = `${at.bottom + own.height + 8 > innerHeight ? Math.max(8, at.top - own.height - 6) : at.bottom + 6}px`;
  };
  for (const act of ["pointerover", "focusin"])
    addEventListener(act, (event) => {
      const term = event.target.closest?.(".cchc-term");
      if (term) explain(term);
      else if (act === "focusin" || !document.activeElement?.matches?.(".cchc-term")) explain(null);
    });
  addEventListener("keydown", (event) => event.key === "Escape" && explain(null));
  addEventListener("scroll", () => explain(null), true);
  addEventListener("keydown", (event) => {
    const rows = event.target.matches?.("tr[data-row]") ? beside() : [];
    const at = rows.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1, Enter: at, " ": at }[event.key];
    if (at < 0 || !rows[to]) return;
    event.preventDefault();
    event.target.tabIndex = -1;
    rows[to].tabIndex = 0;
    rows[to].focus();
    pick(rows[to].dataset.row, false);
  });
  // On a phone the menu would lie on what was found.
  addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || innerWidth >= 768 || !event.target.closest?.(".st-key-tim") || !event.target.value.trim()) return;
    setTimeout(() => document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click(), 100);
  });
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    if (innerWidth < 768) document.querySelector("[data-testid=stExpandSidebarButton]")?.click();
    setTimeout(() => document.querySelector(".st-key-tim input")?.focus(), innerWidth < 768 ? 350 : 0);
  });
  addEventListener(
    "click",
    (event) => {
      if (event.target.closest?.(".cchc-meet, .cchc-leave")) {
        meeting(!event.target.closest(".cchc-leave"));
        return;
      }
      const step = event.target.closest?.(".cchc-step");
      if (step) {
        go(Number(step.dataset.step));
        return;
      }
      const picture = event.isTrusted && event.target.closest?.(".cchc-svg, [class*=st-key-chart-] .modebar-btn");
      if (picture) {
        event.preventDefault();
        event.stopImmediatePropagation();
        save(picture, picture.matches(".cchc-svg") ? "svg" : "png");
        return;
      }
      const fold = event.target.closest?.(".cchc-fold");
      if (fold) {
        const open = document.documentElement.toggleAttribute("data-filters-open");
        fold.setAttribute("aria-expanded", String(open));
        return;
      }
      const index = event.target.closest?.(".cchc-unfold");
      if (index) {
        index.setAttribute("aria-expanded", String(index.getAttribute("aria-expanded") !== "true"));
        return;
      }
      const line = event.target.closest?.(".cchc-faults a[data-field]");
      if (line) {
        event.preventDefault();
        document.documentElement.setAttribute("data-filters-open", "");
        document.querySelector(`.${CSS.escape(line.dataset.field)}`)?.querySelector("input, textarea, button, select")?.focus();
        return;
      }
      const link = event.target.closest?.("a[href]");
      if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      if (link.closest(".cchc-tongues")) {
        event.preventDefault();
        event.stopImmediatePropagation();
        changeTongue(link);
        return;
      }
      // Ours are relative; an absolute one leads to a page of the server's own, or is Streamlit's to follow.
      if (link.target === "_blank" || link.hasAttribute("download") || /^(#|\/|\w+:)/.test(link.getAttribute("href"))) return;
      const place = new URL(link.href);
      if (place.origin !== location.origin || place.pathname.includes(".") || place.pathname.startsWith("/media/")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      // Where a figure comes from and how it is made open beside what is looked at.
      const asks = /(nguon-goc$|phuong-phap$)/.exec(place.pathname);
      if (asks && (link.closest(".cchc-source") || link.matches(".cchc-figure")) && place.search + place.hash !== "") {
        const beside = new URL(location.href);
        beside.searchParams.set("mo", asks[1] + place.search + place.hash);
        push({}, "", beside);
        hand = false;
        dispatchEvent(new PopStateEvent("popstate", { state: {} }));
        return;
      }
      if (place.pathname !== location.pathname) hold("page");
      if (place.href !== location.href) push({}, "", place);
      hand = false;
      document.documentElement.removeAttribute("data-filters-open");
      dispatchEvent(new PopStateEvent("popstate", { state: {} }));
      if (innerWidth < 768) document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
      if (!place.hash) document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
    },
    true,
  );
})();
