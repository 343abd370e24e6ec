"""Follows every link of every role in both languages: no error page, a title, one heading, one language."""
import collections
import json
import re
import sys
import time
import urllib.parse

from company import account_of_every_role, administrator, furnish, latin_staff, server

# So many pages of one kind are enough: people are alike.
ALIKE = 2
problems: list[str] = []
pages = 0


def problem(text):
    if text not in problems:
        problems.append(text)
        print("  FAILED " + text, flush=True)


def kind_of(path):
    """Pages of one kind: numbers and what is asked for left out."""
    parts = urllib.parse.urlsplit(path)
    names = sorted({name for name, _ in urllib.parse.parse_qsl(parts.query)})
    return re.sub(r"/[0-9a-z]*\d[0-9a-z]*", "/*", parts.path) + "?" + "&".join(names)


def pages_of(place, visitor, language, alike=ALIKE):
    """Every page of a visitor that a link leads to, as (address, answer); problems on the way are noted."""
    visitor.cookies["tenure_language"] = language
    seen, kinds = set(), collections.Counter()
    queue = collections.deque([("/", "the start")])
    while queue:
        path, source = queue.popleft()
        if path in seen:
            continue
        seen.add(path)
        kind = kind_of(path)
        kinds[kind] += 1
        if kinds[kind] > alike:
            continue
        where = f"{place} {language} {path}"
        answer = visitor.get(path)
        if answer.status in (302, 303, 307):
            location = urllib.parse.urljoin(path, answer.headers.get("location", ""))
            if location.startswith("/sign-in"):
                problem(f"{where} (from {source}): sent to sign in")
            queue.append((location, path))
            continue
        yield path, answer
        if answer.status != 200:
            problem(f"{where} (from {source}): {answer.status}")
        elif not answer.type.startswith("text/html"):
            if not answer.body:
                problem(f"{where}: nothing in it")
        else:
            queue.extend(links(path, answer))


def crawl(role, visitor, language):
    global pages
    for path, answer in pages_of(role, visitor, language):
        pages += 1
        if answer.status == 200 and answer.type.startswith("text/html"):
            kept = kept_words(visitor, path) if re.fullmatch(r"/audit/\d+", path) else set()
            judge(f"{role} {language} {path}", path, language, answer, kept)


def kept_words(visitor, path):
    """What an entry of the audit log keeps as it was written: reasons and values, in the words of whoever acted."""
    kept, left = set(), [json.loads(visitor.get(path, Accept="application/json").text)]
    while left:
        value = left.pop()
        if isinstance(value, dict):
            kept.update(value[name].strip() for name in ("reason", "before", "after") if isinstance(value.get(name), str))
            left.extend(value.values())
        elif isinstance(value, list):
            left.extend(value)
    return kept


def links(path, answer):
    page = answer.page
    for link in page.links:
        target = urllib.parse.urlsplit(urllib.parse.urljoin(path, link))
        if target.scheme in ("mailto", "tel") or target.netloc:
            continue
        query = [pair for pair in urllib.parse.parse_qsl(target.query) if pair[0] != "lang"]
        # Filters on filters on filters have no end.
        if len({name for name, _ in query}) > 2:
            continue
        yield target.path + ("?" + urllib.parse.urlencode(query) if query else ""), path
    for form in page.forms:
        if form.method == "get" and "?" not in path:
            action = urllib.parse.urljoin(path, form.action or path)
            for name, values in form.choices.items():
                for value in values:
                    if value:
                        yield action + "?" + urllib.parse.urlencode([(name, value)]), path


def judge(place, path, language, answer, kept=frozenset()):
    """Notes what is wrong with a page. Words that are `kept` may be in any language."""
    page = answer.page
    if not page.title.strip():
        problem(f"{place}: no title")
    if len(page.headings) != 1 or not page.headings[0].strip():
        problem(f"{place}: {len(page.headings)} first headings")
    if not page.language.startswith(language):
        problem(f"{place}: says it is in {page.language!r}")
    twice = [name for name, count in collections.Counter(page.ids).items() if count > 1]
    if twice:
        problem(f"{place}: id {twice[0]} stands {twice and page.ids.count(twice[0])} times")
    for link in page.links:
        if link.startswith("#") and len(link) > 1 and urllib.parse.unquote(link[1:]) not in page.ids:
            problem(f"{place}: {link} leads nowhere")
    for form in page.forms:
        if form.method == "post" and not any(name == "token" and value for name, value in form.fields):
            problem(f"{place}: the form for {form.action} brings no token")
    for words in [words for words in page.foreign_words() if words not in kept][:3]:
        problem(f"{kind_of(path)} {language}: {words[:90]!r}")


def main():
    started = time.monotonic()
    with server() as (port, data):
        furnish(administrator(port, data), latin_staff())
        for role, visitor in account_of_every_role(data, port).items():
            before = pages
            for language in ("zh", "en"):
                crawl(role, visitor, language)
            if pages == before:
                problem(f"{role}: no page at all")
            print(f"  {role}: {pages - before} pages", flush=True)
    print(f"Crawler: {pages} pages, {len(problems)} problems, {time.monotonic() - started:.0f} s")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
