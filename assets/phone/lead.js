// The way into a session. What leads through it, its screens too, comes when somebody begins: a card that is only looked
// at does without.
window.Surefoot = window.Surefoot || {};
(function (surefoot) {
  "use strict";
  const source = document.getElementById("session"), buttons = document.querySelectorAll("[data-follow]");
  if (!source || !buttons.length) return;
  const id = JSON.parse(source.textContent).id, there = new Set();
  let coming = null;

  // The screens of a session stand in a file of their own, made with the pages and as safe as they are.
  function place() {
    if (!surefoot.player || document.getElementById("follow")) return;
    const made = new DOMParser().parseFromString(surefoot.player, "text/html");
    document.getElementById("main").append(document.adoptNode(made.getElementById("follow")));
  }

  function load(name) {
    return there.has(name) ? Promise.resolve() : new Promise(function (done, failed) {
      const styles = name.endsWith(".css"), one = document.createElement(styles ? "link" : "script");
      if (styles) { one.rel = "stylesheet"; one.href = name; } else one.src = name;
      one.onload = function () { there.add(name); place(); done(); };
      one.onerror = failed;
      document.head.append(one);
    });
  }

  // One after another: each uses those before it. In a single file they are there already. What did not come is
  // asked for again with the next tap.
  function brought() {
    if (surefoot.follow) return Promise.resolve();
    if (!coming) {
      coming = buttons[0].dataset.follow.split(" ").reduce(function (before, name) {
        return before.then(function () { return load(name); });
      }, Promise.resolve());
      coming.catch(function () { coming = null; });
    }
    return coming;
  }

  // Calls one of the ways into the session when all its scripts are there.
  function go(name) { brought().then(function () { surefoot.follow[name](); }, function () { /* the page stays */ }); }

  surefoot.lead = { id: id, go: go };
  buttons.forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { go("open"); });
  });
  // From another page somebody comes back.
  const asked = location.hash;
  if (!asked.startsWith("#session-")) return;
  try { history.replaceState(null, "", location.pathname); } catch (error) { /* it stays in the address */ }
  if (asked === "#session-on") go("stand");
  if (asked === "#session-end") go("end");
})(window.Surefoot);
