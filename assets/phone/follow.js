// Follow along: leads through a session by the clock. Where the time is now, there the session is, however long the
// phone was locked; nothing is counted in ticks. Who was away for long is asked where to go on. The session itself
// was worked out when the page was made; what is shown and heard of it stands in coach.js.
window.Surefoot = window.Surefoot || {};
(function (surefoot) {
  "use strict";
  const room = document.getElementById("follow"), source = document.getElementById("session");
  if (!room || !source) return;
  const session = JSON.parse(source.textContent), signals = surefoot.signals, resume = surefoot.resume;
  const words = JSON.parse(document.getElementById("follow-words").textContent);
  // Each text stands once, and blocks tell its place; what is nothing is left out, and the high end where it is the low one.
  if (!session.high) session.high = session.low;
  ["low", "high"].forEach(function (name) {
    session[name] = session[name].map(function (block) {
      function text(place) { return session.texts[place]; }
      function first(pair) { return [pair[0], text(pair[1])]; }
      return Object.assign({ set: 0, side: 0, n: 0 }, block, {
        word: text(block.word), say: text(block.say), what: text(block.what), small: (block.small || []).map(text),
        tips: (block.tips || []).map(first), beats: (block.beats || []).map(function (beat) { return [text(beat[0]), beat[1], beat[2]]; }),
      });
    });
  });
  const KEY = resume.KEY + session.id, SIGNALS = ["beep", "voice", "shake"];
  // Milliseconds from look to look. Seconds: after which a look came late, after which we ask, within which Back means
  // the part before, and which a rest can be longer. Pain over this is a sign to stop.
  const LOOK = 50, LATE = 1.5, AWAY = 60, AGAIN = 3, LONGER = 15, HIGH = 5;
  const coach = surefoot.coach(room, session, words);
  let amount = "low", course = null, wanted = { beep: true, voice: true, shake: true };
  let began = null, paused = null, timer = null, looked = 0, back_at = 0, before = null;

  function part(name) { return room.querySelector("[data-" + name + "]"); }
  const fill = coach.fill;
  function counts(block) { return block.k !== "ready" && block.k !== "change"; }
  function sum(list) { return list.reduce(function (total, block) { return total + block.s; }, 0); }
  function minutes(name) { return Math.max(1, Math.floor(sum(session[name].filter(counts)) / 60 + 0.5)); }

  // Where the session is, seconds from its begin.
  function position() { return paused !== null ? paused : (Date.now() - began) / 1000; }

  // Card and part at a time, in words.
  function where(seconds) {
    const block = course.parts[course.at(seconds)], said = [session.cards[block.c].title].concat(block.k === "ready" ? [] : block.small);
    return said.join(", ");
  }

  function remember() {
    const now = {
      id: session.id, title: session.title, page: location.pathname.split("/").pop(), where: where(position()), left: Date.now(),
      began: began, paused: paused, amount: amount, wanted: wanted, more: course.more, ran: course.ran, before: before,
    };
    try { sessionStorage.setItem(KEY, JSON.stringify(now)); } catch (error) { /* a closed page begins anew */ }
  }

  // --- screens ---

  function screen(name) {
    room.hidden = false;
    document.body.classList.add("following");
    document.body.classList.toggle("leading", name === "during");
    room.querySelectorAll("[data-screen]").forEach(function (one) { one.hidden = one.dataset.screen !== name; });
    const heading = room.querySelector("[data-screen=" + name + "] h1");
    window.scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }

  function hide() {
    room.hidden = true;
    document.body.classList.remove("following", "leading");
    resume.show();
  }

  function leave() {
    halt();
    began = null;
    resume.forget();
    hide();
    const button = document.querySelector("[data-follow]");
    if (button) button.focus();
  }

  // Stands still behind the page, which is shown again and says so.
  function suspend() {
    if (room.hidden) return;
    if (began !== null) pause(true);
    halt();
    hide();
  }

  function open() {
    part("title").textContent = session.title;
    part("need").textContent = session.need;
    const same = minutes("low") === minutes("high") && sum(session.low) === sum(session.high);
    room.querySelectorAll("[data-amount]").forEach(function (one) {
      one.textContent = fill(words[one.dataset.amount], { n: minutes(one.dataset.amount) });
    });
    room.querySelector("[name=amount]").closest("fieldset").hidden = same;
    SIGNALS.forEach(function (name) { room.querySelector("[name=" + name + "]").closest("label").hidden = !signals.has[name]; });
    room.querySelectorAll("[name=pain-now]").forEach(function (one) { one.checked = false; });
    painNow();
    screen("before");
  }

  function painNow() {
    const chosen = room.querySelector("[name=pain-now]:checked");
    before = chosen ? Number(chosen.value) : null;
    part("high-now").hidden = (before || 0) <= HIGH;
  }

  function begin() {
    amount = room.querySelector("[name=amount]:checked").value;
    SIGNALS.forEach(function (name) { wanted[name] = signals.has[name] && room.querySelector("[name=" + name + "]").checked; });
    signals.wake();
    resume.forget();
    course = surefoot.course(session[amount]);
    began = Date.now();
    paused = null;
    run();
  }

  function run() {
    looked = position();
    coach.begin(course, wanted, amount);
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
    const place = Math.min(course.whole, Math.max(0, to));
    if (paused !== null) paused = place; else began = Date.now() - place * 1000;
    looked = place;
    coach.jump();
    remember();
    look();
  }

  function pause(yes) {
    if (yes === (paused !== null)) return;
    if (yes) { paused = position(); signals.hush(); signals.letSleep(); }
    else { began = Date.now() - paused * 1000; looked = paused; paused = null; signals.wake(); signals.keepOn(); }
    told();
    remember();
  }

  function told() {
    room.querySelector("[data-screen=during] [data-does=pause]").textContent = paused !== null ? words.go_on : words.pause;
    coach.pause(paused !== null);
  }

  function back() {
    const now = position(), here = course.at(now);
    go(now - course.starts[here] > AGAIN ? course.starts[here] : course.starts[Math.max(0, here - 1)]);
  }
  function next() { const here = course.at(position()); go(here + 1 < course.parts.length ? course.starts[here + 1] : course.whole); }
  function longer() { course.add(course.at(position()), LONGER); remember(); look(); }

  function look() {
    if (began === null || timer === null) return;
    const now = position(), gone = now - looked;
    if (paused === null && gone > AWAY) { ask(now); return; }
    if (paused === null && gone > 0) course.run(looked, now);
    looked = now;
    if (now >= course.whole) { end(); return; }
    coach.show(now, gone > LATE);
  }

  // Nobody is said to have done what nobody saw: it goes on where it was last seen, or where the clock is.
  function ask(now) {
    const gone = Math.max(1, Math.floor((now - looked) / 60 + 0.5));
    back_at = now;
    paused = looked;
    halt();
    remember();
    told();
    part("away").textContent = fill(words.away, { n: gone });
    const on = room.querySelector("[data-does=here]"), skip = room.querySelector("[data-does=there]");
    on.textContent = fill(words.go_from, { where: where(paused) });
    skip.textContent = now < course.whole ? fill(words.skip_to, { where: where(now) }) : "";
    skip.hidden = now >= course.whole;
    screen("away");
  }

  function from(place) {
    paused = place;
    began = Date.now() - place * 1000;
    paused = null;
    signals.wake();
    run();
  }

  // --- stop, and the end ---

  function reasons() {
    pause(true);
    const list = part("reasons"), card = session.cards[course.parts[course.at(position())].c];
    list.replaceChildren.apply(list, card.stop.map(function (reason) {
      const line = document.createElement("li"), button = document.createElement("button");
      button.type = "button";
      button.textContent = reason[0];
      button.dataset.reason = reason[0];
      button.dataset.sort = reason[1];
      line.append(button);
      return line;
    }));
    screen("stop");
  }

  function end() {
    const found = course.tally();
    finish(found.did === found.of ? "done" : "ended", "", "");
  }

  function finish(how, reason, sort) {
    const found = course.tally(), card = session.cards[course.parts[course.at(position())].c];
    halt();
    began = null;
    resume.forget();
    const title = how === "done" ? words.done : how === "ended" ? words.ended : sort === "emergency" ? words.now : words.stopped;
    const heading = room.querySelector("[data-screen=after] h1");
    heading.textContent = heading.dataset.plain = title;
    heading.dataset.high = how === "done" ? words.ended : title;
    part("result").textContent = how === "done" ? fill(words.done_says, { title: session.title })
      : how === "ended" ? fill(found.cards ? words.ended_cards : words.ended_sets, { n: found.did, of: found.of })
      : fill(words.stopped_says, { reason: reason });
    const advice = how === "stopped" ? words["do_" + sort] || "" : "";
    part("advice").textContent = advice + (sort === "pain" && card.easier ? " " + fill(words.do_easier, { easier: card.easier }) : "");
    room.querySelector("[data-tiers]").open = how === "stopped" && sort !== "leg" && sort !== "pain";
    if (how === "done" && wanted.beep) signals.beep(1046, 0.5);
    const entry = { what: session.title, how: how, before: before, did: how === "done" ? null : found.did, of: how === "done" ? null : found.of, note: reason };
    surefoot.log.begin(entry, how === "stopped" || !found.none);
    screen("after");
  }

  const does = {
    begin: begin, leave: leave, back: back, next: next, stop: reasons, longer: longer, easier: coach.easier, "ready-now": next,
    pause: function () { pause(paused === null); look(); },
    none: function () { screen("during"); pause(false); look(); },
    just_end: end,
    here: function () { from(looked); },
    there: function () { from(back_at); },
    unlog: function () { surefoot.log.drop(); leave(); },
  };
  room.addEventListener("click", function (event) {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.does) does[button.dataset.does]();
    if (button.dataset.reason) finish("stopped", button.dataset.reason, button.dataset.sort);
  });
  room.addEventListener("change", function (event) {
    if (event.target.name === "pain-now") painNow();
    if (event.target.name !== "pain") return;
    const heading = room.querySelector("[data-screen=after] h1");
    heading.textContent = Number(event.target.value) > HIGH ? heading.dataset.high : heading.dataset.plain;
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== " " || !document.body.classList.contains("leading") || event.target.closest("button, a, input, summary")) return;
    event.preventDefault();
    does.pause();
  });
  document.addEventListener("visibilitychange", function () { look(); });
  // Who leaves the page finds the session where it was left.
  window.addEventListener("pagehide", function () { if (began !== null) pause(true); });
  // In one file the warning signs stand on the same page.
  document.querySelectorAll(".top a[href^='#'], .follow a[href='#help']").forEach(function (link) { link.addEventListener("click", suspend); });

  function again() {
    const found = resume.read(KEY);
    if (!found || !session[found.amount]) return false;
    amount = found.amount;
    course = surefoot.course(session[amount], found.more, found.ran);
    began = found.began;
    paused = found.paused !== null ? found.paused : position();
    wanted = found.wanted || wanted;
    before = found.before;
    return true;
  }
  // Ways in: from the start, on where it was left, standing still until a tap, as sound must, and to its end.
  surefoot.follow = {
    open: open,
    on: function () { if (again()) from(paused); },
    stand: function () { if (again()) run(); },
    end: function () { if (again()) end(); },
  };
})(window.Surefoot);
