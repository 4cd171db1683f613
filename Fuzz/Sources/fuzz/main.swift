import Foundation

do throws(UsageError) {
    let settings = try Settings(arguments: Array(CommandLine.arguments.dropFirst()))
    exit(Campaign.run(settings) ? 0 : 1)
} catch {
    FileHandle.standardError.write(Data((error.text + "\n").utf8))
    exit(64)
}
