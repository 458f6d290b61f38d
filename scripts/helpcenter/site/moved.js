// A link to a place on a page that has moved leads to that place.
(() => {
  const way = document.querySelector("a[href]");
  if (location.hash && !way.hash) location.replace(way.href + location.hash);
})();
