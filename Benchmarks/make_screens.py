"""Writes many invented neglect screens from the examples, with a code for each child: make_screens.py EXAMPLE FILE ROWS."""

import csv
import sys

example, path, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open(example, newline="", encoding="utf-8") as file:
    headings, *screens = csv.reader(file)
child = headings.index("about.child")
with open(path, "w", newline="", encoding="utf-8") as file:
    rows = csv.writer(file)
    rows.writerow(headings)
    for number in range(count):
        screen = list(screens[number % len(screens)])
        screen[child] = f"B-{number:06}"
        rows.writerow(screen)
