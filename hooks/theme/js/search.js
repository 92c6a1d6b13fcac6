/* Puts our ranking between Material's search box and its worker. The box reads the worker's address from the page's
   configuration; ours stands in the same folder and is told the name of Material's. */
{
  const { home, homes } = document.currentScript.dataset;
  const place = document.getElementById("__config");
  const config = JSON.parse(place.textContent);
  const told = `${encodeURIComponent(home)}&${encodeURIComponent(homes.trim())}`;
  config.search = config.search.replace(/[^/]*$/, name => `broadside-search.js?${name}&${told}`);
  place.textContent = JSON.stringify(config);
  // The box listens to keys only: words that are pasted, spoken or chosen from an input method's list come without one.
  const box = document.querySelector(".md-search__input");
  box?.addEventListener("input", () => box.dispatchEvent(new Event("keyup")));
  // Who shows results hears them before the box does, and may ask to narrow them.
  const Stock = window.Worker;
  window.Worker = class extends Stock {
    constructor(address, options) {
      super(address, options);
      this.addEventListener("message", ({ data }) => {
        if (data.type === 3) document.dispatchEvent(new CustomEvent("bs-found", { detail: data.data }));
      });
      document.addEventListener("bs-narrow", event => this.postMessage({ type: 4, data: event.detail }));
    }
  };
}
