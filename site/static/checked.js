// A page says when its case was last checked as of the day on which it was written; here is the moment itself.
"use strict";
(() => {
  const place = document.querySelector("[data-checked]"), known = window.writwatchChecked;
  if (!place || !known) return;
  const moment = known.moments[known.others[place.dataset.checked] || 0];
  const when = document.createElement("time");
  when.dateTime = moment.at;
  when.textContent = moment[document.documentElement.lang] || moment.at;
  place.replaceChildren(when);
})();
