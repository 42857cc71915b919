// The Messenger inside its frame: brings together who uses it, what is said, and what is shown.
import { Conversations } from "./conversations.js";
import { newUuid } from "./ids.js";
import { keepWithPage } from "./kept.js";
import { Outbox } from "./outbox.js";
import { Refusal, Session } from "./session.js";
import { Stream } from "./stream.js";
import { View } from "./view.js";

const channel = "dataconnectors-messenger";
const teammatePause = 6_000;
const isEmbedded = window.parent !== window;

const conversations = new Conversations();
/** @type {string | null} The open conversation; null for the list. */
let open = null;
let isConnected = true;
let isShown = !isEmbedded;
let email = "";
let hasBegun = false;
/** @type {string} The page's origin, once it has spoken. */
let page = "*";

const session = new Session(onSessionChange, (refusal) => tellPage("refused", { code: refusal.code, message: refusal.message }));
const outbox = new Outbox(session, { onSent, onChange: () => draw() });
const stream = new Stream(session, { onEvent, onState, onConnect: refresh });
const view = new View(document.getElementById("messenger"), {
  onOpen: openConversation,
  onNew: openNew,
  onBack: () => {
    open = null;
    draw();
    view.focus();
  },
  onClose: () => tellPage("close"),
  onSend: send,
  onAgain: (clientId) => outbox.again(clientId),
  onEmail: leaveEmail,
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    tellPage("close");
  }
});
window.addEventListener("message", (event) => {
  if (event.source === window.parent && isEmbedded && event.data?.channel === channel) {
    page = event.origin;
    hearPage(event.data);
  }
});

if (isEmbedded) {
  // Holds nothing that anybody may not know: who the page is, is known once it answers.
  tellPage("ready");
} else {
  begin();
}
draw();

/** What the page says. */
async function hearPage(said) {
  switch (said.type) {
    case "identify":
      if (!hasBegun) {
        hasBegun = true;
        keepWithPage(said.kept, (kept) => tellPage("keep", { kept }));
        session.restore();
        outbox.restore();
        conversations.restore();
      }
      await session.identify(said.user_jwt).catch(() => {});
      begin();
      break;
    case "shutdown":
      outbox.clear();
      await session.end();
      break;
    case "shown":
      isShown = true;
      draw();
      view.focus();
      break;
    case "hidden":
      isShown = false;
      break;
  }
}

function tellPage(type, rest = {}) {
  if (isEmbedded && (page !== "*" || type === "ready")) {
    window.parent.postMessage({ channel, type, ...rest }, page);
  }
}

/** Goes on with the session of this browser; a visitor who said nothing yet has none, and needs none. */
function begin() {
  if (session.isOpen && !stream.isRunning) {
    listen();
  }
  if (outbox.unsent.length > 0) {
    restoreUnsent();
    outbox.send();
  }
  if (!session.isOpen && open === null && conversations.all.size === 0) {
    openNew();
  }
}

/** Listens to the own conversations from now on, and reads what is there. */
async function listen() {
  const known = session.headers.Authorization;
  let latest = "0";
  try {
    latest = await refresh();
  } catch (fault) {
    if (fault instanceof Refusal) {
      return;
    }
  }
  if (session.headers.Authorization === known && !stream.isRunning) {
    stream.start(latest);
  }
}

/** Reads the list; gives the id from which events are missing. */
async function refresh() {
  const told = await session.ask("GET", "/messenger/conversations");
  email = told.email ?? "";
  conversations.takeList(told.conversations);
  draw();
  return told.latest_event_id;
}

/** Somebody else uses the Messenger from now on, or the same person in another session. */
function onSessionChange(before, now) {
  stream.stop();
  // A visitor who turns out to be a user keeps what they said. Nobody else sees, or sends, what the one before said.
  const isSomebodyElse = before !== null && before.person_id !== now?.person_id && (before.is_verified || !now?.is_verified);
  if (isSomebodyElse) {
    conversations.clear(true);
    if (before.is_verified) {
      outbox.clear();
    }
    email = "";
    onState(true);
    openNew();
  }
  if (session.isOpen) {
    listen();
  }
}

