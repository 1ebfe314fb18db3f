// The inbox: a client of /v1/notifications and of its socket, as anybody could write one.
"use strict";
(() => {
  const one = (selector) => document.querySelector(selector);
  const list = one(".inbox");
  const show = (element, isShown) => { element.hidden = !isShown; };
  const PAGE = 20;
  const LONGEST_PAUSE = 30_000;

  let filter = "all";
  let cursor = null;
  let revision = -1;
  let socket = null;
  let pause = 500;
  let again = null;

  const token = () => sessionStorage.getItem("token") ?? "";

  class Refused extends Error {
    constructor(status, detail) { super(detail); this.status = status; }
  }

  const call = async (method, path, body) => {
    const headers = { Accept: "application/json" };
    if (token()) headers.Authorization = `Bearer ${token()}`;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    const answer = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    const said = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Refused(answer.status, said.detail ?? `The server answered ${answer.status}.`);
    return said;
  };

  const complain = (text) => {
    const problem = one("[data-problem]");
    problem.textContent = text ?? "";
    show(problem, Boolean(text));
  };

  // The count with the highest revision is the newest, whichever way it came and however late.
  const count = (said) => {
    if (said.revision < revision) return;
    revision = said.revision;
    const badge = one("[data-unread]");
    badge.textContent = `${said.unread} unread`;
    show(badge, true);
    document.title = `${said.unread > 0 ? `(${said.unread}) ` : ""}Inbox · TCTF console`;
  };

  const line = (notification) => {
    const item = document.createElement("li");
    item.dataset.id = notification.id;
    item.tabIndex = -1;
    const title = document.createElement("p");
    title.className = "title";
    title.textContent = notification.title;
    const about = document.createElement("p");
    about.className = "about";
    const category = document.createElement("span");
    category.textContent = notification.category.toLowerCase();
    const time = document.createElement("time");
    time.dateTime = notification.createdAt;
    time.textContent = new Date(notification.createdAt).toLocaleString();
    about.append(category, time);
    item.append(title, about);
    if (!notification.readAt) {
      item.className = "unread";
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet";
      button.textContent = "Mark as read";
      button.setAttribute("aria-label", `Mark as read: ${notification.title}`);
      item.append(button);
    }
    return item;
  };

  const of = (id) => [...list.children].find((item) => item.dataset.id === id);

  const markRead = (item) => {
    const button = item.querySelector("button");
    const hadFocus = button && document.activeElement === button;
    button?.remove();
    item.classList.remove("unread");
    if (hadFocus) focus(item);
    if (filter === "unread") {
      const next = item.nextElementSibling ?? item.previousElementSibling;
      const isHere = document.activeElement === item;
      item.remove();
      if (isHere && next) focus(next);
    }
    settle();
  };

  // One item is in the tab order: the one that was last gone to, or the first.
  const focus = (item) => {
    [...list.children].forEach((other) => { other.tabIndex = -1; });
    item.tabIndex = 0;
    item.focus();
  };

  const settle = () => {
    show(one("[data-nothing]"), list.children.length === 0);
    if (list.children.length > 0 && ![...list.children].some((item) => item.tabIndex === 0)) {
      list.children[0].tabIndex = 0;
    }
  };

  const load = async (isMore) => {
    const asked = filter;
    const query = new URLSearchParams({ filter, limit: PAGE });
    if (isMore && cursor) query.set("cursor", cursor);
    const said = await call("GET", `/v1/notifications?${query}`);
    if (asked !== filter) return;
    if (!isMore) list.replaceChildren();
    said.items.filter((notification) => !of(notification.id)).forEach((notification) => list.append(line(notification)));
    cursor = said.nextCursor ?? null;
    show(one("[data-more]"), cursor !== null);
    count(said);
    settle();
  };

  const state = (text, tone) => {
    const badge = one("[data-state]");
    badge.textContent = text;
    badge.className = `badge ${tone}`;
  };

  const hear = (news) => {
    if (news.type === "notification") {
      if (!of(news.notification.id)) list.prepend(line(news.notification));
      // Who sees it here need not be told on a device.
      if (document.visibilityState === "visible" && document.hasFocus()) {
        socket?.send(JSON.stringify({ action: "seen" }));
      }
      one("[data-told]").textContent = news.quiet ? "" : `New: ${news.notification.title}`;
    } else if (news.type === "unread") {
      news.read.map(of).filter(Boolean).forEach(markRead);
    } else {
      return;
    }
    count(news);
    settle();
  };

  const connect = async () => {
    clearTimeout(again);
    try {
      const ticket = new URL((await call("POST", "/v1/notifications/socket-tickets")).url);
      // The ticket names the public address; this console is on this machine.
      const here = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${ticket.pathname}${ticket.search}`;
      const opened = new WebSocket(here);
      socket = opened;
      opened.onopen = async () => {
        pause = 500;
        // What happened while nobody listened is in the list.
        await guarded(() => load(false));
        await guarded(() => call("POST", "/v1/notifications/seen"));
        state("Live", "ok");
      };
      opened.onmessage = (message) => hear(JSON.parse(message.data));
      opened.onclose = () => { if (socket === opened) later(); };
    } catch (failed) {
      if (failed instanceof Refused && failed.status === 401) signedOut("Your session has ended; sign in again.");
      else later();
    }
  };

  const later = () => {
    socket = null;
    state("Connecting", "warn");
    again = setTimeout(connect, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  };

  const guarded = async (work) => {
    try {
      await work();
      complain(null);
    } catch (failed) {
      if (failed instanceof Refused && failed.status === 401) signedOut("Your session has ended; sign in again.");
      else complain(failed.message);
    }
  };

  const signedOut = (why) => {
    sessionStorage.removeItem("token");
    clearTimeout(again);
    const open = socket;
    socket = null;
    open?.close();
    revision = -1;
    list.replaceChildren();
    show(one("[data-inbox]"), false);
    show(one("[data-unread]"), false);
    show(one("[data-sign-in]"), true);
    state("Connecting", "warn");
    document.dispatchEvent(new Event("inbox-signed-out"));
    complain(why);
  };

  const signedIn = async () => {
    show(one("[data-sign-in]"), false);
    show(one("[data-inbox]"), true);
    complain(null);
    document.dispatchEvent(new Event("inbox-signed-in"));
    await guarded(() => load(false));
    if (token()) await connect();
  };

  const readOne = (item) => guarded(async () => {
    const said = await call("POST", `/v1/notifications/${encodeURIComponent(item.dataset.id)}/read`);
    markRead(item);
    count(said);
  });

  const readAll = () => guarded(async () => {
    const said = await call("POST", "/v1/notifications/read", {});
    [...list.querySelectorAll(".unread")].forEach(markRead);
    count(said);
  });

  const choose = (chosen) => {
    filter = chosen;
    cursor = null;
    document.querySelectorAll("[data-filter]").forEach((button) =>
      button.setAttribute("aria-pressed", String(button.dataset.filter === chosen)));
    return guarded(() => load(false));
  };

  one("[data-sign-in]").addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    guarded(async () => {
      const said = await call("POST", "/v1/auth/signin", { email: form.email.value, password: form.password.value });
      if (!said.accessToken) throw new Refused(0, "This account has a second factor; put an access token into the API explorer of this tab.");
      sessionStorage.setItem("token", said.accessToken);
      form.reset();
      await signedIn();
    });
  });
  // The session ends, and with it what is pushed to this device for it.
  one("[data-sign-out]").addEventListener("click", () => guarded(async () => {
    await call("POST", "/v1/auth/signout");
    signedOut(null);
  }));
  one("[data-read-all]").addEventListener("click", readAll);
  one("[data-more]").addEventListener("click", () => guarded(() => load(true)));
  document.querySelectorAll("[data-filter]").forEach((button) =>
    button.addEventListener("click", () => choose(button.dataset.filter)));
  list.addEventListener("click", (event) => {
    if (event.target.closest("button")) readOne(event.target.closest("li"));
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (one("[data-inbox]").hidden) return;
    const items = [...list.children];
    const at = items.findIndex((item) => item.contains(document.activeElement));
    const isInList = at >= 0;
    const go = (to) => { if (items[to]) { event.preventDefault(); focus(items[to]); } };
    switch (event.key) {
      case "j": go(at + 1); break;
      case "k": go(Math.max(at - 1, 0)); break;
      case "ArrowDown": if (isInList) go(at + 1); break;
      case "ArrowUp": if (isInList) go(at - 1); break;
      case "r": if (isInList && items[at].classList.contains("unread")) readOne(items[at]); break;
      case "a": readAll(); break;
      case "u": choose(filter === "unread" ? "all" : "unread"); break;
      default:
    }
  });

  if (token()) signedIn();
  else show(one("[data-sign-in]"), true);
})();
