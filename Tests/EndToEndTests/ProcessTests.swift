import Foundation
import Testing

/// The program in a process of its own: what only the outside can change.
@Suite struct ProcessTests {
    private func run(_ arguments: [String], environment: [String: String] = [:]) throws -> (code: Int32, output: String)
    {
        let process = Process()
        process.executableURL = try Run.program()
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    @Test func neitherTimeZoneNorLanguageChangesAByte() throws {
        let first = try TemporaryFolder()
        let second = try TemporaryFolder()
        let options = ["--as-of", "2026-03-31"]
        let here = try run(["build", Run.harper, "-o", first.path] + options, environment: ["TZ": "UTC", "LANG": "C"])
        let there = try run(
            ["build", Run.harper, "-o", second.path] + options,
            environment: ["TZ": "Pacific/Auckland", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"]
        )
        #expect(here.code == 1)
        #expect(there.code == 1)
        #expect(try first.names().count == 5)
        for name in try first.names() { #expect(try first.read(name) == second.read(name), "\(name)") }
    }

    @Test func anInterruptedBuildLeavesNoHalfWrittenFile() throws {
        let whole = try TemporaryFolder()
        var text = "Date,Event,Agency\n"
        for number in 0..<20_000 {
            text += "\(number % 28 + 1)/0\(number % 9 + 1)/2019,Event number \(number) of many,School\n"
        }
        let file = try whole.write("a.csv", text)
        #expect(try run(["build", file, "-o", whole.path + "/out", "--as-of", "2026-03-31"]).code == 0)
        let sizes = try whole.names().filter { $0.hasPrefix("out/") }.map { ($0, try whole.read($0).count) }
        for delay in [0.01, 0.05, 0.15, 0.4, 0.8] {
            let folder = try TemporaryFolder()
            let process = Process()
            process.executableURL = try Run.program()
            process.arguments = ["build", file, "-o", folder.path + "/out", "--as-of", "2026-03-31"]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            Thread.sleep(forTimeInterval: delay)
            process.terminate()
            process.waitUntilExit()
            for name in try folder.names() {
                #expect(sizes.contains { $0.0 == name && $0.1 == (try? folder.read(name).count) }, "\(name)")
            }
        }
    }

    @Test func theHomeOfDefinitionsIsTakenFromTheEnvironment() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("tools-definitions/headings.xml", "<broken")
        #expect(try run(["check", Run.harper], environment: ["CHILD_IMPACT_HOME": folder.path]).code == 65)
    }

    @Test func anInputFolderThatCannotBeReadAndAnOutputFolderThatCannotBeWritten() throws {
        #expect(try run(["build", "/no/such/folder"]).code == 66)
        #expect(try run(["build", Run.harper, "-o", "/proc/child-impact"]).code == 73)
    }
}
