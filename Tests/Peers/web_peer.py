"""A web server for tests: python3 web_peer.py [CERTIFICATE.pem]. Prints its port.

/echo what it was asked, as JSON; /status/N; /large/N bytes; /endless without a length; /hang; /drip a byte now and then;
/close without an answer; /half of the announced body; /headers that never end; /to?ADDRESS redirects there (307);
/see?ADDRESS the same with 303; /round redirects to itself; /garbage.
"""

import http.server
import json
import os
import ssl
import sys
import threading
import time
import urllib.parse


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def reply(self, status, body=b"", headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle_any(self):
        path, _, query = self.path.partition("?")
        words = path.strip("/").split("/")
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if words[0] == "echo":
            seen = {
                "method": self.command,
                "path": self.path,
                "headers": {name.lower(): value for name, value in self.headers.items()},
                "body": body.decode("latin-1"),
            }
            self.reply(200, json.dumps(seen).encode(), [("X-Peer", " yes "), ("Content-Type", "application/json")])
        elif words[0] == "status":
            self.reply(int(words[1]), b"status")
        elif words[0] == "large":
            self.reply(200, b"x" * int(words[1]))
        elif words[0] == "endless":
            self.close_connection = True
            self.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
            while True:
                self.wfile.write(b"x" * 65536)
        elif words[0] == "headers":
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            while True:
                self.wfile.write(b"X-More: " + b"x" * 1000 + b"\r\n")
        elif words[0] == "hang":
            time.sleep(60)
        elif words[0] == "drip":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            for _ in range(1000):
                self.wfile.write(b"x")
                time.sleep(0.1)
        elif words[0] == "close":
            self.close_connection = True
        elif words[0] == "half":
            self.close_connection = True
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")
        elif words[0] in ("to", "see"):
            self.reply(307 if words[0] == "to" else 303, headers=[("Location", urllib.parse.unquote(query))])
        elif words[0] == "round":
            self.reply(302, headers=[("Location", "/round")])
        elif words[0] == "garbage":
            self.close_connection = True
            self.wfile.write(b"220 mail server here\r\n")
        else:
            self.reply(404)

    do_GET = do_POST = handle_any

    def handle(self):
        try:
            super().handle()
        except OSError:
            self.close_connection = True


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


def end_with_parent():
    sys.stdin.buffer.read()
    os._exit(0)


threading.Thread(target=end_with_parent, daemon=True).start()
server = Server(("127.0.0.1", 0), Handler)
if len(sys.argv) > 1:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1])
    server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_address[1], flush=True)
server.serve_forever()
