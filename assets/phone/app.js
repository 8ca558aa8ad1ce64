// Keeps the site on the device when it is served; opened as a file it is there already.
(function () {
  "use strict";
  if ("serviceWorker" in navigator && /^https?:$/.test(location.protocol)) {
    navigator.serviceWorker.register("sw.js").catch(function () {
      // Without it the page works as long as there is a network.
    });
  }
})();
