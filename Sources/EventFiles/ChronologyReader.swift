import CaseDates
import DataFormats
import Diagnostics
import ImpactChronology

/// Turns the elements of a chronology into its values.
struct ChronologyReader {
    typealias Fault = ChronologyDocument.Fault

    let path: String
    /// The names of the files that the document lists.
    private var files: Set<String> = []

    init(path: String) {
        self.path = path
    }

    func fault(_ summary: String, _ element: XMLElement) -> Fault {
        let place = Place(path: path, line: element.line)
        return Fault(diagnostic: Diagnostic(id: "chronology.xml", severity: .error, summary: summary, place: place))
    }

    mutating func chronology(_ root: XMLElement) throws(Fault) -> Chronology {
        for file in try child("files", of: root).children {
            guard files.insert(try attribute("name", of: file)).inserted else {
                throw fault("two files have one name", file)
            }
        }
        return try Chronology(
            family: family(child("family", of: root)),
            sources: list(child("sources", of: root), source),
            events: list(child("events", of: root), event),
            undated: list(child("undated", of: root), event),
            files: list(child("files", of: root), file),
            rejected: list(child("rejected", of: root), row),
            asOf: value("as-of", of: root, CalendarDay.init(iso:)),
            // A chronology of an earlier version has none of these.
            duplicates: optionalList("possible-duplicates", of: root, duplicates),
            notCompared: root.child("possible-duplicates").flatMap { element throws(Fault) in
                try optional("not-compared", of: element) { Int($0) }
            } ?? 0,
            conflicts: optionalList("conflicts", of: root, conflict),
            gaps: optionalList("gaps", of: root, gap),
            answers: optionalList("answers", of: root, answer)
        )
    }

    // MARK: Parts

    private func family(_ element: XMLElement) throws(Fault) -> Family {
        try Family(name: element["name"], people: list(element, person))
    }

    private func person(_ element: XMLElement) throws(Fault) -> Person {
        try Person(
            id: PersonID(attribute("id", of: element)),
            name: child("name", of: element).text,
            role: attribute("role", of: element),
            isChild: attribute("child", of: element) == "true",
            birth: Birth(
                born: date("born", of: element),
                expected: date("expected", of: element),
                died: date("died", of: element)
            ),
            alsoKnownAs: element.children("also-known-as").map(\.text),
            label: element["label"]
        )
    }

    private func source(_ element: XMLElement) throws(Fault) -> Source {
        try Source(
            agency: attribute("agency", of: element),
            label: attribute("label", of: element),
            coversFrom: date("covers-from", of: element),
            coversTo: date("covers-to", of: element),
            currentAsOf: date("current-as-of", of: element),
            isStated: attribute("stated", of: element) == "true"
        )
    }

    private func file(_ element: XMLElement) throws(Fault) -> FileAccount {
        try FileAccount(
            name: attribute("name", of: element),
            format: attribute("format", of: element),
            digest: attribute("sha256", of: element),
            isUsed: element["used"] != "no",
            rows: value("rows", of: element) { Int($0) },
            events: value("events", of: element) { Int($0) },
            merged: value("merged", of: element) { Int($0) },
            rejected: value("rejected", of: element) { Int($0) }
        )
    }

    private func event(_ element: XMLElement) throws(Fault) -> Event {
        var event = try Event(
            id: EventID(attribute("id", of: element)),
            date: date(child("date", of: element)),
            agency: child("agency", of: element).text,
            what: child("what", of: element).text,
            readFrom: []
        )
        if let time = element.child("time") {
            event.time = EventTime(text: time.text, time: try optional("read-as", of: time, TimeOfDay.init(text:)))
        }
        event.sequence = element.child("sequence")?.text
        for about in element.children("about") { event.people.append(PersonID(try attribute("person", of: about))) }
        event.source = element.child("source")?.text
        event.directness = try text("directness", of: element, Directness.init(rawValue:))
        event.category = element.child("category")?.text
        event.suggestedCategory = element.child("suggested-category")?.text
        event.context = element.child("context")?.text
        for impact in element.children("impact") { event.impacts.append(try self.impact(impact)) }
        event.voices = element.children("voice").map(voice)
        event.response = element.child("response")?.text
        event.outcome = element.child("outcome")?.text
        event.decision = try element.child("decision").map(decision)
        event.significance = element.child("significance")?.text
        event.bearing = try text("bearing", of: element, Bearing.init(rawValue:))
        if let disputed = element.child("disputed") { event.dispute = dispute(disputed) }
        event.reference = element.child("reference")?.text
        event.recorded = try date("recorded", of: element)
        for cell in element.children("additional") { event.additional.append(try self.cell(cell)) }
        if let answers = element.child("tool-answers") {
            event.toolAnswers = try ToolAnswers(
                tool: attribute("tool", of: answers),
                version: attribute("version", of: answers),
                text: answers.text
            )
        }
        for place in element.children("read-from") { event.readFrom.append(try self.place(place)) }
        for added in element.children("added") { event.additions.append(try addition(added)) }
        for account in element.children("account") {
            if element.name == "account" { throw fault("<account> cannot stand in <account>", account) }
            event.accounts.append(try self.event(account))
        }
        return event
    }

    private func impact(_ element: XMLElement) throws(Fault) -> Impact {
        let domain = try value("domain", of: element, Impact.Domain.init(rawValue:))
        return Impact(child: element["child"].map(PersonID.init), domain: domain, text: element.text)
    }

