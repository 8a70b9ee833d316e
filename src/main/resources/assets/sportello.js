import { StreamActions, visit } from "@hotwired/turbo"
import { Application } from "@hotwired/stimulus"
import Back from "behaviours/back"
import Dialog from "behaviours/dialog"
import Drops from "behaviours/drops"
import Hotkey from "behaviours/hotkey"
import Limits from "behaviours/limits"
import Sending from "behaviours/sending"
import Live from "behaviours/live"
import Refresh from "behaviours/refresh"
import Trial from "behaviours/trial"

const application = Application.start()
application.register("back", Back)
application.register("dialog", Dialog)
application.register("drops", Drops)
application.register("hotkey", Hotkey)
application.register("limits", Limits)
application.register("sending", Sending)
application.register("live", Live)
application.register("refresh", Refresh)
application.register("trial", Trial)

// What a form in a dialog answers with when it is done: the page under it goes on.
StreamActions.lead = function () {
  document.querySelectorAll("dialog[open]").forEach(dialog => {
    application.getControllerForElementAndIdentifier(dialog, "dialog")?.leave()
  })
  visit(this.target, { action: "replace" })
}
