"""A mail server for tests: python3 mail_peer.py MODE [CERTIFICATE.pem].

Prints its port, then one line of JSON for each mail it took, as Python's own mail reader understands it.
Modes: accept, starttls, tls (with certificate), auth (starttls and user "tenure", password "open sesame"), hang-greeting,
hang-data, slow-data, hang-quit, close-greeting, close-data, busy, refuse-recipient, refuse-data, garbage.
"""

import base64
import email
import email.header
import email.policy
import email.utils
import json
import os
import socket
import ssl
import sys
import threading
import time

MODE = sys.argv[1]
TLS = None
if len(sys.argv) > 2:
    TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    TLS.load_cert_chain(sys.argv[2])


def mailboxes(raw, header):
    """Read the older way: the newer one keeps the blanks between the encoded words of a name (RFC 2047 section 6.2)."""
    value = email.message_from_bytes(raw)[header].replace("\r\n", "")
    return [
        [str(email.header.make_header(email.header.decode_header(name))), address]
        for name, address in email.utils.getaddresses([value])
    ]


def report(sender, recipients, raw):
    message = email.message_from_bytes(raw, policy=email.policy.default)
    parts = [
        {
            "type": part.get_content_type(),
            "encoding": part["Content-Transfer-Encoding"],
            "text": part.get_content().replace("\r\n", "\n"),
        }
        for part in message.walk()
        if not part.is_multipart()
    ]
    seen = {
        "sender": sender,
        "recipients": recipients,
        "headers": {name: str(value) for name, value in message.items()},
        "from": mailboxes(raw, "From"),
        "to": mailboxes(raw, "To"),
        "date": int(message["Date"].datetime.timestamp()),
        "parts": parts,
        "longest": max(len(line) for line in raw.split(b"\r\n")),
        "bare": raw.replace(b"\r\n", b"").count(b"\n") + raw.replace(b"\r\n", b"").count(b"\r"),
        "ascii": raw.isascii(),
        "defects": [str(d) for part in message.walk() for d in part.defects],
    }
    print(json.dumps(seen), flush=True)


class Conversation:
    def __init__(self, connection):
        self.connection = connection
        self.reader = connection.makefile("rb")

    def say(self, line):
        self.connection.sendall(line.encode() + b"\r\n")

    def encrypt(self):
        self.connection = TLS.wrap_socket(self.connection, server_side=True)
        self.reader = self.connection.makefile("rb")

    def run(self):
        if MODE == "tls":
            self.encrypt()
        if MODE == "hang-greeting":
            time.sleep(60)
        if MODE == "close-greeting":
            return
        if MODE == "garbage":
            self.say("HTTP/1.1 200 OK")
            return
        self.say("421 later" if MODE == "busy" else "220 peer")
        secure, signed_in, sender, recipients = MODE == "tls", False, None, []
        while line := self.reader.readline():
            command = line.decode("latin-1").strip()
            verb = command.split(" ")[0].upper()
            if verb == "EHLO":
                offers = ["peer", "8BITMIME"]
                if MODE in ("starttls", "auth") and not secure:
                    offers.append("STARTTLS")
                if MODE == "auth" and secure:
                    offers.append("AUTH PLAIN")
                for offer in offers[:-1]:
                    self.say("250-" + offer)
                self.say("250 " + offers[-1])
            elif verb == "STARTTLS" and TLS:
                self.say("220 go on")
                self.encrypt()
                secure = True
            elif verb == "AUTH":
                words = command.split(" ")
                if len(words) < 3:
                    self.say("334 ")
                    words.append(self.reader.readline().decode().strip())
                signed_in = base64.b64decode(words[2]) == b"\0tenure\0open sesame"
                self.say("235 welcome" if signed_in else "535 no")
            elif verb == "MAIL":
                if MODE == "auth" and not signed_in:
                    self.say("530 sign in first")
                    continue
                sender = command[len("MAIL FROM:"):].split(" ")[0]
                self.say("250 ok")
            elif verb == "RCPT":
                if MODE == "refuse-recipient":
                    self.say("550 nobody of that name")
                    continue
                recipients.append(command[len("RCPT TO:"):].split(" ")[0])
                self.say("250 ok")
            elif verb == "DATA":
                if MODE == "close-data":
                    return
                self.say("354 go on")
                if MODE == "slow-data":
                    print("data", flush=True)
                    time.sleep(2)
                lines = []
                while (line := self.reader.readline()) not in (b".\r\n", b""):
                    lines.append(line[1:] if line.startswith(b".") else line)
                if not line:
                    print("broken off", flush=True)
                    return
                if MODE == "hang-data":
                    time.sleep(60)
                if MODE == "refuse-data":
                    self.say("554 looks like spam")
                    continue
                report(sender, recipients, b"".join(lines))
                self.say("250 taken")
            elif verb == "QUIT":
                if MODE == "hang-quit":
                    time.sleep(60)
                self.say("221 bye")
                return
            else:
                self.say("502 what?")


def serve(connection):
    try:
        Conversation(connection).run()
    except OSError:
        print("broken off", flush=True)
    finally:
        connection.close()


def end_with_parent():
    sys.stdin.buffer.read()
    os._exit(0)


threading.Thread(target=end_with_parent, daemon=True).start()
listener = socket.create_server(("127.0.0.1", 0))
if MODE == "slow-data":
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
print(listener.getsockname()[1], flush=True)
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
