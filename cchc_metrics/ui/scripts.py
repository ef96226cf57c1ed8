"""Scripts of our pages; the gate names them to the browser by their hash, so each stands here whole."""

from pathlib import Path

# On arrival Streamlit scrolls as soon as the heading is there, and what is drawn above it afterwards moves it away.
SETTLE = """
(() => {
  let left = false;
  for (const act of ["wheel", "touchmove", "keydown", "mousedown"])
    addEventListener(act, () => (left = true), { once: true });
  const go = () => {
    const place = left || !location.hash ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (place) place.scrollIntoView({ block: "start", behavior: "instant" });
  };
  for (const wait of [150, 600, 1500]) setTimeout(go, wait);
})();
"""

# Stands in the document itself, before Streamlit's. Links of ours change the page without loading the application anew,
# with one step of history each; what the server writes into the address by itself makes no step of its own, for Back
# would lead nowhere; and the browser remembers the choice for the next session.
WAYS = (Path(__file__).resolve().parent / "static" / "ways.js").read_text(encoding="utf-8")
