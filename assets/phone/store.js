// The log as data, kept on the device.
window.Surefoot = window.Surefoot || {};
(function (surefoot) {
  "use strict";
  const KEY = "surefoot-log", HOW = ["done", "ended", "stopped"];
  const LONGEST = 2000;
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

  // An entry in the place of an earlier one, or nothing in its place.
  function put(entry, earlier) {
    const kept = all(), told = earlier && JSON.stringify(whole(earlier));
    const place = earlier ? kept.findLastIndex(function (one) { return JSON.stringify(one) === told; }) : -1;
    if (place >= 0) kept.splice(place, 1);
    return keep(entry ? kept.concat([whole(entry)]) : kept);
  }

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
    if (!/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/.test(one.date) || !HOW.includes(one.how)) return null;
    const numbers = [[one.pain, 10], [one.before, 10], [one.did, 999], [one.of, 999]].map(function (pair) {
      const value = pair[0] === undefined ? null : pair[0];
      return value === null || (Number.isInteger(value) && value >= 0 && value <= pair[1]) ? value : NaN;
    });
    if (numbers.some(Number.isNaN) || (numbers[2] === null) !== (numbers[3] === null)) return null;
    return { date: text[0], what: text[1], how: text[2], pain: numbers[0], note: text[3], before: numbers[1], did: numbers[2], of: numbers[3] };
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

  surefoot.store = { all: all, add: add, put: put, wipe: wipe, now: now, whole: whole, merge: merge };
})(window.Surefoot);
