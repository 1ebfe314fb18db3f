// The console's one script. Every page works without it; it adds what only a script can: live counters, sending
// requests, copying, and pages that refresh while something is still under way.
"use strict";

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => within.querySelector(selector);
const thin = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, "\u202f");

// Copy buttons
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  const label = button.textContent;
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = label; }, 1500);
});

// Selects that need no second press
all("select[data-submit]").forEach((select) => select.addEventListener("change", () => select.form.submit()));

// Lists that are filtered while typing
all("[data-filter]").forEach((input) => input.addEventListener("input", () => {
  const words = input.value.toLowerCase().split(/\s+/);
  all(input.dataset.filter).forEach((item) => {
    item.hidden = !words.every((word) => item.textContent.toLowerCase().includes(word));
  });
  all("details", input.parentElement).forEach((group) => {
    group.hidden = all("li", group).every((item) => item.hidden);
    if (input.value) group.open = true;
  });
}));

// A page about something that is still under way fetches itself again until it is over
const refresh = async () => {
  const main = one("main[data-refresh]");
  if (!main) return;
  if (!document.hidden && !main.contains(document.activeElement)) {
    const open = all("details", main).map((details) => details.open);
    const answer = await fetch(location.href);
    const fresh = one("main", new DOMParser().parseFromString(await answer.text(), "text/html"));
    all("details", fresh).forEach((details, i) => { if (open[i]) details.open = true; });
    main.replaceWith(fresh);
  }
  setTimeout(refresh, 1000 * (Number(main.dataset.refresh) || 2));
};
if (one("main[data-refresh]")) setTimeout(refresh, 1500);

// The flow graph: counters, pulses, and the lines of the node that is pointed at
const graph = one("svg[data-live]");
if (graph) {
  const state = one("[data-live-state]");
  const failures = {};
  const pulse = (element) => {
    element.classList.remove("pulse");
    void element.getBoundingClientRect();
    element.classList.add("pulse");
  };
  const show = (key, count, isFirst) => {
    const [kind, name] = [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)];
    const nodeKey = kind === "failed" || kind === "dead" ? `queue:${name}` : key;
    const node = one(`[data-node="${CSS.escape(nodeKey)}"]`, graph);
    if (!node) return;
    if (nodeKey !== key) {
      (failures[name] ??= {})[kind] = count;
    } else {
      node.dataset.done = count;
    }
    const trouble = failures[name] ?? {};
    const words = [];
    if (Number(node.dataset.done)) words.push(thin(node.dataset.done));
    if (trouble.failed) words.push(`${thin(trouble.failed)}✗`);
    if (trouble.dead) words.push(`${thin(trouble.dead)}†`);
    const label = one("[data-count]", node);
    label.textContent = words.join(" · ");
    label.classList.toggle("bad", Boolean(trouble.failed || trouble.dead));
    if (!isFirst) {
      pulse(node);
      all(`.edge[data-to="${CSS.escape(nodeKey)}"]`, graph).forEach(pulse);
    }
  };
  let isFirst = true;
  const live = new EventSource("/console/api/live");
  live.onopen = () => { state.textContent = "Live"; state.classList.add("on"); isFirst = true; };
  live.onerror = () => { state.textContent = "Not connected; trying again"; state.classList.remove("on"); };
  live.onmessage = (message) => {
    Object.entries(JSON.parse(message.data)).forEach(([key, count]) => show(key, count, isFirst));
    isFirst = false;
  };
  addEventListener("pagehide", () => live.close());
  const pick = (event) => {
    const node = event.target.closest?.("[data-node]");
    graph.classList.toggle("picking", Boolean(node));
    all(".edge", graph).forEach((edge) => edge.classList.toggle("picked",
      Boolean(node) && (edge.dataset.from === node.dataset.node || edge.dataset.to === node.dataset.node)));
  };
  ["mouseover", "focusin", "mouseleave", "focusout"].forEach((name) => graph.addEventListener(name, pick));
}

// The API explorer
const explorer = one("form[data-explorer]");
if (explorer) {
  const token = one("[data-token]", explorer);
  const key = one("[data-key]", explorer);
  const status = one("[data-status]", explorer);
  const answer = one(".answer");
  token.value = sessionStorage.getItem("token") ?? "";
  token.addEventListener("input", () => sessionStorage.setItem("token", token.value));
  one("[data-new-key]", explorer)?.addEventListener("click", () => { key.value = crypto.randomUUID(); });

  const request = () => {
    const method = explorer.dataset.method;
    let path = explorer.dataset.path;
    const query = new URLSearchParams();
    const headers = { Accept: "application/json" };
    all("[data-parameter]", explorer).filter((input) => input.value).forEach((input) => {
      if (input.dataset.parameter === "path") path = path.replace(`{${input.name}}`, encodeURIComponent(input.value));
      if (input.dataset.parameter === "query") query.append(input.name, input.value);
      if (input.dataset.parameter === "header") headers[input.name] = input.value;
    });
    if (token.value) headers.Authorization = `Bearer ${token.value}`;
    if (key?.value) headers["Idempotency-Key"] = key.value;
    const body = one("textarea", explorer)?.value;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    return { url: path + (query.size ? `?${query}` : ""), method, headers, body };
  };

  const pretty = (text) => {
    try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
  };

  const accessToken = (text) => {
    try { return JSON.parse(text).accessToken; } catch { return undefined; }
  };

  explorer.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { url, ...rest } = request();
    status.textContent = "Sending…";
    const began = performance.now();
    try {
      const got = await fetch(url, rest);
      const text = await got.text();
      const badge = one("[data-answer-status]");
      badge.textContent = `${got.status} ${got.statusText}`.trim();
      badge.className = `badge ${got.status < 400 ? "ok" : got.status < 500 ? "warn" : "bad"}`;
      one("[data-answer-took]").textContent = `${(performance.now() - began).toFixed(0)} ms`;
      one("[data-answer-body]").textContent = text ? pretty(text) : "(no body)";
      one("[data-answer-headers]").textContent = [...got.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
      const flow = one("[data-answer-flow]");
      const id = got.headers.get("X-Correlation-ID");
      flow.hidden = !id;
      flow.href = `/console/flows/${id}`;
      const use = one("[data-use-token]");
      use.hidden = !accessToken(text);
      use.onclick = () => { token.value = accessToken(text); sessionStorage.setItem("token", token.value); use.hidden = true; };
      answer.hidden = false;
      status.textContent = "";
      answer.scrollIntoView({ block: "nearest" });
    } catch (failed) {
      status.textContent = `Not sent: ${failed.message}`;
    }
  });

  one("[data-curl]", explorer).addEventListener("click", async () => {
    const { url, method, headers, body } = request();
    const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
    const parts = [`curl -X ${method} ${quoted(location.origin + url)}`];
    Object.entries(headers).forEach(([name, value]) => parts.push(`-H ${quoted(`${name}: ${value}`)}`));
    if (body !== undefined) parts.push(`-d ${quoted(body)}`);
    await navigator.clipboard.writeText(parts.join(" \\\n  "));
    status.textContent = "Copied";
  });
}
