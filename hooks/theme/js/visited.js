/* Lets the site's worker keep what is opened, where a browser allows that: over https or on this machine, and not in a preview
   that reloads by itself. Tells the reader when the page on the screen has been replaced by a newer one. */
(() => {
  "use strict";
  const worker = navigator.serviceWorker;
  if (!worker || !isSecureContext || !/^https?:$/.test(location.protocol)) return;
  const home = new URL("../", document.currentScript.src);
  const { newer, show } = document.currentScript.dataset;
  if (typeof livereload === "function") {
    worker.getRegistration(home).then(registration => registration?.unregister());
    return;
  }
  if (!worker.controller) {
    worker.ready.then(({ active }) => {
      const made = performance.getEntriesByType("resource").map(each => each.name).filter(each => each.startsWith(home.href));
      active.postMessage({ type: "bs-keep", addresses: [location.href.split("#")[0], ...new Set(made)] });
    });
  }
  addEventListener("load", () => {
    worker.register(new URL("sw.js", home), { scope: home.pathname, updateViaCache: "none" }).catch(() => {
      /* a browser in private mode, or a server that says nothing of scripts: the site is as it is without */
    });
  });
  worker.addEventListener("message", ({ data }) => {
    if (data.type !== "bs-newer" || document.querySelector(".bs-newer")) return;
    const bar = document.createElement("div"), button = document.createElement("button");
    bar.className = "bs-newer";
    bar.setAttribute("role", "status");
    button.type = "button";
    button.textContent = show;
    button.addEventListener("click", () => location.reload());
    bar.append(`${newer} `, button);
    document.body.append(bar);
  });
  worker.startMessages();
})();
