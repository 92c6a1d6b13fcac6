/* The filters. Without this script a page shows everything. All words come from the page. */
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

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
