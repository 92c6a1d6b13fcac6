/* The page of the print basket: what is in it, by paper size, and one PDF of each. The pages are copied as they are, with their
   boxes, fonts and inks; nothing is drawn anew. All words come from the page. */
(() => {
  "use strict";
  const BYTES_PER_KB = 1000;  // the SI prefix, as on the files' labels
  const root = document.getElementById("bs-basket");
  const { texts, names } = JSON.parse(root.querySelector("script").textContent);
  const find = selector => root.querySelector(selector);
  // A browser keeps a page that was opened as a file from reading other files.
  const isLocal = location.protocol === "file:";
  const made = new Map();  // the addresses of what was joined, by paper: each holds memory until it is let go
  let library = null;

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  const make = (tag, fields = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), fields);
    element.append(...children);
    return element;
  };

  const isForShop = entry => entry.purpose.startsWith("print-shop");
  const nameCarrier = entry => names.carriers[entry.carrier] ?? entry.carrier;
  const namePurpose = entry => fill(names.purposes[entry.purpose] ?? entry.purpose, { paper: entry.paper });
  const namePaper = entry => fill(isForShop(entry) ? texts.paper_marks : texts.paper_name, { paper: entry.paper });
  const name = entry => `${entry.words} (${nameCarrier(entry)})`;
  const rank = paper => (/^A\d/.test(paper) ? `0${9 - Number(paper[1])}` : `1${paper}`);

  /** The basket by paper: small papers first, what goes to the print shop last. */
  const group = entries => {
    const groups = new Map();
    for (const entry of entries) {
      const key = `${Number(isForShop(entry))} ${rank(entry.paper)}`;
      groups.set(key, [...(groups.get(key) ?? []), entry]);
    }
    return [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  };

  const change = (file, copies) => {
    const entries = broadsideBasket.read();
    broadsideBasket.write(copies
      ? entries.map(entry => (entry.file === file ? { ...entry, copies } : entry))
      : entries.filter(entry => entry.file !== file));
  };

  const loadLibrary = () => library ??= new Promise((resolve, reject) => {
    const script = make("script", { src: root.dataset.library });
    script.onload = () => resolve(window.PDFLib);
    script.onerror = () => { library = null; reject(new Error(root.dataset.library)); };
    document.head.append(script);
  });

  const fetchBytes = async entry => {
    const answer = await fetch(new URL(entry.file, broadsideBasket.site));
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.arrayBuffer();
  };

  /** Join files to one PDF; `entry` of a failure is the file that could not be read. */
  const join = async (entries, title, report) => {
    const { PDFDocument, PDFName, PDFObjectCopier, PDFPage, PrintScaling } = await loadLibrary();
    const joined = await PDFDocument.create();
    const intents = PDFName.of("OutputIntents");
    for (const [number, entry] of entries.entries()) {
      report(number + 1);
      try {
        const source = await PDFDocument.load(await fetchBytes(entry), { updateMetadata: false });
        const pages = await joined.copyPages(source, source.getPageIndices());
        for (const page of pages) {
          page.node.delete(PDFName.of("StructParents"));  // it counts in the tree of tags that stays behind
          joined.addPage(page);
        }
        for (let copy = 1; copy < entry.copies; copy += 1) {
          for (const page of pages) {  // a leaf of its own, which shares all that it shows
            const node = page.node.clone();
            joined.addPage(PDFPage.of(node, joined.context.register(node), joined));
          }
        }
        // The condition that the inks are meant for: a print shop's file without it is any four colours.
        if (!joined.catalog.has(intents) && source.catalog.has(intents)) {
          joined.catalog.set(intents, PDFObjectCopier.for(source.context, joined.context).copy(source.catalog.get(intents)));
        }
      } catch (fault) {
        throw Object.assign(fault, { entry });
      }
    }
    joined.setTitle(title, { showInWindowTitleBar: true });
    joined.setCreator(root.dataset.producer);
    joined.catalog.getOrCreateViewerPreferences().setPrintScaling(PrintScaling.None);  // A4 stays A4
    return { bytes: await joined.save(), pages: joined.getPageCount() };
  };

  const sayStep = (status, words, ...more) => status.replaceChildren(make("span", { textContent: words }), ...more);

  const makePdf = async (key, entries, button, status) => {
    const paper = namePaper(entries[0]);
    const file = `${paper.replace(/[\s,，]+/g, "-")}.pdf`;
    button.disabled = true;
    try {
      const { bytes, pages } = await join(entries, `${texts.title}: ${paper}`, done =>
        sayStep(status, fill(texts.working, { done, count: entries.length })));
      URL.revokeObjectURL(made.get(key));
      const address = URL.createObjectURL(new Blob([bytes], { type: "application/pdf" }));
      made.set(key, address);
      const size = bytes.length < BYTES_PER_KB ** 2
        ? `${Math.round(bytes.length / BYTES_PER_KB)} kB` : `${(bytes.length / BYTES_PER_KB ** 2).toFixed(1)} MB`;
      const save = make("a", { href: address, download: file, className: "bs-button bs-button--main", textContent: texts.save });
      const print = make("a", { href: address, target: "_blank", className: "bs-button", textContent: texts.print });
      sayStep(status, fill(pages === 1 ? texts.made_one : texts.made, { name: file, pages, size }), save, print);
      save.focus();
    } catch (fault) {
      sayStep(status, fill(texts.failed, { what: fault.entry ? name(fault.entry) : fault.message }));
    } finally {
      button.disabled = false;
    }
  };

  const drawRow = entry => {
    const what = make("div", { className: "bs-basket__what" },
      make("strong", { lang: entry.language, dir: "auto", textContent: entry.words }),
      make("span", { className: "bs-quiet", textContent: `${nameCarrier(entry)} · ${namePurpose(entry)}` }));
    const copies = make("input", {
      type: "number", min: 1, max: broadsideBasket.COPIES_MOST, value: entry.copies, inputMode: "numeric", name: entry.file,
      ariaLabel: fill(texts.copies_of, { what: name(entry) }),
    });
    copies.addEventListener("change", () => {
      change(entry.file, Math.min(broadsideBasket.COPIES_MOST, Math.max(1, Math.trunc(Number(copies.value)) || 1)));
    });
    const remove = make("button", {
      type: "button", className: "bs-button", textContent: texts.remove, ariaLabel: fill(texts.remove_name, { what: name(entry) }),
    });
    remove.addEventListener("click", () => change(entry.file, 0));
    const open = make("a", { href: new URL(entry.file, broadsideBasket.site), className: "bs-basket__open", textContent: texts.open });
    return make("li", { className: "bs-basket__row" }, what,
      make("label", { className: "bs-basket__copies" }, make("span", { textContent: texts.copies }), copies),
      ...(isLocal ? [open] : []), remove);
  };

  const drawGroup = ([key, entries]) => {
    const paper = namePaper(entries[0]);
    const status = make("p", { className: "bs-basket__status", role: "status" });
    const button = make("button", {
      type: "button", className: "bs-button bs-button--main", textContent: texts.make, ariaLabel: fill(texts.make_name, { paper }), hidden: isLocal,
    });
    button.addEventListener("click", () => makePdf(key, entries, button, status));
    return make("section", { className: "bs-basket__paper" },
      make("h2", { className: "bs-rule", textContent: paper }),
      make("ul", { className: "bs-list" }, ...entries.map(drawRow)),
      make("div", { className: "bs-basket__make" }, button, status));
  };

  const show = () => {
    const entries = broadsideBasket.read();
    const focused = document.activeElement?.name;
    for (const address of made.values()) URL.revokeObjectURL(address);
    made.clear();
    find(".bs-basket__empty").hidden = entries.length > 0;
    find(".bs-basket__full").hidden = !entries.length;
    find(".bs-basket__local").hidden = !isLocal;
    find(".bs-basket__papers").replaceChildren(...group(entries).map(drawGroup));
    const copies = entries.reduce((sum, entry) => sum + entry.copies, 0);
    find(".bs-basket__sum").textContent = fill(texts.sum, { sheets: entries.length, copies });
    if (focused) root.querySelector(`input[name="${CSS.escape(focused)}"]`)?.focus();
  };

  find("[data-act=clear]").addEventListener("click", () => {
    broadsideBasket.write([]);
    find(".bs-more").focus();
  });
  document.addEventListener("broadside-basket", show);
  window.addEventListener("pageshow", event => { if (event.persisted) show(); });
  show();
})();
