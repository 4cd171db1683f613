"""Writes an invented case of about 300 rows in four CSV files, the same every time: make_case.py FOLDER"""
import os
import sys

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
WHAT = [
    "Home visit. Kitchen clean, food for the week in the fridge. Child said that Nan had been round.",
    "Not brought to the dentist. Second time since the spring. Letter sent.",
    "Arrived at school at 9.40 without a coat. Said there was no breakfast.",
    "Call from a neighbour about shouting. Two children upstairs. Advice given.",
]
seed = 20260331
for name, agency in [("notes", "Children's services"), ("school", "School"), ("health", "Health"), ("police", "Police")]:
    with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as file:
        file.write("Date,Child,Agency,Source,Event,Impact,Response,Reference\r\n")
        for number in range(75):
            seed = (seed * 1103515245 + 12345) % 2147483648
            day, month, year = seed // 7 % 28 + 1, seed // 300 % 12 + 1, 2021 + seed // 5000 % 5
            child = ["Ada", "Bo", "Ada; Bo"][seed // 11 % 3]
            file.write(
                f'{day:02}/{month:02}/{year},{child},{agency},Record,"{WHAT[seed // 13 % 4]}",'
                f'"Quiet, tired",Noted,{name[0].upper()}{number:04}\r\n'
            )
