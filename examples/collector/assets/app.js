// Shows moments in the reader's own time zone. Without it they stay in UTC, as their title says.
"use strict";

{
  const language = document.documentElement.lang;
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "medium",
    timeStyle: "short",
  });
  for (const element of document.querySelectorAll("time[datetime]")) {
    const moment = new Date(element.dateTime);
    if (!Number.isNaN(moment.getTime())) {
      element.textContent = format.format(moment);
      element.title = Intl.DateTimeFormat().resolvedOptions().timeZone;
    }
  }
}
