import { StreamActions, visit } from "@hotwired/turbo"
import { Application } from "@hotwired/stimulus"

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

// Every file among the behaviours is a controller of the same name.
const { imports } = JSON.parse(document.querySelector("script[type=importmap]").textContent)
const behaviours = Object.keys(imports).filter(name => name.startsWith("behaviours/")).map(async name =>
  application.register(name.replace("behaviours/", ""), (await import(name)).default))

// Whoever drives the page by keys can see when they are heard.
Promise.allSettled(behaviours).then(() => document.documentElement.toggleAttribute("data-awake", true))
