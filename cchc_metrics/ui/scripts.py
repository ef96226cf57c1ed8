"""Scripts that our markup holds; the gate names them to the browser by their hash, so each stands here whole."""

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
