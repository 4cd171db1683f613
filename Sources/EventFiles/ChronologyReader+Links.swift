import CaseDates
import DataFormats
import Diagnostics
import ImpactChronology

/// How the accounts lie to each other, and what persons said of them.
extension ChronologyReader {
    func duplicates(_ element: XMLElement) throws(Fault) -> PossibleDuplicates {
        var events: [EventID] = []
        for member in element.children("member") { events.append(EventID(try attribute("event", of: member))) }
        var pairs: [Likeness] = []
        for pair in element.children("pair") { pairs.append(try likeness(pair)) }
        return PossibleDuplicates(events: events, pairs: pairs)
    }

    func likeness(_ element: XMLElement) throws(Fault) -> Likeness {
        let dates: DateRelation =
            switch try attribute("dates", of: element) {
            case "same-day": .sameDay
            case "overlapping": .overlapping
            case "apart": .apart(try value("days", of: element) { Int($0) })
            default: throw fault("'dates' of <pair> is not of its form", element)
            }
        return try Likeness(
            first: EventID(attribute("first", of: element)),
            second: EventID(attribute("second", of: element)),
            dates: dates,
            percent: value("percent", of: element) { Int($0) },
            shared: element.children("shared").map(\.text),
            sharedReference: element["reference"]
        )
    }

    func conflict(_ element: XMLElement) throws(Fault) -> Conflict {
        var statements: [Conflict.Statement] = []
        for child in element.children("statement") {
            statements.append(
                Conflict.Statement(
                    event: EventID(try attribute("event", of: child)),
                    says: child.text,
                    words: child["words"] ?? ""
                )
            )
        }
        return Conflict(subject: element["fact"].map { .fact($0) } ?? .date, statements: statements)
    }

    func gap(_ element: XMLElement) throws(Fault) -> Gap {
        var agencies: [String] = []
        for child in element.children("covered-by") { agencies.append(try attribute("agency", of: child)) }
        return try Gap(
            agency: element["agency"],
            position: value("position", of: element, Gap.Position.init(rawValue:)),
            from: value("from", of: element, CalendarDay.init(iso:)),
            to: value("to", of: element, CalendarDay.init(iso:)),
            coveredBy: agencies,
            mayHold: value("may-hold", of: element) { Int($0) }
        )
    }

    func answer(_ element: XMLElement) throws(Fault) -> SameEventAnswer {
        try SameEventAnswer(
            first: EventID(attribute("first", of: element)),
            second: EventID(attribute("second", of: element)),
            isSame: attribute("same", of: element) == "yes",
            place: place(child("read-from", of: element))
        )
    }
}
