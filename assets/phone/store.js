// The log as data: kept on the device, written as JSON or CSV, and read again with care.
window.Surefoot = window.Surefoot || {};
(function (surefoot) {
  "use strict";
  const KEY = "surefoot-log", HEAD = ["date", "what", "how", "pain", "note"];
  const LONGEST = 2000, MOST = 20000;
  let memory = null; // where the device keeps nothing

  function stored() {
    try { return JSON.parse(localStorage.getItem(KEY) || "[]"); } catch (error) { return null; }
  }

  function all() {
    if (memory) return memory.slice();
    const found = stored();
    return Array.isArray(found) ? found.filter(function (one) { return whole(one) !== null; }).map(whole) : [];
  }

  // Says how it went: "saved", "not_saved" where nothing may be kept, "full" where there is no room.
  function keep(entries) {
    try {
      localStorage.setItem(KEY, JSON.stringify(entries));
      memory = null;
      return "saved";
    } catch (error) {
      memory = entries.slice();
      let full = false;
      try { full = localStorage.getItem(KEY) !== null || error.name === "QuotaExceededError"; } catch (refused) { full = false; }
      return full ? "full" : "not_saved";
    }
  }

  function add(entry) { return keep(all().concat([entry])); }

  // Everything that this site has kept on the device.
  function wipe() {
    memory = null;
    [function () { return localStorage; }, function () { return sessionStorage; }].forEach(function (get) {
      try {
        const store = get();
        Object.keys(store).filter(function (key) { return key.startsWith("surefoot"); })
          .forEach(function (key) { store.removeItem(key); });
      } catch (error) { /* nothing was kept */ }
    });
  }

  function now() {
    const at = new Date();
    function two(n) { return String(n).padStart(2, "0"); }
    return at.getFullYear() + "-" + two(at.getMonth() + 1) + "-" + two(at.getDate()) + " " + two(at.getHours()) + ":" + two(at.getMinutes());
  }

  // An entry if every part of it is what it should be, else null.
  function whole(one) {
    if (!one || typeof one !== "object" || Array.isArray(one)) return null;
    const text = [one.date, one.what, one.how, one.note === undefined ? "" : one.note];
    if (!text.every(function (part) { return typeof part === "string" && part.length <= LONGEST; })) return null;
    if (!/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/.test(one.date) || !["done", "stopped"].includes(one.how)) return null;
    const pain = one.pain === undefined ? null : one.pain;
    if (pain !== null && !(Number.isInteger(pain) && pain >= 0 && pain <= 10)) return null;
    return { date: text[0], what: text[1], how: text[2], pain: pain, note: text[3] };
  }

  function asJson(entries) { return JSON.stringify({ "surefoot-log": 1, entries: entries }, null, 1) + "\n"; }

  // A spreadsheet would run a text that begins like a formula.
  function cell(value) {
    const text = value === null ? "" : String(value);
    return "\"" + (/^[=+\-@\t\r']/.test(text) ? "'" + text : text).replace(/"/g, "\"\"") + "\"";
  }

  function asCsv(entries) {
    const rows = entries.map(function (one) { return HEAD.map(function (name) { return cell(one[name]); }).join(","); });
    return "\ufeff" + [HEAD.join(",")].concat(rows).join("\r\n") + "\r\n";
  }

  // Rows of cells, or null where a quotation mark is not closed.
  function rows(text) {
    const found = [[]], mark = text.split("\n", 1)[0].includes(";") ? ";" : ",";
    let at = 0, part = "", quoted = false, was = false;
    function end() { found[found.length - 1].push(part); part = ""; was = false; }
    for (; at < text.length; at += 1) {
      const sign = text[at];
      if (quoted) {
        if (sign !== "\"") part += sign;
        else if (text[at + 1] === "\"") { part += sign; at += 1; }
        else quoted = false;
      } else if (sign === "\"" && part === "" && !was) { quoted = was = true; }
      else if (sign === mark) end();
      else if (sign === "\n") { end(); found.push([]); }
      else if (sign !== "\r") part += sign;
    }
    if (quoted) return null;
    if (part || was || found[found.length - 1].length) end();
    return found.filter(function (row) { return row.length && !(row.length === 1 && row[0] === ""); });
  }

  // Entries of a file, or where it is damaged: {kind, n}. Nothing is taken from a damaged file.
  function read(text) {
    text = text.replace(/^\ufeff/, "");
    return text.trim().startsWith("{") || text.trim().startsWith("[") ? readJson(text) : readCsv(text);
  }

  function readJson(text) {
    let found;
    try { found = JSON.parse(text); } catch (error) { return { kind: "start_of_file", n: 0 }; }
    const list = Array.isArray(found) ? found : found.entries;
    if (!Array.isArray(list) || list.length > MOST) return { kind: "start_of_file", n: 0 };
    const entries = list.map(whole), bad = entries.indexOf(null);
    return bad < 0 ? { entries: entries } : { kind: "entry", n: bad + 1 };
  }

  function readCsv(text) {
    const found = rows(text);
    if (!found || !found.length || found[0].join() !== HEAD.join()) return { kind: "start_of_file", n: 0 };
    const entries = found.slice(1).map(function (row) {
      if (row.length !== HEAD.length) return null;
      const plain = row.map(function (part) { return part.replace(/^'(?=[=+\-@\t\r'])/, ""); });
      if (!/^(\d{1,2})?$/.test(plain[3])) return null;
      return whole({ date: plain[0], what: plain[1], how: plain[2], pain: plain[3] === "" ? null : Number(plain[3]), note: plain[4] });
    });
    const bad = entries.indexOf(null);
    return bad < 0 ? { entries: entries } : { kind: "line", n: bad + 2 };
  }

  // Adds what is not there yet, and says how many that were and how it went.
  function merge(more) {
    const kept = all();
    const seen = new Set(kept.map(function (one) { return JSON.stringify(one); }));
    const fresh = more.filter(function (one) {
      const told = JSON.stringify(one), isNew = !seen.has(told);
      seen.add(told);
      return isNew;
    });
    const joined = kept.concat(fresh).sort(function (one, other) { return one.date < other.date ? -1 : one.date > other.date ? 1 : 0; });
    return { added: fresh.length, how: keep(joined) };
  }

  surefoot.store = { all: all, add: add, wipe: wipe, now: now, asJson: asJson, asCsv: asCsv, read: read, merge: merge };
})(window.Surefoot);
