import CaseDates
import DataFormats
import Diagnostics
public import ImpactChronology  // It writes a chronology.

/// The chronology as XML, in the namespace `urn:child-impact:chronology:1`.
///
/// It holds everything that the chronology holds, so that reading it back gives the same chronology; the schema with
/// its documentation is `exports/schema/chronology.xsd`. Attributes that only repeat what the EDTF says (`earliest`,
/// `latest`, `precision`, `uncertain`, `approximate`) are there for programs that do not read EDTF.
public enum ChronologyXML {
    /// The namespace of every element.
    public static let namespace = "urn:child-impact:chronology:1"

    /// Returns the document as UTF-8 bytes; the same chronology gives the same bytes.
    public static func bytes(of chronology: Chronology) -> [UInt8] {
        XMLWriter.document { writer in
            writer.element(
                "chronology",
                ["xmlns": namespace, "as-of": chronology.asOf.description, "generator": "child-impact"]
            ) {
                write(chronology.family, to: writer)
                writer.element("sources") { for source in chronology.sources { write(source, to: writer) } }
                writer.element("files") { for file in chronology.files { write(file, to: writer) } }
                writer.element("events") { for event in chronology.events { write(event, to: writer) } }
                writer.element("undated") { for event in chronology.undated { write(event, to: writer) } }
                writer.element("possible-duplicates") {
                    for group in chronology.duplicates { write(group, to: writer) }
                }
                writer.element("conflicts") { for conflict in chronology.conflicts { write(conflict, to: writer) } }
                writer.element("gaps") { for gap in chronology.gaps { write(gap, to: writer) } }
                writer.element("answers") { for answer in chronology.answers { write(answer, to: writer) } }
                writer.element("rejected") { for row in chronology.rejected { write(row, to: writer) } }
            }
        }
    }

    private static func write(_ family: Family, to writer: XMLWriter) {
        writer.element("family", ["name": family.name]) {
            for person in family.people {
                writer.element(
                    "person",
                    [
                        "id": person.id.text, "child": person.isChild ? "true" : "false", "role": person.role,
                        "label": person.label,
                    ]
                ) {
                    writer.element("name", text: person.name)
                    for name in person.alsoKnownAs { writer.element("also-known-as", text: name) }
                    write(person.birth.born, as: "born", to: writer)
                    write(person.birth.expected, as: "expected", to: writer)
                    write(person.birth.died, as: "died", to: writer)
                }
            }
        }
    }

    private static func write(_ source: Source, to writer: XMLWriter) {
        writer.element(
            "source",
            ["agency": source.agency, "label": source.label, "stated": source.isStated ? "true" : "false"]
        ) {
            write(source.coversFrom, as: "covers-from", to: writer)
            write(source.coversTo, as: "covers-to", to: writer)
            write(source.currentAsOf, as: "current-as-of", to: writer)
        }
    }

    private static func write(_ file: FileAccount, to writer: XMLWriter) {
        writer.element(
            "file",
            [
                "name": file.name, "format": file.format, "used": file.isUsed ? nil : "no", "sha256": file.digest,
                "rows": "\(file.rows)",
                "events": "\(file.events)", "merged": "\(file.merged)", "rejected": "\(file.rejected)",
            ]
        )
    }

    private static func write(_ event: Event, as name: String = "event", to writer: XMLWriter) {
        writer.element(name, ["id": event.id.text]) {
            write(event.date, as: "date", to: writer)
            if let time = event.time {
                writer.element("time", ["read-as": time.time?.description], text: time.text)
            }
            writer.element("sequence", text: event.sequence)
            for person in event.people { writer.element("about", ["person": person.text]) }
            writer.element("agency", text: event.agency)
            writer.element("source", text: event.source)
            writer.element("directness", text: event.directness?.rawValue)
            writer.element("category", text: event.category)
            writer.element("suggested-category", text: event.suggestedCategory)
            writer.element("what", text: event.what)
            writer.element("context", text: event.context)
            for impact in event.impacts { write(impact, to: writer) }
            for voice in event.voices { write(voice, to: writer) }
            writer.element("response", text: event.response)
            writer.element("outcome", text: event.outcome)
            if let decision = event.decision { write(decision, to: writer) }
            writer.element("significance", text: event.significance)
            writer.element("bearing", text: event.bearing?.rawValue)
            write(event.dispute, to: writer)
            writer.element("reference", text: event.reference)
            write(event.recorded, as: "recorded", to: writer)
            for cell in event.additional { writer.element("additional", ["heading": cell.heading], text: cell.text) }
            if let answers = event.toolAnswers {
                writer.element(
                    "tool-answers",
                    ["tool": answers.tool, "version": answers.version],
                    text: answers.text
                )
            }
            for place in event.readFrom { write(place, as: "read-from", to: writer) }
            for addition in event.additions { write(addition, to: writer) }
            for account in event.accounts { write(account, as: "account", to: writer) }
        }
    }

