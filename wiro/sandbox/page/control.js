// Asking the sandbox to do something: its control endpoint, and the API the way every client uses it.

/** POST to the control endpoint and return its answer. */
export function control(path, body = {}) {
  return send(`/_sandbox/${path}`, "POST", body);
}

/** Remove what the control endpoint holds at a path. */
export function remove(path) {
  return send(`/_sandbox/${path}`, "DELETE");
}

/**
 * Call an operation of the API, such as `Task/Cancel`, with JSON or a form.
 *
 * Faults hit these calls like those of any other client, and the person is told.
 */
export async function api(path, body = {}) {
  const answer = await send(`/_sandbox/api/${path}`, "POST", body);
  if (answer.result === false) {
    throw new Error((answer.errors ?? []).map((error) => error.message).join(" ") || "The sandbox refused the request.");
  }
  return answer;
}

async function send(url, method, body) {
  const isForm = body instanceof FormData;
  let response;
  try {
    response = await fetch(url, {
      method,
      body: isForm ? body : body && JSON.stringify(body),
      headers: isForm || !body ? {} : { "Content-Type": "application/json" },
    });
  } catch {
    throw new Error("The connection was cut before there was an answer. Whether the request was accepted is unknown.");
  }
  const text = await response.text().catch(() => "");
  let answer = null;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new Error(`The answer is not JSON (HTTP ${response.status}).`);
  }
  if (!response.ok && answer.result === undefined) throw new Error(answer.error ?? `HTTP ${response.status}`);
  return answer;
}
