/* Buttons that print: the page, or with "talk" a lesson's questions alone, large. */
(() => {
  "use strict";
  const root = document.documentElement;
  for (const button of document.querySelectorAll("[data-bs-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.bsPrinting = button.dataset.bsPrint;
      window.print();
    });
  }
  addEventListener("afterprint", () => delete root.dataset.bsPrinting);
})();
