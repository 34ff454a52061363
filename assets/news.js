/* Whether the chronology has changed, and what has become of the texts that are added: asked now and then, past Dash, whose
   renderer looks at the whole page after each of its questions. */
(function () {
  "use strict";

  const { keep_up } = window.timelinePage;
  const IDLE = 3000;
  const BUSY = 400;
  let known = { added: 0 };
  let timer = 0;

  async function look() {
    clearTimeout(timer);
    let pace = IDLE;
    try {
      const answer = await fetch("news?tab=" + encodeURIComponent(JSON.parse(sessionStorage.getItem("tab") || '""')));
      if (!answer.ok) return;
      const now = await answer.json();
      pace = now.busy ? BUSY : IDLE;
      keep_up(now.revision);
      if (now.added !== known.added) window.dash_clientside.set_props("news", { data: now.added });
      known = now;
    } catch (error) {
      if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
    } finally {
      clearTimeout(timer);
      timer = setTimeout(look, pace);
    }
  }
  timer = setTimeout(look, IDLE);

  /* Something was added or answered here: what becomes of it is asked at once. */
  window.dash_clientside.timeline.look = function (news) {
    if (news !== known.added) look();
  };
})();
