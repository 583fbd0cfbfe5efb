// A button after each citation that copies it. Without this script one click into a citation selects it whole.
(function () {
  "use strict";
  function select(cite) { getSelection().selectAllChildren(cite); }
  document.querySelectorAll(".cite + button").forEach(function (button) {
    var cite = button.previousElementSibling;
    button.addEventListener("click", function () {
      function done() { button.textContent = button.dataset.done; }
      select(cite);
      if (navigator.clipboard) navigator.clipboard.writeText(cite.textContent.trim()).then(done, function () {});
      else if (document.execCommand("copy")) done();
    });
    button.hidden = false;
  });
})();
