/* Puts our worker behind Material's search box and lets the page hear what it says. The box reads the worker's address from the page's
   configuration. From file:// no worker may be started: there the same script runs in the page, behind the same two methods. */
{
  const { language } = document.currentScript.dataset;
  const place = document.getElementById("__config");
  const config = JSON.parse(place.textContent);
  config.search = config.search.replace(/[^/]*$/, `broadside-search.js?${language}`);
  place.textContent = JSON.stringify(config);

  /* A worker's two ends without a thread: what is posted to one end arrives at the other. */
  class InPage extends EventTarget {
    constructor(address) {
      super();
      const inside = new EventTarget();
      const deliver = (target, data) => setTimeout(() => target.dispatchEvent(new MessageEvent("message", { data })));
      inside.postMessage = data => deliver(this, data);
      Object.assign(inside, { language, base: new URL(config.base.replace(/\/?$/, "/"), location).href });
      this.ready = new Promise(resolve => {
        window.broadsidePort = inside;
        document.head.append(Object.assign(document.createElement("script"), { src: address.split("?")[0], onload: resolve }));
      });
      this.postMessage = data => this.ready.then(() => deliver(inside, data));
    }
  }

  const Stock = location.protocol === "file:" ? InPage : window.Worker;
  window.Worker = class extends Stock {
    constructor(address, options) {
      super(address, options);
      this.addEventListener("message", ({ data }) => {
        if (data.type === 3) document.dispatchEvent(new CustomEvent("bs-found", { detail: data.data }));
      });
      document.addEventListener("bs-narrow", event => this.postMessage({ type: 4, data: event.detail }));
      box?.addEventListener("focus", () => this.postMessage({ type: 5 }));
    }
  };

  // The box listens to keys only: words that are pasted, spoken or chosen from an input method's list come without one.
  const box = document.querySelector(".md-search__input");
  box?.addEventListener("input", () => box.dispatchEvent(new Event("keyup")));
}
