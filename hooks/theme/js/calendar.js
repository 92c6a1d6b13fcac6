/* The home page's calendar: the reader's month and day, a month at a time, the days that follow the chosen one. Without this
   script the month of the build stands there with all its days. */
(() => {
  "use strict";
  const AT_ONCE = 3; // as many days as stand side by side on a desk; css/calendar.css
  const now = new Date();
  const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
  const all = (selector, root) => [...root.querySelectorAll(selector)];

  for (const root of document.querySelectorAll("[data-bs-calendar]")) {
    const months = all("[data-bs-month]", root);
    const buttons = all("button", root);
    const links = month => all(".bs-strip a", month);

    const choose = (month, from) => {
      const agenda = all("[data-bs-agenda]", month);
      const later = agenda.findIndex(each => each.dataset.bsAgenda >= from);
      const start = later < 0 ? Math.max(0, agenda.length - AT_ONCE) : later;
      agenda.forEach((each, index) => each.classList.toggle("bs-agenda--aside", index < start || index >= start + AT_ONCE));
      agenda.forEach(each => each.classList.toggle("bs-agenda--over", each.dataset.bsAgenda < today));
      for (const link of links(month)) {
        const date = link.parentElement.dataset.bsDate;
        if (date === agenda[start]?.dataset.bsAgenda) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    };
    let shown = Math.max(0, months.findIndex(month => !month.hidden));
    const turn = index => {
      shown = index;
      months.forEach((month, each) => { month.hidden = each !== index; });
      for (const button of buttons) button.disabled = !months[index + Number(button.value)];
      const month = months[index];
      choose(month, month.dataset.bsMonth === today.slice(0, 7) ? today : month.dataset.bsMonth);
      const mark = month.querySelector(".bs-day--today") ?? month.querySelector("[aria-current]");
      const strip = month.querySelector(".bs-strip");
      if (mark) strip.scrollLeft = mark.offsetLeft - strip.clientWidth / 2;
    };

    for (const day of all("[data-bs-date]", root)) {
      day.classList.toggle("bs-day--over", day.dataset.bsDate < today);
      if (day.dataset.bsDate !== today) continue;
      day.classList.add("bs-day--today");
      day.setAttribute("aria-current", "date");
    }
    root.querySelector(".bs-calendar__turn").hidden = months.length < 2;
    for (const button of buttons) button.addEventListener("click", () => turn(shown + Number(button.value)));
    root.addEventListener("click", event => {
      const link = event.target.closest(".bs-strip a");
      if (!link) return;
      event.preventDefault();
      choose(link.closest("[data-bs-month]"), link.parentElement.dataset.bsDate);
    });
    root.addEventListener("keydown", event => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!step || !event.target.matches(".bs-strip a")) return;
      const inMonth = links(event.target.closest("[data-bs-month]"));
      const next = inMonth[inMonth.indexOf(event.target) + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.click();
    });
    const here = months.findIndex(month => month.dataset.bsMonth === today.slice(0, 7));
    turn(here < 0 ? shown : here);
  }
})();
