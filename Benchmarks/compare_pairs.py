"""The likeness of all pairs of events of other agencies up to three days apart: compare_pairs.py FILE."""

import csv
import datetime
import difflib
import sys

events = []
for row in csv.DictReader(open(sys.argv[1])):
    try:
        events.append((datetime.datetime.strptime(row["Date"], "%d/%m/%Y").toordinal(), row["Agency"], row["Event"].split()))
    except ValueError:
        pass
events.sort(key=lambda event: event[0])
pairs = 0
for index, (day, agency, words) in enumerate(events):
    for other, other_agency, other_words in events[index + 1:]:
        if other > day + 3:
            break
        if agency != other_agency:
            pairs += difflib.SequenceMatcher(None, words, other_words).ratio() > 0.6
print(pairs, "pairs")
