"""An S3-compatible store for tests: python3 store_peer.py. Prints its port.

Keeps objects of the bucket `tenure-files` in memory and checks every request as the API reference says: signature,
signed headers, hash of the body. Key `tester`, secret `secret/of+tester`, region `cn-north-1`. Objects are changed behind
the store's back by POST /damage/PATH. Everything it refuses is refused with a code of its own.
"""

import hashlib
import hmac
import http.server
import os
import re
import sys
import threading
import urllib.parse

KEY, SECRET, REGION, BUCKET = "tester", "secret/of+tester", "cn-north-1", "tenure-files"
objects = {}


def mac(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def reply(self, status, body=b""):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def refuse(self, status, code):
        self.reply(status, f"<?xml version='1.0'?><Error><Code>{code}</Code></Error>".encode())

    def fault(self, body):
        pattern = r"AWS4-HMAC-SHA256 Credential=([^/]+)/(\d{8})/([^/]+)/s3/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)$"
        found = re.match(pattern, self.headers.get("Authorization", ""))
        if not found:
            return "AccessDenied"
        key, day, region, names, given = found.groups()
        if key != KEY:
            return "InvalidAccessKeyId"
        moment = self.headers.get("x-amz-date", "")
        payload = self.headers.get("x-amz-content-sha256", "")
        signed = names.split(";")
        if region != REGION or not moment.startswith(day) or signed != sorted(signed):
            return "AuthorizationHeaderMalformed"
        wanted = {name.lower() for name in self.headers if name.lower().startswith("x-amz-")} | {"host"}
        if self.headers.get("content-type"):
            wanted.add("content-type")
        if not wanted <= set(signed):
            return "AccessDenied"
        if hashlib.sha256(body).hexdigest() != payload:
            return "XAmzContentSHA256Mismatch"
        path, _, query = self.path.partition("?")
        fields = sorted(urllib.parse.parse_qsl(query, keep_blank_values=True))
        request = "\n".join(
            [
                self.command,
                path,
                "&".join(f"{urllib.parse.quote(a, '-_.~')}={urllib.parse.quote(b, '-_.~')}" for a, b in fields),
                "".join(f"{name}:{self.headers[name].strip()}\n" for name in signed),
                names,
                payload,
            ]
        )
        scope = f"{day}/{region}/s3/aws4_request"
        text = f"AWS4-HMAC-SHA256\n{moment}\n{scope}\n{hashlib.sha256(request.encode()).hexdigest()}"
        secret = mac(mac(mac(mac(b"AWS4" + SECRET.encode(), day), region), "s3"), "aws4_request")
        return None if hmac.compare_digest(mac(secret, text).hex(), given) else "SignatureDoesNotMatch"

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.command == "POST" and self.path.startswith("/damage/"):
            objects[self.path[len("/damage") :]] = b"another"
            return self.reply(200)
        fault = self.fault(body)
        if fault:
            return self.refuse(403, fault)
        if self.path.split("/")[1] != BUCKET:
            return self.refuse(404, "NoSuchBucket")
        if self.command == "PUT":
            objects[self.path] = body
            return self.reply(200)
        if self.command == "DELETE":
            objects.pop(self.path, None)
            return self.reply(204)
        if self.path not in objects:
            return self.refuse(404, "NoSuchKey")
        self.reply(200, objects[self.path])

    do_GET = do_HEAD = do_PUT = do_DELETE = do_POST = handle_any


def end_with_parent():
    # The parent's end of the pipe is closed by the kernel however the parent ends.
    sys.stdin.read()
    os._exit(0)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=end_with_parent, daemon=True).start()
print(server.server_address[1], flush=True)
server.serve_forever()
