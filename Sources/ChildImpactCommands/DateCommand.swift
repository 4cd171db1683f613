import CaseDates
import DataFormats
import Definitions

/// `date`: shows how each text is read, by itself, with nothing above it.
struct DateCommand {
    private let texts: [String]
    private let settings: Settings

    init(_ arguments: Arguments, _ settings: Settings) throws {
        guard !arguments.operands.isEmpty else { throw UsageError(message: "no date is given") }
        texts = arguments.operands
        self.settings = settings
    }

    func run() throws -> Outcome {
        let reader = DateReader(asOf: settings.asOf, names: try settings.definitions.dateNames())
        var outcome = Outcome()
        var faults = 0
        for text in texts {
            do throws(DateFault) {
                let date = try reader.read(text)
                outcome.output += (settings.isJSON ? Self.json(date).text : Self.line(date)) + "\n"
            } catch {
                faults += 1
                if settings.isJSON {
                    let members: [JSONValue.Member] = [
                        .init("text", .string(text)), .init("error", .string(error.kind.rawValue)),
                    ]
                    outcome.output += JSONValue.object(members).text + "\n"
                } else {
                    outcome.errors += "child-impact: error: \(error.summary)\n"
                }
            }
        }
        outcome.exitCode = faults == 0 ? .allUsed : faults == texts.count ? .nothingUsable : .someNotUsed
        return outcome
    }

    private static func json(_ date: EventDate) -> JSONValue {
        .object([
            .init("text", .string(date.text)),
            .init("edtf", .optional(date.value?.description)),
            .init("earliest", .optional(date.earliest?.description)),
            .init("latest", .optional(date.latest?.description)),
            .init("precision", .string(date.precision.rawValue)),
            .init("uncertain", .bool(date.doubt.isUncertain)),
            .init("approximate", .bool(date.doubt.isApproximate)),
            .init("note", .optional(note(date))),
        ])
    }

    private static func note(_ date: EventDate) -> String? {
        var words = date.notes.map(\.words)
        if let time = date.time { words.append("time \(time)") }
        return words.isEmpty ? nil : words.joined(separator: "; ")
    }

    private static func line(_ date: EventDate) -> String {
        let days =
            switch (date.earliest, date.latest) {
            case (let first?, let last?): first == last ? "\(first)" : "\(first) to \(last)"
            case (let first?, nil): "\(first) or later"
            case (nil, let last?): "\(last) or earlier"
            case (nil, nil): "no date"
            }
        var parts = [date.text, date.value?.description ?? "-", days, date.precision.rawValue]
        if let note = note(date) { parts.append(note) }
        return parts.joined(separator: "\t")
    }
}
