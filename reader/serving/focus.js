"use strict";
// The page gives the keyboard to its terminal once that is connected, and again with the window.
(() => {
  const place = document.getElementById("terminal");
  const take = () => {
    const keys = place.classList.contains("-connected") && place.querySelector("textarea");
    if (keys) keys.focus();
    return Boolean(keys);
  };
  const watching = new MutationObserver(() => take() && watching.disconnect());
  watching.observe(place, { attributes: true, childList: true, subtree: true });
  addEventListener("focus", take);
})();
