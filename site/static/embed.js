/* Within an embed: tells the page around it how high it is. "#light" or "#dark" at the end of its address fixes how it
   looks; without, it follows the reader's system. */
(function () {
  "use strict";
  var root = document.documentElement, theme = location.hash.slice(1);
  if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
  if (window.parent === window) return;
  function tell() {
    window.parent.postMessage({ writwatch: "height", height: Math.ceil(root.getBoundingClientRect().height) }, "*");
  }
  window.addEventListener("load", tell);
  window.addEventListener("message", function (event) {
    if (event.data && event.data.writwatch === "ask") tell();
  });
  if ("ResizeObserver" in window) new ResizeObserver(tell).observe(root);
})();
