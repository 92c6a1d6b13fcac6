/* The print basket: what is in it, kept in the browser; the count in the header and the buttons beside the files. All words come
   from the page. Another script reaches it as `broadsideBasket`. */
const broadsideBasket = (() => {
  "use strict";
  const SHEETS_MOST = 100;  // our choice: more than anybody carries from a printer
  const COPIES_MOST = 99;
  const WORDS_MOST = 200;
  const FIELDS_MOST = 300;
  const link = document.querySelector("[data-bs-basket]");
  const site = new URL(`${link?.dataset.bsBasket ?? "."}/`, location);
  // Two sites on one server do not share a basket; two languages of one site do.
  const key = `broadside-basket:${site.pathname}`;

  /** A file of this site, or nothing: what the browser kept may be anybody's. */
  const check = entry => {
    const { file, carrier, purpose, paper, words, language, copies } = entry ?? {};
    const texts = [file, carrier, purpose, paper, words, language];
    if (!texts.every(text => typeof text === "string" && text.length <= FIELDS_MOST)) return null;
    if (!/^(sheets|papers)\/[\w./-]+\.pdf$/.test(file) || file.includes("..")) return null;
    const number = Math.min(COPIES_MOST, Math.max(1, Math.trunc(Number(copies)) || 1));
    return { file, carrier, purpose, paper, words: words.slice(0, WORDS_MOST), language, copies: number };
  };

  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? "[]");
      const entries = Array.isArray(kept) ? kept.map(check).filter(Boolean) : [];
      return [...new Map(entries.map(entry => [entry.file, entry])).values()].slice(0, SHEETS_MOST);
    } catch {
      return [];  // a browser that keeps nothing, or what it kept is no list
    }
  };

  const write = entries => {
    try {
      localStorage.setItem(key, JSON.stringify(entries));
    } catch {
      // a browser that keeps nothing: the count stays as it is
    }
    show();
    document.dispatchEvent(new CustomEvent("broadside-basket"));
  };

  const fill = button => JSON.parse(button.dataset.bsAdd);

  const show = () => {
    if (!link) return;
    const entries = read();
    const files = new Set(entries.map(entry => entry.file));
    const count = link.querySelector(".bs-basket-link__count");
    count.textContent = entries.length;
    count.hidden = !entries.length;
    link.setAttribute("aria-label", entries.length ? link.dataset.count.replace("{count}", entries.length) : link.title);
    for (const button of document.querySelectorAll("[data-bs-add]")) {
      const isIn = files.has(fill(button)[0]);
      button.setAttribute("aria-pressed", String(isIn));
    }
  };

  const toggle = button => {
    const [file, carrier, purpose, paper, words, language] = fill(button);
    const entries = read();
    const rest = entries.filter(entry => entry.file !== file);
    if (rest.length < entries.length) return write(rest);
    if (entries.length >= SHEETS_MOST) return window.alert(link.dataset.full);
    return write([...entries, check({ file, carrier, purpose, paper, words: words.slice(0, WORDS_MOST), language, copies: 1 })]);
  };

  document.addEventListener("click", event => {
    const button = event.target.closest?.("[data-bs-add]");
    if (button) toggle(button);
  });
  window.addEventListener("storage", event => {
    if (event.key !== null && event.key !== key) return;
    show();
    document.dispatchEvent(new CustomEvent("broadside-basket"));
  });
  window.addEventListener("pageshow", show);
  show();
  return { read, write, show, site, COPIES_MOST };
})();
