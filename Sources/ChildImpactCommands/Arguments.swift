import Diagnostics

/// Pulls options and paths out of a command line.
///
/// It takes `--name value`, `--name=value`, `-o value`, and `--` before paths that begin with a dash. Options may stand
/// before, between and behind paths.
struct Arguments {
    /// An option that a command knows.
    struct Option {
        let name: String
        let short: Character?
        let takesValue: Bool
        let repeats: Bool

        init(_ name: String, short: Character? = nil, takesValue: Bool = false, repeats: Bool = false) {
            self.name = name
            self.short = short
            self.takesValue = takesValue
            self.repeats = repeats
        }
    }

    /// What is no option, in order.
    private(set) var operands: [String] = []
    private var values: [String: [String]] = [:]

    /// Reads a command line.
    ///
    /// - Throws: ``UsageError`` for an option that the command does not know, that lacks its value or has one it does
    ///   not take, and for one given twice that may stand once.
    init(_ words: [String], options: [Option]) throws(UsageError) {
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                return
            }
            guard word.utf8.first == UInt8(ascii: "-"), word != "-" else {
                operands.append(word)
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard
                let option = options.first(where: {
                    parts[0] == "--\($0.name)" || $0.short.map { parts[0] == "-\($0)" } ?? false
                })
            else { throw UsageError(message: Self.unknown(parts[0], options)) }
            var value = parts.count == 2 ? parts[1] : ""
            if option.takesValue {
                if parts.count == 1 {
                    guard let next = rest.popFirst() else {
                        throw UsageError(message: "the option '\(parts[0])' needs a value")
                    }
                    value = next
                }
            } else if parts.count == 2 {
                throw UsageError(message: "the option '\(parts[0])' takes no value")
            }
            if values[option.name] != nil, !option.repeats {
                throw UsageError(message: "the option '\(parts[0])' is given twice")
            }
            values[option.name, default: []].append(value)
        }
    }

    /// Whether an option is given.
    func has(_ name: String) -> Bool { values[name] != nil }

    /// The value of an option; `nil` when it is not given.
    func value(_ name: String) -> String? { values[name]?.first }

    /// All values of an option that may be repeated.
    func values(_ name: String) -> [String] { values[name] ?? [] }

    private static func unknown(_ word: String, _ options: [Option]) -> String {
        let near = nearestWords(to: word, in: options.map { "--\($0.name)" }, most: 1)
        return "there is no option '\(word)'" + (near.first.map { "; did you mean '\($0)'?" } ?? "")
    }
}
