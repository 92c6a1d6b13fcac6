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
}
