// A page says when its case was last checked as of the day on which it was written; here is the moment itself.
"use strict";
(() => {
  const place = document.querySelector("[data-checked]"), known = window.writwatchChecked;
  if (!place || !known) return;
  const slug = place.dataset.checked;
  const moment = known.moments[Object.hasOwn(known.others, slug) ? known.others[slug] : 0];
  if (!moment) return;
  const when = document.createElement("time");
  when.dateTime = moment.at;
  when.textContent = moment[document.documentElement.lang] || moment.at;
  place.replaceChildren(when);
})();
