// A session as numbers: where it is at a time, what ran of it, and what that comes to. It knows no page.
window.Surefoot = window.Surefoot || {};
(function (surefoot) {
  "use strict";
  // Work counts as done when this share of its seconds ran, and a card or set when this share of its work did.
  const ENOUGH = 0.5;

  function works(block) { return block.k === "reps" || block.k === "time"; }

  // `blocks` are those of a session; `more` and `ran` are seconds added to a block and run of it, by its place.
  function course(blocks, more, ran) {
    const made = { parts: [], starts: [], whole: 0, more: more || {}, ran: ran || {} };

    made.lay = function () {
      let from = 0;
      made.parts = blocks.map(function (block, place) { return Object.assign({}, block, { s: block.s + (made.more[place] || 0) }); });
      made.starts = made.parts.map(function (block) { const start = from; from += block.s; return start; });
      made.whole = from;
    };

    made.at = function (seconds) {
      let here = 0;
      while (here + 1 < made.parts.length && made.starts[here + 1] <= seconds + 0.0005) here += 1;
      return here;
    };

    made.add = function (place, seconds) { made.more[place] = (made.more[place] || 0) + seconds; made.lay(); };

    // Time that went by on the way, and was not jumped over.
    made.run = function (from, to) {
      for (let here = made.at(from); here < made.parts.length && made.starts[here] < to; here += 1) {
        const end = made.starts[here] + made.parts[here].s;
        const spent = Math.min(to, end) - Math.max(from, made.starts[here]);
        if (spent > 0) made.ran[here] = (made.ran[here] || 0) + spent;
      }
    };

    // How many cards were done, or how many sets where there is one card: {did, of, cards}; `none` where no work began.
    made.tally = function () {
      const many = new Set(made.parts.map(function (block) { return block.c; })).size > 1, found = new Map();
      let begun = false;
      made.parts.forEach(function (block, place) {
        if (!works(block)) return;
        const name = many ? block.c : block.set, sum = found.get(name) || { all: 0, ran: 0 };
        const ran = made.ran[place] || 0;
        begun = begun || ran > 0;
        sum.all += 1;
        if (ran >= block.s * ENOUGH) sum.ran += 1;
        found.set(name, sum);
      });
      let did = 0;
      found.forEach(function (sum) { if (sum.ran >= sum.all * ENOUGH) did += 1; });
      return { did: did, of: found.size, cards: many, none: !begun };
    };

    made.lay();
    return made;
  }

  surefoot.course = course;
  surefoot.works = works;
})(window.Surefoot);
