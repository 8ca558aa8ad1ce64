// The log as files: written as JSON or CSV, and read again with care.
(function (surefoot) {
  "use strict";
  const HEAD = ["date", "what", "how", "pain", "note", "before", "did", "of"], NUMBERS = ["pain", "before", "did", "of"];
  const FIRST_HEAD = HEAD.slice(0, 5); // of files from before sessions told more
  const MOST = 20000, whole = surefoot.store.whole;

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

  // A whole number as it is written, null for an empty cell, and else what no entry holds.
  function count(text) { return text === "" ? null : /^\d{1,3}$/.test(text) ? Number(text) : NaN; }

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
    const head = found && found.length ? [HEAD, FIRST_HEAD].find(function (one) { return found[0].join() === one.join(); }) : null;
    if (!head) return { kind: "start_of_file", n: 0 };
    const entries = found.slice(1).map(function (row) {
      if (row.length !== head.length) return null;
      const plain = row.map(function (part) { return part.replace(/^'(?=[=+\-@\t\r'])/, ""); });
      const one = {};
      head.forEach(function (name, place) { one[name] = NUMBERS.includes(name) ? count(plain[place]) : plain[place]; });
      return whole(one);
    });
    const bad = entries.indexOf(null);
    return bad < 0 ? { entries: entries } : { kind: "line", n: bad + 2 };
  }

  Object.assign(surefoot.store, { asJson: asJson, asCsv: asCsv, read: read });
})(window.Surefoot);
