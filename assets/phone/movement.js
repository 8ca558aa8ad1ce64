// Pictures that move: the frames of a card one after another, each as long as the card says.
// Where less motion is asked for, frames stand side by side, as they do without scripts.
window.Surefoot = window.Surefoot || {};
(function (surefoot) {
  "use strict";
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");

  // The frame that a track shows so many seconds after it began; it goes round for ever.
  function frameAt(track, seconds) {
    const whole = track.reduce(function (sum, shot) { return sum + shot[1]; }, 0);
    let left = whole > 0 ? seconds % whole : 0;
    for (const shot of track) {
      if (left < shot[1]) return shot[0];
      left -= shot[1];
    }
    return track.length ? track[track.length - 1][0] : 0;
  }

  // Shows one frame of a picture, or all of them for null.
  function show(picture, frame) {
    const moves = frame !== null && !still.matches;
    picture.classList.toggle("moving", moves);
    picture.querySelectorAll(".frame").forEach(function (one, place) {
      one.classList.toggle("shown", moves && place === frame);
    });
  }

  surefoot.movement = { frameAt: frameAt, show: show };

  document.querySelectorAll(".picture[data-track]").forEach(function (picture) {
    const button = picture.querySelector("[data-play]");
    if (!button) return;
    const track = JSON.parse(picture.dataset.track);
    let began = null, timer = null;
    function stop() {
      clearInterval(timer);
      began = null;
      show(picture, null);
      button.textContent = button.dataset.play;
    }
    button.hidden = still.matches;
    still.addEventListener("change", function () { stop(); button.hidden = still.matches; });
    button.addEventListener("click", function () {
      if (began !== null) { stop(); return; }
      began = Date.now();
      button.textContent = button.dataset.still;
      show(picture, frameAt(track, 0));
      timer = setInterval(function () { show(picture, frameAt(track, (Date.now() - began) / 1000)); }, 50);
    });
  });
})(window.Surefoot);
