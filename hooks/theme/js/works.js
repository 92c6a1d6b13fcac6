/* One work large over the gallery, and the one before and after it. Each work's own page is one link away and is what opens without
   this script. All words come from the page. */
(() => {
  "use strict";
  const dialog = document.querySelector(".bs-large");
  const frames = [...document.querySelectorAll("[data-bs-large]")];
  if (!dialog || !frames.length || !dialog.showModal) return;
  const find = selector => dialog.querySelector(selector);
  const image = find(".bs-large__stage").appendChild(Object.assign(new Image(), { decoding: "async" }));
  const link = find("#bs-large-title"), credit = find(".bs-large__words span");
  let current = 0;

  const show = place => {
    current = (place + frames.length) % frames.length;
    const frame = frames[current], work = frame.closest(".bs-work");
    const title = work.querySelector(".bs-work__title");
    Object.assign(image, { src: "", width: frame.dataset.width, height: frame.dataset.height, alt: frame.querySelector("img").alt });
    image.src = frame.dataset.bsLarge;
    link.textContent = title.textContent.trim();
    link.lang = title.lang || document.documentElement.lang;
    link.href = frame.href;
    credit.textContent = [...work.querySelectorAll(".bs-meta span")].map(each => each.textContent).join(" · ");
    find(".bs-large__of").textContent = dialog.dataset.of.replace("{place}", current + 1).replace("{count}", frames.length);
    for (const act of ["previous", "next"]) find(`[data-act=${act}]`).hidden = frames.length < 2;
  };

  for (const [place, frame] of frames.entries()) {
    frame.addEventListener("click", event => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      show(place);
      dialog.showModal();
    });
  }
  dialog.addEventListener("click", event => {
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (act === "close" || event.target.classList.contains("bs-large__stage")) dialog.close();
    else if (act) show(current + (act === "next" ? 1 : -1));
  });
  dialog.addEventListener("keydown", event => {
    if (event.key === "ArrowRight") show(current + 1);
    else if (event.key === "ArrowLeft") show(current - 1);
  });
  dialog.addEventListener("close", () => frames[current].focus());
})();
