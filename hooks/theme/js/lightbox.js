/* One slogan large over the wall: its sheets, its files, the one before and the one after. A slogan's own page is one link away
   and is what opens without this script. All words come from the page. */
(() => {
  "use strict";
  const SWIPE_PX = 48;  // our choice: more than a thumb trembles
  const wall = document.getElementById("bs-wall");
  const dialog = document.querySelector(".bs-lightbox");
  if (!wall || !dialog) return;
  const { folder, carriers, kinds, slogans } = JSON.parse(dialog.querySelector("script").textContent);
  const find = selector => dialog.querySelector(selector);
  const stage = find(".bs-lightbox__stage");
  const image = find(".bs-lightbox__stage").appendChild(Object.assign(new Image(), { alt: "", decoding: "async" }));
  const items = [...wall.children];
  const idOf = item => item.id.replace(/^slogan-/, "");
  const shown = () => items.filter(item => !item.hidden);
  let current = null;

  const make = (tag, fields = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), fields);
    element.append(...children);
    return element;
  };

  const locate = (id, sheet, ending) =>
    `${dialog.dataset.base}/${folder.replaceAll("{slogan}", id)}${sheet}-${ending}`;

  const enlarge = (id, [carrier, sheet], words) => {
    const [, , width, height] = carriers[carrier];
    Object.assign(image, { src: "", width, height, alt: words });
    image.src = locate(id, sheet, "preview.webp");
    for (const button of dialog.querySelectorAll(".bs-thumbs button")) {
      button.setAttribute("aria-pressed", String(button.value === sheet));
    }
  };

  const listCarriers = (id, pictured, words) => pictured.map(each => {
    const [carrier, sheet] = each;
    const [, name, width, height] = carriers[carrier];
    const picture = make("img", { alt: "", width, height, decoding: "async", src: locate(id, sheet, "thumbnail.webp") });
    const button = make("button", { type: "button", value: sheet, className: "bs-thumb" }, picture, make("span", { textContent: name }));
    button.addEventListener("click", () => enlarge(id, each, words));
    return make("li", {}, button);
  });

  const listFiles = (id, language, sheets, files, words) => files.map(([number, kind, size]) => {
    const [carrier, sheet] = sheets[number];
    const [carrierId, name] = carriers[carrier];
    const [how, purpose, paper, ending] = kinds[kind];
    const address = locate(id, sheet, ending);
    const what = paper ? how : name;
    const row = make("li", { className: "bs-file" },
      make("a", { href: address, download: "", textContent: what }), " ", make("span", { className: "bs-number bs-quiet", textContent: size }));
    if (paper) {
      const button = document.getElementById("bs-add").content.firstElementChild.cloneNode(true);
      const file = address.slice(dialog.dataset.base.length + 1);
      button.dataset.bsAdd = JSON.stringify([file, carrierId, purpose, paper, words, language]);
      button.setAttribute("aria-label", dialog.dataset.addName.replace("{what}", name).replace("{how}", how));
      row.append(button);
    }
    return row;
  });

  const show = item => {
    current = item;
    const id = idOf(item);
    const link = item.querySelector("a");
    const line = item.querySelector(".bs-poster__words");
    const words = line.textContent.trim();
    const [language, sheets, files] = slogans[id] ?? ["", [], []];
    const title = find("h2");
    title.textContent = words;
    title.lang = line.lang || document.documentElement.lang;
    title.dir = line.dir;
    const pictured = sheets.filter(sheet => sheet[2]);
    find(".bs-thumbs").replaceChildren(...listCarriers(id, pictured, words));
    find(".bs-lightbox__carriers").hidden = pictured.length < 2;
    find(".bs-lightbox__files ul").replaceChildren(...listFiles(id, language, sheets, files, words));
    find(".bs-lightbox__files").hidden = !files.length;
    find(".bs-more").href = link.href;
    stage.hidden = !pictured.length;
    if (pictured.length) enlarge(id, pictured[0], words);
    const among = shown();
    find(".bs-lightbox__of").textContent =
      dialog.dataset.of.replace("{number}", among.indexOf(item) + 1).replace("{count}", among.length);
    broadsideBasket.show();
  };

  const address = item => {
    const there = new URL(location);
    there.hash = item ? item.id : "";
    return item ? there : there.href.replace(/#$/, "");
  };

  const open = item => {
    show(item);
    if (!dialog.open) {
      dialog.showModal();
      document.documentElement.classList.add("bs-still");
    }
  };

  const step = by => {
    const among = shown();
    if (!among.length) return;
    const next = among[(among.indexOf(current) + by + among.length) % among.length];
    history.replaceState(history.state, "", address(next));
    show(next);
  };

  /** Leave the slogan's entry of the browser's history, so that Back does not open it again. */
  const leave = () => {
    if (history.state?.lightbox) history.back();
    else history.replaceState(history.state, "", address(null));
  };

  const shut = () => { if (dialog.open) dialog.close(); };

  dialog.addEventListener("close", () => {
    document.documentElement.classList.remove("bs-still");
    current?.querySelector("a").focus();
    if (location.hash === `#${current?.id}`) leave();
    current = null;
  });

  const follow = () => {
    const item = items.find(each => `#${each.id}` === decodeURIComponent(location.hash));
    if (item) open(item);
    else shut();
  };

  wall.addEventListener("click", event => {
    const item = event.target.closest("a") && event.target.closest("li");
    if (!item || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState({ lightbox: true }, "", address(item));
    open(item);
  });

  dialog.addEventListener("click", event => {
    if (event.target === dialog) return shut();
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (act === "close") shut();
    else if (act) step(act === "next" ? 1 : -1);
    return undefined;
  });

  dialog.addEventListener("keydown", event => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowRight") step(1);
    else if (event.key === "ArrowLeft") step(-1);
    else return;
    event.preventDefault();
  });

  let start = null;
  stage.addEventListener("touchstart", event => {
    start = event.touches.length === 1 ? [event.touches[0].clientX, event.touches[0].clientY] : null;
  }, { passive: true });
  stage.addEventListener("touchend", event => {
    if (!start) return;
    const across = event.changedTouches[0].clientX - start[0];
    const down = event.changedTouches[0].clientY - start[1];
    start = null;
    if (Math.abs(across) > SWIPE_PX && Math.abs(across) > 2 * Math.abs(down)) step(across < 0 ? 1 : -1);
  }, { passive: true });

  /* Tab goes from slogan to slogan; the arrows also go up and down. */
  const KEYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  wall.addEventListener("keydown", event => {
    const move = KEYS[event.key];
    const item = event.target.closest("li");
    if (!move || !item || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const among = shown();
    const place = among.indexOf(item);
    const across = among.filter(each => each.offsetTop === among[0].offsetTop).length;
    const next = among[place + move[0] + move[1] * across];
    if (!next) return;
    event.preventDefault();
    next.querySelector("a").focus();
  });

  for (const link of wall.querySelectorAll("a")) link.setAttribute("aria-haspopup", "dialog");
  window.addEventListener("popstate", follow);
  follow();
})();
