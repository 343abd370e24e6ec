"""`/openapi.json` is valid to an outside validator, and schemathesis tries every operation of it and finds no 5xx and no answer beside the
description."""
import json
import os
import pathlib
import re
import subprocess
import sys
import time
import urllib.parse

import openapi_spec_validator

from company import Visitor, account_of_every_role, administrator, furnish, latin_staff, server, token_of

SECONDS = int(os.environ.get("TENURE_FUZZ_SECONDS", "110"))
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"


def known_ids(visitor, document):
    """Ids that lead somewhere, by what stands before them: found in the addresses on the list pages."""
    found = {}
    for path in document["paths"]:
        parent = path.split("/{")[0]
        if "/{" not in path or parent in found:
            continue
        text = visitor.get(parent).text
        found[parent] = sorted({int(number) for number in re.findall(re.escape(parent) + r"/(\d+)\b", text)})[:5]
    return found


def with_ids(document, ids):
    """The same description, in which an id is one of those or one of nobody: random numbers would only ever find nothing."""
    for path, operations in document["paths"].items():
        near = ids.get(path.split("/{")[0]) or []
        for operation in operations.values():
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "path" and parameter["schema"].get("type") == "integer" and near:
                    parameter["schema"] = {"type": "integer", "enum": near + [99_999_999]}
                    near = []
    return document


def operations(document):
    return {f"{method.upper()} {path}" for path, operations in document["paths"].items() for method in operations}


def tried(record, document):
    """The operations a record of all requests (HAR) holds: a request is of the address with the fewest gaps that it fits."""
    shapes = sorted(document["paths"], key=lambda path: path.count("{"))
    shapes = [(re.compile(re.sub(r"\\{[^}]*\\}", "[^/]+", re.escape(path))), path) for path in shapes]
    found = set()
    for entry in json.loads(record.read_text())["log"]["entries"]:
        address = urllib.parse.urlsplit(entry["request"]["url"]).path
        path = next((path for shape, path in shapes if shape.fullmatch(address)), None)
        found.add(f"{entry['request']['method'].upper()} {path}")
    return found & operations(document)


def main():
    started = time.monotonic()
    with server() as (port, data):
        furnish(administrator(port, data), latin_staff())
        visitor = account_of_every_role(data, port)["administrator"]
        program = Visitor(port, headers={"Authorization": f"Bearer {token_of(data, 'judge-administrator')}", "Accept": "application/json"})
        for path in ("/people", "/openapi.json"):
            answer = program.get(path)
            # Whoever is let in nowhere finds no fault anywhere.
            if answer.status != 200:
                raise SystemExit(f"{path}: {answer.status} {answer.text[:300]}")
        document = json.loads(answer.text)
        openapi_spec_validator.validate(document)
        print(f"OpenAPI: valid, {len(operations(document))} operations", flush=True)
        ids = known_ids(visitor, document)
        if not ids.get("/people"):
            raise SystemExit("no person was found whose pages could be tried")
        described = data / "openapi.json"
        described.write_text(json.dumps(with_ids(document, ids)))
        record = data / "requests.har"
        command = [
            pathlib.Path(sys.executable).parent / "schemathesis", "run", described, "--url", f"http://127.0.0.1:{port}",
            "--header", program_header(program), "--header", "Accept: application/json", "--checks", CHECKS,
            "--phases", "coverage,fuzzing", "--max-examples", "12", "--max-time", str(SECONDS), "--seed", "1",
            "--generation-database", "none", "--warnings", "off", "--no-color", "--continue-on-failure", "--no-shrink",
            "--report", "har", "--report-har-path", record]
        outcome = subprocess.run(command, cwd=data, timeout=SECONDS + 120)
        print(f"Fuzzer: {time.monotonic() - started:.0f} s")
        if outcome.returncode == 0:
            missed = sorted(operations(document) - tried(record, document))
            if missed:
                raise SystemExit(f"Operations not tried within {SECONDS} s (TENURE_FUZZ_SECONDS): {', '.join(missed)}")
        sys.exit(outcome.returncode)


def program_header(program):
    return f"Authorization: {program.headers['Authorization']}"


if __name__ == "__main__":
    main()
