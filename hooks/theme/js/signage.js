/* The signage player: turns through the slides that stand in the page. One timer, two pictures that change places, nothing
   fetched, so that it runs from a stick and for weeks. All words come from the page. */
(() => {
  "use strict";
  const FADE_MS = 1200;       // the cross-fade of signage.css and some rest: only then the lower picture may change
  const PATIENCE_MS = 15000;  // our choice: a picture that takes longer is passed over
  const MISSES_MOST = 3;      // our choice: after so many missing pictures in a row the words stand as text
  const POINTER_MS = 3000;    // how long the pointer and the controls stay
  const FOCUS_MS = 30000;     // our choice: longer for who works with the keyboard
  const SECONDS_LEAST = 3, SECONDS_MOST = 120; // as for a slogan's own `seconds`
  const EXTEND_MOST = 0.14;   // our choice: wider bars beside a picture are one colour, narrower ones go on from its edge
  const RELOAD_HOUR = 4;      // our choice: nobody is in the hall
  const MINUTE_MS = 6e4, DAY_MS = 864e5;

  const data = document.getElementById("slides");
  const { language, languages, starts, ends, logo, slogans, texts } = JSON.parse(data.textContent);
  const base = `${data.dataset.base}/`;
  const player = document.getElementById("player");
  const one = selector => player.querySelector(selector);
  const stage = one(".stage"), said = one("#said"), keys = one("#keys");
  const options = new URLSearchParams(location.search);
  const asked = (options.get("languages") || language).split(",").map(code => code.trim());
  const fixed = Number(options.get("seconds"));
  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const write = (place, words) => { if (place.textContent !== words) place.textContent = words; };

  let spoken = asked;
  let slides = [];
  let at = 0;
  let next = null;            // the slide in the spare place: {index, step, misses, since, urgent, ready}
  let [shown, spare] = player.querySelectorAll(".slide");
  for (const place of [shown, spare]) place.prepend(Object.assign(new Image(), { alt: "" }));
  let due = 0, preloadAt = 0, idleAt = 0, reloadAt = 0, rest = 0;
  let paused = false, wasIdle = false, timer = 0;

  const isUpright = () => stage.clientHeight > stage.clientWidth;
  const secondsOf = slide => fixed ? Math.min(Math.max(fixed, SECONDS_LEAST), SECONDS_MOST) : slide.seconds;

  /* Each slogan in each of the languages asked for; in its nearest one where it speaks none of them. */
  function order() {
    slides = slogans.flatMap(({ name, faces }) => {
      const wanted = spoken.map(code => faces.find(face => face.language === code)).filter(Boolean);
      return (wanted.length ? wanted : faces.slice(0, 1)).map(face => ({ ...face, name }));
    });
  }

  function choosePicture({ pictures }) {
    const [first, second] = isUpright() ? ["portrait", "landscape"] : ["landscape", "portrait"];
    return pictures[first] || pictures[second];
  }

  /* Show a picture whole. What is left beside or above it goes on from its outermost column or row, so that no frame is seen. */
  function frame(place) {
    const image = place.firstElementChild, { naturalWidth, naturalHeight, style } = image;
    const width = stage.clientWidth, height = stage.clientHeight;
    const scale = Math.min(width / naturalWidth, height / naturalHeight);
    const x = Math.round((width - naturalWidth * scale) / 2), y = Math.round(height - naturalHeight * scale);
    const isNarrow = naturalWidth > 0 && x <= width * EXTEND_MOST && y <= height * 2 * EXTEND_MOST;
    style.borderWidth = isNarrow ? `${y}px ${x}px 0` : "0";
    style.objectFit = isNarrow ? "fill" : "contain"; // to the whole pixel: a part of one would show as a seam
    style.borderImageSource = isNarrow ? `url("${image.src}")` : "none";
  }

  function dress(place, slide, picture) {
    const [image, words] = place.children;
    const lines = slide.words.split("\n");
    const ems = line => [...line].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 1 : 0.56), 0); // a letter's mean width
    place.style.setProperty("--ground", picture ? picture.ground : "var(--bs-primary)");
    place.style.setProperty("--ink", picture ? picture.ink : "var(--bs-on-primary)");
    place.style.setProperty("--ems", Math.max(4, Math.min(Math.max(...lines.map(ems)), isUpright() ? 7 : 11)));
    place.classList.toggle("slide--words", !picture);
    write(words, slide.words);
    words.lang = slide.language;
    words.dir = slide.direction;
    if (!picture) image.removeAttribute("src");
  }

  /* Make the spare place ready with a slide; a picture that does not come is passed over, and its turn comes again. */
  function prepare(index, step, urgent, misses = 0) {
    const mine = { index: (index + slides.length) % slides.length, step, misses, urgent, since: performance.now(), ready: false };
    const slide = slides[mine.index], picture = misses < MISSES_MOST && choosePicture(slide);
    const image = spare.firstElementChild;
    next = mine;
    dress(spare, slide, picture || null);
    mine.ready = !picture;
    if (!picture) return;
    image.src = base + picture.address;
    const answer = act => () => { if (next === mine) { act(); tick(); } };
    image.decode().then(answer(() => { frame(spare); mine.ready = true; }), answer(pass));
  }

  function pass() {
    const misses = next.misses + 1;
    prepare(misses < MISSES_MOST ? next.index + (next.step || 1) : next.index, next.step, next.urgent, misses);
  }

  function turn(now) {
    [shown, spare] = [spare, shown];
    shown.classList.add("slide--on");
    spare.classList.remove("slide--on");
    at = next.index;
    next = null;
    rest = secondsOf(slides[at]) * 1000;
    due = now + rest;
    preloadAt = now + FADE_MS;
    for (const name of ["--ground", "--ink"]) player.style.setProperty(name, shown.style.getPropertyValue(name));
    player.dataset.slide = slides[at].name;
    said.lang = slides[at].language;
    write(said, slides[at].words);
  }

  function go(step) {
    if (!slides.length) return;
    prepare((next && next.urgent ? next.index : at) + step, step, true);
    tick();
  }

  /* The only timer: does what is due, then sleeps until the next thing is. */
  function tick() {
    clearTimeout(timer);
    const now = performance.now(), late = () => Math.max(next.since, next.urgent || paused ? 0 : due) + PATIENCE_MS;
    if (next && next.ready && (next.urgent || (!paused && now >= due))) turn(now);
    if (!next && slides.length && now >= preloadAt) prepare(at + 1, 1, false);
    if (next && !next.ready && now >= late()) pass();
    if (now >= idleAt && !keys.open) hideControls();
    showDay();
    if (Date.now() >= reloadAt) renew();
    const times = [now + MINUTE_MS - Date.now() % MINUTE_MS];
    if (slides.length && !next) times.push(preloadAt);
    if (next && !next.ready) times.push(late());
    if (next && next.ready && !paused) times.push(due);
    if (!player.classList.contains("player--idle") && !keys.open) times.push(idleAt);
    timer = setTimeout(tick, Math.max(Math.min(...times) - now, 20));
  }

  function showDay() {
    const now = new Date();
    const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY_MS; // as in days.js
    const first = Date.parse(starts) / DAY_MS, last = Date.parse(ends) / DAY_MS;
    const days = last - first + 1, day = today - first + 1;
    const time = [now.getHours(), now.getMinutes()].map(part => String(part).padStart(2, "0")).join(":");
    write(one("time"), time);
    const names = { weekday: texts.weekdays[now.getDay()], day: now.getDate(), month: texts.months[now.getMonth()] };
    write(one(".strip__date"), fill(texts.date, names));
    const before = day === 0 ? texts.coming_tomorrow : fill(texts.coming, { days: 1 - day });
    write(one(".strip__day"), day < 1 ? before : day > days ? "" : fill(texts.day, { day, days }));
    one(".strip__days").style.setProperty("--days", days);
    one(".strip__days").style.setProperty("--day", Math.min(Math.max(day, 0), days));
  }

  /* Take in a new build of the site in the small hours, where there is a server and it answers. Full screen would not survive. */
  function renew() {
    const then = new Date();
    then.setHours(then.getHours() < RELOAD_HOUR ? RELOAD_HOUR : RELOAD_HOUR + 24, 0, 0, 0);
    const isFirst = !reloadAt;
    reloadAt = then.getTime();
    if (isFirst || paused || document.fullscreenElement || !navigator.onLine || !/^https?:$/.test(location.protocol)) return;
    const probe = new Image();
    probe.onload = () => location.reload();
    probe.src = `${base}${logo}?${Date.now()}`;
  }

  function hideControls() {
    if (one(".controls").contains(document.activeElement)) document.activeElement.blur();
    player.classList.add("player--idle");
  }

  function wake(length = POINTER_MS) {
    idleAt = performance.now() + length;
    player.classList.remove("player--idle");
    tick();
  }

  function pause(wanted = !paused) {
    if (wanted === paused) return;
    const now = performance.now();
    if (wanted) rest = Math.max(due - now, 0);
    else due = now + rest;
    paused = wanted;
    said.setAttribute("aria-live", paused ? "polite" : "off");
    one("#paused").hidden = !paused;
    const button = one("[data-act=pause]"), label = paused ? texts.play : texts.pause;
    button.title = label;
    write(button.querySelector("span"), label);
    button.querySelector("path").setAttribute("d", paused ? "M7 4v16l13-8z" : "M6 4h4v16H6zM14 4h4v16h-4z");
    if ("mediaSession" in navigator) navigator.mediaSession.playbackState = paused ? "paused" : "playing";
    tick();
  }

  /* What was chosen stands in the address: it outlives the nightly reload and can be kept as a bookmark. */
  function keep(name, value) {
    const address = new URL(location.href);
    address.searchParams.set(name, value);
    try { history.replaceState(null, "", address); } catch { /* a browser may forbid it for files */ }
  }

  function showClock(wanted) {
    player.classList.toggle("player--bare", !wanted);
    one("[data-act=clock]").setAttribute("aria-pressed", String(wanted));
  }

  function toggleClock() {
    const wanted = player.classList.contains("player--bare");
    showClock(wanted);
    keep("clock", wanted ? "on" : "off");
  }

  /* By turns: each language of the site alone, then all of them together. */
  function changeLanguage() {
    const choices = [...languages.map(code => [code]), languages];
    const now = choices.findIndex(choice => choice.join() === spoken.join());
    const name = slides.length && slides[at].name;
    spoken = choices[(now + 1) % choices.length];
    keep("languages", spoken.join());
    order();
    at = Math.max(slides.findIndex(slide => slide.name === name), 0);
    next = null;
    go(0);
  }

  function fullScreen() {
    const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
    done?.catch(() => {});
  }

  function toggleKeys() {
    if (keys.open) keys.close();
    else keys.showModal();
    wake();
  }

  function goFirst() {
    next = null;
    at = 0;
    go(0);
  }

  const acts = {
    previous: () => go(-1), next: () => go(1), first: goFirst, pause: () => pause(), stop: () => pause(true), play: () => pause(false),
    clock: toggleClock, language: changeLanguage, screen: fullScreen, keys: toggleKeys,
  };
  const KEYS = {
    " ": "pause", Enter: "pause", MediaPlayPause: "pause", MediaPlay: "play", MediaPause: "stop", MediaStop: "stop",
    ArrowRight: "next", ArrowDown: "next", PageDown: "next", MediaTrackNext: "next", ChannelUp: "next",
    ArrowLeft: "previous", ArrowUp: "previous", PageUp: "previous", MediaTrackPrevious: "previous", ChannelDown: "previous",
    Home: "first", f: "screen", c: "clock", l: "language", h: "keys", "?": "keys",
  };

  addEventListener("keydown", event => {
    if (event.key === "Tab") wake(FOCUS_MS);
    const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const isPressing = /^( |Enter)$/.test(event.key) && event.target.closest?.("button, a"); // it presses what has the focus
    if (!act || isPressing || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (!event.repeat) acts[act]();
  });
  addEventListener("pointerdown", () => { wasIdle = player.classList.contains("player--idle"); wake(); }, true);
  addEventListener("pointermove", () => wake());
  one(".controls").addEventListener("focusin", event => wake(event.target.matches(":focus-visible") ? FOCUS_MS : POINTER_MS));
  player.addEventListener("click", event => {
    const button = event.target.closest("[data-act]");
    // The touch that brings the controls back presses none of them.
    if (button && !(wasIdle && event.detail)) acts[button.dataset.act]();
  });
  keys.addEventListener("close", () => wake());
  new ResizeObserver(() => {
    for (const place of [shown, spare]) frame(place);
    const picture = slides.length && choosePicture(slides[at]);
    if (picture && !shown.classList.contains("slide--words") && shown.firstElementChild.getAttribute("src") !== base + picture.address) go(0);
  }).observe(stage);

  async function stayAwake() {
    try { await navigator.wakeLock?.request("screen"); } catch { /* the system decides */ }
  }
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    stayAwake();
    tick();
  });
  for (const [name, act] of [["play", "play"], ["pause", "stop"], ["nexttrack", "next"], ["previoustrack", "previous"]]) {
    try { navigator.mediaSession?.setActionHandler(name, () => acts[act]()); } catch { /* not known to this browser */ }
  }

  player.hidden = false;
  one("[data-act=screen]").hidden = !document.fullscreenEnabled;
  showClock(options.get("clock") !== "off");
  order();
  stayAwake();
  renew();
  goFirst();
  wake();
})();
