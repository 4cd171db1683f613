import ChildImpactCommands

let outcome = Tool.run(Array(CommandLine.arguments.dropFirst()), today: Today.inLondon())
outcome.print()
Tool.exit(with: outcome.exitCode)
