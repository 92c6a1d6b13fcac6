/* What depends on the reader's day: countdowns, turns, which notices are in force, what is late. Without this script every page
   still says what was true on the day of the build. All words come from the page. */
(() => {
  "use strict";
  const DAY_MS = 864e5;
  const EPOCH_ORDINAL = 719163; // 1 January 1970 in Python's date.toordinal, by which the build takes its turns
  const now = new Date();
  // Days are counted in UTC from the reader's own calendar: a day of 23 or 25 hours must not shift the count.
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY_MS;
  const daysTo = date => Date.parse(date) / DAY_MS - today;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const read = root => JSON.parse(root.querySelector("script").textContent);

  for (const status of all("[data-bs-starts]")) {
    const { bsStarts, bsEnds, coming, tomorrow, running, over } = status.dataset;
    const days = daysTo(bsStarts);
    status.textContent = days > 1 ? coming.replace("{days}", days) : days === 1 ? tomorrow : daysTo(bsEnds) >= 0 ? running : over;
  }

  for (const box of all("[data-bs-next]")) {
    const next = read(box).find(each => daysTo(each.date) >= 0);
    box.hidden = !next;
    if (!next) continue;
    const days = daysTo(next.date);
    const [year, , day] = next.date.split("-");
    box.querySelector("time").dateTime = next.date;
    box.querySelector(".bs-leaf__month").textContent = next.month;
    box.querySelector(".bs-leaf__day").textContent = Number(day);
    box.querySelector(".bs-leaf__year").textContent = year;
    const title = box.querySelector(".bs-next__title a");
    title.textContent = next.title;
    title.href = next.address;
    if (next.language) title.lang = next.language;
    else title.removeAttribute("lang");
    box.querySelector(".bs-next__count").textContent =
      days === 0 ? box.dataset.today : days === 1 ? box.dataset.tomorrow : box.dataset.days.replace("{days}", days);
  }

  for (const day of all("[data-bs-day]")) day.classList.toggle("bs-days--past", daysTo(day.dataset.bsDay) < 0);

  for (const box of all("[data-bs-today]")) {
    const turns = read(box.parentElement);
    const { words, address, language, picture } = turns[(today + EPOCH_ORDINAL) % turns.length];
    const link = box.querySelector("a");
    const line = box.querySelector(".bs-poster__words");
    const image = box.querySelector("img");
    if (link.getAttribute("href") === address) continue;
    for (const each of all("a", box)) each.href = address;
    line.textContent = words;
    if (language) line.lang = language;
    else line.removeAttribute("lang");
    if (image && picture) Object.assign(image, picture);
  }

  // A notice, or a list's item of one: what it holds shows as the notice stands today.
  for (const box of all("[data-bs-from]")) {
    const { bsFrom, bsUntil, bsSoon } = box.dataset;
    const left = bsUntil ? daysTo(bsUntil) : Infinity;
    const standing = left < 0 ? "expired" : daysTo(bsFrom) > 0 ? "coming" : "in-force";
    const states = standing === "in-force" && bsSoon && daysTo(bsSoon) <= 0 ? [standing, "soon"] : [standing];
    box.dataset.bsStanding = standing;
    for (const each of [box, ...all("[data-bs-when]", box)]) {
      if (each.dataset.bsWhen) each.hidden = !each.dataset.bsWhen.split(" ").some(state => states.includes(state));
    }
    for (const each of all("[data-bs-left]", box)) {
      const { bsLeft, one, last } = each.dataset;
      each.textContent = left === 0 ? last : left === 1 ? one : bsLeft.replace("{days}", left);
    }
  }

  // The list of notices: each one into the list it belongs to today, in that list's order.
  for (const root of all("[data-bs-notices]")) {
    const lists = new Map(all("[data-bs-list]", root).map(list => [list.dataset.bsList, list]));
    for (const item of all("li[data-bs-from]", root)) {
      const { bsStanding, bsIssued } = item.dataset;
      const list = lists.get(bsStanding === "expired" ? bsIssued.slice(0, 4) : bsStanding);
      if (item.parentElement !== list) list.append(item);
    }
    const orders = {
      "in-force": (one, two) => one.bsOrder - two.bsOrder,
      "coming": (one, two) => one.bsFrom.localeCompare(two.bsFrom),
    };
    for (const [name, list] of lists) {
      const order = orders[name] ?? ((one, two) => two.bsIssued.localeCompare(one.bsIssued));
      list.append(...[...list.children].sort((one, two) => order(one.dataset, two.dataset)));
      const count = list.parentElement.querySelector("[data-bs-count]");
      if (count) count.textContent = list.children.length;
      const empty = list.parentElement.querySelector("[data-bs-empty]");
      if (empty) empty.hidden = list.children.length > 0;
    }
    for (const part of all("[data-bs-part]", root)) part.hidden = !part.querySelector("li[data-bs-from]");
  }

  // A list that shows a few of its items: the first that hold today. It goes when none does.
  for (const list of all("[data-bs-most]")) {
    const shown = [...list.children].filter(item => !item.hidden);
    for (const item of shown.slice(list.dataset.bsMost)) item.hidden = true;
    const part = list.closest("[data-bs-part]");
    if (part) part.hidden = !shown.length;
  }

  // A task that is not done: late, or due within a week, or neither.
  for (const each of all("[data-bs-due]")) {
    const left = daysTo(each.dataset.bsDue);
    const word = left < 0 ? each.dataset.late : left <= 7 ? each.dataset.soon : "";
    each.textContent = word;
    each.hidden = !word;
    each.classList.toggle("bs-badge--late", left < 0);
  }

  for (const each of all("[data-bs-late-count]")) {
    const late = all(".bs-badge--late[data-bs-due]", each.closest("section")).filter(badge => !badge.hidden).length;
    each.textContent = each.dataset.bsLateCount.replace("{count}", late);
    each.hidden = !late;
  }

  for (const each of all("[data-bs-late]")) each.hidden = daysTo(each.dataset.bsLate) >= 0;
})();
