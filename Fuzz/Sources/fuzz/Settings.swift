/// What the arguments ask for.
struct Settings {
    /// How many mutations each reader gets.
    var mutations = 10_000
    /// The number of the first, so that a run can go on after the input that ended it.
    var first = 0
    /// With the number of a mutation it gives the same input everywhere.
    var seed: UInt64 = 1
    /// The one reader to try; `nil` for all.
    var only: Reader?
    /// A folder of inputs to run again in place of mutations.
    var replay: String?
    /// Where finds are put.
    var finds = ".build/fuzz-finds"
    /// Where the input stands while it is run.
    var current = ".build/fuzz-current"
    /// The processor time that one input may take; AddressSanitizer makes everything several times slower.
    var seconds = 2.0

    init(arguments: [String]) throws(UsageError) {
        var rest = arguments[...]
        func number(_ text: String, _ name: String) throws(UsageError) -> Int {
            guard let value = Int(text), value >= 0 else { throw UsageError(text: "\(name) needs a number") }
            return value
        }
        while let name = rest.popFirst() {
            guard let value = rest.popFirst() else { throw UsageError(text: "\(name) needs a value") }
            switch name {
            case "--mutations": mutations = try number(value, name)
            case "--from": first = try number(value, name)
            case "--seed": seed = UInt64(try number(value, name))
            case "--seconds": seconds = Double(try number(value, name))
            case "--replay": replay = value
            case "--finds": finds = value
            case "--current": current = value
            case "--only":
                guard let reader = Reader(rawValue: value) else {
                    let names = Reader.allCases.map(\.rawValue).joined(separator: ", ")
                    throw UsageError(text: "no reader '\(value)'; there are \(names)")
                }
                only = reader
            default: throw UsageError(text: "unknown option '\(name)'")
            }
        }
    }
}
