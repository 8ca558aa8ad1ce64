// The button that begins a session, and the scripts that lead through it: they come when somebody wants them, so that
// a card is there sooner.
window.Surefoot = window.Surefoot || {};
(function (surefoot) {
  "use strict";
  const buttons = document.querySelectorAll("[data-follow]"), source = document.getElementById("session");
  if (!buttons.length || !source) return;
  const FILES = ["player.js", "signals.js", "store.js", "log.js", "follow.js"];
  let coming = null;

  // The screens of a session stand in a file of their own, made with the pages and as safe as they are.
  function place() {
    if (document.getElementById("follow")) return;
    const made = new DOMParser().parseFromString(surefoot.player, "text/html");
    document.getElementById("main").append(document.adoptNode(made.getElementById("follow")));
  }

  function load(name) {
    return new Promise(function (done, failed) {
      const script = document.createElement("script");
      script.src = name;
      script.onload = function () { place(); done(); };
      script.onerror = failed;
      document.head.append(script);
    });
  }

  // One after another: each uses those before it. In a single file they are there already.
  function brought() {
    if (!coming) {
      coming = surefoot.follow ? Promise.resolve() : FILES.reduce(function (before, name) {
        return before.then(function () { return load(name); });
      }, Promise.resolve());
      coming.catch(function () { coming = null; });
    }
    return coming;
  }

  function left() {
    try { return sessionStorage.getItem("surefoot-session:" + JSON.parse(source.textContent).id) !== null; } catch (error) { return false; }
  }

  buttons.forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { brought().then(function () { surefoot.follow.open(); }, function () {}); });
  });
  // A session that was left goes on by itself once its script is there.
  if (left()) brought().catch(function () {});
})(window.Surefoot);
