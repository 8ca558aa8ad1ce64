// The list of what was done: files to take along, and to delete everything.
(function (surefoot) {
  "use strict";
  const store = surefoot.store, room = document.querySelector("[data-log]"), source = document.getElementById("list-words");
  if (!room || !source) return;
  const words = JSON.parse(source.textContent), HIGH = 5, LARGEST = 20e6; // bytes of a file that is looked into

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, function (all, name) { return name in values ? String(values[name]) : all; });
  }

  function line(tag, text, look) {
    const one = document.createElement(tag);
    one.textContent = text;
    if (look) one.className = look;
    return one;
  }

  // "30 Nov, 20:12"; a day without a time has none.
  function when(text) {
    const parts = text.split(/[- ]/), at = new Date(Date.UTC(Number(parts[0]), Number(parts[1]) - 1, Number(parts[2])));
    const month = at.toLocaleDateString(document.documentElement.lang, { month: "short", timeZone: "UTC" });
    const year = parts[0] === store.now().slice(0, 4) ? "" : "\u00a0" + parts[0];
    return at.getUTCDate() + "\u00a0" + month + year + (parts[3] ? ", " + parts[3] : "");
  }

  function item(entry) {
    const one = document.createElement("li"), text = document.createElement("div");
    const part = entry.of === null ? "" : ", " + fill(words.part, { n: entry.did, of: entry.of });
    text.append(line("b", entry.what), " ", line("span", when(entry.date) + ", " + words[entry.how] + part, "when"));
    if (entry.before !== null) text.append(" ", line("span", fill(words.before_said, { n: entry.before }), "pain"));
    if (entry.pain !== null) text.append(" ", line("span", fill(words.pain_said, { n: entry.pain }), entry.pain > HIGH ? "pain high" : "pain"));
    if (entry.note) text.append(" ", line("span", entry.note, "note-said"));
    const button = line("button", words.take_out, "quiet");
    button.type = "button";
    button.setAttribute("aria-label", fill(words.take_out_of, { what: entry.what, when: when(entry.date) }));
    button.addEventListener("click", function () { takeOut(entry); });
    one.append(text, button);
    return one;
  }

  // What was taken out can be put back until the page is left.
  function takeOut(entry) {
    const how = store.put(null, entry), back = line("button", words.put_back, "quiet");
    back.type = "button";
    back.addEventListener("click", function () {
      tell(words[store.merge([entry]).how]);
      list();
      room.querySelector("[data-told]").focus();
    });
    tell(how === "saved" ? fill(words.taken_out, { what: entry.what }) : words[how]);
    room.querySelector("[data-told]").append(" ", back);
    list();
    back.focus();
  }

  function list() {
    const place = room.querySelector("[data-entries]"), entries = store.all().reverse();
    place.replaceChildren.apply(place, entries.length ? entries.map(item) : [line("li", words.none)]);
    look(entries);
  }

  // Days since 1970, so that no change of the clock makes a day longer.
  function days(text) {
    const parts = text.slice(0, 10).split("-").map(Number);
    return Math.round(Date.UTC(parts[0], parts[1] - 1, parts[2]) / 86400000);
  }

  function drawn(tag, values) {
    const one = document.createElementNS("http://www.w3.org/2000/svg", tag);
    Object.keys(values).forEach(function (name) { one.setAttribute(name, String(values[name])); });
    return one;
  }

  // Four weeks of pain: a dot for each entry, a triangle where it was over 5, and how much was done in the last 7 days.
  function look(entries) {
    const box = room.querySelector("[data-weeks]");
    if (!box) return;
    const today = days(store.now()), DAYS = 28, STEP = 10, TALL = 10; // a day and a point of pain, units of the drawing
    const lately = entries.filter(function (one) { const ago = today - days(one.date); return ago >= 0 && ago < DAYS; });
    const felt = lately.filter(function (one) { return one.pain !== null; });
    const week = lately.filter(function (one) { return today - days(one.date) < 7; });
    box.hidden = !lately.length;
    if (!lately.length) return;
    const worst = Math.max.apply(null, felt.map(function (one) { return one.pain; }));
    box.querySelector("[data-said]").textContent = fill(week.length === 1 ? words.week_one : words.week, { n: week.length })
      + (felt.length ? " " + fill(words.most_pain, { n: worst }) : "");
    const svg = box.querySelector("svg");
    svg.replaceChildren.apply(svg, [0, 5, 10].map(function (pain) {
      return drawn("path", { d: "M0 " + (10 - pain) * TALL + "H" + DAYS * STEP, "class": pain === 5 ? "limit" : "grid" });
    }));
    felt.forEach(function (one) {
      const x = (DAYS - 0.5 - (today - days(one.date))) * STEP, y = (10 - one.pain) * TALL;
      svg.append(one.pain > HIGH ? drawn("path", { d: "M" + x + " " + (y - 6) + "l6 10h-12z", "class": "over-limit" })
        : drawn("circle", { cx: x, cy: y, r: 4 }));
    });
    svg.parentElement.hidden = !felt.length;
  }

  function tell(text) { room.querySelector("[data-told]").textContent = text; }

  function download(kind) {
    const text = kind === "csv" ? store.asCsv(store.all()) : store.asJson(store.all());
    const file = new Blob([text], { type: kind === "csv" ? "text/csv;charset=utf-8" : "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = "surefoot-log." + kind;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  function bring(file) {
    if (file.size > LARGEST) { tell(words.too_large); return; }
    file.arrayBuffer().then(function (bytes) {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }).then(store.read, function () { return { kind: "start_of_file", n: 0 }; }).then(function (found) {
      if (!found.entries) {
        tell(fill(words.damaged, { where: fill(words[found.kind], { n: found.n }) }));
        return;
      }
      const merged = store.merge(found.entries);
      tell(fill(words.imported, { n: merged.added }) + (merged.how === "saved" ? "" : " " + words[merged.how]));
      list();
    });
  }

  function ask(open) {
    const box = room.querySelector("[data-ask]"), sure = room.querySelector("[data-sure]");
    sure.textContent = fill(words.sure, { n: store.all().length });
    box.hidden = !open;
    room.querySelector("[data-delete=ask]").hidden = open;
    if (open) sure.focus(); else room.querySelector("[data-delete=ask]").focus();
  }

  room.hidden = false;
  surefoot.log.changed = list;
  list();
  room.addEventListener("click", function (event) {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.export) download(button.dataset.export);
    if (button.dataset.delete) ask(button.dataset.delete === "ask");
    if (button.dataset.delete === "yes") { store.wipe(); list(); tell(words.deleted); }
  });
  room.querySelector("#log-file").addEventListener("change", function (event) {
    if (event.target.files[0]) bring(event.target.files[0]);
    event.target.value = "";
  });
})(window.Surefoot);
