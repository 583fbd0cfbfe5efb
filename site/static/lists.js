// The list of all cases, filtered and sorted in the browser. The rows are fetched when somebody first reaches for the
// filters, or comes with a filter in the address: data/rows.js sets writwatchRows (what it holds: render/list_data.py).
(function () {
  "use strict";
  var CHUNK = 200, FIRST = 20, PLACES = 524288;
  var form = document.getElementById("filters");
  var table = document.querySelector("table.cases");
  var body = table.tBodies[0], caption = table.caption;
  var count = document.getElementById("count"), more = document.getElementById("more");
  var pager = document.querySelector("nav.pager");
  var say = form.dataset, rowShape = body.rows[0].cloneNode(true);
  var marks = {}, monthNames = say.months.split("|"), days = {};
  var total = Number(say.total), data, columns = {}, texts, judges, orders = {}, found = [], shown = 0, asked = false, wanted = false, later, drawing;

  rowShape.cells[1].textContent = "";
  document.getElementById("marks").content.querySelectorAll("[data-status]").forEach(function (each) {
    marks[each.dataset.status] = each.firstElementChild;
  });

  function fill(pattern, words) {
    return pattern.replace(/\{(\w+)\}/g, function (whole, name) { return name in words ? words[name] : whole; });
  }
  function number(value) { return value.toLocaleString("en-US"); }
  function plain(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
  function letters(text) { return text.replace(/[^a-z0-9]+/g, " ").trim(); }
  function date(day) { return new Date(day * 86400000); }
  function dayText(day) {
    if (!day) return say.unknown;
    var when = date(day);
    return days[day] || (days[day] = fill(say.day, {
      day: when.getUTCDate(), month: monthNames[when.getUTCMonth()], year: when.getUTCFullYear(),
    }));
  }

  // What is asked: from the form, from the address and into it.
  function fields() { return Array.prototype.filter.call(form.elements, function (each) { return each.name; }); }
  function readAddress() {
    if (location.hash.indexOf("=") < 0) return false;
    var asks = new URLSearchParams(location.hash.slice(1));
    fields().forEach(function (each) {
      each.value = asks.get(each.name) || "";
      if (each.selectedIndex === -1) each.value = "";
      var folded = each.closest("details");
      if (folded && each.value) folded.open = true;
    });
    return true;
  }
  function writeAddress() {
    var asks = new URLSearchParams();
    fields().forEach(function (each) { if (each.value) asks.set(each.name, each.value); });
    var text = asks.toString();
    if (text || location.hash.indexOf("=") >= 0) history.replaceState(null, "", text ? "#" + text : location.pathname);
  }

  // The rows, made ready once.
  function load() {
    if (asked) return;
    asked = true;
    count.textContent = say.loading;
    var script = document.createElement("script");
    script.src = say.rows;
    script.onload = function () { prepare(); if (wanted) apply(); };
    script.onerror = function () { asked = false; count.textContent = say.failed; };
    document.head.append(script);
  }
  function prepare() {
    data = window.writwatchRows;
    total = data.number.length;
    Object.keys(data.of).forEach(function (name) { columns[name] = Uint32Array.from(data[name]); });
    columns.month = new Uint8Array(total);
    columns.year = new Uint16Array(total);
    var known = {};
    data.filed.forEach(function (day, i) {
      if (!day) return;
      var both = known[day] || (known[day] = [date(day).getUTCMonth() + 1, date(day).getUTCFullYear()]);
      columns.month[i] = both[0];
      columns.year[i] = both[1];
    });
    var courts = data.courts.map(function (court) { return plain(court.join(" ")); });
    texts = data.number.map(function (docket, i) {
      var title = data.titles[i];
      return docket.toLowerCase() + " " + docket.toLowerCase().replace(/-0+(?=\d)/g, "-") + " " + courts[data.court[i]] +
        (title ? " " + plain(title[1]) : "");
    });
    judges = data.of.judge.map(plain);
    var names = document.getElementById("judge-names");
    data.of.judge.filter(Boolean).sort().forEach(function (name) {
      var option = document.createElement("option");
      option.value = name;
      names.append(option);
    });
    tell(total);
    Object.keys(keys).forEach(function (name, n) { setTimeout(order, 300 * (n + 1), name); });
  }
  function order(name) {
    if (!name) return null;
    if (!orders[name]) {
      var key = keys[name];
      var placed = new Float64Array(total);
      for (var i = 0; i < total; i++) placed[i] = key(i) * PLACES + i;
      placed.sort();
      orders[name] = Uint32Array.from(placed, function (each) { return each % PLACES; });
    }
    return orders[name];
  }
  var courtPlaces, keys = {
    filed: function (i) { return data.filed[i] ? 60000 - data.filed[i] : 60001; },
    oldest: function (i) { return data.filed[i] || 60000; },
    since: function (i) { return data.since[i] ? 60000 - data.since[i] : 60001; },
    court: function (i) {
      courtPlaces = courtPlaces || data.of.court.map(function (court) {
        return data.of.court.filter(function (other) { return other < court; }).length;
      });
      var parts = /(\d+)-[a-z]+-(\d+)/i.exec(data.number[i]);
      return courtPlaces[data.court[i]] * 1e8 + (parts ? parts[1] % 100 * 1e6 + parts[2] % 1e6 : 99999999);
    },
  };

  // Which rows fit: for each question the answers of its column, then one pass over all rows.
  function fits(name, value) {
    if (name === "topic" || name === "status" || name === "court") return function (word) { return word === value; };
    return function (word) { return word.split(" ").indexOf(value) >= 0; };
  }
  function questions() {
    var asked = [];
    fields().forEach(function (each) {
      var name = each.name, value = each.value.trim();
      if (!value || name === "text" || name === "sort") return;
      if (name === "year" || name === "month") asked.push([columns[name], { [value]: 1 }]);
      else if (name === "state") {
        asked.push([columns.court, data.courts.map(function (court) { return court[2] === value; })]);
      } else if (name === "judge") {
        value = plain(value);
        var whole = /^"(.*)"$/.exec(value);  // in quotation marks: this judge and no other
        asked.push([columns.judge, judges.map(function (judge) {
          return whole ? letters(judge) === letters(whole[1]) : judge.indexOf(value) >= 0;
        })]);
      } else asked.push([columns[name], data.of[name].map(fits(name, value))]);
    });
    return asked;
  }
  function search() {
    var asked = questions(), words = plain(form.elements.text.value).split(/\s+/).filter(Boolean);
    var places = order(form.elements.sort.value), result = [];
    next: for (var n = 0; n < total; n++) {
      var i = places ? places[n] : n;
      for (var q = 0; q < asked.length; q++) if (!asked[q][1][asked[q][0][i]]) continue next;
      for (var w = 0; w < words.length; w++) if (texts[i].indexOf(words[w]) < 0) continue next;
      result.push(i);
    }
    return result;
  }

  function tell(shown) { count.textContent = fill(say.count, { shown: number(shown), all: number(total) }); }
  function row(i) {
    var made = rowShape.cloneNode(true), title = data.titles[i], court = data.courts[data.court[i]];
    var link = made.querySelector("a"), under = made.querySelector(".under"), cells = made.cells;
    var usual = (data.of.court[data.court[i]] + "-" + data.number[i]).toLowerCase().replace(/[^a-z0-9]+/g, "-");
    link.textContent = title ? title[1] : data.who[i] + data.of.against[data.against[i]];
    link.href = say.cases + (title ? title[0] : data.slugs[i] || usual.replace(/^-|-$/g, "")) + ".html";
    under.firstChild.data = court[0] + " ";
    under.lastElementChild.textContent = data.number[i];
    cells[1].append(marks[data.of.status[data.status[i]]].cloneNode(true));
    if (data.since[i]) {
      var since = cells[1].appendChild(document.createElement("span"));
      since.className = "under";
      since.textContent = fill(say.since, { when: dayText(data.since[i]) });
    }
    cells[2].textContent = dayText(data.filed[i]);
    cells[3].textContent = dayText(data.active[i]);
    return made;
  }
  function draw(until) {
    var rows = document.createDocumentFragment();
    until = Math.min(until, found.length);
    for (; shown < until; shown++) rows.append(row(found[shown]));
    body.append(rows);
    caption.textContent = found.length
      ? fill(say.caption, { first: 1, last: number(shown), all: number(found.length) }) : say.none;
    more.parentNode.hidden = shown >= found.length;
  }
  function apply() {
    wanted = true;
    if (!data) return load();
    found = search();
    shown = 0;
    body.textContent = "";
    if (pager) pager.hidden = true;
    tell(found.length);
    draw(FIRST);  // what the eye sees first; the rest of the first chunk once it is there
    clearTimeout(drawing);
    drawing = setTimeout(function () { if (shown < CHUNK) draw(CHUNK); }, 50);
    clearTimeout(later);
    later = setTimeout(writeAddress, 250);
  }

  form.addEventListener("input", apply);
  form.addEventListener("focusin", load);
  form.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
  form.addEventListener("reset", function () { setTimeout(apply); });
  more.addEventListener("click", function () {
    var first = shown;
    draw(shown + CHUNK);
    body.rows[first].querySelector("a").focus({ preventScroll: true });
  });
  window.addEventListener("hashchange", function () { if (readAddress()) apply(); });
  tell(total);
  if (readAddress()) apply();
})();
