/* Only in a copy that is opened from a folder: a link made while the page is read (a search result, the slogan of the day) that
   leads to a folder is told the page in it, before it is followed. */
(() => {
  "use strict";
  if (location.protocol !== "file:") return;
  const complete = event => {
    const link = event.target.closest?.("a[href]");
    if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  };
  for (const type of ["click", "auxclick", "mousedown", "touchstart", "focusin", "contextmenu"]) {
    addEventListener(type, complete, { capture: true, passive: true });
  }
})();
