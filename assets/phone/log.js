// The form of the log: after a session, or for whatever else was done.
window.Surefoot = window.Surefoot || {};
(function (surefoot) {
  "use strict";
  const store = surefoot.store, form = document.querySelector("form.entry");
  const source = document.getElementById("log-words");
  if (!form || !source) return;
  const words = JSON.parse(source.textContent);
  const saved = form.querySelector("[data-saved]"), named = form.elements.what;
  const HIGH = 5;
  // What is logged of a session, the entry as it was kept last, and whether there is anything to keep.
  let now = { what: "", how: "done" }, kept = null, worth = false;

  function pain() {
    const chosen = form.querySelector("[name=pain]:checked");
    return chosen ? Number(chosen.value) : null;
  }

  // The tiers stand open from the moment that pain is over 5, and stay open after a stop.
  function warn() {
    const tiers = document.querySelectorAll("[data-tiers]");
    const high = (pain() || 0) > HIGH, stopped = now.how === "stopped";
    form.querySelector("[data-warning]").hidden = !high;
    tiers.forEach(function (one) {
      one.hidden = !(high || stopped);
      if (stopped) form.before(one); else form.after(one);
    });
  }

  function entry(what) {
    return Object.assign({ date: store.now(), before: null, did: null, of: null }, now, {
      what: what, pain: pain(), note: form.elements.note.value.trim(),
    });
  }

  // A session is kept as it ends, and again with each answer: nothing is lost with a page that is closed.
  function keep() {
    if (!worth) return;
    const fresh = entry(now.what);
    saved.textContent = words[store.put(fresh, kept)];
    kept = fresh;
    document.querySelectorAll("[data-kept]").forEach(function (one) { one.hidden = false; });
    surefoot.log.changed();
  }

  // Whether it is worth keeping before anybody answers: nothing is, where no work was done.
  function begin(what, at_once) {
    now = Object.assign({ date: store.now() }, what);
    kept = null;
    worth = at_once;
    form.reset();
    form.elements.note.value = what.note;
    saved.textContent = "";
    document.querySelectorAll("[data-kept]").forEach(function (one) { one.hidden = true; });
    warn();
    keep();
  }

  function drop() {
    if (kept) store.put(null, kept);
    kept = null;
    surefoot.log.changed();
  }

  form.addEventListener("input", function () {
    warn();
    if (named) return;
    worth = true;
    keep();
  });
  form.querySelector("[data-warning] a").addEventListener("click", function () {
    document.querySelectorAll("details[data-tiers]").forEach(function (one) { one.open = true; });
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (!named) { keep(); return; }
    const what = named.value.trim();
    if (!what) return;
    saved.textContent = words[store.add(entry(what))];
    warn();
    form.reset();
    surefoot.log.changed();
  });

  // The list of what was done, where a page has one, is told of every change.
  surefoot.log = { begin: begin, drop: drop, changed: function () {} };
})(window.Surefoot);
