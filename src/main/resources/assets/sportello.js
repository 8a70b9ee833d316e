import "@hotwired/turbo"
import { Application } from "@hotwired/stimulus"
import Hotkey from "behaviours/hotkey"

const application = Application.start()
application.register("hotkey", Hotkey)
