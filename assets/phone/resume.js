// A session that was left: every page that shows this says so, and leads back to it or ends it.
window.Surefoot = window.Surefoot || {};
(function (surefoot) {
  "use strict";
  const KEY = "surefoot-session:", FORGET = 6 * 3600 * 1000;
  const box = document.querySelector("[data-resume]");

  function read(key) {
    try {
      const found = JSON.parse(sessionStorage.getItem(key));
      const good = found && Number.isFinite(found.began) && Number.isFinite(found.left) && Date.now() - found.left < FORGET;
      return good && /^[\w.%-]*$/.test(found.page) ? found : null;
    } catch (error) { return null; }
  }

  // The session that was left last, or nothing.
  function last() {
    let keys = [];
    try { keys = Object.keys(sessionStorage).filter(function (key) { return key.startsWith(KEY); }); } catch (error) { /* nothing is kept */ }
    const found = keys.map(read).filter(Boolean);
    return found.reduce(function (best, one) { return !best || one.left > best.left ? one : best; }, null);
  }

  function forget() {
    try {
      Object.keys(sessionStorage).filter(function (key) { return key.startsWith(KEY); })
        .forEach(function (key) { sessionStorage.removeItem(key); });
    } catch (error) { /* nothing was kept */ }
  }

  function show() {
    if (!box) return;
    const found = last();
    box.hidden = !found;
    if (found) box.querySelector("[data-what]").textContent = found.title + ", " + found.where;
  }

  surefoot.resume = { KEY: KEY, read: read, forget: forget, show: show };
  if (!box) return;
  box.addEventListener("click", function (event) {
    const button = event.target.closest("button"), found = last();
    if (!button || !found) return;
    const name = button.dataset.resumes, own = surefoot.lead;
    if (own && own.id === found.id) own.go(name); else location.href = found.page + "#session-" + name;
  });
  window.addEventListener("pageshow", show);
  show();
})(window.Surefoot);
