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

  function item(entry) {
    const one = document.createElement("li");
    const part = entry.of === null ? "" : ", " + fill(words.part, { n: entry.did, of: entry.of });
    one.append(line("b", entry.what), " ", line("span", entry.date + ", " + words[entry.how] + part, "when"));
    if (entry.before !== null) one.append(" ", line("span", fill(words.before_said, { n: entry.before }), "pain"));
    if (entry.pain !== null) one.append(" ", line("span", fill(words.pain_said, { n: entry.pain }), entry.pain > HIGH ? "pain high" : "pain"));
    if (entry.note) one.append(" ", line("span", entry.note, "note-said"));
    return one;
  }

  function list() {
    const place = room.querySelector("[data-entries]"), entries = store.all().reverse();
    place.replaceChildren.apply(place, entries.length ? entries.map(item) : [line("li", words.none)]);
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
