// A chat client of the public interface (modules/user-message/README.md): it says everything with an id of its own until it
// is answered, takes the change that it waits for, and syncs when one comes out of turn or the connection was lost.
"use strict";
(() => {
  const page = one("[data-chat]");
  if (!page) return;
  const signIn = one("[data-sign-in]");
  const problem = one("[data-problem]");
  const text = one("#text");
  const rooms = new Map();
  const waiting = new Map();
  const online = new Map();
  let token, me, socket, active, mode, refs = 0, lastTyped = 0, tries = 0;

  const element = (name, className, content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (content !== undefined) made.textContent = content;
    return made;
  };
  const show = (message) => { problem.textContent = message ?? ""; problem.hidden = !message; };

  // What the platform is asked
  const http = async (method, path, body) => {
    const headers = { Accept: "application/json" };
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body) headers["Content-Type"] = "application/json";
    const got = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
    const answer = got.status === 204 ? {} : await got.json();
    if (!got.ok) throw Object.assign(new Error(answer.detail ?? got.statusText), { code: answer.code, status: got.status });
    return answer;
  };
  const call = (action, fields) => new Promise((resolve, reject) => {
    if (socket?.readyState !== WebSocket.OPEN) { reject(new Error("Not connected.")); return; }
    const ref = String(++refs);
    waiting.set(ref, { resolve, reject });
    socket.send(JSON.stringify({ action, ref, ...fields }));
  });

  // What a conversation is here
  const room = (view) => {
    const known = rooms.get(view.conversationId);
    if (known) { Object.assign(known.view, view); return known; }
    const fresh = { view, known: null, messages: new Map(), positions: new Map(), names: new Map(), typing: new Map(), sending: [], syncing: false, rows: new Map() };
    rooms.set(view.conversationId, fresh);
    return fresh;
  };
  const nameOf = (here, id) => (id === me ? "You" : here.names.get(id) ?? here.view.name ?? "Somebody");
  const keep = (here, message) => {
    const old = here.messages.get(message.number);
    if (!old || old.revision <= message.revision) here.messages.set(message.number, message);
    here.sending = here.sending.filter((mine) => mine.clientMessageId !== message.clientMessageId || message.senderId !== me);
    here.view.lastNumber = Math.max(here.view.lastNumber, message.number);
  };
  const move = (here, { memberId, read, delivered }) => {
    const old = here.positions.get(memberId) ?? { read: 0, delivered: 0 };
    here.positions.set(memberId, { read: Math.max(old.read, read), delivered: Math.max(old.delivered, delivered) });
    if (memberId === me) here.view.read = Math.max(here.view.read, read);
  };
  const apply = async (here, change) => {
    here.known = change.seq;
    if (change.message) {
      keep(here, change.message);
      here.typing.delete(change.by);
      if (change.kind === "SENT") {
        here.view.lastSentAt = change.at;
        move(here, { memberId: change.by, read: change.message.number, delivered: change.message.number });
        if (change.by !== me) acknowledge(here);
      }
    } else if ((change.kind === "MEMBER_REMOVED" || change.kind === "MEMBER_LEFT") && change.memberIds.includes(me)) {
      rooms.delete(here.view.conversationId);
      if (active === here) { active = undefined; one("[data-room]").hidden = true; }
    } else {
      await load(here.view.conversationId);
    }
  };
  const acknowledge = (here) => {
    here.acknowledging ??= setTimeout(() => {
      here.acknowledging = undefined;
      if (here.view.read < here.view.lastNumber && socket?.readyState === WebSocket.OPEN) {
        call("message.read", { conversationId: here.view.conversationId, delivered: here.view.lastNumber }).catch(() => {});
      }
    }, 300);
  };
  const load = async (id) => {
    const view = await http("GET", `/v1/conversations/${id}`);
    const here = room(view);
    view.members.forEach((member) => here.names.set(member.memberId, member.name));
    view.positions.forEach((position) => move(here, position));
    if (here.known === null) {
      const page = await http("GET", `/v1/conversations/${id}/messages?limit=100`);
      page.items.forEach((message) => keep(here, message));
      here.known ??= view.seq;
      // What was told meanwhile may be later than both answers.
      if (here.missed) { here.missed = false; await sync(here); }
    }
    return here;
  };
  const sync = async (here) => {
    if (here.known === null) return;
    // What came out of turn while it is asked for may be later than the answer: then it is asked again.
    if (here.syncing) { here.again = true; return; }
    here.syncing = true;
    try {
      for (let more = true; more || here.again;) {
        here.again = false;
        const gap = await call("sync", { conversationId: here.view.conversationId, after: here.known });
        for (const change of gap.changes) if (change.seq > here.known) await apply(here, change);
        here.known = Math.max(here.known, gap.upTo);
        gap.positions.forEach((position) => move(here, position));
        more = gap.more;
      }
    } finally {
      here.syncing = false;
    }
  };
  const told = async (frame) => {
    const here = rooms.get(frame.conversationId) ?? await load(frame.conversationId);
    if (here.known === null) { here.missed = true; return; }
    if (frame.change.seq <= here.known) return;
    if (frame.change.seq === here.known + 1) await apply(here, frame.change); else await sync(here);
  };

  // The connection, again and again
  const connect = async () => {
    state("warn", "connecting");
    try {
      const ticket = await http("POST", "/v1/chat/socket-tickets");
      const url = new URL(ticket.url);
      socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${url.pathname}${url.search}`);
      socket.onopen = begin;
      socket.onmessage = (event) => received(JSON.parse(event.data));
      socket.onclose = lost;
    } catch (failed) {
      if (failed.status === 401) { leave(); show("The session has ended; sign in again."); } else lost();
    }
  };
  const lost = () => {
    waiting.forEach(({ reject }) => reject(new Error("The connection was lost.")));
    waiting.clear();
    if (!token) return;
    state("bad", "not connected");
    setTimeout(connect, Math.min(10_000, 250 * 2 ** tries++) * (0.5 + Math.random() / 2));
  };
  const begin = async () => {
    tries = 0;
    state("ok", "connected");
    try {
      for (let cursor = ""; cursor !== undefined;) {
        const list = await http("GET", `/v1/conversations?limit=100${cursor && `&cursor=${cursor}`}`);
        for (const view of list.items) {
          const here = await load(view.conversationId);
          if (here.known !== view.seq) await sync(here);
        }
        cursor = list.nextCursor;
      }
      rooms.forEach((here) => here.sending.forEach((mine) => send(here, mine)));
      rooms.forEach(ask);
    } catch (failed) {
      show(failed.message);
    }
    draw();
  };
  const received = async (frame) => {
    const asked = waiting.get(frame.ref);
    if (asked) {
      waiting.delete(frame.ref);
      if (frame.type === "problem") asked.reject(Object.assign(new Error(frame.problem.detail), { code: frame.problem.code }));
      else asked.resolve(frame.body);
      return;
    }
    const here = rooms.get(frame.conversationId);
    if (frame.type === "change") await told(frame).catch(() => {});
    if (frame.type === "position" && here) move(here, frame);
    if (frame.type === "presence") online.set(frame.memberId, frame.online ? Date.now() + 3_600_000 : 0);
    if (frame.type === "member.typing" && here) {
      here.typing.set(frame.memberId, Date.now() + 5000);
      setTimeout(draw, 5100);
    }
    draw();
  };
  const ask = async (here) => {
    const answer = await http("GET", `/v1/conversations/${here.view.conversationId}/presence`).catch(() => undefined);
    if (answer) here.names.forEach((_, id) => online.set(id, answer.online.includes(id) ? Date.now() + 3_600_000 : 0));
    draw();
  };

  // What the member does
  const send = async (here, mine) => {
    try {
      keep(here, await call("message.send", { conversationId: here.view.conversationId, ...mine }));
    } catch (failed) {
      // Without a code nobody has answered: it is sent again, under the same id, when the connection is back.
      if (failed.code) { here.sending = here.sending.filter((other) => other !== mine); show(failed.message); }
    }
    draw();
  };
  const doing = (work) => work.then((message) => { show(); if (message?.number) keep(active, message); draw(); }, (failed) => show(failed.message));
  const seen = () => {
    if (!active || document.hidden || !document.hasFocus()) return;
    const last = active.view.lastNumber;
    if (last > active.view.read && socket?.readyState === WebSocket.OPEN) {
      active.view.read = last;
      call("message.read", { conversationId: active.view.conversationId, read: last }).catch(() => {});
    }
  };
  const open = (here) => {
    active = here;
    setMode();
    one("[data-room]").hidden = false;
    one("[data-said]").replaceChildren();
    here.rows.clear();
    draw();
    one("[data-said]").scrollTop = 1e9;
    text.focus();
    ask(here);
  };
  const setMode = (next, words) => {
    mode = next;
    one("[data-mode]").hidden = !next;
    one("[data-mode-text]").textContent = words ?? "";
  };
  const start = async (names) => {
    const members = await Promise.all(names.map((name) => http("GET", `/v1/members/${encodeURIComponent(name)}`)));
    const view = members.length === 1
      ? await http("PUT", `/v1/conversations/direct/${members[0].id}`)
      : await http("POST", "/v1/conversations", { name: names.join(", "), memberIds: members.map((member) => member.id) });
    const here = await load(view.conversationId);
    open(here);
  };

  // What is seen of it
  const state = (kind, words) => {
    const badge = one("[data-connection]");
    badge.className = `badge ${kind}`;
    badge.textContent = words;
  };
  const button = (label, name, act) => {
    const made = element("button", "quiet small", label);
    made.type = "button";
    made.setAttribute("aria-label", name);
    made.addEventListener("click", act);
    return made;
  };
  const others = (here) => [...here.positions].filter(([id]) => id !== me && here.names.has(id)).map(([, position]) => position);
  const fate = (here, message) => {
    const all = others(here);
    if (!all.length) return "sent";
    if (all.every((position) => position.read >= message.number)) return "read";
    return all.every((position) => position.delivered >= message.number) ? "delivered" : "sent";
  };
  const row = (here, message) => {
    const mine = message.senderId === me;
    const item = element("li", mine ? "mine" : "");
    const head = element("p", "by");
    head.append(element("b", "", nameOf(here, message.senderId)), " ");
    const time = element("time", "mute num", new Date(message.sentAt).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }));
    time.dateTime = message.sentAt;
    head.append(time);
    if (message.editedAt) head.append(" ", element("span", "mute", "edited"));
    if (mine && !message.deletedAt) head.append(" ", element("span", "mute fate", fate(here, message)));
    item.append(head);
    const answered = message.repliesTo && here.messages.get(message.repliesTo);
    if (message.repliesTo) item.append(element("p", "quote", answered?.text || "an earlier message"));
    item.append(element("p", message.deletedAt ? "words mute" : "words", message.deletedAt ? "This message was deleted." : message.text));
    if (message.deletedAt) return item;
    const tally = new Map();
    message.reactions.forEach(({ emoji }) => tally.set(emoji, (tally.get(emoji) ?? 0) + 1));
    const acts = element("p", "acts");
    tally.forEach((count, emoji) => acts.append(element("span", "tag", count > 1 ? `${emoji} ${count}` : emoji), " "));
    const at = { conversationId: here.view.conversationId, number: message.number };
    const own = message.reactions.find((reaction) => reaction.memberId === me);
    acts.append(button(own ? "Unlike" : "Like", own ? `Take your reaction away from: ${message.text}` : `React with thumbs up to: ${message.text}`, () => doing(call("message.react", own ? at : { ...at, emoji: "👍" }))));
    acts.append(button("Reply", `Reply to: ${message.text}`, () => { setMode({ repliesTo: message.number }, `Reply to “${message.text.slice(0, 80)}”`); text.focus(); }));
    if (mine) {
      acts.append(button("Edit", `Edit: ${message.text}`, () => { setMode({ edits: message.number }, "Edit your message"); text.value = message.text; text.focus(); }));
    }
    if (mine) acts.append(button("Delete", `Delete: ${message.text}`, () => { doing(call("message.delete", at)); one("[data-said]").focus(); }));
    item.append(acts);
    return item;
  };
  const drawMessages = (here) => {
    const list = one("[data-said]");
    const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
    const messages = [...here.messages.values()].sort((a, b) => a.number - b.number);
    const wanted = [
      ...messages.map((message) => [String(message.number), `${message.revision} ${fate(here, message)} ${nameOf(here, message.senderId)}`, () => row(here, message)]),
      ...here.sending.map((mine) => [mine.clientMessageId, "sending", () => {
        const item = element("li", "mine sending");
        item.append(element("p", "by mute", "sending…"), element("p", "words", mine.text));
        return item;
      }]),
    ];
    const keys = new Set(wanted.map(([key]) => key));
    here.rows.forEach((known, key) => { if (!keys.has(key)) { known.item.remove(); here.rows.delete(key); } });
    // Only what has changed is made anew, so that the keyboard stays where it is.
    wanted.forEach(([key, look, make], place) => {
      let known = here.rows.get(key);
      if (known?.look !== look) {
        const item = make();
        if (known) known.item.replaceWith(item);
        known = { look, item };
        here.rows.set(key, known);
      }
      if (list.children[place] !== known.item) list.insertBefore(known.item, list.children[place] ?? null);
    });
    if (isAtEnd) list.scrollTop = list.scrollHeight;
  };
  const draw = () => {
    const list = one("[data-rooms]");
    const sorted = [...rooms.values()].sort((a, b) => (b.view.lastSentAt ?? b.view.startedAt).localeCompare(a.view.lastSentAt ?? a.view.startedAt));
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.id : undefined;
    seen();
    list.replaceChildren(...sorted.map((here) => {
      const item = element("li");
      const choose = element("button", "quiet", here.view.name ?? "Somebody who is gone");
      choose.type = "button";
      if (here === active) choose.setAttribute("aria-current", "true");
      const unread = here.view.lastNumber - here.view.read;
      if (unread > 0) {
        choose.append(" ", element("span", "count", String(unread)));
        choose.lastChild.setAttribute("aria-label", `${unread} unread`);
      }
      choose.dataset.id = here.view.conversationId;
      item.append(choose);
      return item;
    }));
    if (focused) one(`[data-id="${CSS.escape(focused)}"]`, list)?.focus();
    one("[data-no-rooms]").hidden = rooms.size > 0;
    if (!active) return;
    one("[data-room-name]").textContent = active.view.name ?? "Somebody who is gone";
    const here = [...active.names.keys()].filter((id) => id !== me && (online.get(id) ?? 0) > Date.now());
    const badge = one("[data-presence]");
    badge.className = here.length ? "badge ok" : "badge";
    badge.textContent = active.view.kind === "DIRECT" ? (here.length ? "here" : "away") : `${here.length} of ${active.names.size - 1} here`;
    const typing = [...active.typing].filter(([, until]) => until > Date.now()).map(([id]) => nameOf(active, id));
    one("[data-typing]").textContent = typing.length ? `${typing.join(", ")} ${typing.length > 1 ? "are" : "is"} writing…` : "";
    drawMessages(active);
  };
  one("[data-rooms]").addEventListener("click", (event) => {
    const chosen = rooms.get(event.target.closest("button")?.dataset.id);
    if (chosen) open(chosen);
  });
  addEventListener("focus", draw);

  one("[data-write]").addEventListener("submit", (event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (!words || !active) return;
    show();
    if (mode?.edits) {
      doing(call("message.edit", { conversationId: active.view.conversationId, number: mode.edits, text: words }));
    } else {
      const mine = { clientMessageId: crypto.randomUUID(), text: words, ...(mode?.repliesTo && { repliesTo: mode.repliesTo }) };
      active.sending.push(mine);
      send(active, mine);
    }
    text.value = "";
    setMode();
    draw();
    one("[data-said]").scrollTop = 1e9;
  });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); text.form.requestSubmit(); }
    if (event.key === "Escape" && mode) { text.value = mode.edits ? "" : text.value; setMode(); }
  });
  text.addEventListener("input", () => {
    if (active && socket?.readyState === WebSocket.OPEN && Date.now() - lastTyped > 3000) {
      lastTyped = Date.now();
      socket.send(JSON.stringify({ action: "typing", conversationId: active.view.conversationId }));
    }
  });
  one("[data-cancel]").addEventListener("click", () => { if (mode?.edits) text.value = ""; setMode(); text.focus(); });
  one("[data-start]").addEventListener("submit", (event) => {
    event.preventDefault();
    const names = one("#peer").value.split(",").map((name) => name.trim()).filter(Boolean);
    start(names).then(() => { one("#peer").value = ""; show(); }, (failed) => show(failed.message));
  });

  // Who it is
  const enter = (accessToken) => {
    token = accessToken;
    me = JSON.parse(atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/"))).sub;
    signIn.hidden = true;
    page.hidden = false;
    one("[data-me]").textContent = sessionStorage.getItem("chat-who") ?? "";
    connect();
  };
  const leave = () => {
    token = undefined;
    socket?.close();
    sessionStorage.removeItem("chat-token");
    rooms.clear();
    active = undefined;
    one("[data-room]").hidden = true;
    signIn.hidden = false;
    page.hidden = true;
  };
  signIn.addEventListener("submit", async (event) => {
    event.preventDefault();
    show();
    try {
      const answer = await http("POST", "/v1/auth/signin", { email: one("#email").value, password: one("#password").value });
      if (!answer.accessToken) { show("This account asks for a second factor, which this page does not know."); return; }
      sessionStorage.setItem("chat-token", answer.accessToken);
      sessionStorage.setItem("chat-who", one("#email").value);
      one("#password").value = "";
      enter(answer.accessToken);
    } catch (failed) {
      show(failed.message);
    }
  });
  one("[data-sign-out]").addEventListener("click", leave);
  const kept = sessionStorage.getItem("chat-token");
  if (kept) enter(kept);
})();
