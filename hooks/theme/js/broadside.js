/* What depends on the reader's day, and the filters. Without this script every page still says what was true on the day of
   the build, and shows everything. All words come from the page. */
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
    box.querySelector(".bs-next__title").textContent = next.title;
    box.querySelector(".bs-next__count").textContent =
      days === 0 ? box.dataset.today : days === 1 ? box.dataset.tomorrow : box.dataset.days.replace("{days}", days);
  }

  for (const day of all("[data-bs-day]")) day.classList.toggle("bs-days--past", daysTo(day.dataset.bsDay) < 0);

  for (const box of all("[data-bs-today]")) {
    const turns = read(box.parentElement);
    const [words, address, picture, width, height, language] = turns[(today + EPOCH_ORDINAL) % turns.length];
    const link = box.querySelector("a");
    const line = box.querySelector(".bs-poster__words");
    const image = box.querySelector("img");
    if (link.getAttribute("href") === address) continue;
    for (const each of all("a", box)) each.href = address;
    line.textContent = words;
    if (language) line.lang = language;
    else line.removeAttribute("lang");
    if (image && picture) Object.assign(image, { src: picture, width, height });
  }

  for (const bar of all("[data-bs-filters]")) {
    const items = [...document.getElementById(bar.dataset.bsFilters).children];
    const groups = all("[data-bs-filter]", bar);
    const count = bar.querySelector(".bs-count");
    const chips = group => all("button", group);
    const chosen = group => chips(group).find(chip => chip.getAttribute("aria-pressed") === "true").value;
    const press = (group, value) => {
      for (const chip of chips(group)) chip.setAttribute("aria-pressed", String(chip.value === value));
    };
    const show = () => {
      const wanted = groups.map(group => [group.dataset.bsFilter, chosen(group)]).filter(([, value]) => value);
      for (const item of items) item.hidden = !wanted.every(([name, value]) => item.dataset[name].split(" ").includes(value));
      const shown = items.filter(item => !item.hidden).length;
      count.textContent = shown ? count.dataset.shown.replace("{count}", shown) : count.dataset.none;
      const address = new URL(location);
      for (const group of groups) address.searchParams.delete(group.dataset.bsFilter);
      for (const [name, value] of wanted) address.searchParams.set(name, value);
      history.replaceState(history.state, "", address);
    };
    const asked = new URLSearchParams(location.search);
    for (const group of groups) {
      const value = asked.get(group.dataset.bsFilter);
      if (chips(group).some(chip => chip.value === value)) press(group, value);
      group.addEventListener("click", event => {
        const chip = event.target.closest("button");
        if (!chip) return;
        press(group, chip.value);
        show();
      });
    }
    bar.hidden = false;
    show();
  }
})();
