// Follow along: leads through a session by the clock. Where the time is now, there the session is, however long the
// phone was locked; nothing is counted in ticks. The session itself was worked out when the page was made.
(function (surefoot) {
  "use strict";
  const room = document.getElementById("follow"), source = document.getElementById("session");
  if (!room || !source) return;
  const session = JSON.parse(source.textContent);
  if (!session.high) session.high = session.low;
  const signals = surefoot.signals;
  const words = JSON.parse(document.getElementById("follow-words").textContent);
  const KEY = "surefoot-session:" + session.id;
  // Milliseconds from look to look; seconds after which a look came late, and within which Back means the part before.
  const LOOK = 50, LATE = 1.5, AGAIN = 3, LAST = 3, FORGET = 6 * 3600;
  const HIGH = 1046, MIDDLE = 784, LOW = 523;
  let amount = "low", blocks = [], starts = [], whole = 0;
  let began = null, paused = null, timer = null, wanted = { beep: true, voice: true, shake: true };
  let at = -1, beat = "", count = "", doing = "", looked = 0, picture = null, pictureOf = -1, film = null;

  function part(name) { return room.querySelector("[data-" + name + "]"); }
  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, function (all, name) { return name in values ? String(values[name]) : all; });
  }
  function counts(block) { return block.k !== "ready" && block.k !== "change"; }
  function works(block) { return block.k === "reps" || block.k === "time"; }
  function sum(list) { return list.reduce(function (total, block) { return total + block.s; }, 0); }
  function minutes(name) { return Math.max(1, Math.floor(sum(session[name].filter(counts)) / 60 + 0.5)); }

  // Where the session is, seconds from its begin.
  function position() { return paused !== null ? paused : (Date.now() - began) / 1000; }

  function remember() {
    const now = { began: began, paused: paused, amount: amount, wanted: wanted };
    try { sessionStorage.setItem(KEY, JSON.stringify(now)); } catch (error) { /* a closed page begins anew */ }
  }
  function forget() { try { sessionStorage.removeItem(KEY); } catch (error) { /* nothing was kept */ } }
  function remembered() {
    try {
      const found = JSON.parse(sessionStorage.getItem(KEY));
      return found && Number.isFinite(found.began) && session[found.amount] && (Date.now() - found.began) / 1000 < FORGET ? found : null;
    } catch (error) { return null; }
  }

  function choose(name) {
    amount = name;
    blocks = session[name];
    let from = 0;
    starts = blocks.map(function (block) { const start = from; from += block.s; return start; });
    whole = from;
  }

  // --- screens ---

  function screen(name) {
    room.hidden = false;
    document.body.classList.add("following");
    room.querySelectorAll("[data-screen]").forEach(function (one) { one.hidden = one.dataset.screen !== name; });
    const heading = room.querySelector("[data-screen=" + name + "] h1");
    window.scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }

  function leave() {
    halt();
    forget();
    room.hidden = true;
    document.body.classList.remove("following");
    const button = document.querySelector("[data-follow]");
    if (button) button.focus();
  }

  function open() {
    part("title").textContent = session.title;
    const same = minutes("low") === minutes("high") && sum(session.low) === sum(session.high);
    room.querySelectorAll("[data-amount]").forEach(function (one) {
      one.textContent = fill(words[one.dataset.amount], { n: minutes(one.dataset.amount) });
    });
    room.querySelector("[name=amount]").closest("fieldset").hidden = same;
    ["beep", "voice", "shake"].forEach(function (name) {
      room.querySelector("[name=" + name + "]").closest("label").hidden = !signals.has[name];
    });
    screen("before");
  }

  function begin() {
    choose(room.querySelector("[name=amount]:checked").value);
    ["beep", "voice", "shake"].forEach(function (name) {
      wanted[name] = signals.has[name] && room.querySelector("[name=" + name + "]").checked;
    });
    signals.wake();
    began = Date.now();
    paused = null;
    pictureOf = -1;
    run();
  }

  function run() {
    at = -1;
    looked = position();
    screen("during");
    told();
    signals.keepOn();
    remember();
    clearInterval(timer);
    timer = setInterval(look, LOOK);
    look();
  }

  function halt() {
    clearInterval(timer);
    timer = null;
    signals.hush();
    signals.letSleep();
  }

  // --- time ---

  function go(to) {
    const place = Math.min(whole, Math.max(0, to));
    if (paused !== null) paused = place; else began = Date.now() - place * 1000;
    looked = place;
    at = -1;
    remember();
    look();
  }

  function pause(yes) {
    if (yes === (paused !== null)) return;
    if (yes) { paused = position(); signals.hush(); signals.letSleep(); }
    else { began = Date.now() - paused * 1000; paused = null; looked = position(); signals.wake(); signals.keepOn(); }
    told();
    remember();
  }

  function told() {
    const button = room.querySelector("[data-screen=during] [data-does=pause]");
    button.textContent = paused !== null ? words.go_on : words.pause;
    name(doing);
  }

  function back() {
    const now = position(), here = blockAt(now);
    go(now - starts[here] > AGAIN ? starts[here] : starts[Math.max(0, here - 1)]);
  }
  function next() { const here = blockAt(position()); go(here + 1 < blocks.length ? starts[here + 1] : whole); }

  function blockAt(seconds) {
    let here = 0;
    while (here + 1 < blocks.length && starts[here + 1] <= seconds + 0.0005) here += 1;
    return here;
  }

  // --- what is shown and heard ---

  function look() {
    if (began === null) return;
    const now = position();
    if (now >= whole) { finish("done", ""); return; }
    const late = now - looked > LATE;
    looked = now;
    const here = blockAt(now), block = blocks[here], since = Math.max(0, now - starts[here]);
    if (here !== at) { at = here; enter(block, here); }
    if (block.k === "reps") repeat(block, since, late); else countDown(block, since, late);
    room.querySelector("progress").value = now / whole;
    move(block, since);
  }

  function enter(block, here) {
    const card = session.cards[block.c];
    beat = count = "";
    part("name").textContent = card.title;
    part("place").textContent = session.cards.length > 1 ? fill(words.card, { n: block.c + 1, of: session.cards.length }) : "";
    name(block.k === "ready" ? card.title : block.word);
    part("small").textContent = block.k === "ready" ? card.start : block.small.join(", ");
    part("then").textContent = then(here);
    part("live").textContent = block.say;
    room.dataset.kind = block.k;
    draw(block.c);
    if (paused !== null) return;
    if (wanted.voice) signals.speak(block.say, words.language);
    if (wanted.beep) signals.beep(works(block) ? HIGH : LOW, 0.25);
    if (wanted.shake) signals.shake(works(block) ? [200] : [80, 60, 80]);
  }

  // What comes after this part; getting into place is not worth a word.
  function then(here) {
    const next = blocks.slice(here + 1).find(function (block) { return block.k !== "settle"; });
    if (!next) return words.last;
    const what = next.k === "ready" ? session.cards[next.c].title
      : next.k === "rest" ? next.word + ", " + next.s + " " + words.seconds
      : next.k === "reps" ? next.n + " " + words.times : next.k === "time" ? next.s + " " + words.seconds : next.word;
    const fresh = blocks[here].k === "rest" && next.small.length ? next.small[0] + ", " : "";
    return fill(words.then, { what: fresh + what });
  }

  // The large word: what to do now, unless the session stands still.
  function name(text) {
    doing = text;
    part("word").textContent = paused !== null ? words.paused : doing;
  }

  function number(text, unit) {
    if (text === count) return false;
    count = text;
    part("count").textContent = text;
    part("unit").textContent = unit;
    return true;
  }

  function countDown(block, since, late) {
    const left = Math.max(1, Math.ceil(block.s - since - 0.0005));
    const fresh = number(String(left), left === 1 ? words.second : words.seconds);
    if (fresh && !late && paused === null && wanted.beep && !works(block) && left <= LAST && block.s > LAST) signals.beep(MIDDLE, 0.08);
  }

  function repeat(block, since, late) {
    const lasts = sum(block.beats.map(function (one) { return { s: one[1] }; }));
    const rep = Math.min(block.n, Math.floor(since / lasts + 0.0005) + 1);
    let left = since - (rep - 1) * lasts, done = block.beats[0][0];
    for (const one of block.beats) { done = one[0]; if (left < one[1] - 0.0005) break; left -= one[1]; }
    const first = beat === "";
    if (done + rep !== beat) {
      beat = done + rep;
      name(done);
      if (!first && !late && paused === null && wanted.beep) signals.beep(MIDDLE, 0.05);
    }
    if (number(String(rep), fill(words.rep, { n: "", of: block.n }).trim()) && rep > 1 && !late && paused === null) {
      if (wanted.voice) signals.speak(String(rep), words.language);
      if (wanted.shake) signals.shake(30);
    }
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
      const set = session.cards[card].film ? surefoot.movement.stage(picture) : null;
      if (set) set.ready.then(function () { if (pictureOf === card) film = set; }, function () { /* frames stand in */ });
    }
    stage.replaceChildren.apply(stage, picture ? [picture] : []);
    stage.hidden = !picture;
    stage.className = "stage " + session.cards[card].look;
  }

  // The picture goes with the work: a rep in its beats, the way into a hold, the hold; before and after it stands.
  function move(block, since) {
    if (!picture) return;
    const card = session.cards[block.c], settles = block.k === "settle", frameAt = surefoot.movement.frameAt;
    if (film) {
      const reel = card.film[amount] || card.film.low;
      if (settles && card.into.length) film.show(since < block.s ? frameAt(card.into, since) : reel[0][0]);
      else film.show(works(block) ? frameAt(reel, since) : settles ? reel[0][0] : card.into.length ? card.into[0][0] : reel[0][0]);
      return;
    }
    const frames = card.frames[amount] || card.frames.low;
    if (picture.classList.contains("filmed")) return;
    if (!frames.length) surefoot.movement.show(picture, null);
    else surefoot.movement.show(picture, works(block) ? frameAt(frames, since) : settles ? frameAt(frames, 0) : 0);
  }

  // --- stop, and the end ---

  function ask() {
    pause(true);
    const list = part("reasons"), card = session.cards[blocks[blockAt(position())].c];
    list.replaceChildren.apply(list, card.stop.map(function (reason) {
      const line = document.createElement("li"), button = document.createElement("button");
      button.type = "button";
      button.textContent = reason;
      button.dataset.reason = reason;
      line.append(button);
      return line;
    }));
    screen("stop");
  }

  function finish(how, reason) {
    halt();
    forget();
    began = null;
    const heading = room.querySelector("[data-screen=after] h1");
    if (!heading.dataset.done) heading.dataset.done = heading.textContent;
    heading.textContent = how === "stopped" ? heading.dataset.ended : heading.dataset.done;
    part("result").textContent = how === "stopped" ? fill(words.stopped_says, { reason: reason }) : fill(words.done_says, { title: session.title });
    if (how === "done" && wanted.beep) signals.beep(HIGH, 0.5);
    surefoot.log.begin(session.title, how);
    screen("after");
  }

  const does = {
    begin: begin, leave: leave, back: back, next: next, stop: ask,
    pause: function () { pause(paused === null); look(); },
    none: function () { screen("during"); pause(false); look(); },
    just_end: function () { finish("done", ""); },
  };
  room.addEventListener("click", function (event) {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.does) does[button.dataset.does]();
    if (button.dataset.reason) finish("stopped", button.dataset.reason);
  });
  document.addEventListener("visibilitychange", function () { if (timer !== null) look(); });
  // Who leaves the page finds the session where it was left.
  window.addEventListener("pagehide", function () { if (timer !== null) pause(true); });

  surefoot.follow = { open: open };
  const before = remembered();
  if (before) {
    choose(before.amount);
    began = before.began;
    paused = before.paused;
    wanted = before.wanted || wanted;
    run();
  }
})(window.Surefoot);
