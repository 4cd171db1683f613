"""Writes one invented family's events of five agencies: make_family.py FILE ROWS."""

import csv
import datetime
import random
import sys

random.seed(4)
path, count = sys.argv[1], int(sys.argv[2])
agencies = ["School", "Police", "Health", "Children's services", "Housing"]
who = ["Mum", "Mother", "Dad", "Father", "Nan", "The neighbour", "The teacher", "The health visitor", "An officer"]
did = ["rang about", "reported", "was seen at the door after", "was upset by", "asked for help with", "missed", "came late to"]
what = [
    "a broken window", "the school trip", "an argument in the night", "the dentist appointment", "a bruise on the arm",
    "no food in the fridge", "the rent arrears", "the immunisation clinic", "shouting in the street", "a lost coat",
    "the core group", "a parcel", "head lice", "the speech therapy review", "an ambulance", "the heating", "a dog bite",
]
first = datetime.date(2010, 1, 1)
with open(path, "w", newline="") as file:
    rows = csv.writer(file)
    rows.writerow(["Date", "Agency", "Child", "Event"])
    for number in range(count):
        # About two events a day, whatever the number of rows; three in a hundred have only a month.
        day = first + datetime.timedelta(days=random.randrange(count * 11 // 20))
        text = f"{random.choice(who)} {random.choice(did)} {random.choice(what)} and {random.choice(what)}"
        rows.writerow([
            day.strftime("%d/%m/%Y" if random.random() < 0.97 else "%B %Y"), random.choice(agencies),
            random.choice(["Ella", "Noah", ""]), text,
        ])