function onState(now) {
  isConnected = now;
  view.showState(now);
  if (now) {
    outbox.retry();
  }
  draw();
}

function onEvent(name, data) {
  const conversation = conversations.get(data?.conversation_id);
  switch (name) {
    case "message":
      conversations.takeMessage(data);
      if (data.client_id) {
        outbox.settle(data);
      }
      break;
    case "typing":
      if (conversation) {
        conversation.typing = data.is_typing ? data.author : "";
        if (!data.is_typing) {
          conversation.parts = "";
        }
        if (data.author === "teammate") {
          setTimeout(() => {
            if (conversation.typing === "teammate") {
              conversation.typing = "";
              draw();
            }
          }, teammatePause);
        }
      }
      break;
    case "answer_part":
      if (conversation) {
        conversation.parts += data.text;
      }
      break;
    case "conversation":
      refresh().catch(() => {});
      break;
  }
  draw();
}

/** Shows a conversation. @param {string} id */
async function openConversation(id) {
  open = id;
  view.thread.clear();
  draw();
  view.focus();
  if (!conversations.get(id)?.isLoaded) {
    try {
      conversations.takeThread(await session.ask("GET", `/messenger/conversations/${id}`));
    } catch {
      // What is known is shown; the next event or opening brings the rest.
    }
    draw();
  }
}

function openNew() {
  open = `new-${newUuid()}`;
  view.thread.clear();
  draw();
  if (isShown) {
    view.focus();
  }
}

/** @param {string} text */
function send(text) {
  const id = open ?? `new-${newUuid()}`;
  if (!conversations.get(id)) {
    conversations.begin(id, text.slice(0, 60));
  }
  open = id;
  outbox.add({ client_id: newUuid(), conversation: id, text, at: Date.now() / 1000 });
}

function onSent(unsent, message) {
  conversations.rename(unsent.conversation, message.conversation_id);
  if (open === unsent.conversation) {
    open = message.conversation_id;
  }
  conversations.takeMessage(message);
  if (!stream.isRunning) {
    // Everything after this message, its answer first of all.
    stream.start(message.id);
  }
}

/** Shows what a page that was left had not sent yet. */
function restoreUnsent() {
  for (const unsent of outbox.unsent) {
    if (unsent.conversation.startsWith("new-") && !conversations.get(unsent.conversation)) {
      conversations.begin(unsent.conversation, unsent.text.slice(0, 60));
    }
  }
  open ??= outbox.unsent[0].conversation;
}

/** @param {string} text @returns {Promise<string | null>} What is wrong with it; null when it was taken. */
async function leaveEmail(text) {
  try {
    await session.ask("POST", "/messenger/email", { email: text });
    email = text.trim();
    draw();
    return null;
  } catch (fault) {
    return fault instanceof Refusal ? fault.message : "The server cannot be reached. Try again.";
  }
}

function draw() {
  const conversation = open === null ? undefined : conversations.get(open);
  if (conversation && isShown) {
    conversations.markRead(conversation);
  }
  if (open === null) {
    view.showList(
      conversations.latestFirst.map((each) => ({
        id: each.id,
        subject: each.subject,
        text: conversations.lastOf(each)?.text ?? "",
        at: each.updatedAt,
        isUnread: conversations.isUnread(each),
      })),
    );
  } else {
    view.showThread(conversation?.subject ?? "New conversation", {
      messages: conversation ? conversations.messagesOf(conversation) : [],
      unsent: outbox.unsent.filter((each) => each.conversation === open),
      typing: conversation?.typing ?? "",
      parts: conversation?.parts ?? "",
      isConnected,
      asksEmail: session.isOpen && !session.isVerified && email === "" && (conversation?.messages.size ?? 0) > 0,
    });
  }
  tellPage("unread", { count: isShown && open !== null ? Math.max(0, conversations.unread) : conversations.unread });
}