    private static func write(_ impact: Impact, to writer: XMLWriter) {
        writer.element("impact", ["domain": impact.domain.rawValue, "child": impact.child?.text], text: impact.text)
    }

    private static func write(_ voice: Voice, to writer: XMLWriter) {
        writer.element("voice", ["child": voice.child?.text], text: voice.words)
    }

    private static func write(_ decision: Decision, to writer: XMLWriter) {
        writer.element("decision") {
            writer.element("text", text: decision.text)
            write(decision.date, as: "date", to: writer)
        }
    }

    private static func write(_ dispute: Dispute, to writer: XMLWriter) {
        switch dispute {
        case .notStated: break
        case .undisputed: writer.element("disputed", ["is": "no"])
        case .disputed(let words): writer.element("disputed", ["is": "yes"], text: words)
        }
    }

    private static func write(_ addition: Addition, to writer: XMLWriter) {
        writer.element("added") {
            switch addition.statement {
            case .impact(let impact): write(impact, to: writer)
            case .voice(let voice): write(voice, to: writer)
            case .significance(let words): writer.element("significance", text: words)
            case .bearing(let bearing): writer.element("bearing", text: bearing.rawValue)
            case .dispute(let dispute): write(dispute, to: writer)
            case .decision(let decision): write(decision, to: writer)
            }
            write(addition.place, as: "read-from", to: writer)
        }
    }

    // MARK: Links

    private static func write(_ group: PossibleDuplicates, to writer: XMLWriter) {
        writer.element("group") {
            for event in group.events { writer.element("member", ["event": event.text]) }
            for pair in group.pairs {
                var days: Int?
                if case .apart(let number) = pair.dates { days = number }
                writer.element(
                    "pair",
                    [
                        "first": pair.first.text, "second": pair.second.text, "dates": pair.dates.name,
                        "days": days.map(String.init), "percent": "\(pair.percent)", "reference": pair.sharedReference,
                    ]
                ) {
                    for words in pair.shared { writer.element("shared", text: words) }
                    writer.element("reason", text: pair.reason)
                }
            }
        }
    }

    private static func write(_ conflict: Conflict, to writer: XMLWriter) {
        var fact: String?
        if case .fact(let label) = conflict.subject { fact = label }
        writer.element("conflict", ["about": fact == nil ? "date" : "fact", "fact": fact]) {
            for statement in conflict.statements {
                let words = statement.words.isEmpty ? nil : statement.words
                writer.element("statement", ["event": statement.event.text, "words": words], text: statement.says)
            }
        }
    }

    private static func write(_ gap: Gap, to writer: XMLWriter) {
        writer.element(
            "gap",
            [
                "agency": gap.agency, "position": gap.position.rawValue, "from": gap.from.description,
                "to": gap.to.description, "days": "\(gap.days)", "says": gap.words, "may-hold": "\(gap.mayHold)",
            ]
        ) {
            for agency in gap.coveredBy { writer.element("covered-by", ["agency": agency]) }
        }
    }

    private static func write(_ answer: SameEventAnswer, to writer: XMLWriter) {
        writer.element(
            "answer",
            ["first": answer.first.text, "second": answer.second.text, "same": answer.isSame ? "yes" : "no"]
        ) {
            write(answer.place, as: "read-from", to: writer)
        }
    }

    private static func write(_ date: EventDate?, as name: String, to writer: XMLWriter) {
        guard let date else { return }
        writer.element(
            name,
            [
                "edtf": date.value?.description,
                "precision": date.precision.rawValue,
                "earliest": date.earliest?.description,
                "latest": date.latest?.description,
                "uncertain": date.doubt.isUncertain ? "true" : nil,
                "approximate": date.doubt.isApproximate ? "true" : nil,
                "inherited": date.isInherited ? "true" : nil,
                "time": date.time?.description,
                "notes": date.notes.isEmpty ? nil : date.notes.map(\.rawValue).joined(separator: " "),
            ]
        ) {
            writer.element("written", text: date.text)
            writer.element("written-end", text: date.endText)
        }
    }

    private static func write(_ place: Place, as name: String, to writer: XMLWriter) {
        writer.element(
            name,
            [
                "file": place.path, "part": place.part.map(String.init), "line": place.line.map(String.init),
                "column": place.column.map(String.init),
                "cell": place.cell,
            ]
        )
    }

    private static func write(_ row: RejectedRow, to writer: XMLWriter) {
        writer.element("row", ["reason": row.reason.id]) {
            if let place = row.reason.place { write(place, as: "read-from", to: writer) }
            writer.element("summary", text: row.reason.summary)
            writer.element("suggestion", text: row.reason.suggestion)
            writer.element("value", text: row.reason.value)
            for cell in row.cells { writer.element("cell", ["heading": cell.heading], text: cell.text) }
        }
    }
}
