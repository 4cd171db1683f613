public import CaseDates  // Today is a calendar day.
import DataFormats
import Definitions
import Diagnostics

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The command line, without a process around it.
public enum Tool {
    /// Runs one command.
    ///
    /// - Parameters:
    ///   - arguments: The words behind the name of the program.
    ///   - today: The default of `--as-of`.
    ///   - environment: Looks up an environment variable; `CHILD_IMPACT_HOME` is the only one that is asked for.
    ///   - terminal: Where questions are put and answers come from; only `assess` asks any.
    /// - Returns: What is to be printed, and how the run ended.
    public static func run(
        _ arguments: [String],
        today: CalendarDay,
        environment: (String) -> String? = { _ in nil },
        terminal: Terminal = Terminal()
    ) -> Outcome {
        guard let word = arguments.first, word != "--help", word != "-h", word != "help" else {
            var outcome = Outcome()
            outcome.output = Help.overview
            if arguments.isEmpty { outcome.exitCode = .usage }
            return outcome
        }
        if word == "--version" {
            var outcome = Outcome()
            outcome.output = Help.version + "\n"
            return outcome
        }
        guard let command = Command(rawValue: word) else {
            let near = nearestWords(to: word, in: Command.allCases.map(\.rawValue), most: 1)
            let hint = near.first.map { "; did you mean '\($0)'?" } ?? ""
            return failure("there is no command '\(word)'\(hint)\nSee 'child-impact --help'", .usage)
        }
        var paths: [String: String] = [:]
        do {
            let arguments = try Arguments(Array(arguments.dropFirst()), options: command.options)
            if arguments.has("help") {
                var outcome = Outcome()
                outcome.output = Help.text(of: command)
                return outcome
            }
            let settings = try Settings(arguments, today: today, home: environment("CHILD_IMPACT_HOME"))
            paths = settings.definitions.paths
            return switch command {
            case .new: try NewCommand(arguments, settings).run()
            case .build: try BuildCommand(arguments, settings).run()
            case .worksheet: try WorksheetCommand(arguments, settings).run()
            case .check: try CheckCommand(arguments, settings).run()
            case .date: try DateCommand(arguments, settings).run()
            case .tools: try ToolsCommand(arguments, settings).run()
            case .form: try FormCommand(arguments, settings).run()
            case .assess: try AssessCommand(arguments, settings).run(at: terminal)
            case .score: try ScoreCommand(arguments, settings).run()
            case .compare: try CompareCommand(arguments, settings).run()
            case .report: try ReportCommand(arguments, settings).run()
            case .anonymise: try AnonymiseCommand(arguments, settings).run()
            case .restore: try RestoreCommand(arguments, settings).run()
            }
        } catch let error as UsageError {
            return failure(
                "\(error.message)\nUsage: \(command.usage)\nSee 'child-impact \(command.rawValue) --help'",
                .usage
            )
        } catch let error as ReadError {
            return failure("\(error.path): error: \(error.message)", .cannotRead)
        } catch let error as WriteError {
            return failure("\(error.path): error: \(error.message)", .cannotWrite)
        } catch let error as KeyStore.Fault {
            return failure("\(error.path): error: \(error.message)", .nothingUsable)
        } catch let error as DefinitionFaults {
            let lines = error.diagnostics.map { DiagnosticText.line($0, paths: paths, showsValues: false) }
            return failure(lines.joined(separator: "\n"), .nothingUsable)
        } catch {
            return failure("error: \(error)", .nothingUsable)
        }
    }

    private static func failure(_ message: String, _ code: ExitCode) -> Outcome {
        var outcome = Outcome()
        outcome.errors = (message.contains("error: ") ? message : "child-impact: error: \(message)") + "\n"
        outcome.exitCode = code
        return outcome
    }

    /// Prepares the process for one short run.
    public static func prepareProcess() {
        Heap.growInLargePieces()
    }

    /// Ends the process.
    public static func exit(with code: ExitCode) -> Never {
        #if canImport(Glibc)
            Glibc.exit(code.rawValue)
        #else
            Darwin.exit(code.rawValue)
        #endif
    }
}
