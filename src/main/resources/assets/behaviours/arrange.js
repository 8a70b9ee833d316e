import { Controller } from "@hotwired/stimulus"

// Lets things be dragged within their lists and from one list to the other, and sends the form at every change. What is
// dragged keeps its name in a hidden field that is called after the list it lies in.
export default class extends Controller {
  // Only the grip makes its thing draggable: fields are for typing.
  ready({ currentTarget }) {
    currentTarget.closest("li").draggable = true
  }

  unready({ currentTarget }) {
    currentTarget.closest("li").draggable = false
  }

  start({ currentTarget, dataTransfer }) {
    this.dragged = currentTarget
    this.home = { list: currentTarget.parentElement, next: currentTarget.nextElementSibling }
    dataTransfer.effectAllowed = "move"
    dataTransfer.setData("text/plain", "")
    this.dragged.classList.add("is-dragged")
  }

  over(event) {
    if (!this.dragged) return
    event.preventDefault()
    const list = event.currentTarget
    const next = [...list.children].find(thing => event.clientY < middle(thing))
    if (next !== this.dragged) list.insertBefore(this.dragged, next ?? null)
  }

  drop(event) {
    event.preventDefault()
  }

  end({ dataTransfer }) {
    const { dragged, home } = this
    this.dragged = null
    dragged.draggable = false
    dragged.classList.remove("is-dragged")
    if (dataTransfer.dropEffect === "none") home.list.insertBefore(dragged, home.next)
    else this.keep(dragged)
  }

  keep(thing) {
    thing.querySelector("input[type=hidden]").name = thing.parentElement.dataset.side
    this.save()
  }

  save() {
    this.element.requestSubmit()
  }

  // A button that sends is disabled meanwhile and loses the focus; it gets it back when the page has come.
  sending({ detail }) {
    this.sender = detail.formSubmission.submitter?.id
  }

  rendered() {
    if (this.sender) document.getElementById(this.sender)?.focus({ preventScroll: true })
    this.sender = null
  }
}

function middle(thing) {
  const { top, height } = thing.getBoundingClientRect()
  return top + height / 2
}
