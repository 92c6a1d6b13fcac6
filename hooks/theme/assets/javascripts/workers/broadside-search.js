/* Answers the search box from the index that the build has made (hooks/broadside/search).

   What it is told: {type, data}
     0  set up   {config, docs, options}: search/search_index.json, which Material's script reads; config.broadside is our manifest
     2  ask      "words", as Material's script sends them
     4  narrow   {kind, topic, language, campaign, most}: an id or "" each; most: how many pages to show (20). The last question is
                 answered again with it; the next question begins without.
   What it says: {type, data}
     1  ready
     3  found    {query, items, total, facets, suggest, meant, mended}
          query    the question that this answers, as it was asked
          items    [[page, section, ...], ...] best first, at most `most`; Material's shape, so its list shows them as they are
          total    how many pages were found, narrowed as asked
          facets   {kind, topic, language, campaign}: [[id, name, count], ...], most first; only what occurs among all that was found
          suggest  ["fire", "extinguisher"]: the question's words, the last one completed; may be empty
          meant    ["fire extinguisher", ...]: whole questions that find something, where the words as written find nothing (better)
          mended   true: items answer meant[0] and not the words as written
        page     {location, title, text, terms, score, tags,            Material's: title and text are escaped HTML with <mark>
                  kind, kind_name, topics: [[id, name], ...], campaign, campaign_name, language, expired,
                  picture, picture_width, picture_height}                picture: address from the site's root, or null
                  kind: slogan, notice, knowledge, lesson, campaign, blackboard, page; campaign: an id or ""
        section  {location: "address#anchor", title, text, terms, score}

   The page hears the same by an event, before Material shows it, and narrows by one (hooks/theme/js/search.js):
     document.addEventListener("bs-found", event => event.detail)         the data of message 3
     document.dispatchEvent(new CustomEvent("bs-narrow", {detail: {kind: "lesson"}}))
   From file:// no worker may be started: the same script then runs in the page, behind the same messages. */
/* Ranks what Material's search worker finds. Its index holds Chinese one character at a time and takes any of them, so that
   "有限空间" finds every page with a 有. Here a page counts by how much of the query it holds in one piece: Chinese by pairs
   of neighbouring characters, other scripts by word; in the title most, in a heading less, in the text least. */
"use strict";
const [worker, home, homes] = self.location.search.slice(1).split("&").map(decodeURIComponent);
const IN_TITLE = 8, IN_HEADING = 3, IN_TEXT = 1, WHOLE = 3, OTHER_LANGUAGE = 0.6, LEAST = 0.5;
const pages = new Map();
let asked = "", isStrict = false;

const tidy = text => text.replace(/<[^>]+>/g, " ").replace(/&[a-z]+;|[^\p{L}\p{N}\p{M}]+/gu, " ").trim().toLowerCase();
const path = place => place.split("#")[0];
const languageHome = place => homes.split(" ").find(each => each && place.startsWith(each)) || "";

function cut(query) {
  const parts = [];
  for (const run of tidy(query).match(/\p{sc=Han}+|[^\p{sc=Han}\s]+/gu) || []) {
    if (!/\p{sc=Han}/u.test(run)) parts.push(run.length > 3 ? run.replace(/s$/, "") : run);
    else if (run.length === 1) parts.push(run);
    else for (let at = 0; at + 1 < run.length; at++) parts.push(run.slice(at, at + 2));
  }
  return [...new Set(parts)];
}

const holds = (text, part) => (/\p{sc=Han}/u.test(part) ? text.includes(part) : ` ${text}`.includes(` ${part}`));

function weigh(page, part) {
  if (holds(page.title, part)) return IN_TITLE;
  if (page.headings.some(heading => holds(heading, part))) return IN_HEADING;
  return holds(page.text, part) ? IN_TEXT * (1 + Math.log(page.text.split(part).length)) : 0;
}

function score(page, parts, whole) {
  const weights = parts.map(part => weigh(page, part));
  const share = weights.filter(Boolean).length / parts.length;
  const sum = weights.reduce((total, weight) => total + weight, 0) / parts.length + WHOLE * weigh(page, whole);
  // A title that begins with the query is about it; one that ends with it may only mention it.
  const first = page.title.startsWith(whole) ? 1.2 : 1;
  return { share, value: sum * share * first * page.boost * (page.home === home ? 1 : OTHER_LANGUAGE) };
}

function rank(query, items) {
  const parts = cut(query);
  const whole = tidy(query).replace(/s$/, "");
  if (!parts.length) return items;
  const scored = items.map(item => ({ item, ...score(pages.get(path(item[0].location)), parts, whole) }));
  const best = Math.max(...scored.map(each => each.share));
  return scored.filter(each => each.share >= best * LEAST).sort((one, other) => other.value - one.value).map(each => each.item);
}

function learn(docs) {
  for (const { location: place, title, text, boost = 1 } of docs) {
    const page = pages.get(path(place)) || { title: tidy(title), headings: [], text: "", boost, home: languageHome(place) };
    if (place.includes("#")) page.headings.push(tidy(title));
    page.text += ` ${tidy(text)}`;
    pages.set(path(place), page);
  }
}

const singular = words => words.replace(/(\p{sc=Latin}{3})s(?!\p{L})/gu, "$1");
const ask = words => self.dispatchEvent(new MessageEvent("message", { data: { type: 2, data: words } }));
const answer = self.postMessage.bind(self);

/* Before Material's worker: a word is found by its beginning, so a plural is asked for as its singular. Every Chinese
   character is required ("+"), else the list of pages that hold any one of them takes seconds to mark. Only where no passage
   holds them all is the query asked again as it was written. */
self.addEventListener("message", event => {
  const { type, data } = event.data;
  if (type === 0) learn(data.docs);
  if (type !== 2 || !event.isTrusted) return;
  asked = data;
  isStrict = /\p{sc=Han}{2}/u.test(data);
  event.stopImmediatePropagation();
  ask(singular(data).replace(/\p{sc=Han}+/gu, run => (run.length > 1 ? ` ${[...new Set(run)].map(each => `+${each}`).join(" ")} ` : run)));
});

/* After it. */
self.postMessage = message => {
  if (message.type === 3 && isStrict && !message.data.items.length) {
    isStrict = false;
    ask(singular(asked));
    return;
  }
  if (message.type === 3) message.data.items = rank(asked, message.data.items);
  answer(message);
};
importScripts(worker);
