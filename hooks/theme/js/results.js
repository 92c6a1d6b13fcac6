/* Shows what the search finds: grouped by kind, with pictures, filters and, where nothing is found, other words to try. It
   hears of results before Material's box does (the contract is in workers/broadside-search.js), takes them, and draws them
   within the box's own component: so its keys (f, s, /, arrows, Enter, Esc) and `?q=` work on them. The question and its
   filters stand in the page's address, to be shared and to come back to. */
(() => {
  "use strict";
  const box = document.querySelector("[data-bs-found]");
  if (!box) return;
  const words = JSON.parse(box.dataset.words);
  const names = JSON.parse(box.dataset.names);
  const base = new URL(JSON.parse(document.getElementById("__config").textContent).base, location.href);
  const search = box.closest("[data-md-component=search]");
  const input = search.querySelector("[data-md-component=search-query]");
  const toggle = document.getElementById("__search");
  const [count, opener, filters, meant, list, topics] = ["count", "opener", "filters", "meant", "list", "topics"].map(name =>
    box.querySelector(`.bs-found__${name}`));
  const rarer = document.getElementById("bs-found-rarer");
  const BY = ["kind", "topic", "language", "campaign"];
  const FEW = 3;    // of a kind, while several kinds are shown: our choice, so that a telephone's screen shows two kinds
  const MANY = 100; // pages on "more": our choice, beyond it a better question helps
  const start = count.textContent;
  const ask = question => { input.value = question; input.dispatchEvent(new Event("input", { bubbles: true })); };

  /* What is asked, as the address tells it */

  const address = new URL(location.href);
  const narrowed = Object.fromEntries(BY.map(name => [name, address.searchParams.get(`q_${name}`) ?? ""]));
  let asked = null;
  let most = 0;
  let isOpened = false; // the reader opened the rarer filters
  let isLeaving = false;

  const isNarrowed = () => BY.some(name => narrowed[name]);
  const narrow = changes => {
    Object.assign(narrowed, changes);
    document.dispatchEvent(new CustomEvent("bs-narrow", { detail: most ? { ...narrowed, most } : { ...narrowed } }));
  };
  const widen = () => Object.assign(narrowed, Object.fromEntries(BY.map(name => [name, ""])));

  function note() {
    const place = new URL(location.href);
    const question = toggle.checked || isLeaving ? input.value.trim() : "";
    for (const [name, value] of [["q", question], ...BY.map(each => [`q_${each}`, question && narrowed[each]])]) {
      if (value) place.searchParams.set(name, value);
      else place.searchParams.delete(name);
    }
    if (place.href !== location.href) history.replaceState(history.state, "", place);
  }

  /* Drawing */

  function make(tag, name, ...inside) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...inside);
    return element;
  }

  /* Text and marks only, whatever else the words hold: a parsed document loads and runs nothing. */
  function readMarked(html) {
    const read = node => [...node.childNodes].flatMap(child => {
      if (child.nodeType === Node.TEXT_NODE) return [child.data];
      return child.nodeName === "MARK" ? [make("mark", "", child.textContent)] : read(child);
    });
    return read(new DOMParser().parseFromString(html, "text/html").body);
  }

  function makeLink(item, ...inside) {
    const place = new URL(item.location, base);
    const held = Object.keys(item.terms ?? {}).filter(term => item.terms[term]);
    if (held.length) place.searchParams.set("h", held.join(" "));
    const link = make("a", "", make("span", "", ...inside));
    link.href = place.href;
    link.firstChild.dataset.mdScore = (item.score ?? 0).toFixed(2); // Material's Enter goes to the highest
    return link;
  }

  function makePage([page, ...sections]) {
    const hit = make("li", "bs-hit");
    if (page.picture) {
      const image = make("img", "");
      Object.assign(image, { width: page.picture_width, height: page.picture_height, loading: "lazy", decoding: "async", alt: "" });
      image.src = new URL(page.picture, base).href;
      hit.append(make("span", "bs-hit__picture", image));
    }
    const link = makeLink(page, ...readMarked(page.title));
    const body = make("div", "bs-hit__body", make("p", "bs-hit__title", link));
    const text = readMarked(page.text ?? "");
    if (text.length) body.append(make("p", "bs-hit__text", ...text));
    const marks = make("p", "bs-meta");
    if (page.expired) marks.append(make("span", "bs-badge", box.dataset.expired));
    if (page.language && page.language !== box.dataset.language) {
      marks.append(make("span", "bs-badge", names[page.language] ?? page.language));
      for (const each of body.querySelectorAll(".bs-hit__title, .bs-hit__text")) each.lang = page.language;
    }
    if (page.campaign_name) marks.append(make("span", "", page.campaign_name));
    if (marks.firstChild) body.append(marks);
    if (sections.length) {
      const inside = make("ul", "bs-hit__sections");
      inside.setAttribute("aria-label", words.sections);
      for (const section of sections.slice(0, 2)) inside.append(make("li", "", makeLink(section, ...readMarked(section.title))));
      body.append(inside);
    }
    hit.append(body);
    return hit;
  }

  function makeButton(name, inside, act) {
    const button = make("button", name, inside);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  function drawList(found) {
    const kinds = new Map();
    for (const item of found.items) {
      const kind = item[0].kind ?? "page";
      kinds.set(kind, [...(kinds.get(kind) ?? []), item]);
    }
    const groups = [...kinds].map(([kind, inside]) => {
      const heading = make("h2", "bs-found__kind", words.kinds[kind] ?? inside[0][0].kind_name ?? kind);
      heading.id = `bs-found-${kind}`;
      const shown = kinds.size > 1 ? inside.slice(0, FEW) : inside;
      const group = make("section", `bs-found__group bs-found__group--${kind}`, heading, make("ul", "bs-found__hits", ...shown.map(makePage)));
      group.setAttribute("aria-labelledby", heading.id);
      const total = found.facets?.kind?.find(([id]) => id === kind)?.[2] ?? inside.length;
      if (shown.length < inside.length) {
        group.append(makeButton("bs-found__more", words.all_of_kind.replace("{count}", total), () => narrow({ kind })));
      }
      return group;
    });
    if (found.total > found.items.length && found.items.length < MANY && found.items.length) {
      groups.push(makeButton("bs-found__more", words.more, () => { most = MANY; narrow({}); }));
    }
    list.replaceChildren(...groups);
  }

  function makeChips(name, choices) {
    const row = make("div", "bs-found__chips");
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", words.narrow[name]);
    for (const [id, text, number] of [["", words.any, null], ...choices]) {
      const chip = makeButton("bs-chip", name === "kind" ? words.kinds[id] ?? text : text, () => narrow({ [name]: id }));
      chip.value = id;
      if (number !== null) chip.append(" ", make("span", "bs-chip__count", String(number)));
      chip.setAttribute("aria-pressed", String(narrowed[name] === id));
      row.append(chip);
    }
    row.dataset.by = name;
    return row;
  }

  /* Kinds in sight; the rest where the reader opens them, or where one of them is pressed. */
  function drawFilters(found) {
    const held = box.contains(document.activeElement) ? document.activeElement : null;
    const by = held?.parentElement.dataset.by;
    const rows = BY.map(name => [name, found.facets?.[name] ?? []])
      .filter(([name, choices]) => choices.length > 1 || narrowed[name])
      .map(([name, choices]) => makeChips(name, choices));
    filters.replaceChildren(...rows.filter(row => row.dataset.by === "kind"));
    rarer.replaceChildren(...rows.filter(row => row.dataset.by !== "kind"));
    opener.hidden = !rarer.firstChild;
    isOpened ||= BY.some(name => name !== "kind" && narrowed[name]);
    showRarer();
    if (by) [...box.querySelectorAll(`[data-by="${by}"] button`)].find(each => each.value === held.value)?.focus();
  }

  function showRarer() {
    rarer.hidden = !isOpened || opener.hidden;
    opener.setAttribute("aria-expanded", String(isOpened));
  }

  function drawMeant(found, questions) {
    const title = found.items.length ? words.better : words.meant;
    meant.replaceChildren(...(questions.length ? [make("p", "", title)] : []));
    meant.append(...questions.map(question => makeButton("bs-chip", question, () => { ask(question); input.focus(); })));
    if (!found.items.length && isNarrowed()) meant.append(makeButton("bs-chip", words.clear, () => narrow(widen())));
  }

  function say(found) {
    const question = found.query.trim();
    const total = found.total ?? found.items.length;
    const fill = text => text.replace("{words}", question).replace("{meant}", found.meant?.[0] ?? "");
    if (!question) return start;
    if (!total) return isNarrowed() ? words.none_narrowed : fill(words.none);
    const many = total === 1 ? words.found.one : words.found.other.replace("{count}", String(total));
    return found.mended ? `${fill(words.mended)} ${many}` : many;
  }

  function draw(found) {
    const isEmpty = !found.query.trim();
    count.textContent = say(found);
    drawFilters(isEmpty ? { items: [] } : found);
    drawMeant(found, isEmpty ? [] : (found.meant ?? []).slice(found.mended ? 1 : 0));
    drawList(found);
    topics.hidden = found.items.length > 0;
    if (!found.partial) box.dataset.bsFound = found.query; // which question the results in sight answer: the next may be under way
    note();
  }

  document.addEventListener("bs-found", event => {
    const found = { ...event.detail, query: event.detail.query ?? input.value };
    event.detail.items = []; // ours now: Material's list stays empty
    if (found.query !== asked) {
      asked = found.query;
      most = 0;
      if (asked.trim() && isNarrowed()) return narrow({}); // the filters stay while the question changes; that answer is shown
    }
    return draw(found);
  });

  /* The box */

  opener.addEventListener("click", () => { isOpened = !isOpened; showRarer(); });

  for (const topic of topics.querySelectorAll("button")) topic.addEventListener("click", () => { ask(topic.textContent.trim()); input.focus(); });

  toggle.addEventListener("change", () => {
    box.hidden = !toggle.checked; // what is not seen must not be walked through by Tab
    note();
    isLeaving = false;
  });
  box.hidden = !toggle.checked;

  box.addEventListener("click", event => {
    if (event.target.closest("a")) isLeaving = !(event.ctrlKey || event.metaKey || event.shiftKey || event.button);
  });

  // Back from a page that was found, to the results as they were.
  window.addEventListener("pageshow", event => {
    if (event.persisted && new URL(location.href).searchParams.has("q") && !toggle.checked) toggle.click();
  });

  // Material closes the box at Tab, takes every other key for a letter, and would send each to the input.
  search.addEventListener("keydown", event => {
    const { key, target } = event;
    if (event.isComposing) return;
    const choice = target.closest("button");
    if (key === "Enter" && target === input && meant.querySelector("button") && !list.firstChild) {
      meant.querySelector("button").click();
      event.preventDefault();
      event.stopPropagation();
    } else if (choice && box.contains(choice) && (key === "ArrowRight" || key === "ArrowLeft")) {
      const chips = [...choice.parentElement.querySelectorAll("button")];
      chips[(chips.indexOf(choice) + (key === "ArrowRight" ? 1 : -1) + chips.length) % chips.length].focus();
      event.preventDefault();
      event.stopPropagation();
    } else if (key === "Tab" || (box.contains(target) && (key.length > 1 ? !/^(Arrow(Up|Down)|Escape)$/.test(key) : choice && key === " "))) {
      event.stopPropagation();
    }
  });
  search.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && toggle.checked && !search.contains(relatedTarget)) toggle.click();
  });
})();
