import "@hotwired/turbo"
import { Application } from "@hotwired/stimulus"
import Hotkey from "behaviours/hotkey"
import Refresh from "behaviours/refresh"

const application = Application.start()
application.register("hotkey", Hotkey)
application.register("refresh", Refresh)
