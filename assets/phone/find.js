// Search: hides the cards that do not fit. The list itself is plain HTML.
(function () {
  "use strict";
  const form = document.querySelector(".finder");
  if (!form) return;
  const words = JSON.parse(document.getElementById("find-words").textContent);
  const told = document.querySelector("[data-found]");
  const cards = Array.from(document.querySelectorAll("li[data-name]"));
  const list = document.querySelector("[data-groups]"), clear = form.querySelector("[type=reset]");
  const signs = list.querySelector("[data-group-of=warning]");
  const groups = Array.from(document.querySelectorAll("[data-group-of]"));

  function asked(name) { return form.elements[name].value.trim(); }

  function fits(card, wanted) {
    const data = card.dataset;
    if (!wanted.names.every(function (word) { return data.name.includes(word); })) return false;
    if (wanted.group && data.group !== wanted.group) return false;
    if (wanted.position && data.position !== wanted.position) return false;
    if (wanted.minutes && !(Number(data.minutes) > 0 && Number(data.minutes) <= Number(wanted.minutes))) return false;
    if (wanted.things === "-") return data.things === "";
    return !wanted.things || data.things.split("|").includes(wanted.things);
  }

  function find() {
    const wanted = {
      names: asked("name").toLowerCase().split(/\s+/).filter(Boolean),
      group: asked("group"), things: asked("things"), position: asked("position"), minutes: asked("minutes"),
    };
    let count = 0;
    cards.forEach(function (card) {
      const shown = fits(card, wanted);
      card.hidden = !shown;
      count += shown ? 1 : 0;
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector("li[data-name]:not([hidden])"); });
    // Who types a word may be in pain: signs that fit come first then, and last for all who browse.
    if (signs) { if (wanted.names.length) list.prepend(signs); else list.append(signs); }
    clear.hidden = !wanted.names.length && !["group", "things", "position", "minutes"].some(asked);
    told.textContent = count === 0 ? words.found_none
      : count === 1 ? words.found_one : words.found.replace("{n}", String(count));
  }

  form.hidden = false;
  form.addEventListener("input", find);
  form.addEventListener("change", find);
  form.addEventListener("reset", function () { setTimeout(function () { find(); form.elements.name.focus(); }); });
  form.addEventListener("submit", function (event) { event.preventDefault(); find(); });
  find(); // a browser may have kept what was typed
})();
