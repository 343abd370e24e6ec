"""What a browser without script knows of a page: title, headings, links, forms, words."""
import html.parser
import re

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SPOKEN = ("alt", "title", "placeholder", "aria-label", "aria-description")


class Form:
    def __init__(self, attributes):
        self.action = attributes.get("action") or ""
        self.method = (attributes.get("method") or "get").lower()
        self.fields: list[tuple[str, str]] = []
        self.choices: dict[str, list[str]] = {}
        self.required: list[str] = []


class Page(html.parser.HTMLParser):
    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.title, self.language = "", ""
        self.headings: list[str] = []
        self.links: list[str] = []
        self.assets: list[str] = []
        self.forms: list[Form] = []
        self.ids: list[str] = []
        # (language of the element, text), in order.
        self.words: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []
        self._select = None
        self._option = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        language = attributes.get("lang") or (self._open[-1][1] if self._open else "")
        if tag == "html":
            self.language = attributes.get("lang", "")
        if tag not in VOID:
            self._open.append((tag, language))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        for name in SPOKEN:
            if attributes.get(name):
                self.words.append((language, attributes[name]))
        if tag == "a" and attributes.get("href"):
            self.links.append(attributes["href"])
        if tag in ("link", "script", "img") and (attributes.get("href") or attributes.get("src")):
            self.assets.append(attributes.get("href") or attributes["src"])
        if tag == "h1":
            self.headings.append("")
        if tag == "form":
            self.forms.append(Form(attributes))
        form = self.forms[-1] if self.forms else None
        if form is None:
            return
        name = attributes.get("name")
        if name and "required" in attributes:
            form.required.append(name)
        if tag == "input" and name:
            kind = attributes.get("type", "text")
            if kind in ("checkbox", "radio"):
                form.choices.setdefault(name, []).append(attributes.get("value") or "on")
                if "checked" not in attributes:
                    return
            if kind not in ("submit", "button", "file"):
                form.fields.append((name, attributes.get("value") or ""))
        if tag == "textarea" and name:
            form.fields.append((name, ""))
        if tag == "select" and name:
            self._select = name
            form.choices.setdefault(name, [])
        if tag == "option" and self._select:
            value = attributes.get("value") or ""
            form.choices[self._select].append(value)
            known = [pair for pair in form.fields if pair[0] == self._select]
            if "selected" in attributes or not known:
                form.fields = [pair for pair in form.fields if pair[0] != self._select] + [(self._select, value)]

    def handle_endtag(self, tag):
        if tag == "select":
            self._select = None
        while self._open:
            name, _ = self._open.pop()
            if name == tag:
                break

    def handle_data(self, data):
        if not self._open:
            return
        tag, language = self._open[-1]
        if tag == "title" and not any(name == "svg" for name, _ in self._open):
            self.title += data
        if any(name == "h1" for name, _ in self._open):
            self.headings[-1] += data
        if not any(name in ("script", "style", "code", "textarea") for name, _ in self._open) and data.strip():
            self.words.append((language, data.strip()))

    def foreign_words(self) -> list[str]:
        """Words in the other language than the page's; those marked with their language are meant to be."""
        found = []
        for language, text in self.words:
            # Languages are called by their own names.
            if text in ("中文", "English") or language and not language.startswith(self.language[:2]):
                continue
            if self.language.startswith("zh"):
                # Three words of a sentence: names of people and products are not in lower case.
                if re.search(r"\b[a-z]{2,} [a-z]{1,} [a-z]{2,}\b", text) and not re.search("[\u4e00-\u9fff]", text):
                    found.append(text)
            elif re.search("[\u3001-\u30ff\u4e00-\u9fff\uff01-\uffee]", text):
                found.append(text)
        return found
