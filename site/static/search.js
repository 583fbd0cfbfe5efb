// The search page: an index of this site, read in the browser. What is looked for goes nowhere.
"use strict";
(() => {
  const form = document.querySelector("form.search");
  // The room of a form with an index is kept free until it is there. From a disk no module may be read, and without an
  // index there is nothing to search.
  const unable = () => form.removeAttribute("data-index");
  if (!form.dataset.index || location.protocol === "file:") return unable();
  const PAGE = 20, PAUSE = 180;
  const query = form.querySelector("input"), found = document.getElementById("found");
  const list = document.getElementById("results"), more = document.getElementById("more");
  const number = value => value.toLocaleString("en-US");
  const label = (of, value) => {
    const told = document.getElementById(of).content.querySelector(`[data-value="${CSS.escape(value || "")}"]`);
    return told ? told.textContent : "";
  };
  const made = (name, words, kind) => {
    const element = document.createElement(name);
    element.textContent = words || "";
    if (kind) element.className = kind;
    return element;
  };

  // Marked-up words of a result: only text and <mark> are taken over.
  const excerpt = html => {
    const quote = made("p", "", "excerpt");
    quote.lang = "en";
    for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes)
      quote.append(node.nodeName === "MARK" ? made("mark", node.textContent) : node.textContent);
    return quote;
  };

  const row = result => {
    const item = made("li"), head = made("p", "", "what"), link = made("a", result.meta.title);
    link.href = form.dataset.root + result.raw_url.replace(/^\//, "");
    head.append(link);
    const place = result.meta.at === result.meta.title ? "" : result.meta.at;
    const said = [place, label("statuses", result.meta.status), label("topics", result.meta.topic)];
    item.append(head, made("p", said.filter(Boolean).join(" · "), "under"), excerpt(result.excerpt));
    return item;
  };

  let index, results = [], shown = 0, asked = 0, waiting;

  const show = async focus => {
    const mine = asked, next = await Promise.all(results.slice(shown, shown + PAGE).map(each => each.data()));
    if (mine !== asked) return;
    const rows = next.map(row);
    list.append(...rows);
    shown += rows.length;
    more.hidden = shown >= results.length;
    found.textContent = !results.length ? found.dataset.none
      : results.length === 1 ? found.dataset.one
      : (more.hidden ? found.dataset.many : found.dataset.cut)
        .replace("{n}", number(results.length)).replace("{shown}", number(shown));
    if (focus && rows.length) rows[0].querySelector("a").focus();
  };

  const search = async () => {
    const words = query.value.trim(), mine = ++asked;
    const address = new URL(location.href);
    words ? address.searchParams.set("q", words) : address.searchParams.delete("q");
    history.replaceState(null, "", address);
    const answer = words ? await index.search(words) : {results: []};
    if (mine !== asked) return;
    results = answer.results;
    shown = 0;
    list.replaceChildren();
    if (words) return show(false);
    more.hidden = true;
    found.textContent = "";
  };

  const soon = () => { clearTimeout(waiting); waiting = setTimeout(search, PAUSE); };

  import(new URL(form.dataset.index, document.baseURI).href).then(async module => {
    await module.options({excerptLength: 30});
    await module.init();
    index = module;
    form.hidden = false;
    form.addEventListener("submit", event => { event.preventDefault(); clearTimeout(waiting); search(); });
    query.addEventListener("input", soon);
    more.addEventListener("click", () => show(true));
    query.value = new URLSearchParams(location.search).get("q") || "";
    if (query.value) search(); else query.focus({preventScroll: true});
  }).catch(unable);
})();
