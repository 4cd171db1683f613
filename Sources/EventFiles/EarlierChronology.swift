import Diagnostics
import ImpactChronology

/// A chronology that was made before, read again so that files can be added to it.
///
/// It stands for the rows of the files that it was made from. Those of a file that is itself in the input are left to
/// the file.
struct EarlierChronology {
    /// The name of the chronology's own file.
    let name: String
    let chronology: Chronology
    /// The accounts of the files that it was made from and that are not in the input, without counts.
    private(set) var files: [FileAccount] = []
    /// The events, each with its places in those files.
    private(set) var events: [Event] = []
    /// The rows of those files that could not be used.
    private(set) var rejected: [RejectedRow] = []
    /// What was said of pairs of accounts.
    private(set) var answers: [SameEventAnswer] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// Makes the rows of an earlier chronology.
    ///
    /// - Parameters:
    ///   - chronology: The chronology.
    ///   - name: The name of its file.
    ///   - digests: The digests of the files of the input, by their names.
    init(_ chronology: Chronology, name: String, digests: [String: String]) {
        self.name = name
        self.chronology = chronology
        var names: [String: String?] = [:]
        for file in chronology.files {
            if file.format == "worksheet", digests[file.name] != nil {
                // The worksheet says anew what it said, with what was filled in since.
                names[file.name] = .some(nil)
                continue
            }
            guard let digest = digests[file.name] else {
                names[file.name] = file.name
                files.append(Self.account(file, file.name))
                continue
            }
            if digest == file.digest {
                names[file.name] = .some(nil)
                find("chronology.file.present", .note, "'\(file.name)' is itself in the input and is read from there")
            } else {
                // Two files of one name: the rows of the other are kept beside, so that nothing is lost.
                var other = "\(name)/\(file.name)"
                while chronology.files.contains(where: { $0.name == other }) { other = "\(name)/\(other)" }
                names[file.name] = other
                files.append(Self.account(file, other))
                find(
                    "chronology.file.other",
                    .warning,
                    "it was made from another version of '\(file.name)'; the rows of both are kept",
                    "leave the chronology out of the input if the file was corrected"
                )
            }
        }
        take(names)
    }

    /// The account of a file before its rows are counted anew.
    private static func account(_ file: FileAccount, _ name: String) -> FileAccount {
        FileAccount(name: name, format: file.format, digest: file.digest, isUsed: file.isUsed)
    }

    private mutating func take(_ names: [String: String?]) {
        func place(_ place: Place) -> Place? {
            guard let name = names[place.path] else { return place }
            return name.map { name in
                var place = place
                place.path = name
                return place
            }
        }
        for event in chronology.allEvents.flatMap(\.tellings) {
            var event = event
            event.readFrom = event.readFrom.compactMap(place)
            event.additions = event.additions.compactMap { addition in
                place(addition.place).map { Addition(addition.statement, place: $0) }
            }
            if !event.readFrom.isEmpty { events.append(event) }
        }
        answers = chronology.answers.compactMap { answer in
            var answer = answer
            guard let place = place(answer.place) else { return nil }
            answer.place = place
            return answer
        }
        for row in chronology.rejected {
            var row = row
            if let written = row.reason.place {
                guard let place = place(written) else { continue }
                row.reason.place = place
            }
            rejected.append(row)
        }
    }

    /// How many rows it stands for.
    var rowCount: Int { events.reduce(0) { $0 + $1.readFrom.count } + rejected.count }

    private mutating func find(_ id: String, _ severity: Severity, _ summary: String, _ suggestion: String? = nil) {
        diagnostics.append(
            Diagnostic(
                id: id,
                severity: severity,
                summary: summary,
                place: Place(path: name),
                suggestion: suggestion
            )
        )
    }
}
