import "@hotwired/turbo"
import { Application } from "@hotwired/stimulus"
import Hotkey from "behaviours/hotkey"
import Limits from "behaviours/limits"
import Refresh from "behaviours/refresh"
import Sending from "behaviours/sending"

const application = Application.start()
application.register("hotkey", Hotkey)
application.register("limits", Limits)
application.register("refresh", Refresh)
application.register("sending", Sending)