    private func voice(_ element: XMLElement) -> Voice {
        Voice(child: element["child"].map(PersonID.init), words: element.text)
    }

    private func decision(_ element: XMLElement) throws(Fault) -> Decision {
        try Decision(text: child("text", of: element).text, date: date("date", of: element))
    }

    private func dispute(_ element: XMLElement) -> Dispute {
        element["is"] == "no" ? .undisputed : .disputed(element.text)
    }

    private func addition(_ element: XMLElement) throws(Fault) -> Addition {
        guard let added = element.children.first else { throw fault("<added> holds nothing", element) }
        let statement: Addition.Statement
        switch added.name {
        case "impact": statement = .impact(try impact(added))
        case "voice": statement = .voice(voice(added))
        case "significance": statement = .significance(added.text)
        case "bearing":
            guard let bearing = try text("bearing", of: element, Bearing.init(rawValue:)) else {
                throw fault("<added> holds nothing", element)
            }
            statement = .bearing(bearing)
        case "disputed": statement = .dispute(dispute(added))
        case "decision": statement = .decision(try decision(added))
        default: throw fault("<\(added.name)> cannot stand in <added>", added)
        }
        return Addition(statement, place: try place(child("read-from", of: element)))
    }

    private func row(_ element: XMLElement) throws(Fault) -> RejectedRow {
        var place: Place?
        if let element = element.child("read-from") { place = try self.place(element) }
        var cells: [AdditionalCell] = []
        for cell in element.children("cell") { cells.append(try self.cell(cell)) }
        return try RejectedRow(
            reason: Diagnostic(
                id: attribute("reason", of: element),
                severity: .error,
                summary: child("summary", of: element).text,
                place: place,
                suggestion: element.child("suggestion")?.text,
                value: element.child("value")?.text
            ),
            cells: cells
        )
    }

    private func cell(_ element: XMLElement) throws(Fault) -> AdditionalCell {
        AdditionalCell(heading: try attribute("heading", of: element), text: element.text)
    }

    func place(_ element: XMLElement) throws(Fault) -> Place {
        func positive(_ text: String) -> Int? { Int(text).flatMap { $0 > 0 ? $0 : nil } }
        let file = try attribute("file", of: element)
        // A row of a file that has no account could be counted nowhere.
        guard files.contains(file) else {
            throw fault("<\(element.name)> names a file that <files> does not list", element)
        }
        return try Place(
            path: file,
            part: optional("part", of: element, positive),
            line: optional("line", of: element, positive),
            column: optional("column", of: element, positive),
            cell: element["cell"]
        )
    }

    private func date(_ name: String, of element: XMLElement) throws(Fault) -> EventDate? {
        guard let child = element.child(name) else { return nil }
        return try date(child)
    }

    private func date(_ element: XMLElement) throws(Fault) -> EventDate {
        var notes: [DateNote] = []
        for word in (element["notes"] ?? "").split(separator: " ") {
            guard let note = DateNote(rawValue: String(word)) else {
                throw fault("there is no note '\(word)'", element)
            }
            notes.append(note)
        }
        return try EventDate(
            text: child("written", of: element).text,
            endText: element.child("written-end")?.text,
            value: optional("edtf", of: element) { EDTF(lenient: $0) },
            isRelative: element["precision"] == DatePrecision.relative.rawValue,
            isInherited: element["inherited"] == "true",
            time: optional("time", of: element, TimeOfDay.init(text:)),
            notes: notes
        )
    }

    // MARK: Elements and attributes

    func child(_ name: String, of element: XMLElement) throws(Fault) -> XMLElement {
        guard let child = element.child(name) else { throw fault("<\(element.name)> has no <\(name)>", element) }
        return child
    }

    func attribute(_ name: String, of element: XMLElement) throws(Fault) -> String {
        guard let value = element[name] else { throw fault("<\(element.name)> has no '\(name)'", element) }
        return value
    }

    func value<Value>(_ name: String, of element: XMLElement, _ make: (String) -> Value?) throws(Fault) -> Value {
        guard let value = make(try attribute(name, of: element)) else {
            throw fault("'\(name)' of <\(element.name)> is not of its form", element)
        }
        return value
    }

    func optional<Value>(
        _ name: String,
        of element: XMLElement,
        _ make: (String) -> Value?
    ) throws(Fault) -> Value? {
        guard element[name] != nil else { return nil }
        return try value(name, of: element, make)
    }

    func text<Value>(_ name: String, of element: XMLElement, _ make: (String) -> Value?) throws(Fault) -> Value? {
        guard let child = element.child(name) else { return nil }
        guard let value = make(child.text) else { throw fault("the text of <\(name)> is not of its form", child) }
        return value
    }

    func optionalList<Value>(
        _ name: String,
        of element: XMLElement,
        _ make: (XMLElement) throws(Fault) -> Value
    ) throws(Fault) -> [Value] {
        guard let child = element.child(name) else { return [] }
        return try list(child, make)
    }

    func list<Value>(
        _ element: XMLElement,
        _ make: (XMLElement) throws(Fault) -> Value
    ) throws(Fault) -> [Value] {
        var values: [Value] = []
        for child in element.children { values.append(try make(child)) }
        return values
    }
}
