import { Controller } from "@hotwired/stimulus"

// Shows how far the files have come. Turbo sends with fetch, which cannot tell; a form with files goes by
// XMLHttpRequest instead, and Turbo gets the answer as if it had fetched it.
export default class extends Controller {
  static targets = ["progress", "bar", "percent", "broken"]

  send({ detail }) {
    this.brokenTarget.hidden = true
    if (!hasFiles(detail.fetchOptions.body)) return
    detail.fetchRequest = { response: this.upload(detail.url, detail.fetchOptions) }
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
    } catch (error) {
      this.brokenTarget.hidden = false
      throw error
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
    for (const failure of ["error", "timeout"]) {
      request.addEventListener(failure, () => reject(new TypeError("the connection was lost")))
    }
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
