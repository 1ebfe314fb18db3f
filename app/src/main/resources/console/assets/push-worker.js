// Shows what is pushed, and leads to the inbox. It knows no token and keeps nothing.
"use strict";
const INBOX = "/console/inbox";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  let told = {};
  try {
    told = event.data?.json() ?? {};
  } catch {
    // A browser wants something shown for each push, whatever came.
  }
  event.waitUntil(self.registration.showNotification(told.title ?? "TCTF", {
    body: told.body ?? "",
    lang: told.lang ?? "en",
    tag: told.tag ?? "tctf",
    renotify: true,
    icon: "/console/assets/icon.svg",
  }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil((async () => {
    const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const open = windows.find((one) => new URL(one.url).pathname === INBOX);
    return open ? open.focus() : self.clients.openWindow(INBOX);
  })());
});
