// Keeps every file of the site, each checked by its hash, so that it opens without a network.
// Nothing else is ever fetched. The name of the cache changes with any file.
"use strict";
const CACHE = "@CACHE@";
const FILES = "@FILES@";

self.addEventListener("install", function (event) {
  event.waitUntil(
    caches.open(CACHE).then(function (cache) {
      return cache.addAll(
        FILES.map(function (file) {
          return new Request(file[0], { integrity: file[1], cache: "reload" });
        })
      );
    })
  );
});

self.addEventListener("activate", function (event) {
  event.waitUntil(
    caches.keys().then(function (names) {
      const old = names.filter(function (name) {
        return name.startsWith("surefoot-") && name !== CACHE;
      });
      return Promise.all(old.map(function (name) { return caches.delete(name); }));
    }).then(function () { return self.clients.claim(); })
  );
});

self.addEventListener("fetch", function (event) {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  const wanted = url.pathname.endsWith("/") ? new URL("index.html", url).href : url.origin + url.pathname;
  event.respondWith(
    caches.open(CACHE).then(function (cache) {
      return cache.match(wanted).then(function (kept) { return kept || fetch(event.request); });
    })
  );
});
