/* The kit of a campaign: a button a place puts what an office printer prints of it into the print basket. Words come from the page. */
(() => {
  "use strict";
  const MOST = 100;  // as js/basket.js: more than anybody carries from a printer
  for (const button of document.querySelectorAll("[data-bs-kit]")) {
    const status = button.parentElement.querySelector("[role=status]");
    const files = JSON.parse(button.parentElement.querySelector("script").textContent);
    button.hidden = false;
    button.addEventListener("click", () => {
      const entries = broadsideBasket.read();
      const known = new Set(entries.map(entry => entry.file));
      const lacking = files.filter(([file]) => !known.has(file));
      const added = lacking.slice(0, Math.max(0, MOST - entries.length));
      broadsideBasket.write([...entries, ...added.map(([file, carrier, purpose, paper, words, language]) =>
        ({ file, carrier, purpose, paper, words: words.slice(0, 200), language, copies: 1 }))]);
      const done = status.dataset.done.replace("{count}", added.length);
      status.textContent = added.length < lacking.length ? `${done} ${status.dataset.full}` : done;
    });
  }
})();
