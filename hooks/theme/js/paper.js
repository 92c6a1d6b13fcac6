/* Where a link within the site leads, for the paper (css/print.css): the address as a person would type it. A copy on a stick
   prints the same, as the page says where it is published. */
(() => {
  "use strict";
  const published = document.querySelector(".bs-paperhead")?.dataset.published;
  if (!published) return;
  const page = new URL(published);
  for (const link of document.querySelectorAll(".bs-body a[href]:not([download])")) {
    const address = new URL(link.getAttribute("href").replace(/index\.html(?=#|$)/, ""), page);
    if (address.origin === page.origin && address.pathname !== page.pathname) link.dataset.address = address.host + decodeURI(address.pathname);
  }
})();
