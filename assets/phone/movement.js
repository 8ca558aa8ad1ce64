// Pictures that move: a film of the card where there is one, else its frames one after another, each as long as the
// card says. Where less motion is asked for, frames stand side by side, as they do without scripts.
window.Surefoot = window.Surefoot || {};
(function (surefoot) {
  "use strict";
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const SVG = "http://www.w3.org/2000/svg", TAKES = { m: 2, l: 2, q: 4, c: 6, z: 0 }, LONG = 255, KEY = "surefoot-still";
  const films = {}; // by card: what was unpacked, or will be

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

  // --- Films: packed in a script beside the page, or in the page itself. See publisher/phone/reel.py. ---

  function packed(card) {
    const here = document.getElementById("film-" + card);
    if (here) return Promise.resolve(JSON.parse(here.textContent));
    return new Promise(function (done, failed) {
      const script = document.createElement("script");
      script.src = "film." + card + ".js";
      script.onload = function () { done(surefoot.films[card]); };
      script.onerror = failed;
      document.head.append(script);
    });
  }

  function unpacked(film) {
    const bytes = Uint8Array.from(atob(film.ink), function (one) { return one.charCodeAt(0); });
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(plain).arrayBuffer().then(function (buffer) {
      const all = new Uint8Array(buffer), end = all.indexOf(0);
      let at = end + 1;
      function number() {
        let coded = all[at];
        at += 1;
        if (coded === LONG) { coded += (all[at] << 8) + all[at + 1]; at += 2; }
        return coded % 2 ? -(coded + 1) / 2 : coded / 2;
      }
      function mark(letters) {
        const look = film.looks[number()];
        let path = "";
        for (const letter of letters) {
          path += letter;
          for (let n = 0; n < TAKES[letter]; n += 1) path += " " + number();
        }
        return [look, path];
      }
      film.pictures = new TextDecoder().decode(all.subarray(0, end)).split("\n").map(function (line) {
        return line.split(" ").map(mark);
      });
      return film;
    });
  }

  function filmOf(card) {
    if (!films[card]) films[card] = packed(card).then(unpacked);
    return films[card];
  }

  function element(name, values) {
    const one = document.createElementNS(SVG, name);
    Object.keys(values).forEach(function (key) { if (values[key]) one.setAttribute(key, values[key]); });
    return one;
  }

  function drawn(mark) {
    const look = mark[0];
    return element("path", { d: mark[1], fill: look[0] || "none", stroke: look[1], "stroke-width": look[2], "fill-rule": look[3] ? "evenodd" : "" });
  }

  function hasFilm(picture) { return Boolean(picture.dataset.film) && "DecompressionStream" in window; }

  function group(film, marks) {
    const one = element("g", { transform: "scale(" + film.times + ")" });
    one.append.apply(one, marks.map(drawn));
    return one;
  }

  // Seen from high above, nothing stands on a line.
  function bare(picture) { return "bare" in picture.dataset; }
  function ground(room) { return element("path", { d: "M" + (room[0] - room[2]) + " 0H" + (room[0] + 2 * room[2]), "class": "soil" }); }

  // Where nothing is to move and no frames stand on the page: the pictures with which the parts of the rep begin.
  function lay(picture) {
    const list = picture.querySelector(".frames"), room = picture.dataset.room;
    filmOf(picture.dataset.film).then(function (film) {
      const starts = film.parts.map(function (part, number) { return film.shots.find(function (shot) { return shot[2] === number; })[0]; });
      Array.from(new Set(starts)).forEach(function (place) {
        const item = document.createElement("li"), svg = element("svg", { viewBox: room, "aria-hidden": "true" });
        item.className = "frame";
        if (!bare(picture)) svg.append(ground(room.split(" ").map(Number)));
        svg.append(group(film, film.pictures[place]));
        item.append(svg);
        list.append(item);
      });
    }).catch(function () { /* the words lead alone */ });
  }

  // A stage with the film of a picture, if it has one: the first frame stands there until the film has come.
  // `show` takes the number of a picture; `ready` gives the film, or fails where it cannot be had.
  function stage(picture) {
    if (!hasFilm(picture)) return null;
    const first = picture.querySelector(".frame svg");
    if (still.matches) {
      if (!first) lay(picture);
      return null;
    }
    const box = document.createElement("div"), room = picture.dataset.room.split(" ").map(Number);
    const svg = element("svg", { viewBox: picture.dataset.room, "aria-hidden": "true" });
    const drawn = first && first.querySelector(".soil"), soil = drawn ? drawn.cloneNode() : null;
    let groups = [], shown = -1;
    box.className = "film";
    if (first) svg.append.apply(svg, Array.from(first.cloneNode(true).childNodes).slice(drawn ? 1 : 0));
    if (!bare(picture)) svg.prepend(soil || ground(room));
    if (soil) soil.setAttribute("d", ground(room).getAttribute("d"));
    box.append(svg);
    picture.prepend(box);
    picture.classList.add("filmed");
    function strike() { box.remove(); picture.classList.remove("filmed"); }
    function turn(place) {
      if (place === shown || !groups.length) return;
      if (shown >= 0) groups[shown].setAttribute("display", "none");
      groups[place].removeAttribute("display");
      shown = place;
    }
    const ready = filmOf(picture.dataset.film).then(function (film) {
      groups = film.pictures.map(function (marks) {
        const one = group(film, marks);
        one.setAttribute("display", "none");
        return one;
      });
      svg.replaceChildren.apply(svg, [svg.firstChild].concat(groups));
      turn(0);
      return film;
    });
    ready.catch(strike);
    return { box: box, ready: ready, show: turn, strike: strike };
  }

  surefoot.movement = { frameAt: frameAt, show: show, stage: stage };

  // --- Pictures on a page ---

  // What goes on now, under the film: a ring that fills, the part of the rep, and the seconds of a hold.
  function telling() {
    const line = document.createElement("p"), words = document.createElement("span");
    const svg = element("svg", { viewBox: "-10 -10 20 20", "class": "ring" });
    const full = element("circle", { r: "7.5", pathLength: "100", "class": "full", "stroke-dasharray": "0 200" });
    svg.append(element("circle", { r: "7.5" }), full);
    line.className = "beat";
    line.setAttribute("aria-hidden", "true");
    line.append(svg, words);
    return { line: line, tell: function (part, share) {
      full.setAttribute("stroke-dasharray", Math.round(100 * share) + " 200");
      words.textContent = part[0] + (part[1] ? " " + Math.max(1, Math.ceil(share * part[1] - 0.001)) : "");
    } };
  }

  // Which shot of a film is on, how far its part has come with it, and milliseconds until the next one.
  function shotAt(film, milliseconds) {
    const whole = film.shots.reduce(function (sum, shot) { return sum + shot[1]; }, 0);
    let left = (milliseconds / 10) % whole, here = 0;
    while (left >= film.shots[here][1]) { left -= film.shots[here][1]; here += 1; }
    const part = film.shots[here][2];
    let done = 0, all = 0;
    film.shots.forEach(function (shot, place) {
      if (shot[2] !== part) return;
      all += shot[1];
      if (place <= here) done += shot[1];
    });
    return { picture: film.shots[here][0], part: part, share: done / all, next: 10 * (film.shots[here][1] - left) };
  }

  function keptStill() { try { return localStorage.getItem(KEY) === "yes"; } catch (error) { return false; } }
  function keepStill(yes) {
    try { if (yes) localStorage.setItem(KEY, "yes"); else localStorage.removeItem(KEY); } catch (error) { /* it is asked again */ }
  }

  function player(picture, button) {
    const track = JSON.parse(picture.dataset.track), moves = track.length > 1 || hasFilm(picture);
    let set = null, film = null, told = null, timer = null, began = null, wanted = false, seen = false;

    function tick() {
      const since = Date.now() - began;
      if (film) {
        const now = shotAt(film, since);
        set.show(now.picture);
        told.tell(film.parts[now.part], now.share);
        timer = setTimeout(tick, Math.max(10, now.next));
      } else {
        show(picture, frameAt(track, since / 1000));
        timer = setTimeout(tick, 50);
      }
    }
    function halt() { clearTimeout(timer); timer = null; }
    // It goes on where it was when it comes into view again.
    function turn() {
      const goes = wanted && seen && (film !== null || set === null);
      if (goes && timer === null) { if (began === null) began = Date.now(); tick(); }
      if (!goes) halt();
    }
    function start() {
      wanted = true;
      button.textContent = button.dataset.still;
      set = stage(picture);
      if (!set) { turn(); return; }
      const mine = set;
      told = telling();
      set.box.append(told.line);
      set.ready.then(function (found) {
        if (set !== mine) return;
        film = found;
        began = null;
        turn();
      }, function () { if (set === mine) { set = null; turn(); } });
    }
    function stop() {
      wanted = false;
      halt();
      began = null;
      if (set) set.strike();
      set = film = told = null;
      show(picture, null);
      button.textContent = button.dataset.play;
    }
    button.addEventListener("click", function () {
      keepStill(wanted);
      seen = true;
      if (wanted) stop(); else start();
    });
    still.addEventListener("change", function () { stop(); button.hidden = still.matches || !moves; });
    button.hidden = still.matches || !moves;
    // Films begin by themselves, as far as they are seen, until somebody says that pictures are to stand.
    if (!still.matches && hasFilm(picture) && !keptStill()) start();
    new IntersectionObserver(function (found) {
      seen = found[found.length - 1].isIntersecting;
      turn();
    }).observe(picture);
  }

  document.querySelectorAll(".picture[data-track]").forEach(function (picture) {
    const button = picture.querySelector("[data-play]");
    if (button) player(picture, button);
  });
})(window.Surefoot);
