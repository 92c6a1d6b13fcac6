/* Going from one language to another keeps the place: the heading, the filters. A page that is not there is shown first in the
   language of the address that was asked for. Without this script the links lead to the top of the same page. */
(() => {
  "use strict";
  for (const link of document.querySelectorAll("[data-bs-switch]")) {
    const anchors = JSON.parse(link.dataset.anchors);
    const address = link.getAttribute("href");
    const aim = () => {
      const here = decodeURIComponent(location.hash.slice(1));
      const there = Object.hasOwn(anchors, here) ? anchors[here] : here;
      link.href = address + location.search + (there && `#${encodeURIComponent(there)}`);
    };
    // Also before a new tab is opened by another button, by the menu, or by a key.
    for (const moment of ["pointerdown", "click", "focus", "contextmenu"]) link.addEventListener(moment, aim);
  }

  for (const lost of document.querySelectorAll(".bs-lost[data-home]")) {
    if (!lost.dataset.home || !location.pathname.startsWith(new URL(lost.dataset.home, location).pathname)) continue;
    lost.parentElement.prepend(lost);
    document.documentElement.lang = lost.lang;
  }
})();
