// A plan that was begun: which day of it is today, and what of it is done by the log.
window.Surefoot = window.Surefoot || {};
(function (surefoot) {
  "use strict";
  const KEY = "surefoot-plan", DAY = 86400000; // milliseconds
  const room = document.querySelector("[data-plan]"), source = document.getElementById("plans");
  if (!room || !source) return;
  const known = JSON.parse(source.textContent), words = known.words, store = surefoot.store;
  const own = room.dataset.plan; // on the page of a plan its name, on the first page nothing
  let memory = null; // where the device keeps nothing

  function part(name) { return room.querySelector("[data-" + name + "]"); }

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, function (all, name) { return name in values ? String(values[name]) : all; });
  }

  // Dates as days since 1970, so that no change of the clock makes a day longer.
  function days(text) {
    const parts = text.slice(0, 10).split("-").map(Number);
    return Math.round(Date.UTC(parts[0], parts[1] - 1, parts[2]) / DAY);
  }
  function weekday(day) { return (day + 3) % 7; } // 1 January 1970 was a Thursday; 0 is Monday
  function date(day) {
    const at = new Date(day * DAY);
    return at.getUTCDate() + "\u00a0" + at.toLocaleDateString(document.documentElement.lang, { month: "short", timeZone: "UTC" });
  }

  function begun() {
    let found = memory;
    try { found = JSON.parse(localStorage.getItem(KEY)) || memory; } catch (error) { /* as before */ }
    return found && typeof found.id === "string" && /^\d{4}-\d{2}-\d{2}$/.test(found.start) ? found : null;
  }

  function keep(plan) {
    memory = plan;
    try {
      if (plan) localStorage.setItem(KEY, JSON.stringify(plan)); else localStorage.removeItem(KEY);
      return "";
    } catch (error) { return words.not_kept; }
  }

  function line(tag, text, look) {
    const one = document.createElement(tag);
    one.textContent = text;
    if (look) one.className = look;
    return one;
  }

  function isDone(item, day, log) {
    return log.some(function (entry) { return entry.how === "done" && entry.what === item.title && days(entry.date) === day; });
  }

  // One thing to do today: a session leads to its page, a run is said to be done here.
  function tile(item, day, log) {
    const one = document.createElement("li"), done = isDone(item, day, log);
    const box = document.createElement(item.file ? "a" : "div");
    if (item.file) box.href = item.file;
    box.append(line("b", item.name), " ", line("span", item.said));
    if (done) box.append(" ", line("span", words.done, "ticked"));
    one.append(box);
    if (!done && !item.file) {
      const button = line("button", words.did, "quiet");
      button.type = "button";
      button.setAttribute("aria-label", words.did + ": " + item.name);
      button.addEventListener("click", function () {
        const how = store.add({ date: store.now(), what: item.title, how: "done", pain: null, note: "" });
        part("said").textContent = how === "saved" ? words.noted : words.not_kept;
        draw();
        part("head").focus();
      });
      box.append(button);
    }
    return one;
  }

  function draw() {
    const now = begun(), plan = now && known.plans.find(function (one) { return one.id === now.id; });
    const today = days(store.now()), log = store.all();
    room.hidden = !plan && !own;
    if (own) {
      part("offer").hidden = Boolean(plan);
      part("quit").hidden = !plan;
      part("other").hidden = !now || Boolean(plan);
    }
    part("run").hidden = !plan;
    if (!plan) { if (own) mark(null, today, log); return; }
    const start = days(now.start), week = Math.floor(Math.max(0, today - start) / 7);
    const over = week >= plan.weeks.length, here = weekday(today);
    const items = over ? [] : plan.weeks[week][here].map(function (n) { return plan.items[n]; });
    part("where").textContent = over ? fill(words.over, { n: plan.weeks.length })
      : fill(words.where, { week: week + 1, of: plan.weeks.length, date: date(start) });
    const list = part("today"), rest = plan.rest.includes(here) ? words.rest : words.free;
    list.replaceChildren.apply(list, items.map(function (item) { return tile(item, today, log); }));
    part("none").textContent = over || items.length ? "" : rest;
    part("none").hidden = over || items.length > 0;
    if (own) mark({ plan: plan, start: start, week: week }, today, log);
    else { part("way").href = plan.file; part("way").textContent = plan.title; }
  }

  // The weeks below: today stands out, what is done has a tick, and this week is open.
  function mark(at, today, log) {
    document.querySelectorAll("[data-week]").forEach(function (box) {
      const week = Number(box.dataset.week);
      box.open = at ? week === at.week : week === 0;
      box.querySelectorAll("[data-day]").forEach(function (row) {
        const gone = at ? (Number(row.dataset.day) - weekday(at.start) + 7) % 7 : 0;
        const day = at ? at.start + 7 * week + gone : null;
        row.classList.toggle("is-today", day === today);
        if (day === today) row.setAttribute("aria-current", "date"); else row.removeAttribute("aria-current");
        row.querySelectorAll(".ticked").forEach(function (one) { one.remove(); });
        row.querySelectorAll("[data-item]").forEach(function (one) {
          if (at && isDone(at.plan.items[Number(one.dataset.item)], day, log)) one.append(" ", line("span", words.done, "ticked"));
        });
      });
    });
  }

  room.addEventListener("click", function (event) {
    const button = event.target.closest("button");
    if (!button) return;
    if ("start" in button.dataset) part("said").textContent = keep({ id: own, start: store.now().slice(0, 10) });
    else if ("stop" in button.dataset) { part("said").textContent = keep(null); part("quit").open = false; }
    else return;
    draw();
    part("head").focus();
  });
  // Who comes back from a session, or the next morning, finds the day as it is.
  window.addEventListener("pageshow", draw);
  document.addEventListener("visibilitychange", function () { if (!document.hidden) draw(); });
  draw();
})(window.Surefoot);
