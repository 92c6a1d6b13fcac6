/* Lists the pages that this device has kept, the latest first, and goes on by itself when the network is back. */
(() => {
  "use strict";
  const home = new URL("../", document.currentScript.src);
  const list = document.querySelector("#kept ul"), language = document.documentElement.lang;
  document.getElementById("again").addEventListener("click", () => location.reload());
  addEventListener("online", () => location.reload());
  const others = JSON.parse(document.getElementById("others").textContent); // the folders of the site's other languages
  const mine = others[language] || "";
  const isMine = place => mine ? place.startsWith(mine) : !Object.values(others).some(each => each && place.startsWith(each));
  (async () => {
    const name = `broadside ${home.pathname} pages`;
    if (!("caches" in window) || !(await caches.has(name))) return;
    const pages = await caches.open(name);
    for (const request of (await pages.keys()).reverse()) {
      if (!isMine(request.url.slice(home.href.length))) continue;
      const title = decodeURIComponent((await pages.match(request)).headers.get("x-broadside-title") || "");
      const row = list.appendChild(document.createElement("li")), link = row.appendChild(document.createElement("a"));
      link.href = request.url;
      const words = new DOMParser().parseFromString(title, "text/html").body.textContent;
      link.textContent = words.replace(/ · [^·]*$/, "") || request.url; // without the site's name, which stands above
    }
    document.getElementById("kept").hidden = !list.children.length;
  })();
})();
