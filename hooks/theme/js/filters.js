/* The filters above a list: values of one filter add, filters narrow each other, all stand in the address. Without this script
   the list is whole and the bar is not there. All words come from the page. */
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const plain = text => text.normalize("NFKC").toLowerCase();

  for (const bar of all("[data-bs-filters]")) {
    const list = document.getElementById(bar.dataset.bsFilters);
    const parts = all(":scope > section", list);
    const items = (parts.length ? all("li", list) : [...list.children]).map(element => ({
      element,
      words: plain(`${element.textContent} ${element.dataset.find ?? ""}`),
    }));
    const groups = all("[data-bs-filter]", bar).map(box => {
      const name = box.dataset.bsFilter;
      const ticks = all("input", box).map(input => ({ input, label: input.closest("label") }));
      for (const item of items) (item.ids ??= {})[name] = (item.element.dataset[name] ?? "").split(" ");
      return { box, name, ticks };
    });
    const find = bar.querySelector("[name=find]");
    const count = bar.querySelector(".bs-count");
    const taken = bar.querySelector(".bs-filters__taken");
    const clear = bar.querySelector("[type=reset]");

    const chosen = group => group.ticks.filter(({ input }) => input.checked).map(({ input }) => input.value);
    const nameOf = label => label.querySelector("span").textContent;

    /** The items that fit every wish but that of the filter `but`. */
    const fitting = (wishes, tokens, but) => items.filter(item =>
      tokens.every(token => item.words.includes(token))
      && wishes.every(([name, ids]) => name === but || !ids.length || ids.some(id => item.ids[name].includes(id))));

    const keep = () => {
      const address = new URL(location);
      for (const { name } of groups) address.searchParams.delete(name);
      address.searchParams.delete("find");
      for (const group of groups) for (const id of chosen(group)) address.searchParams.append(group.name, id);
      if (find?.value.trim()) address.searchParams.set("find", find.value.trim());
      history.replaceState(history.state, "", address);
    };

    const showTaken = () => {
      const focused = taken.contains(document.activeElement);
      taken.replaceChildren(...groups.flatMap(({ ticks }) => ticks.filter(({ input }) => input.checked).map(({ input, label }) => {
        const row = document.createElement("li");
        const button = document.createElement("button");
        button.type = "button";
        button.className = "bs-taken";
        button.append(label.querySelector("span").cloneNode(true));
        button.setAttribute("aria-label", taken.dataset.takeAway.replace("{name}", nameOf(label)));
        button.addEventListener("click", () => { input.checked = false; show(); });
        row.append(button);
        return row;
      })));
      if (focused) (taken.querySelector("button") ?? find ?? groups[0]?.box.querySelector("summary"))?.focus();
    };

    const show = () => {
      const tokens = plain(find?.value ?? "").split(/\s+/).filter(Boolean);
      const wishes = groups.map(group => [group.name, chosen(group)]);
      const fit = new Set(fitting(wishes, tokens));
      for (const item of items) item.element.hidden = !fit.has(item);
      for (const part of parts) part.hidden = !part.querySelector("li:not([hidden])");
      for (const group of groups) {
        const rest = fitting(wishes, tokens, group.name);
        for (const { input, label } of group.ticks) {
          const number = rest.filter(item => item.ids[group.name].includes(input.value)).length;
          label.querySelector(".bs-chip__count").textContent = number;
          label.classList.toggle("bs-chip--none", !number && !input.checked);
        }
        const mark = group.box.querySelector(".bs-filter__chosen");
        const number = chosen(group).length;
        mark.textContent = number || "";
        mark.hidden = !number;
      }
      count.textContent = fit.size ? count.dataset.shown.replace("{count}", fit.size) : count.dataset.none;
      clear.hidden = !tokens.length && wishes.every(([, ids]) => !ids.length);
      showTaken();
      keep();
    };

    const asked = new URLSearchParams(location.search);
    for (const { name, ticks } of groups) {
      const ids = asked.getAll(name);
      for (const { input } of ticks) input.checked = ids.includes(input.value);
    }
    if (find) find.value = asked.get("find") ?? "";

    const close = but => { for (const { box } of groups) if (box !== but) box.open = false; };
    bar.addEventListener("input", show);
    bar.addEventListener("submit", event => event.preventDefault());
    bar.addEventListener("reset", event => {
      event.preventDefault();
      for (const { ticks } of groups) for (const { input } of ticks) input.checked = false;
      if (find) find.value = "";
      close();
      show();
      (find ?? groups[0]?.box.querySelector("summary"))?.focus();
    });
    for (const { box } of groups) {
      box.addEventListener("toggle", () => { if (box.open) close(box); });
      box.addEventListener("keydown", event => {
        if (event.key !== "Escape" || !box.open) return;
        box.open = false;
        box.querySelector("summary").focus();
      });
    }
    document.addEventListener("click", event => { if (!event.target.closest(".bs-filter")) close(); });
    show();
  }
})();
