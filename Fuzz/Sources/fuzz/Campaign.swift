import EventFiles
import Foundation

/// Tries one reader, or all of them, and keeps what is found.
struct Campaign {
    private let settings: Settings
    private let reader: Reader
    private let trial: Trial
    private let current: CurrentInput
    private var budget: Budget
    private var finds = 0
    /// How many inputs gave a row, a date or a part: a change that nothing is read behind tells little.
    private var readCount = 0
    private var slowestName = ""
    private var kinds: [String: Int] = [:]
    /// How many inputs of one kind are kept.
    private static let mostOfAKind = 3

    /// Runs what the settings ask for; returns whether nothing was found.
    static func run(_ settings: Settings) -> Bool {
        do {
            let options = try Trial.options()
            if let folder = settings.replay { return replay(folder, settings, options) }
            var isSound = true
            for reader in settings.only.map({ [$0] }) ?? Reader.allCases {
                var campaign = try Campaign(settings, reader, options)
                isSound = campaign.mutate(Seeds(options: options).seeds(for: reader)) && isSound
            }
            return isSound
        } catch {
            print("it cannot begin: \(error)")
            return false
        }
    }

    private init(_ settings: Settings, _ reader: Reader, _ options: ReadOptions) throws {
        self.settings = settings
        self.reader = reader
        trial = Trial(reader, options: options)
        budget = Budget(seconds: settings.seconds)
        current = try CurrentInput(of: reader, in: settings.current)
    }

    // MARK: Mutations

    private mutating func mutate(_ seeds: [Seed]) -> Bool {
        guard !seeds.isEmpty else {
            print("\(reader.rawValue): no seeds; run it in the folder of the package")
            return false
        }
        let start = ContinuousClock.now
        let maker = InputMaker(reader, seeds: seeds, seed: settings.seed)
        // The seeds themselves come first, when a run begins at the beginning.
        for (index, seed) in seeds.enumerated() where settings.first == 0 {
            run(seed.bytes, Trial.Way.allCases, mutation: nil, named: "seed\(index)")
        }
        for mutation in settings.first..<max(settings.first, settings.mutations) {
            let others = Trial.Way.allCases.dropFirst()
            var ways = [Trial.Way.forced]
            if mutation.isMultiple(of: 4) { ways.append(others[others.startIndex + mutation / 4 % others.count]) }
            run(maker.input(mutation), ways, mutation: mutation, named: String(mutation))
        }
        current.remove()
        let list = kinds.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        let seconds = Int(((ContinuousClock.now - start) / .seconds(1)).rounded())
        let slowest = "\(Int((budget.slowest * 1000).rounded())) ms (\(slowestName))"
        print(
            "\(reader.rawValue): \(settings.mutations) mutations, \(finds) finds\(list.isEmpty ? "" : " (\(list))"), \(seconds) s;",
            "\(readCount) were read, the slowest in \(slowest)"
        )
        return finds == 0
    }

    private mutating func run(_ input: [UInt8], _ ways: [Trial.Way], mutation: Int?, named name: String) {
        current.keep(input, mutation)
        let writesBack = mutation.map { $0.isMultiple(of: 4) } ?? true
        let slowestBefore = budget.slowest
        var broken: Set<Broken> = []
        var wasRead = false
        for way in ways {
            let found = budget.broken {
                let outcome = trial.outcome(of: input, way, writesBack: writesBack)
                wasRead = wasRead || outcome.wasRead
                return outcome.broken
            }
            broken.formUnion(found)
        }
        if wasRead { readCount += 1 }
        if budget.slowest > slowestBefore { slowestName = name }
        guard !broken.isEmpty else { return }
        finds += 1
        for (kind, details) in Dictionary(grouping: broken, by: \.kind) {
            kinds[kind, default: 0] += 1
            guard kinds[kind, default: 0] <= Self.mostOfAKind else { continue }
            let file = "\(settings.finds)/\(reader.rawValue).\(kind)-\(name).\(reader.ending)"
            write(input, to: file)
            print("\(file): \(details.first?.detail.prefix(600) ?? "")")
        }
    }

    // MARK: Files

    private func write(_ bytes: [UInt8], to path: String) {
        guard !FileManager.default.createFile(atPath: path, contents: Data(bytes)) else { return }
        let folder = URL(filePath: path).deletingLastPathComponent()
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if !FileManager.default.createFile(atPath: path, contents: Data(bytes)) { print("\(path) cannot be written") }
    }

    // MARK: Kept inputs

    private static func replay(_ folder: String, _ settings: Settings, _ options: ReadOptions) -> Bool {
        var isSound = true
        for name in ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() {
            guard let reader = settings.only ?? Reader(fileName: name),
                let input = FileManager.default.contents(atPath: "\(folder)/\(name)")
            else { continue }
            let trial = Trial(reader, options: options)
            var budget = Budget(seconds: settings.seconds)
            var broken: [Broken] = []
            for way in Trial.Way.allCases {
                broken += budget.broken { trial.outcome(of: Array(input), way, writesBack: true).broken }
            }
            let list = Set(broken).map { "\($0.kind): \($0.detail.prefix(600))" }.sorted()
            let time = "\(Int((budget.slowest * 1000).rounded())) ms"
            print("\(name), \(time): \(list.isEmpty ? "sound" : list.joined(separator: "; "))")
            isSound = isSound && broken.isEmpty
        }
        return isSound
    }
}
