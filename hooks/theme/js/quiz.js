/* A quiz: answers stay shut until one has chosen, the result is told in words, the score is kept in this browser alone,
   and the same questions stand one by one on a big screen. Without this script the answers open below the questions. */
(() => {
  "use strict";
  const quiz = document.querySelector("[data-bs-quiz]");
  if (!quiz) return;
  const words = JSON.parse(quiz.querySelector('script[type="application/json"]').textContent);
  const key = `broadside-quiz:${quiz.dataset.bsQuiz}`;
  const questions = [...quiz.querySelectorAll(".bs-question")];
  const act = (name, within = quiz) => within.querySelector(`[data-act="${name}"]`);
  const score = quiz.querySelector(".bs-quiz__score");
  const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
  const isOrder = question => question.dataset.kind === "ordering";
  const fields = question => [...question.querySelectorAll("input, select")];

  // The browser may refuse to keep anything: then the quiz works all the same, for as long as the page is open.
  let kept = {};
  const keep = () => {
    try {
      if (Object.keys(kept).length) localStorage.setItem(key, JSON.stringify(kept));
      else localStorage.removeItem(key);
    } catch { /* nothing is kept */ }
  };

  const read = question => fields(question).map(field => (isOrder(question) ? field.value : field.checked));
  const isReady = (question, given) => (isOrder(question) ? given.every(Boolean) && new Set(given).size === given.length : given.some(Boolean));
  const isRight = (question, given) => [...question.querySelectorAll(".bs-question__options > li")].every((option, place) =>
    (isOrder(question) ? given[place] === option.dataset.place : given[place] === ("right" in option.dataset)));

  function mark(question, given) {
    for (const [place, option] of [...question.querySelectorAll(".bs-question__options > li")].entries()) {
      const right = isOrder(question) ? given[place] === option.dataset.place : "right" in option.dataset;
      const chosen = isOrder(question) || given[place];
      const said = option.querySelector(".bs-question__mark");
      option.classList.toggle("bs-question__right", right);
      option.classList.toggle("bs-question__wrong", chosen && !right);
      const { mark: told } = words;
      if (isOrder(question)) said.textContent = right ? `✓ ${told.right}` : `✗ ${fill(told.place, option.dataset)}`;
      else if (right) said.textContent = `✓ ${chosen ? told.right_chosen : told.right}`;
      else said.textContent = chosen ? `✗ ${told.wrong_chosen}` : "";
    }
  }

  function show(question, given) {
    const right = isRight(question, given);
    mark(question, given);
    for (const field of fields(question)) field.disabled = true;
    const result = question.querySelector(".bs-question__result");
    result.textContent = right ? `✓ ${words.result.right}` : `✗ ${words.result.wrong}`;
    result.dataset.result = right ? "right" : "wrong";
    question.querySelector("details").open = true;
    act("check", question).textContent = words.again;
    question.dataset.done = "";
    return right;
  }

  function open(question) {
    for (const field of fields(question)) {
      field.disabled = false;
      if (field.tagName === "SELECT") field.value = "";
      else field.checked = false;
    }
    for (const option of question.querySelectorAll(".bs-question__options > li")) {
      option.classList.remove("bs-question__right", "bs-question__wrong");
      option.querySelector(".bs-question__mark").textContent = "";
    }
    const result = question.querySelector(".bs-question__result");
    result.textContent = "";
    delete result.dataset.result;
    question.querySelector("details").open = false;
    act("check", question).textContent = words.check;
    delete question.dataset.done;
  }

  function count() {
    const done = questions.filter(question => question.id in kept);
    const right = done.filter(question => isRight(question, kept[question.id])).length;
    const facts = { right, done: done.length, left: questions.length - done.length, count: questions.length };
    score.hidden = !done.length;
    score.textContent = done.length ? fill(facts.left ? words.score : words.all_done, facts) : "";
    act("clear").hidden = !done.length;
    keep();
  }

  function check(question) {
    if ("done" in question.dataset) {
      open(question);
      delete kept[question.id];
      fields(question)[0].focus();
    } else {
      const given = read(question);
      if (!isReady(question, given)) {
        question.querySelector(".bs-question__result").textContent = isOrder(question) ? words.result.order : words.result.none;
        return;
      }
      kept[question.id] = given;
      show(question, given);
    }
    count();
  }

  for (const question of questions) {
    open(question);  // a browser may bring back half of what was there before a reload
    act("check", question).addEventListener("click", () => check(question));
  }
  try { kept = { ...JSON.parse(localStorage.getItem(key)) }; } catch { /* nothing was kept */ }
  for (const question of questions) {
    const given = kept[question.id];
    if (!Array.isArray(given) || given.length !== fields(question).length) delete kept[question.id];
    else {
      for (const [place, field] of fields(question).entries()) {
        if (isOrder(question)) field.value = given[place];
        else field.checked = given[place];
      }
      show(question, given);
    }
  }
  act("clear").addEventListener("click", () => {
    questions.forEach(open);
    kept = {};
    count();
    fields(questions[0])[0].focus();
  });
  count();

  // The big screen: one question at a time; nothing that is done there is kept.
  const bar = quiz.querySelector(".bs-quiz__bar");
  let at = 0;
  const isOnStage = () => quiz.classList.contains("bs-quiz--stage");
  function turn(to) {
    at = Math.min(Math.max(to, 0), questions.length - 1);
    for (const [place, question] of questions.entries()) {
      question.hidden = place !== at;
      question.classList.remove("bs-question--shown");
    }
    quiz.querySelector(".bs-quiz__at").textContent = fill(words.of, { number: at + 1, count: questions.length });
    act("previous").disabled = at === 0;
    act("next").disabled = at === questions.length - 1;
    quiz.scrollTop = 0;
  }
  function reveal() {
    const answer = questions[at].querySelector("details");
    answer.open = true;
    if (questions[at].classList.toggle("bs-question--shown")) answer.scrollIntoView({ block: "nearest" });
  }
  function enter() {
    quiz.classList.add("bs-quiz--stage");
    document.documentElement.classList.add("bs-staged");
    bar.hidden = false;
    questions.forEach(open);
    turn(0);
    act("next").focus();
    if (quiz.requestFullscreen) quiz.requestFullscreen().catch(() => { /* the page alone fills the window */ });
  }
  // On leaving, what was answered before stands there again: it was kept.
  function leave() {
    if (document.fullscreenElement) document.exitFullscreen();
    location.reload();
  }
  act("stage").addEventListener("click", enter);
  act("leave").addEventListener("click", leave);
  act("next").addEventListener("click", () => turn(at + 1));
  act("previous").addEventListener("click", () => turn(at - 1));
  act("reveal").addEventListener("click", reveal);
  document.addEventListener("fullscreenchange", () => { if (!document.fullscreenElement && isOnStage()) leave(); });
  addEventListener("keydown", event => {
    if (!isOnStage() || event.ctrlKey || event.altKey || event.metaKey) return;
    const does = { ArrowRight: () => turn(at + 1), PageDown: () => turn(at + 1), ArrowLeft: () => turn(at - 1), PageUp: () => turn(at - 1), " ": reveal, Escape: leave }[event.key];
    // A button that has the focus is pressed by the space key itself.
    if (!does || (event.key === " " && event.target.closest && event.target.closest("button:not([data-act=next])"))) return;
    event.preventDefault();
    does();
  }, true);
})();
