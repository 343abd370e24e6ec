"""The judges before the trial: each fault planted here must be found, and nothing where there is none."""
import io

import requests
import schemathesis
import urllib3
from requests.adapters import HTTPAdapter
from schemathesis.checks import CHECKS

import crawl
import fuzz
from company import Answer

GOOD = """<!DOCTYPE html><html lang="en"><head><title>People</title></head><body><h1>People</h1><a href="#main">Down</a>
<main id="main"><p lang="zh">人员</p><a href="/other">Other</a><form method="post" action="/people"><input name="token" value="x">
<textarea name="note">备注</textarea></form></main></body></html>"""
# What is done to the good page, and a word of the sentence it must be answered with.
FAULTS = [
    (("<title>People</title>", ""), "no title"), (("<h1>People</h1>", ""), "0 first headings"),
    (("</h1>", "</h1><h1>Again</h1>"), "2 first headings"), (('lang="en"', 'lang="zh"'), "says it is in"),
    (("<p ", '<p id="main" '), "stands 2 times"), (('"#main"', '"#nowhere"'), "leads nowhere"), (('value="x"', 'value=""'), "no token"),
    (('<p lang="zh">', "<p>"), "人员"), (("Down", "向下"), "向下"), (("<main ", '<main title="主体" '), "主体"),
]
GOOD_IN_CHINESE = GOOD.replace('lang="en"', 'lang="zh"').replace("<h1>People", "<h1>人员 (HR of the Group)")


class Planted:
    """A visitor of a site of a few pages."""

    def __init__(self, pages):
        self.cookies, self.pages = {}, pages

    def get(self, path, **headers):
        status, body, *location = self.pages.get(path, (404, "none"))
        return Answer(status, {"content-type": "text/html", "location": "".join(location)}, body.encode())


def noted(act):
    """The problems that were noted meanwhile; they are nobody's fault."""
    before = len(crawl.problems)
    act()
    found = crawl.problems[before:]
    del crawl.problems[before:]
    return found


def page_problems(text, language, kept=frozenset()):
    return noted(lambda: crawl.judge("control", "/people", language, Answer(200, {}, text.encode()), kept))


def crawler():
    crawl.problem = crawl.problems.append
    assert not page_problems(GOOD, "en"), page_problems(GOOD, "en")
    assert not page_problems(GOOD_IN_CHINESE, "zh"), page_problems(GOOD_IN_CHINESE, "zh")
    for (text, other), words in FAULTS:
        assert text in GOOD, text
        found = page_problems(GOOD.replace(text, other, 1), "en")
        assert any(words in problem for problem in found), (words, found)
    spoken = GOOD_IN_CHINESE.replace("Down", "go down to it")
    assert any("go down to it" in problem for problem in page_problems(spoken, "zh"))
    foreign = GOOD.replace("Down", "向下")
    assert not page_problems(foreign, "en", {"向下"}) and page_problems(foreign, "en", {"向"})

    pages = {"/": (200, GOOD), "/other": (200, GOOD)}
    assert not noted(lambda: list(crawl.pages_of("control", Planted(pages), "en")))
    for answer, words in [((500, "broken"), "500"), ((404, "none"), "404"), ((303, "", "/sign-in?next=%2Fother"), "sent to sign in")]:
        found = noted(lambda: list(crawl.pages_of("control", Planted({**pages, "/other": answer}), "en")))
        assert any(words in problem and "/other" in problem for problem in found), (words, found)


def fuzzer():
    document = {
        "openapi": "3.1.0", "info": {"title": "Control", "version": "1"},
        "paths": {"/thing": {"get": {"responses": {"200": {"description": "", "content": {"application/json": {
            "schema": {"type": "object", "properties": {"count": {"type": "integer"}}, "required": ["count"]}}}}}}}}}
    operation = schemathesis.openapi.from_dict(document)["/thing"]["GET"]
    checks = CHECKS.get_by_names(fuzz.CHECKS.split(","))

    def findings(status, kind, body):
        raw = urllib3.HTTPResponse(io.BytesIO(body.encode()), {"Content-Type": kind}, status, preload_content=False)
        response = HTTPAdapter().build_response(requests.Request("GET", "http://127.0.0.1/thing").prepare(), raw)
        try:
            operation.Case().validate_response(response, checks=checks)
        except AssertionError as problem:
            return [problem]
        except BaseExceptionGroup as problems:
            return list(problems.exceptions)
        return []

    found = findings(200, "application/json", '{"count": 1}')
    assert not found, found
    for answer in [(500, "application/json", '{"count": 1}'), (418, "application/json", '{"count": 1}'),
                   (200, "text/html", "<p>"), (200, "application/json", '{"count": "one"}')]:
        assert findings(*answer), answer


if __name__ == "__main__":
    crawler()
    fuzzer()
    print("Judges: every planted fault is found")
