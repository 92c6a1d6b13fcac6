/* A checklist: what is ticked stays in this browser and goes nowhere; a line says how far one is, a button empties the list. */
(() => {
  "use strict";
  const form = document.querySelector("[data-bs-check]");
  if (!form) return;
  const key = `broadside-check:${form.dataset.bsCheck}`;
  const state = form.querySelector(".bs-check__state");
  const clear = form.querySelector('[type="reset"]');
  const total = form.querySelectorAll(".bs-check__items > li").length;

  // The browser may refuse to keep anything: then the list works all the same, for as long as the page is open.
  const read = () => {
    try { return JSON.parse(localStorage.getItem(key)) || {}; } catch { return {}; }
  };
  const keep = given => {
    try {
      if (Object.keys(given).length) localStorage.setItem(key, JSON.stringify(given));
      else localStorage.removeItem(key);
    } catch { /* nothing is kept */ }
  };

  function tell() {
    const chosen = [...form.querySelectorAll('input[type="radio"]:checked')];
    const wrong = chosen.filter(field => field.value === "wrong").length;
    const facts = { done: chosen.length, total, wrong };
    state.textContent = chosen.length ? state.dataset.words.replace(/\{(\w+)\}/g, (_, name) => facts[name]) : state.dataset.none;
    state.hidden = false;
    clear.hidden = ![...new FormData(form).values()].some(Boolean);
  }

  const given = read();
  for (const field of form.elements) {
    const value = field.name && Object.hasOwn(given, field.name) ? String(given[field.name]) : null;
    if (value === null) continue;
    if (field.type === "radio") field.checked = field.value === value;
    else field.value = value;
  }
  form.addEventListener("input", () => {
    keep(Object.fromEntries([...new FormData(form)].filter(([, value]) => value)));
    tell();
  });
  form.addEventListener("reset", () => {
    keep({});
    // The fields are empty only after this event.
    setTimeout(() => {
      tell();
      form.querySelector("input").focus();
    });
  });
  form.addEventListener("submit", event => event.preventDefault());
  tell();
})();
