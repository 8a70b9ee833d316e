import { Controller } from "@hotwired/stimulus"

// Sends a form so that nothing typed is lost, and shows how far the files have come.
export default class extends Controller {
  static targets = ["progress", "bar", "percent", "failure"]

  // Turbo sends with fetch, which cannot tell how far it is; a form with files goes by XMLHttpRequest instead, and
  // Turbo gets the answer as if it had fetched it.
  start({ detail }) {
    this.failureTargets.forEach(failure => { failure.hidden = true })
    if (!hasFiles(detail.fetchOptions.body)) return
    detail.fetchRequest = { response: this.upload(detail.url, detail.fetchOptions) }
  }

  // A form that comes back is shown. Any other refusal would take the place of what was typed: it is told below it.
  finish(event) {
    const { statusCode } = event.detail.fetchResponse
    if (statusCode < 400 || statusCode === 409 || statusCode === 422) return
    event.preventDefault()
    this.tell(statusCode)
  }

  fail() {
    this.tell("broken")
  }

  tell(reason) {
    const known = this.failureTargets.find(failure => failure.dataset.reason === String(reason))
    if (known) known.hidden = false
    else this.fail()
  }

  async upload(url, { method, headers, body, signal }) {
    const request = new XMLHttpRequest()
    request.open(method, url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.addEventListener("progress", event => this.show(event))
    signal.addEventListener("abort", () => request.abort())
    this.progressTarget.hidden = false
    try {
      return await answer(request, url, body)
    } finally {
      this.progressTarget.hidden = true
    }
  }

  show({ loaded, total }) {
    const percent = total ? Math.floor(100 * loaded / total) : 0
    this.barTarget.value = percent
    this.percentTarget.textContent = this.percentTarget.dataset.words.replace("{n}", percent)
  }
}

function hasFiles(body) {
  return body instanceof FormData && [...body.values()].some(value => value instanceof File && value.size > 0)
}

function answer(request, url, body) {
  return new Promise((resolve, reject) => {
    request.addEventListener("load", () => resolve(response(request, url)))
    request.addEventListener("error", () => reject(new TypeError("the connection was lost")))
    request.addEventListener("abort", () => reject(new DOMException("left the page", "AbortError")))
    request.send(body)
  })
}

function response(request, url) {
  const headers = { "Content-Type": request.getResponseHeader("Content-Type") ?? "" }
  return Object.defineProperties(new Response(request.response, { status: request.status, headers }), {
    url: { value: request.responseURL },
    redirected: { value: request.responseURL !== String(url) },
  })
}
