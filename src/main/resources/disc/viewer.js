// Without this script every picture is a link to its file; with it, pictures open one after another over the page.
(function () {
  "use strict";
  var words = document.documentElement.lang === "en"
    ? { print: "Print", previous: "Previous", next: "Next", close: "Close", of: " of " }
    : { print: "打印", previous: "上一张", next: "下一张", close: "关闭", of: " / " };
  var links = Array.prototype.slice.call(document.querySelectorAll("figure > a"));
  var at = 0;

  function button(text, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  document.querySelector(".bar nav").appendChild(button(words.print, function () { window.print(); }));
  if (!links.length || typeof HTMLDialogElement === "undefined") { return; }

  var dialog = document.createElement("dialog");
  dialog.className = "viewer";
  var picture = document.createElement("img");
  var caption = document.createElement("p");
  caption.setAttribute("aria-live", "polite");
  var menu = document.createElement("menu");
  menu.appendChild(button(words.previous, function () { show(at - 1); }));
  menu.appendChild(button(words.next, function () { show(at + 1); }));
  menu.appendChild(button(words.close, function () { dialog.close(); }));
  dialog.appendChild(picture);
  dialog.appendChild(caption);
  dialog.appendChild(menu);
  document.body.appendChild(dialog);

  function show(index) {
    at = (index + links.length) % links.length;
    var small = links[at].querySelector("img");
    picture.src = links[at].href;
    picture.alt = small.alt;
    caption.textContent = (at + 1) + words.of + links.length + (small.alt ? " · " + small.alt : "");
  }

  links.forEach(function (link, index) {
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
      event.preventDefault();
      show(index);
      dialog.showModal();
    });
  });
  dialog.addEventListener("keydown", function (event) {
    if (event.key === "ArrowLeft") { show(at - 1); }
    if (event.key === "ArrowRight") { show(at + 1); }
  });
  dialog.addEventListener("close", function () { links[at].focus(); });
}());
