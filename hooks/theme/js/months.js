/* The calendar of a campaign: the reader's day and month. Without this script all months stand there just the same. */
(() => {
  "use strict";
  const now = new Date();
  const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
  for (const cell of document.querySelectorAll(`[data-bs-date="${today}"]`)) {
    cell.classList.add("bs-cell--today");
    cell.querySelector("time").setAttribute("aria-current", "date");
  }
  document.querySelector(`[data-bs-jump="${today.slice(0, 7)}"]`)?.setAttribute("aria-current", "true");
})();
