// Beats for steps. The sound's own clock sets them, a little ahead, so that a busy page does not make them stumble.
(function () {
  "use strict";
  const box = document.querySelector("[data-metronome]");
  if (!box) return;
  const signals = window.Surefoot.signals;
  const words = JSON.parse(document.getElementById("steps-words").textContent);
  const rate = document.getElementById("rate"), button = box.querySelector("[data-beat]");
  const dot = box.querySelector("[data-dot]"), told = box.querySelector("[data-told]");
  const AHEAD = 0.2, LOOK = 50, TAPS = 8, PAUSE = 2000;
  let timer = null, next = 0, foot = 0, taps = [];

  function within(value) { return Math.min(Number(rate.max), Math.max(Number(rate.min), Math.round(value))); }
  function set(value) { rate.value = String(within(value)); }
  function clock() { const sound = signals.wake(); return sound && sound.state === "running" ? sound.currentTime : Date.now() / 1000; }

  function show() {
    foot = 1 - foot;
    dot.classList.toggle("left", foot === 1);
  }

  function plan() {
    const now = clock(), sound = signals.wake(), heard = sound && sound.state === "running";
    if (next < now - 1 || next > now + 2) next = now + 0.05; // the page slept, or the sound woke
    while (next < now + AHEAD) {
      if (heard) signals.beep(880, 0.06, next);
      setTimeout(show, Math.max(0, (next - now) * 1000));
      next += 60 / within(Number(rate.value) || 170);
    }
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    button.textContent = words.start;
    signals.letSleep();
  }

  button.addEventListener("click", function () {
    if (timer !== null) { stop(); return; }
    set(Number(rate.value) || 170);
    next = 0;
    told.textContent = signals.has.beep ? "" : words.silent;
    signals.keepOn();
    plan();
    timer = setInterval(plan, LOOK);
    button.textContent = words.stop;
  });

  box.addEventListener("click", function (event) {
    const by = event.target.closest("[data-by]");
    if (by) set((Number(rate.value) || 170) + Number(by.dataset.by));
  });

  // Eight steps tell how quick somebody is.
  box.querySelector("[data-tap]").addEventListener("click", function () {
    const now = Date.now();
    if (taps.length && now - taps[taps.length - 1] > PAUSE) taps = [];
    taps.push(now);
    taps = taps.slice(-TAPS);
    if (taps.length < 4) { told.textContent = words.tap_more; return; }
    const found = Math.round(60000 * (taps.length - 1) / (now - taps[0]));
    const more = Math.floor(found * words.gentle + 0.5), most = Math.floor(found * words.most + 0.5);
    told.textContent = words.tapped.replace("{n}", found).replace("{try}", more).replace("{most}", most);
    set(more);
  });

  box.hidden = false;
})();
