import { StreamActions, visit } from "@hotwired/turbo"
import { Application } from "@hotwired/stimulus"
import behaviours from "behaviours"

const application = Application.start()

// What a form in a dialog answers with when it is done: the page under it goes on.
StreamActions.lead = function () {
  document.querySelectorAll("dialog[open]").forEach(dialog => {
    application.getControllerForElementAndIdentifier(dialog, "dialog")?.leave()
  })
  visit(this.target, { action: "replace" })
}

// A frame that was still loading when its page was left is no fault.
addEventListener("unhandledrejection", event => {
  if (event.reason?.name === "AbortError") event.preventDefault()
})

Object.entries(behaviours).forEach(([name, behaviour]) => application.register(name, behaviour))

// Whoever drives the page by keys can see when they are heard.
document.documentElement.toggleAttribute("data-awake", true)
