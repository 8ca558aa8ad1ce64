// What a phone can do to be heard and felt: beeps, a voice, vibration, and a screen that stays on.
// Each does nothing where the phone does not have it.
window.Surefoot = window.Surefoot || {};
(function (surefoot) {
  "use strict";
  const Sound = window.AudioContext || window.webkitAudioContext;
  let context = null, lock = null, awake = false;

  // Sound begins with a tap, or not at all.
  function wake() {
    try {
      if (Sound && !context) context = new Sound();
      if (context && context.state === "suspended") context.resume();
    } catch (error) { context = null; }
    return context;
  }

  // A short tone, at a time of the sound's own clock or now.
  function beep(pitch, length, at) {
    if (!wake()) return false;
    try {
      const tone = context.createOscillator(), volume = context.createGain();
      const start = at || context.currentTime;
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.0001, start);
      volume.gain.exponentialRampToValueAtTime(0.4, start + 0.01);
      volume.gain.exponentialRampToValueAtTime(0.0001, start + length);
      tone.connect(volume).connect(context.destination);
      tone.start(start);
      tone.stop(start + length + 0.02);
      return true;
    } catch (error) { return false; }
  }

  function speak(text, language) {
    if (!("speechSynthesis" in window) || !text) return;
    try {
      window.speechSynthesis.cancel();
      const said = new SpeechSynthesisUtterance(text);
      said.lang = language;
      window.speechSynthesis.speak(said);
    } catch (error) { /* it stays silent */ }
  }

  function hush() {
    try { if ("speechSynthesis" in window) window.speechSynthesis.cancel(); } catch (error) { /* it is silent */ }
  }

  function shake(pattern) {
    try { if (navigator.vibrate) navigator.vibrate(pattern); } catch (error) { /* it lies still */ }
  }

  function keepOn() {
    awake = true;
    if (!("wakeLock" in navigator) || document.visibilityState !== "visible") return;
    navigator.wakeLock.request("screen").then(function (found) {
      if (awake) lock = found; else found.release();
    }).catch(function () { /* the phone wants to save power */ });
  }

  function letSleep() {
    awake = false;
    if (lock) { lock.release().catch(function () {}); lock = null; }
  }

  // A phone lets go of the screen when the page is hidden.
  document.addEventListener("visibilitychange", function () {
    if (awake && document.visibilityState === "visible") keepOn();
  });

  surefoot.signals = {
    wake: wake, beep: beep, speak: speak, hush: hush, shake: shake, keepOn: keepOn, letSleep: letSleep,
    has: { beep: Boolean(Sound), voice: "speechSynthesis" in window, shake: "vibrate" in navigator },
  };
})(window.Surefoot);
