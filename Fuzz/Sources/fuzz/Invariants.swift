import CaseDates
import DataFormats
import Diagnostics
import EventFiles
import Exports
import ImpactChronology

/// What must hold of every reading, whatever was read.
enum Invariants {
    /// Returns what does not hold of a reading.
    static func broken(_ reading: CaseReading) -> [Broken] {
        var broken: [Broken] = []
        let events = reading.chronologies.flatMap(\.allEvents)
        let rejected = reading.chronologies.flatMap(\.rejected) + reading.rejectedElsewhere
        let places = events.flatMap(\.allPlaces) + rejected.compactMap(\.reason.place)
        for file in reading.files where file.rows != file.events + file.merged + file.rejected {
            broken.append(Broken("rows", "\(file.rows) rows, \(file.events) + \(file.merged) + \(file.rejected)"))
        }
        for file in reading.files
        where !file.isUsed && !reading.diagnostics.contains(where: { $0.place?.path == file.name }) {
            broken.append(Broken("silent", "a file is not used, and nothing is said of it"))
        }
        for file in reading.files
        where file.rows != file.parts.reduce(0, { $0 + $1.rows }) && file.format != EventFileFormat.chronology.rawValue
        {
            broken.append(Broken("part-rows", "\(file.rows) rows, in the parts \(file.parts.map(\.rows))"))
        }
        if reading.files.reduce(0, { $0 + $1.rows }) != places.count {
            broken.append(Broken("places", "\(reading.files.map(\.rows)) rows, \(places.count) places"))
        }
        for chronology in reading.chronologies {
            if !chronology.account.isBalanced || !chronology.files.allSatisfy(\.isBalanced) {
                broken.append(Broken("account", "the counts of a chronology do not add up"))
            }
            if Set(chronology.allEvents.map(\.id)).count != chronology.allEvents.count {
                broken.append(Broken("identifiers", "two events have one identifier"))
            }
        }
        return broken + self.broken(reading.diagnostics)
    }

    private static func broken(_ diagnostics: [Diagnostic]) -> [Broken] {
        diagnostics.flatMap { diagnostic -> [Broken] in
            var broken: [Broken] = []
            if diagnostic.id.isEmpty || diagnostic.summary.isEmpty {
                broken.append(Broken("finding-empty", diagnostic.id))
            }
            for text in [diagnostic.summary, diagnostic.suggestion ?? ""]
            where text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
                broken.append(Broken("finding-lines", "\(diagnostic.id): \(text.prefix(200).debugDescription)"))
            }
            if let place = diagnostic.place, place.line ?? 1 < 1 || place.column ?? 1 < 1 || place.part ?? 1 < 1 {
                broken.append(Broken("place", "\(diagnostic.id) at \(place)"))
            }
            return broken
        }
    }

    /// Returns what is lost when chronologies are written as XML and read back.
    static func brokenOnTheWayBack(_ chronologies: [Chronology]) -> [Broken] {
        chronologies.compactMap { chronology in
            let bytes = ChronologyXML.bytes(of: chronology)
            do throws(ChronologyDocument.Fault) {
                let back = try ChronologyDocument(parsing: bytes, path: "a").chronology
                if back == chronology { return nil }
                // XML cannot hold every control; what stands for one is written the same again.
                let replacement = "\u{FFFD}"
                if String(decoding: bytes, as: UTF8.self).contains(replacement), ChronologyXML.bytes(of: back) == bytes
                {
                    return nil
                }
                return Broken("way-back", difference(chronology, back))
            } catch {
                return Broken("way-back-refused", error.diagnostic.summary)
            }
        }
    }

    private static func difference(_ first: Chronology, _ second: Chronology) -> String {
        if first.family != second.family { return "family: \(first.family) and \(second.family)" }
        if first.sources != second.sources { return "sources: \(first.sources) and \(second.sources)" }
        if first.files != second.files { return "files: \(first.files) and \(second.files)" }
        for (one, other) in zip(first.allEvents, second.allEvents) where one != other {
            return "event: \(one) and \(other)"
        }
        for (one, other) in zip(first.rejected, second.rejected) where one != other {
            return "rejected: \(one) and \(other)"
        }
        return "other"
    }

    /// Returns what does not hold of a date that was read.
    static func broken(_ date: EventDate, of text: String) -> [Broken] {
        var broken: [Broken] = []
        if date.text != text { broken.append(Broken("date-text", date.text)) }
        if let earliest = date.earliest, let latest = date.latest, latest < earliest {
            broken.append(Broken("date-reversed", "\(earliest) to \(latest)"))
        }
        if let value = date.value, EDTF(lenient: value.description) != value {
            broken.append(Broken("date-edtf", "\(value.description) of \(text.prefix(60).debugDescription)"))
        }
        return broken
    }
}
