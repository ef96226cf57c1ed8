// What tests ask of a page in the real browser.
window.measure = {
  // Text that is seen, and every name that a screen reader says instead of it; not letters that stand for icons, nor
  // what is marked as being in another language.
  words() {
    const left = document.createElement("style");
    left.textContent = `[aria-hidden=true][data-testid=stIconMaterial], .cchc-icon, body [lang]:not([lang="${document.documentElement.lang}"]) { display: none !important; }`;
    document.head.append(left);
    const seen = document.body.innerText;
    left.remove();
    const names = ["aria-label", "title", "alt", "placeholder", "aria-roledescription", "aria-valuetext"];
    const named = [...document.querySelectorAll(names.map((name) => `[${name}]`).join())];
    const said = named.flatMap((each) => names.map((name) => each.getAttribute(name)));
    return [seen, ...said.filter(Boolean)].join("\n");
  },
  // The sizes of letters in the main part, in pixels.
  letters() {
    const sizes = new Set();
    const walker = document.createTreeWalker(document.querySelector(".stMain"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      const box = parent.getBoundingClientRect();
      const look = getComputedStyle(parent);
      if (!walker.currentNode.textContent.trim() || !box.width || !box.height) continue;
      if (look.visibility === "hidden" || /Material/.test(look.fontFamily)) continue;
      if (parseFloat(look.fontSize)) sizes.add(Math.round(parseFloat(look.fontSize)));
    }
    return [...sizes].sort((a, b) => a - b);
  },
  // What a finger must hit, with its height. A figure inside a table or a sentence is as high as its line.
  taps() {
    const kinds = "a[href], button, input:not([type=hidden]), [role=combobox], [role=switch]";
    const around = "label, [data-testid=stTextInputRootElement], [data-testid=stNumberInputContainer], [role=group]";
    return [...document.querySelectorAll(kinds)]
      .filter((each) => each.getClientRects().length && getComputedStyle(each).visibility !== "hidden" && !each.disabled)
      .filter((each) => !each.closest("td, th, p, .cchc-facts, .cchc-prose, [aria-hidden=true]"))
      .map((each) => {
        const name = `${each.tagName} ${(each.textContent || each.getAttribute("aria-label") || "").slice(0, 40)}`;
        const boxes = [each, each.closest(around) || each].map((one) => one.getBoundingClientRect().height);
        return [name, Math.round(Math.max(...boxes))];
      })
      .filter(([, height]) => height > 1);
  },
  // Words of a picture that its card cuts, that lie on other words, or that touch them in one line.
  labels() {
    const faults = [];
    for (const plot of document.querySelectorAll(".js-plotly-plot")) {
      const look = getComputedStyle(plot.closest("[class*=st-key-plot-]"));
      const box = plot.getBoundingClientRect();
      const top = box.top + parseFloat(look.getPropertyValue("--title-strip")) - 26;
      const bottom = box.bottom - parseFloat(look.getPropertyValue("--source-strip"));
      const shown = [...plot.querySelectorAll(".main-svg text")]
        .filter((each) => each.textContent.trim() && each.checkVisibility() && !each.closest(".hoverlayer"))
        .map((each) => [each.textContent.slice(0, 40), each.getBoundingClientRect()])
        .filter(([, at]) => at.width && at.bottom > top + 2 && at.top < bottom - 2);
      for (const [words, at] of shown)
        if (at.left < box.left - 1.5 || at.right > box.right + 1.5 || at.top < top - 3 || at.bottom > bottom + 3) faults.push(`cut: ${words}`);
      shown.forEach(([words, a], first) => {
        for (const [other, b] of shown.slice(first + 1)) {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if ((across > 3 && down > 4) || (across > -2 && down > 6)) faults.push(`touch: ${words} × ${other}`);
        }
      });
    }
    return faults;
  },
  // Links in the colour that browsers give to a link nobody thought of.
  blue() {
    return [...document.querySelectorAll(".stMain a")].filter((each) => getComputedStyle(each).color === "rgb(0, 0, 238)").map((each) => each.textContent);
  },
  links() {
    return [...document.querySelectorAll(".cchc-menu a, .cchc-parts a")].map((each) => new URL(each.href).pathname.slice(1));
  },
  // On a phone: what is wrong with a table. A list has each name and its figure on one line and nothing beside the
  // screen, its heads still read aloud; what goes on beyond its frame says so.
  frames() {
    const found = [];
    for (const frame of document.querySelectorAll(".stMain .cchc-frame")) {
      if (!frame.clientWidth) continue;
      const [table, name] = [frame.querySelector("table"), frame.ariaLabel || ""];
      const beyond = frame.scrollWidth > frame.clientWidth + 1;
      const said = getComputedStyle(table.caption || frame, "::after").content.length > 8;
      if (beyond !== said) found.push(`${name}: ${beyond ? "goes on and does not say so" : "says it goes on and does not"}`);
      if (!table.matches(".cchc-listed")) continue;
      if (beyond) found.push(`${name}: a list beside the screen`);
      if (!table.querySelector("[role=columnheader]")?.checkVisibility()) found.push(`${name}: no heads for readers`);
      for (const row of table.querySelectorAll("tbody tr:not(.cchc-aside)")) {
        const [first, main] = [row.cells[0], row.querySelector(".cchc-main")].map((each) => each.getBoundingClientRect());
        if (first.top >= main.bottom || main.top >= first.bottom || main.right > innerWidth) found.push(`${name}: ${row.innerText}`);
      }
    }
    return found;
  },
  // Filters of a page that stand open on a phone, but those of a part further down.
  open() {
    const rows = [...document.querySelectorAll("[class*=st-key-filters-]:not([class*=st-key-filters-stay-])")];
    return rows.filter((each) => each.checkVisibility()).map((each) => each.className.match(/st-key-filters\S+/)[0]);
  },
  wide() {
    return document.documentElement.scrollWidth - innerWidth;
  },
  async trips() {
    const found = await axe.run(document, { resultTypes: ["violations"] });
    const places = (nodes) => nodes.slice(0, 4).map((node) => node.html.slice(0, 160)).join(" | ");
    return found.violations.map((each) => `${each.id}: ${places(each.nodes)}`);
  },
  // The marks of the ranking as they are drawn.
  marks() {
    const hex = (text) => {
      const numbers = (text.match(/\d+/g) || []).slice(0, 3);
      return `#${numbers.map((number) => (+number).toString(16).padStart(2, "0")).join("")}`;
    };
    return [...document.querySelectorAll(".st-key-chart-xep-hang .points path.point")].map((each) => {
      const look = getComputedStyle(each);
      const width = parseFloat(look.strokeWidth);
      const round = each.getAttribute("d").includes("A");
      return { fill: hex(look.fill), edge: hex(look.stroke), width, size: each.getBoundingClientRect().width, round };
    });
  },
  // Where the keyboard is, empty where it is nowhere; "unseen" where nothing shows it, "again" where it was before.
  focus() {
    const at = document.activeElement;
    if (!at || at === document.body) return "";
    const around = at.closest("[role=group], label, [data-testid=stTextInputRootElement]");
    const ring = (each) => {
      const look = getComputedStyle(each);
      return (look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0) || look.boxShadow !== "none";
    };
    const box = at.getBoundingClientRect();
    const shown = (ring(at) || (around && ring(around))) && box.width && box.bottom > 0 && box.top < innerHeight;
    measure.been ||= new Set();
    const again = measure.been.has(at);
    measure.been.add(at);
    const words = (at.ariaLabel || at.textContent).trim().slice(0, 40);
    const place = (at.closest("[class*=st-key-]")?.className.match(/st-key-\S+/) || [at.tagName])[0];
    return [place, words, shown ? "" : "unseen", again ? "again" : ""].filter(Boolean).join(" · ");
  },
};
