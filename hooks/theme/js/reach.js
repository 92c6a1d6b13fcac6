/* What a keyboard reaches where Material thinks of a mouse: the header's two labels become buttons, Escape closes the
   drawer, and what is wider than a telephone can be moved by its keys. */
(() => {
  "use strict";
  // A label works without scripts, but no keyboard reaches it and it cannot say that something is open.
  const all = selector => document.querySelectorAll(selector);
  for (const label of all("label[data-bs-button]")) {
    const box = document.getElementById(label.htmlFor);
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.dataset.bsOpens = label.htmlFor;
    button.setAttribute("aria-label", label.dataset.bsButton);
    button.append(...label.childNodes);
    button.addEventListener("click", () => box.click());
    const say = () => button.setAttribute("aria-expanded", String(box.checked));
    box.addEventListener("change", say);
    say();
    label.replaceWith(button);
  }

  const drawer = document.getElementById("__drawer");
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !drawer || !drawer.checked) return;
    drawer.click();
    document.querySelector("[data-bs-opens=__drawer]").focus();
  });

  // While the search covers a small screen Material holds the page still. Where the focus has gone on meanwhile, the page follows.
  new MutationObserver(() => {
    if (document.body.dataset.mdScrolllock !== undefined || document.activeElement === document.body) return;
    requestAnimationFrame(() => {
      const { top, bottom } = document.activeElement.getBoundingClientRect();
      if (bottom < 0 || top > innerHeight) document.activeElement.scrollIntoView({ block: "center", behavior: "instant" });
    });
  }).observe(document.body, { attributes: true, attributeFilter: ["data-md-scrolllock"] });

  // Material puts wide tables into boxes that scroll, once it runs; which of them do depends on the width of the window. From code it
  // takes the mark away where no mouse is, a little after the window has changed: a keyboard may be there all the same.
  const mark = () => {
    for (const box of all(".md-typeset__scrollwrap, .md-typeset pre > code")) {
      const moves = box.scrollWidth > box.clientWidth;
      if (moves && box.tabIndex !== 0) box.tabIndex = 0;
      if (!moves) box.removeAttribute("tabindex");
    }
  };
  addEventListener("resize", mark);
  addEventListener("load", () => {
    mark();
    const marks = new MutationObserver(mark);
    for (const code of all(".md-typeset pre > code")) marks.observe(code, { attributes: true, attributeFilter: ["tabindex"] });
  });
})();
