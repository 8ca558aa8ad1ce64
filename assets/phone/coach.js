// What is shown and heard of a session: the words, the numbers, the picture, the voice and the beeps.
window.Surefoot = window.Surefoot || {};
(function (surefoot) {
  "use strict";
  const signals = surefoot.signals, works = surefoot.works;
  // Seconds: how many at the end are beeped, and how long a line of advice stands. Reps whose parts are spoken.
  const LAST = 3, LINE = 8, TOLD = 2;
  const HIGH = 1046, MIDDLE = 784, LOW = 523;
  const PITCH = { up: HIGH, in: HIGH, down: LOW, out: LOW };

  surefoot.coach = function (room, session, words) {
    let course = null, wanted = {}, amount = "low", paused = false, easy = false;
    let at = -1, beat = "", count = "", doing = "", tip = 0, picture = null, pictureOf = -1, film = null;

    function part(name) { return room.querySelector("[data-" + name + "]"); }
    function write(name, text) { const one = part(name); if (one.textContent !== text) one.textContent = text; }
    function fill(text, values) {
      return text.replace(/\{(\w+)\}/g, function (all, name) { return name in values ? String(values[name]) : all; });
    }
    function speak(text) { if (wanted.voice && text) signals.speak(text, words.language); }

    function show(now, late) {
      const here = course.at(now), block = course.parts[here], since = Math.max(0, now - course.starts[here]);
      if (here !== at) { at = here; enter(block, here, since); }
      if (block.k === "reps") repeat(block, since, late); else countDown(block, since, late);
      advise(block, since, late);
      room.querySelector("progress").value = now / course.whole;
      move(block, since);
    }

    function enter(block, here, since) {
      const card = session.cards[block.c];
      beat = count = "";
      if (pictureOf !== block.c) ease(false);
      tip = block.tips.filter(function (one) { return one[0] <= since; }).length;
      write("name", card.title);
      write("place", session.cards.length > 1 ? fill(words.card, { n: block.c + 1, of: session.cards.length }) : "");
      name(block.word);
      write("small", block.k === "ready" ? then(here) : block.small.join(", "));
      write("then", block.k === "ready" ? "" : then(here));
      room.dataset.kind = works(block) || block.k === "settle" ? "work" : block.k;
      part("easier").hidden = !card.easier || room.dataset.kind !== "work";
      part("longer").hidden = block.k !== "ready" && block.k !== "rest";
      part("ready-now").hidden = room.dataset.kind === "work";
      draw(block.c);
      part("stage").classList.toggle("mirrored", side(here) === 2);
      // A voice of ours and a reader's own would say the same thing twice.
      write("live", wanted.voice ? "" : block.say);
      if (paused) return;
      speak(block.say);
      if (wanted.beep) signals.beep(works(block) ? HIGH : LOW, 0.25);
      if (wanted.shake) signals.shake(works(block) ? [200] : [80, 60, 80]);
    }

    // A rest shows how the next set begins.
    function side(here) {
      const block = course.parts[here], next = course.parts[here + 1];
      return block.k === "rest" && next ? next.side : block.side;
    }

    // What comes after this part; getting into place is not worth a word, nor is turning after a rest.
    function then(here) {
      const resting = course.parts[here].k === "rest";
      const next = course.parts.slice(here + 1).find(function (block) { return block.k !== "settle" && !(resting && block.k === "change"); });
      return next ? fill(words.then, { what: next.what }) : words.last;
    }

    // The large word: what to do now, unless the session stands still.
    function name(text) {
      doing = text;
      write("word", paused ? words.paused : doing);
    }

    function number(text, unit) {
      if (text === count) return false;
      count = text;
      write("count", text);
      write("unit", unit);
      return true;
    }

    function countDown(block, since, late) {
      const left = Math.max(1, Math.ceil(block.s - since - 0.0005));
      const fresh = number(String(left), left === 1 ? words.second : words.seconds);
      part("fill").value = Math.min(1, since / block.s);
      if (fresh && !late && !paused && wanted.beep && left <= LAST && block.s > LAST) signals.beep(MIDDLE, 0.08);
    }

    function repeat(block, since, late) {
      const lasts = block.beats.reduce(function (total, one) { return total + one[1]; }, 0);
      const rep = Math.min(block.n, Math.floor(since / lasts + 0.0005) + 1);
      let left = since - (rep - 1) * lasts, now = block.beats[0];
      for (const one of block.beats) { now = one; if (left < one[1] - 0.0005) break; left -= one[1]; }
      part("fill").value = Math.min(1, Math.max(0, left / now[1]));
      const first = beat === "", counted = number(String(rep), fill(words.rep, { n: "", of: block.n }).trim()) && !first;
      if (now[2] + rep === beat) return;
      beat = now[2] + rep;
      name(now[0]);
      if (first || late || paused) return;
      // The first reps are told in words; from then on each part has its own tone, and each rep its number.
      const told = rep <= TOLD && block.beats.length > 1 && wanted.voice;
      if (told) speak(counted ? rep + ". " + now[0] : now[0]); else if (counted) speak(String(rep));
      if (wanted.beep && !told) signals.beep(PITCH[now[2]] || MIDDLE, 0.06);
      if (counted && wanted.shake) signals.shake(30);
    }

    // A line under the number: before work how to start, and in work one piece of advice after another.
    function advise(block, since, late) {
      const card = session.cards[block.c], lines = room.dataset.kind === "work" ? card.coach : [card.start];
      const line = Math.floor(since / LINE) % lines.length;
      write("coach", easy ? card.easier : lines[line]);
      while (tip < block.tips.length && block.tips[tip][0] <= since) {
        if (!late && !paused) speak(block.tips[tip][1]);
        tip += 1;
      }
    }

    function ease(yes) {
      easy = yes;
      part("easier").setAttribute("aria-pressed", String(easy));
    }

    function easier() {
      ease(!easy);
      if (easy) speak(session.cards[course.parts[at].c].easier);
    }

    // The picture of a card as it stands on the page, with its film where it has one.
    function draw(card) {
      if (pictureOf === card) return;
      pictureOf = card;
      const stage = part("stage"), page = document.getElementById("card-" + session.cards[card].id);
      const found = page && page.querySelector(".picture");
      picture = found ? found.cloneNode(true) : null;
      film = null;
      if (picture) {
        picture.classList.remove("filmed", "moving");
        picture.querySelectorAll(".film, [data-play], .caption").forEach(function (one) { one.remove(); });
        const set = session.cards[card].film ? surefoot.movement.stage(picture) : null, mine = picture;
        if (set) set.ready.then(function () { if (picture === mine) film = set; }, function () { /* frames stand in */ });
      }
      stage.replaceChildren.apply(stage, picture ? [picture] : []);
      room.querySelector("[data-screen=during]").className = "screen " + session.cards[card].look;
    }

    // The picture goes with the work: a rep in its beats, the way into a hold, the hold; before and after it stands
    // where the next work begins.
    function move(block, since) {
      if (!picture) return;
      const card = session.cards[block.c], frameAt = surefoot.movement.frameAt;
      if (film) {
        const reel = card.film[amount] || card.film.low, into = card.into;
        if (works(block)) film.show(frameAt(reel, since));
        else if (block.k === "settle") film.show(into.length && since < block.s ? frameAt(into, since) : reel[0][0]);
        else film.show((into.length ? into : reel)[0][0]);
        return;
      }
      if (picture.classList.contains("filmed")) return;
      const frames = card.frames[amount] || card.frames.low;
      if (!frames.length) surefoot.movement.show(picture, null);
      else surefoot.movement.show(picture, works(block) ? frameAt(frames, since) : frames[0][0]);
    }

    return {
      fill: fill, show: show, easier: easier,
      begin: function (found, heard, end) { course = found; wanted = heard; amount = end; at = -1; pictureOf = -1; },
      jump: function () { at = -1; },
      pause: function (yes) { paused = yes; room.classList.toggle("paused", yes); name(doing); },
    };
  };
})(window.Surefoot);
