/* Answers the search box from the index that the build has made (hooks/broadside/search).

   What it is told: {type, data}
     0  set up   {config, docs, options}: search/search_index.json, which Material's script reads; config.broadside is our manifest
     2  ask      "words", as Material's script sends them
     5  warm     the reader has opened the box: what every question needs may be fetched
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
                  kind: slogan, notice, knowledge, lesson, campaign, activity, blackboard, quiz, report, page; campaign: an id or ""
        section  {location: "address#anchor", title, text, terms, score}

   One question may be answered twice: at once with the best pages (partial: true), and whole as soon as the other records are here.

   The page hears the same by an event, before Material shows it, and narrows by one (hooks/theme/js/search.js):
     document.addEventListener("bs-found", event => event.detail)         the data of message 3
     document.dispatchEvent(new CustomEvent("bs-narrow", {detail: {kind: "lesson"}}))
   From file:// no worker may be started: the same script then runs in the page, behind the same messages. */
"use strict";
((scope) => {
  const PREFIX = 0.7, MENDED = 0.8, READ = 0.8, SAME = 0.95, TWIN = 0.75, NEXT = 0.9, SHARE = 1, RARE = 0.5, OTHER_LANGUAGE = 0.6, EXPIRED = 0.5, GROUP = 2.5;
  const IN_TITLE = 1.4, AT_FIRST = 1.15, IN_HEADING = 1.15, LEAST = 0.35, MOST = 20, FIRST = 6, SECTIONS = 4;
  const COMPLETIONS = 6, FEW = 2, READINGS = 6, READ_MOST = 6, MENDINGS = 3, MEMBER_PARTS = 5, MEMBER_LETTERS = 12, FILES = 400;
  const language = scope.language || location.search.slice(1);
  const base = scope.base || new URL("../../../", location.href).href;
  const end = scope === self ? "" : "index.html";
  const files = new Map();
  let index, patterns, turn = 0, asked = "", narrow = {}, facts;

  /* Files of the index. A worker fetches them; a page from file:// may only run them as scripts, which call broadside(). */
  const waiting = {};
  if (scope !== self) self.broadside = (name, data) => waiting[name](data);
  function read(name) {
    const address = `${base}${index.folder}${name}.js`;
    if (scope === self) return fetch(address).then(answer => answer.text()).then(text => JSON.parse(text.slice(text.indexOf(",") + 1, -1)));
    return new Promise((resolve, reject) => {
      waiting[name] = resolve;
      document.head.append(Object.assign(document.createElement("script"), { src: address, onerror: reject }));
    });
  }
  function load(name) {
    if (!files.has(name)) {
      if (files.size > FILES) files.delete(files.keys().next().value);
      files.set(name, read(name).catch(fault => { files.delete(name); throw fault; }));
    }
    return files.get(name);
  }

  /* Words, by the rules that the index was made with (hooks/broadside/search/words.py). */
  function normalise(text) {
    const lower = text.toLowerCase();
    if (/^[\x00-\x7f]*$/.test(lower)) return lower.replace(/'/g, "");
    return lower.normalize("NFKD").replace(patterns.joined, "").normalize("NFC");
  }
  function stem(word) {
    if ([...word].length < index.stem_letters) return word;
    for (const [pattern, tail] of patterns.stems) {
      const found = pattern.exec(word);
      if (found) word = found[1] + tail;
    }
    return word;
  }
  /* The words of a question, without those that say nothing, unless there are no others. */
  function cutQuestion(words) {
    const parts = cut(words.replace(patterns.questions, " ")).filter(part => part.run || !patterns.common.has(part.word));
    return parts.length ? parts : cut(words);
  }
  const cut = text => [...text.matchAll(patterns.runs)].map(([, run, word]) => (run ? { run } : { word, stem: stem(word) }));
  function neighbours(run) {
    const letters = [...run];
    return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => letters[at] + letter);
  }
  const named = part => part.run || part.stem;

  /* Numbers, as hooks/broadside/search/packing.py writes them. */
  const unpack = code => (code < 0x80 ? code - 0x23 - (code > 0x5c) : code - 0x80 + 91 - (code > 0xdfff ? 0x800 : 0));
  const numbers = text => Array.from(text, letter => unpack(letter.codePointAt(0)));
  function crc32(text) {
    let sum = -1;
    for (const byte of new TextEncoder().encode(text)) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
    }
    return ~sum;
  }
  async function fetchTerm(term) {
    const shard = await load(`t${(crc32(term) & (index.shards - 1)) >>> 0}`);
    const at = ` ${shard}`.indexOf(` ${term}!`);
    if (at < 0) return { term, pages: [], idf: 0 };
    const [, packed, more] = shard.slice(at).split(" ", 1)[0].split("!");
    const values = numbers(packed), pages = [], impacts = [], sections = [];
    for (let at = 0, page = -1; at < values.length; at += 3) {
      pages.push(page += values[at] + 1);
      impacts.push(values[at + 1] / 90);
      sections.push(values[at + 2]);
    }
    const held = more ? unpack(more.codePointAt(0)) : pages.length;
    return { term, pages, impacts, sections, idf: Math.log(1 + (index.pages - held + 0.5) / (held + 0.5)), rest: more ? Math.min(...impacts) / 2 : 0 };
  }
  const fetchTerms = terms => Promise.all([...new Set(terms)].map(fetchTerm));
  async function vocabulary(name) {
    if (!index.vocabulary.includes(name)) return [];
    let before = "";
    return (await load(name)).split(" ").filter(Boolean).map(entry => {
      const [word, ...rest] = entry.slice(1).split("!");
      before = before.slice(0, unpack(entry.codePointAt(0))) + [word, ...rest.slice(0, -1)].join("!");
      return [before, unpack(rest.at(-1).codePointAt(0))];
    });
  }

  /* A question becomes clues. A clue is one thing that a page should say, in one of several ways. */
  const way = (weight, terms, words, extra) => ({ weight, terms, words, ...extra });
  const joinTerms = parts => parts.flatMap((part, at) => (part.run ? neighbours(part.run)
    : at && parts[at - 1].stem ? [part.stem, `${parts[at - 1].stem}+${part.stem}`] : [part.stem]));

  function splitRun(run, clues) {
    const letters = [...run];
    let rest = "";
    const close = () => { if (rest) clues.push({ words: rest, ways: [way(1, neighbours(rest), [rest])] }); rest = ""; };
    for (let at = 0; at < letters.length;) {
      let size = Math.min(MEMBER_LETTERS, letters.length - at);
      while (size > 1 && facts.members[letters.slice(at, at + size).join("")] === undefined) size--;
      if (size < 2) { rest += letters[at++]; continue; }
      close();
      const words = letters.slice(at, at + size).join("");
      clues.push(withGroup({ words, ways: [way(1, neighbours(words), [words])] }, words));
      at += size;
    }
    close();
  }
  function withGroup(clue, key) {
    const group = facts.members[key];
    if (group === undefined) return clue;
    const others = Object.keys(facts.members).filter(each => facts.members[each] === group && each !== key);
    clue.ways.push(way(SAME, [`=${group}`], others, { group: true }));
    return clue;
  }
  function listClues(parts) {
    const clues = [], bonus = [];
    for (let at = 0; at < parts.length;) {
      let size = Math.min(MEMBER_PARTS, parts.length - at);
      while (size > 1 && facts.members[parts.slice(at, at + size).map(named).join(" ")] === undefined) size--;
      const here = parts.slice(at, at + size);
      if (size === 1 && here[0].run) splitRun(here[0].run, clues);
      else {
        const key = here.map(named).join(" ");
        clues.push(withGroup({ words: here.map(part => part.run || part.word).join(" "), word: size === 1 ? here[0].word : "",
          isLast: size === 1 && here[0] === parts.at(-1), ways: [way(1, joinTerms(here), here.map(part => part.run || part.word))] }, key));
      }
      at += size;
    }
    for (const [at, part] of parts.entries()) {
      if (part.run) bonus.push(...neighbours(part.run));
      else if (parts[at - 1]?.stem) bonus.push(`${parts[at - 1].stem}+${part.stem}`);
    }
    return { clues, bonus: [...new Set(bonus)] };
  }

  /* Damerau-Levenshtein distance (restricted: a pair is swapped once), or Infinity beyond `most`. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return Infinity;
    let before = [], row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] !== other[j - 1]));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return Infinity;
      [before, row] = [row, next];
    }
    return row.at(-1) <= most ? row.at(-1) : Infinity;
  }
  async function complete(word) {
    if (word.length < 2) return [];
    const found = (await vocabulary(`w${word[0]}`)).filter(([each]) => each.startsWith(word) && each !== word);
    return found.sort((one, other) => other[1] - one[1]).map(([each]) => each);
  }
  async function mend(word) {
    const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    if (!most || !/^[a-z]+$/.test(word)) return [];
    const lists = await Promise.all([...new Set(word.slice(0, 2))].map(letter => vocabulary(`w${letter}`)));
    const near = lists.flat().map(([each, pages]) => [each, distance(word, each, most), pages]).filter(each => each[1] <= most);
    return near.sort((one, other) => one[1] - other[1] || other[2] - one[2]).slice(0, MENDINGS);
  }
  async function readPinyin(word) {
    if (word.length < 2 || !/^[a-z]+$/.test(word)) return [];
    const found = [];
    for (const [entry, often] of await vocabulary(`p${word[0]}`)) {
      const [pinyin, chinese] = entry.split("!");
      const syllables = pinyin.split("'"), whole = syllables.join(""), initials = syllables.map(each => each[0]).join("");
      const near = whole === word ? 3 : initials === word ? 2 : word.length > 3 && whole.startsWith(word) ? 1 : 0;
      if (near) found.push([chinese, near, often]);
    }
    return found.sort((one, other) => other[1] - one[1] || other[2] - one[2]).slice(0, READINGS);
  }

  /* Adds to a clue the other ways in which a word may have been meant. */
  async function widen(clue) {
    if (!clue.word) return;
    const [[{ pages }], completions] = await Promise.all([fetchTerms([stem(clue.word)]), clue.isLast ? complete(clue.word) : []]);
    const group = clue.ways.length > 1;
    for (const word of completions.slice(0, pages.length ? FEW : COMPLETIONS)) {
      if (stem(word) !== stem(clue.word)) clue.ways.push(way(PREFIX, [stem(word)], [word], { completed: word }));
    }
    if (pages.length || group) return;
    const completed = clue.ways.length > 1;
    const [mended, chinese] = await Promise.all([completed ? [] : mend(clue.word), readPinyin(clue.word)]);
    const exact = chinese.some(each => each[1] > 1);
    if (!exact || clue.word.length > 4) for (const [word, far] of mended) clue.ways.push(way(MENDED / far, [stem(word)], [word], { meant: word }));
    const often = Math.max(...chinese.map(each => each[2]));
    for (const [words, near, many] of chinese) {
      const weight = READ * (near === chinese[0][1] ? 1 : 0.5) * (1 - (often - many) / 180);
      clue.ways.push(way(completed ? weight / 2 : weight, neighbours(words), [words], { meant: completed ? "" : words, strict: true }));
    }
  }

  /* What each page says of a clue: Float32Arrays of its worth and of how much of it the page holds. */
  function weighWay({ terms, weight, strict }, found, worth, held, scale) {
    const known = terms.map(term => found.get(term)).filter(term => term.idf);
    const whole = known.reduce((sum, term) => sum + term.idf, 0);
    if (!whole || (strict && known.length < terms.length)) return 0;
    const sum = new Float32Array(index.pages), share = new Float32Array(index.pages);
    for (const term of known) {
      if (term.rest && known.length > 1) for (let page = 0; page < index.pages; page++) { sum[page] += term.rest * term.idf; share[page] += term.idf / whole / 2; }
      term.pages.forEach((page, at) => {
        sum[page] += (term.impacts[at] - (known.length > 1 ? term.rest : 0)) * term.idf;
        share[page] += (term.idf / whole) * (term.rest && known.length > 1 ? 0.5 : 1);
      });
    }
    for (let page = 0; page < index.pages; page++) {
      if (!sum[page]) continue;
      const part = strict ? share[page] ** 4 : share[page];
      worth[page] = Math.max(worth[page], sum[page] * weight * Math.max(1, scale || 1) * (strict ? part : 1));
      held[page] = Math.max(held[page], part * (weight < 1 ? 0.5 + weight / 2 : 1));
    }
    return whole / known.length;
  }
  /* A page is also found by what its translations say: who reads Chinese and asks for "Piper Alpha" means the Chinese page. */
  function shareTwins(worth, held) {
    for (const pages of facts.twins) {
      const most = TWIN * Math.max(...pages.map(page => worth[page])), part = TWIN * Math.max(...pages.map(page => held[page]));
      if (most) for (const page of pages) { worth[page] = Math.max(worth[page], most); held[page] = Math.max(held[page], part); }
    }
  }
  /* Of a page and its translations the reader sees one: in the language asked for, in the reader's own, or the best. */
  function dropTwins(total) {
    const wanted = page => facts.kinds[facts.which[page]][0] === (narrow.language || language);
    for (const pages of facts.twins) {
      const kept = pages.find(wanted) ?? pages.reduce((best, page) => (total[page] > total[best] ? page : best));
      for (const page of pages) if (page !== kept) total[page] = 0;
    }
  }
  function score(clues, bonus, found) {
    const total = new Float32Array(index.pages), share = new Float32Array(index.pages);
    let whole = 0;
    for (const clue of clues) {
      const worth = new Float32Array(index.pages), held = new Float32Array(index.pages);
      const [first] = clue.ways;
      const sumOf = each => each.terms.reduce((sum, term) => sum + found.get(term).idf, 0);
      const rare = Math.max(0, ...clue.ways.map(each => weighWay(each, found, worth, held, each.group ? Math.min(GROUP, sumOf(first) / sumOf(each)) : 1)));
      whole += rare ** RARE;
      shareTwins(worth, held);
      clue.held = held;
      for (let page = 0; page < index.pages; page++) { total[page] += worth[page]; share[page] += held[page] * rare ** RARE; }
    }
    if (!whole) return { total, share };
    const inClues = new Set(clues.flatMap(clue => clue.ways[0].terms));
    for (const term of bonus.map(each => found.get(each))) {
      if (!inClues.has(term.term)) term.pages.forEach((page, at) => { total[page] += NEXT * term.idf * term.impacts[at]; });
    }
    const factors = facts.kinds.map(([spoken, , , , boost, expires]) =>
      boost * (spoken === language ? 1 : OTHER_LANGUAGE) * (expires && expires < today() ? EXPIRED : 1));
    for (let page = 0; page < index.pages; page++) {
      share[page] /= whole;
      total[page] *= share[page] ** SHARE * factors[facts.which[page]];
    }
    dropTwins(total);
    return { total, share };
  }

  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
  const fits = ([spoken, kind, topics, campaign]) => (!narrow.language || narrow.language === spoken) && (!narrow.kind || narrow.kind === kind)
    && (!narrow.topic || topics.includes(narrow.topic)) && (!narrow.campaign || narrow.campaign === campaign);
  const say = (which, id) => (facts.names[language] || Object.values(facts.names)[0])[which][id] || id;
  function count(pages) {
    const counts = { kind: {}, topic: {}, language: {}, campaign: {} };
    const times = new Map();
    for (const page of pages) times.set(facts.which[page], (times.get(facts.which[page]) || 0) + 1);
    for (const [number, many] of times) {
      const [spoken, kind, topics, campaign] = facts.kinds[number];
      for (const [which, id] of [["language", spoken], ["kind", kind], ["campaign", campaign], ...topics.map(topic => ["topic", topic])]) {
        if (id) counts[which][id] = (counts[which][id] || 0) + many;
      }
    }
    const list = which => Object.entries(counts[which]).sort((one, other) => other[1] - one[1]).map(([id, many]) => [id, say(which, id), many]);
    return { kind: list("kind"), topic: list("topic"), language: list("language"), campaign: list("campaign") };
  }

  /* What is shown of a page. */
  const escape = text => text.replace(/[&<>"]/g, each => `&#${each.charCodeAt(0)};`);
  const quote = text => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  function makeMarker(clues) {
    const words = clues.flatMap(clue => clue.ways.flatMap(each => each.words));
    const sources = [...new Set(words.flatMap(each => cut(each)).flatMap(part => (part.run ? [part.run, ...neighbours(part.run)] : [part.stem])))]
      .filter(each => !patterns.common.has(each)).sort((one, other) => other.length - one.length)
      .map(each => (/^[a-z0-9]+$/.test(each) ? `(?<![a-z0-9])${each}[a-z]*` : quote(each)));
    const pattern = sources.length ? new RegExp(sources.join("|"), "giu") : /(?!)/g;
    return text => {
      let marked = "", last = 0;
      for (const found of text.matchAll(pattern)) {
        marked += `${escape(text.slice(last, found.index))}<mark>${escape(found[0])}</mark>`;
        last = found.index + found[0].length;
      }
      return (marked + escape(text.slice(last))).replace(/<\/mark>(\s?)<mark>/g, "$1");
    };
  }
  async function fetchRecord(page) {
    let chunk = 0, first = 0;
    while (first + facts.sizes[chunk] <= page) first += facts.sizes[chunk++];
    return (await load(`d${chunk}`))[page - first];
  }
  function findSections(page, clues, found) {
    const worth = new Map();
    for (const term of new Set(clues.flatMap(clue => clue.ways.flatMap(each => each.terms)))) {
      const { pages, impacts, sections, idf } = found.get(term);
      let low = 0, high = pages.length;
      while (low < high) { const middle = (low + high) >> 1; if (pages[middle] < page) low = middle + 1; else high = middle; }
      if (pages[low] === page) worth.set(sections[low], (worth.get(sections[low]) || 0) + idf * impacts[low]);
    }
    return [...worth].sort((one, other) => other[1] - one[1]);
  }
  async function show({ page, value }, clues, found, mark, whole) {
    const [address, title, lead, picture, parts] = await fetchRecord(page);
    const [spoken, kind, topics, campaign, , expires] = facts.kinds[facts.which[page]];
    const terms = {};
    for (const clue of clues) terms[(clue.held[page] && clue.ways[0].terms.some(each => found.get(each).pages.includes(page))) ? clue.words
      : clue.ways.find(each => each.weight < 1 && each.terms.every(term => found.get(term).pages.includes(page)))?.words[0] || clue.words] = clue.held[page] > 0;
    const plain = normalise(title);
    const near = (plain.includes(whole) ? IN_TITLE : parts.some(part => normalise(part[1]).includes(whole)) ? IN_HEADING : 1) * (plain.startsWith(whole) ? AT_FIRST : 1);
    const final = value * near;
    const ranked = findSections(page, clues, found);
    const place = address.replace(/(^|\/)$/, `$1${end}`);
    const item = { location: place, title: mark(title), text: mark(lead), terms, score: final, kind, kind_name: say("kind", kind),
      topics: topics.map(id => [id, say("topic", id)]), campaign, campaign_name: campaign && say("campaign", campaign), language: spoken,
      expired: Boolean(expires && expires < today()),
      picture: picture ? picture[0] : null, picture_width: picture ? picture[1] : 0, picture_height: picture ? picture[2] : 0 };
    const sections = ranked.filter(([number]) => number && parts[number - 1]).slice(0, SECTIONS).map(([number, share], at) => {
      const [anchor, heading, text] = parts[number - 1];
      return { location: `${place}#${anchor}`, title: mark(heading), text: mark(text), terms, score: ranked[0][0] === number && !at ? final : final * 0.5 * share / ranked[0][1] };
    });
    return [item, ...sections];
  }

  async function fold(words) {
    const pairs = [...await load("folds")], folds = new Map();
    for (let at = 0; at < pairs.length; at += 2) folds.set(pairs[at], pairs[at + 1]);
    return Array.from(words, letter => folds.get(letter) || letter).join("");
  }
  async function readFacts() {
    if (facts) return;
    const read = await load("facts");
    const twins = {};
    for (const [page, group] of numbers(read.twins).entries()) if (group) (twins[group] ||= []).push(page);
    facts = { ...read, which: numbers(read.which), sizes: numbers(read.sizes), twins: Object.values(twins) };
  }
  /* A Chinese run that no page holds as it is, read aloud: the word of the same sound that pages do hold, or nothing. */
  async function mendSound(run) {
    if (!facts.sounds) {
      facts.sounds = new Map();
      for (const line of (await load("sounds")).split(" ")) {
        const [syllable, letters] = line.split("!");
        for (const letter of letters) facts.sounds.set(letter, [...(facts.sounds.get(letter) || []), syllable]);
      }
    }
    const letters = [...run];
    for (let size = Math.min(READ_MOST, letters.length); size > 1; size--) {
      for (let at = 0; at + size <= letters.length; at++) {
        const heard = letters.slice(at, at + size).map(letter => facts.sounds.get(letter) || []);
        const spoken = heard.reduce((all, each) => all.flatMap(one => each.map(syllable => [...one, syllable])).slice(0, READINGS), [[]]);
        for (const syllables of spoken) {
          const words = (await vocabulary(`p${syllables[0][0]}`)).filter(([entry]) => entry.startsWith(`${syllables.join("'")}!`));
          const same = words.sort((one, other) => other[1] - one[1])[0]?.[0].split("!")[1];
          if (same === letters.slice(at, at + size).join("")) continue;
          if (same) return [...letters.slice(0, at), same, ...letters.slice(at + size)].join("");
        }
      }
    }
    return "";
  }
  /* Whether a letter of a Chinese run has no neighbour that any page has beside it. */
  const isStrange = (clue, found) => clue.ways[0].terms.some((term, at, terms) => !/^[\x00-\x7f]*$/.test(term)
    && !found.get(term).idf && (at === 0 || at === terms.length - 1 || !found.get(terms[at + 1]).idf));

  async function understand(words) {
    const parts = cutQuestion(words);
    // All that does not wait for the facts is asked for at once.
    fetchTerms(joinTerms(parts)).catch(() => {});
    if (parts.at(-1).word) complete(parts.at(-1).word).catch(() => {});
    await readFacts();
    const { clues, bonus } = listClues(parts);
    await Promise.all(clues.map(widen));
    const found = new Map();
    const fill = async terms => { for (const term of await fetchTerms(terms.filter(each => !found.has(each)))) found.set(term.term, term); };
    const list = each => each.ways.flatMap(({ terms }) => terms);
    await fill([...clues.flatMap(list), ...bonus]);
    const strange = clues.filter(clue => isStrange(clue, found));
    if (strange.length) {
      const folded = await fold(words);
      if (folded !== words) return understand(folded);
    }
    for (const clue of strange.filter(each => each.ways.length < 2 && [...each.words].length > 1)) {
      const mended = await mendSound(clue.words);
      if (!mended) continue;
      clue.ways.push(way(MENDED, neighbours(mended), [mended], { meant: mended }));
      withGroup(clue, mended);
      await fill(list(clue));
    }
    return { words, clues, bonus, found };
  }

  async function answer(question, early) {
    const asked = normalise(question).trim();
    const empty = { query: question, items: [], total: 0, facets: { kind: [], topic: [], language: [], campaign: [] }, suggest: [], meant: [], mended: false };
    if (!cut(asked).length) return empty;
    const { words, clues, bonus, found } = await understand(asked);
    const { total, share } = score(clues, bonus, found);
    const best = share.reduce((most, each) => Math.max(most, each), 0);
    const pages = [];
    for (let page = 0; page < index.pages; page++) if (total[page] > 0 && share[page] >= best * LEAST) pages.push(page);
    const fitting = pages.filter(page => fits(facts.kinds[facts.which[page]])).sort((one, other) => total[other] - total[one]);
    const mark = makeMarker(clues);
    const shown = fitting.slice(0, narrow.most || MOST).map(page => ({ page, value: total[page] }));
    const useful = clues.map(clue => clue.ways.find(each => each.meant && each.terms.every(term => found.get(term).idf)));
    const mended = useful.some(Boolean);
    const meant = mended ? [clues.map((clue, at) => useful[at]?.meant || clue.words).join(" ")] : [];
    const facets = count(pages);
    const tell = async promises => {
      const items = (await Promise.all(promises)).sort((one, other) => other[0].score - one[0].score);
      return { ...empty, items, total: fitting.length, facets, suggest: suggest(question, clues, items), mended, meant };
    };
    let isDone = false;
    const all = shown.map(each => show(each, clues, found, mark, words));
    const whole = tell(all).finally(() => { isDone = true; });
    const first = await tell(all.slice(0, FIRST));
    // A slow network shows the best pages before the records of the others are here.
    await new Promise(resolve => { setTimeout(resolve); });
    if (!isDone) early({ ...first, partial: true });
    return whole;
  }
  function suggest(question, clues, items) {
    const parts = question.split(/[\s-]+/).filter(Boolean);
    const last = parts.at(-1);
    const completed = clues.at(-1)?.ways.find(each => each.completed)?.completed;
    if (last && completed?.startsWith(last.toLowerCase())) return [...parts.slice(0, -1), last + completed.slice(last.length)];
    for (const [{ title }] of items) {
      const plain = title.replace(/<\/?mark>/g, ""), at = plain.indexOf(last);
      const more = at < 0 ? "" : (/^[\u3400-\u9fff]{1,4}/.exec(plain.slice(at + last.length)) || [""])[0];
      if (more && /[\u3400-\u9fff]$/.test(last)) return [...parts.slice(0, -1), last + more];
    }
    return [];
  }

  async function reply() {
    const mine = ++turn;
    // Whoever types on has asked something else; only the last question is answered.
    const send = data => { if (mine === turn) scope.postMessage({ type: 3, data }); };
    try {
      send(await answer(asked, send));
    } catch (fault) {
      console.warn(fault);
    }
  }
  scope.addEventListener("message", ({ data: { type, data } }) => {
    if (type === 0) {
      index = data.config.broadside;
      patterns = { runs: new RegExp(index.runs, "gu"), joined: new RegExp(`[\u0300-\u036f]|${index.joined}`, "gu"), common: new Set(index.common.split(" ")),
        questions: new RegExp(index.questions, "gu"),
        stems: index.stems.map(([expression, tail]) => [new RegExp(expression, "u"), tail]) };
      scope.postMessage({ type: 1 });
    }
    if (type === 2) { asked = data; narrow = {}; reply(); }
    if (type === 4 && index) { narrow = { ...data }; reply(); }
    if (type === 5 && index) readFacts().catch(() => {});
  });
})(self.broadsidePort || self);
