"""What check.sh cannot say in shell: small judgements on written files. Standard library only."""

import csv
import gzip
import json
import random
import re
import sys
import zipfile


def predictions(path, rows):
    with open(path, newline="", encoding="utf-8") as file:
        lines = list(csv.reader(file))
    assert lines[0] == ["repeat", "fold", "row", "prediction"], lines[0]
    assert len(lines) - 1 == int(rows), f"{len(lines) - 1} predictions for {rows} rows"
    assert sorted(int(line[2]) for line in lines[1:]) == list(range(int(rows))), "rows are not 0, 1, 2, …"
    assert all(0 < float(line[3]) < 1 for line in lines[1:]), "a prediction outside 0…1"


def document(path, *wanted):
    with open(path, encoding="utf-8") as file:
        found = json.load(file, parse_constant=lambda word: sys.exit(f"{word} is no JSON"))
    assert found["format"] == "tenure.analysis/1", found["format"]
    for condition in wanted:
        key, _, value = condition.partition("=")
        place = found
        for part in key.split("."):
            place = place[part]
        assert value == "" or str(place) == value, f"{key} is {place}"
        assert place not in (None, [], ""), f"{key} is empty"


def report(path, language):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    assert re.search(rf'<html[^>]*\blang="{language}', text), "no language"
    assert not re.search(r'(?:src|href|action|data)\s*=\s*["\']?\s*(?:https?:)?//', text), "loads or links to the outside"
    assert not re.search(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", text), "a style loads from outside"
    assert "<svg" in text and "</html>" in text, "no chart or cut short"


def workbook(path):
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None, "a damaged part"
        names = file.namelist()
    assert "xl/workbook.xml" in names and any(name.startswith("xl/worksheets/") for name in names), names


def head(source, target, rows):
    with open(source, encoding="utf-8-sig") as file, open(target, "w", encoding="utf-8") as out:
        for _, line in zip(range(int(rows) + 1), file):
            out.write(line)


def pack(source, target, cut="0"):
    with open(source, "rb") as file:
        packed = gzip.compress(file.read())
    with open(target, "wb") as out:
        out.write(packed[: len(packed) - int(cut)])


def staff(path, encoding, rows="600"):
    """A staff list with known effects, for machines without the open files."""
    dice = random.Random(3)
    with open(path, "w", encoding=encoding, newline="") as file:
        out = csv.writer(file)
        out.writerow(["员工编号", "部门", "年龄", "导师评分", "培训完成率", "在职月数", "谈话", "离职"])
        for row in range(int(rows)):
            rating, training = round(dice.uniform(4, 10), 1), dice.randint(30, 100)
            talk = dice.random() < 0.5
            left = dice.random() < 1 / (1 + 2.7 ** ((rating - 6) * 0.9 + (training - 60) * 0.05 + talk))
            out.writerow([
                f"E{row:05}", dice.choice(["销售", "客服", "研发"]), dice.randint(21, 58), rating, f"{training}%",
                dice.randint(1, 60), "有" if talk else "无", "是" if left else "否",
            ])


if __name__ == "__main__":
    try:
        globals()[sys.argv[1]](*sys.argv[2:])
    except AssertionError as problem:
        sys.exit(str(problem))
