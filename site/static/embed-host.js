/* For the page that shows an embed: gives each frame the height it asks for. Nothing is loaded, kept or sent on. */
(function () {
  "use strict";
  var HIGHEST = 4000;
  function frameOf(source) {
    var frames = document.getElementsByTagName("iframe");
    for (var i = 0; i < frames.length; i++) if (frames[i].contentWindow === source) return frames[i];
    return null;
  }
  window.addEventListener("message", function (event) {
    var said = event.data;
    if (!said || said.writwatch !== "height" || !(said.height > 0)) return;
    var frame = frameOf(event.source);
    if (frame) frame.style.height = Math.min(Math.ceil(said.height), HIGHEST) + "px";
  });
  /* Frames that were there first have spoken already: ask them again. */
  var there = document.getElementsByTagName("iframe");
  for (var i = 0; i < there.length; i++) {
    if (/\/embed\//.test(there[i].src)) there[i].contentWindow.postMessage({ writwatch: "ask" }, "*");
  }
})();
