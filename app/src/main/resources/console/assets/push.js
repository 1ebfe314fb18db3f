// "Notify me on this device": a client of /v1/push-key and /v1/push-subscriptions, as anybody could write one.
"use strict";
(() => {
  const part = document.querySelector("[data-push]");
  const button = part.querySelector("[data-push-button]");
  const said = part.querySelector("[data-push-said]");
  const WORKER = "/console/assets/push-worker.js";
  const SCOPE = "/console/inbox";

  // Every state has a name, words, and what the button does in it.
  const STATES = {
    unsupported: { text: "This browser cannot show notifications of a page that is closed.", button: null },
    insecure: { text: "Notifications need HTTPS, or this machine's own address (localhost, 127.0.0.1).", button: null },
    denied: { text: "Notifications are blocked for this page. Allow them in the browser's settings for this site, then reload.", button: null },
    off: { text: "You are not notified on this device while this page is closed.", button: "Notify me on this device" },
    working: { text: "One moment.", button: null },
    on: { text: "You are notified on this device.", button: "Stop" },
    failed: { text: "", button: "Try again" },
  };

  let state = "working";
  const become = (next, why) => {
    state = next;
    const known = STATES[next];
    part.dataset.push = next;
    said.textContent = why ?? known.text;
    button.hidden = known.button === null && next !== "working";
    // Not disabled: that would take the focus from whoever uses the keyboard.
    button.disabled = false;
    button.setAttribute("aria-busy", String(next === "working"));
    if (known.button) button.textContent = known.button;
  };

  const call = async (method, path, body) => {
    const headers = { Accept: "application/json", Authorization: `Bearer ${sessionStorage.getItem("token") ?? ""}` };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    const answer = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    const told = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(told.detail ?? `The server answered ${answer.status}.`);
    return told;
  };

  const worker = async () => {
    const registered = await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
    if (!registered.active) {
      const coming = registered.installing ?? registered.waiting;
      await new Promise((done, failed) => coming.addEventListener("statechange", () => {
        if (coming.state === "activated") done();
        if (coming.state === "redundant") failed(new Error("The service worker could not be installed; reload the page."));
      }));
    }
    return registered;
  };

  const deviceName = () => {
    const known = navigator.userAgentData;
    const brand = known?.brands.map((one) => one.brand).find((one) => !/not.?a.?brand|chromium/i.test(one)) ?? "Browser";
    return `${brand} on ${known?.platform || navigator.platform || "a device"}`.slice(0, 60);
  };

  const register = async (subscription) => {
    const registered = await call("POST", "/v1/push-subscriptions", { ...subscription.toJSON(), device: deviceName() });
    localStorage.setItem("push-subscription", registered.id);
  };

  const start = async () => {
    become("working");
    if (await Notification.requestPermission() !== "granted") {
      become(Notification.permission === "denied" ? "denied" : "off");
      return;
    }
    const registered = await worker();
    const key = (await call("GET", "/v1/push-key")).publicKey;
    let subscription = await registered.pushManager.getSubscription();
    subscription ??= await registered.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    await register(subscription);
    become("on");
  };

  const stop = async () => {
    become("working");
    const registered = await navigator.serviceWorker.getRegistration(SCOPE);
    const subscription = await registered?.pushManager.getSubscription();
    const id = localStorage.getItem("push-subscription");
    // First here: whatever the server says, this device is quiet then.
    await subscription?.unsubscribe();
    if (id) await call("DELETE", `/v1/push-subscriptions/${encodeURIComponent(id)}`).catch((failed) => {
      if (!/no push subscription/.test(failed.message)) throw failed;
    });
    localStorage.removeItem("push-subscription");
    become("off");
  };

  const tell = async (work) => {
    try {
      await work();
    } catch (failed) {
      become("failed", failed.name === "AbortError"
        ? "The browser could not reach its push service. Check the connection, and that the browser may use one."
        : `It did not work: ${failed.message}`);
    }
  };

  // Only who is signed in can be notified; the inbox says when.
  const look = () => tell(async () => {
    if (!window.isSecureContext) return become("insecure");
    if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) return become("unsupported");
    if (Notification.permission === "denied") return become("denied");
    const registered = await navigator.serviceWorker.getRegistration(SCOPE);
    const subscription = await registered?.pushManager.getSubscription();
    if (!subscription) return become("off");
    // Somebody else may have been notified here before: now it is who sits here.
    await register(subscription);
    return become("on");
  });

  button.addEventListener("click", () => {
    if (state !== "working") tell(state === "on" ? stop : start);
  });
  document.addEventListener("inbox-signed-in", look);
  document.addEventListener("inbox-signed-out", () => become("working"));
})();
